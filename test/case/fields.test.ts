import t from 'tap'
import type { JsonSchema } from '../../src/case/components.ts'
import { type Field, fieldOf, isByYear, isQuantity, type KindsField, kindOf, kindWord, scenarioKeys } from '../../src/case/fields.ts'
import { choice, count, quantity } from '../../src/case/quantity.ts'
import { byYear, id, many, month, object, opt, party } from '../../src/case/schema-atoms.ts'

/* The schema read as fields: what a person may write where. */

const read = (schema: unknown) => fieldOf(schema as JsonSchema)
const amount = quantity('pounds', 'what is paid')
const amountField: Field = {
  is: 'quantity',
  domain: { unit: 'pounds', minimum: '0', maximum: '1000000000' },
  meaning: 'what is paid (pounds; 0 to 1000000000)',
}

t.test('numbers, words and texts', async (t) => {
  t.same(read(amount), amountField)
  t.same(read(quantity('pounds', 'what is paid', { default: '5' })), { ...amountField, default: '5' })
  const window = { is: 'count', unit: 'months', meaning: 'the window', minimum: 1, maximum: 120 }
  t.same(read(count('the window', 1, 120)), window)
  t.same(read(count('the window', 1, 120, { default: 0 })), { ...window, default: 0 })
  const when = { is: 'choice', unit: 'choice', meaning: 'when', kind: 'word', words: ['start', 'end'] }
  t.same(read(choice(['start', 'end'], 'when')), when)
  t.same(read(choice(['start', 'end'], 'when', 'end')), { ...when, default: 'end' })
  t.same(read({ type: 'string', const: 'exits', description: 'leave', 'x-unit': 'choice' }), {
    is: 'choice',
    unit: 'choice',
    meaning: 'leave',
    kind: 'word',
    words: ['exits'],
  })
  t.same(read(month('the first')), { is: 'choice', unit: 'month', meaning: 'the first (YYYY-MM)', kind: 'word' })
  t.same(read(party('who pays', 'council')), { is: 'choice', unit: 'choice', meaning: 'who pays', kind: 'word', default: 'council' })
  t.same(read({ type: 'boolean', default: false, description: 'left out', 'x-unit': 'choice' }), {
    is: 'choice',
    unit: 'choice',
    meaning: 'left out',
    kind: 'flag',
    default: false,
  })
  t.same(read(id('the grant')), { is: 'text' })
  t.same(read({ type: 'boolean' }), { is: 'text' })
})

t.test('lists, maps and objects', async (t) => {
  t.same(read({ type: 'array', items: amount }), { is: 'list', items: amountField })
  t.same(read(many(amount, 3, 'amounts')), { is: 'list', items: amountField, default: [] })
  t.same(read(byYear(amount, 'by year')), { is: 'map', values: amountField })
  t.same(read({ type: 'object', additionalProperties: true }), { is: 'map' })
  const field = read({ ...object({ id: id('x'), amount: opt(amount) }, { $id: 'Line' }), default: {} })
  if (field.is !== 'object') throw new Error('an object is expected')
  t.same([field.name, field.default], ['Line', {}])
  t.same(
    [...field.properties],
    [
      ['id', { field: { is: 'text' }, required: true }],
      ['amount', { field: amountField, required: false }],
      ['source', { field: { is: 'text' }, required: false }],
      ['note', { field: { is: 'text' }, required: false }],
    ],
  )
  const loose = read({ type: 'object', $id: 'Loose', properties: { a: { type: 'string' } } })
  t.same(loose, { is: 'object', name: 'Loose', properties: new Map([['a', { field: { is: 'text' }, required: false }]]) })
  t.notOk('default' in loose)
})

t.test('one rate or rates by year, and objects of several kinds', async (t) => {
  const rates = { anyOf: [amount, byYear(amount, 'by year')] }
  t.same(read(rates), { is: 'rates', one: amountField, byYear: { is: 'map', values: amountField } })
  t.same(read({ ...rates, default: '0' }), { is: 'rates', one: amountField, byYear: { is: 'map', values: amountField }, default: '0' })

  const kind = (word: string, others: object = {}) => ({
    type: 'object',
    $id: word,
    properties: { kind: { type: 'string', const: word, description: 'x', 'x-unit': 'choice', ...others } },
  })
  const told = read({ anyOf: [kind('fixed'), kind('geometric')] }) as KindsField
  t.same([told.is, [...told.kinds.keys()]], ['kinds', ['fixed', 'geometric']])
  t.notOk('preset' in told)
  t.same(
    [...told.kinds.values()].map(({ is, name }) => [is, name]),
    [
      ['object', 'fixed'],
      ['object', 'geometric'],
    ],
  )
  const usual = read({ anyOf: [kind('exits'), kind('entries', { default: 'entries' })] }) as KindsField
  t.equal(usual.preset, 'entries')

  t.equal(kindOf(told, { kind: 'fixed' })?.name, 'fixed')
  t.equal(kindOf(told, { kind: 'other' }), undefined)
  t.equal(kindOf(told, {}), undefined, 'there is no usual kind')
  t.equal(kindOf(usual, {})?.name, 'entries')
  t.equal(kindOf(usual, { kind: 'exits' })?.name, 'exits')
  t.equal(kindWord({ const: 'exits' }), 'exits')
  t.equal(kindWord({ enum: ['entries'] }), 'entries')
})

t.test('a schema that no field can stand for', async (t) => {
  t.throws(() => read({ type: 'null' }), { message: 'No field can stand for the schema {"type":"null"}.' })
  const long = { type: 'null', description: 'x'.repeat(300) }
  t.throws(() => read(long), { message: `No field can stand for the schema ${JSON.stringify(long).slice(0, 200)}.` })
})

t.test('rates by year are an object that is no range and no reference', async (t) => {
  for (const value of [{}, { '2026-27': 1 }, { lo: 1 }]) t.ok(isByYear(value), JSON.stringify(value))
  for (const value of [null, 5, '5', [], undefined, { central: 1 }, { low: 1 }, { high: 1 }, { ref: 'x' }, { '2026-27': 1, low: 1 }]) {
    t.notOk(isByYear(value), JSON.stringify(value))
  }
  t.ok(isQuantity(amount as unknown as JsonSchema))
  t.notOk(isQuantity({ type: 'integer' }))
})

t.test('what only a scenario has', async (t) => {
  t.same(scenarioKeys, ['id', 'description', 'extends', 'variants'])
})
