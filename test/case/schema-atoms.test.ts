import t from 'tap'
import { choice, count, quantity } from '../../src/case/quantity.ts'
import { byYear, id, many, month, name, object, opt, party, text, year } from '../../src/case/schema-atoms.ts'

/* The small pieces of the schema as plain JSON Schema: every bound and pattern of the contract. */

const plain = (schema: unknown) => JSON.parse(JSON.stringify(schema))

t.test('texts', async (t) => {
  t.same(plain(id('the grant')), {
    type: 'string',
    pattern: '^[a-z][a-z0-9-]{0,39}$',
    description: 'the grant',
    examples: ['fft'],
  })
  t.same(plain(text('the study')), { type: 'string', maxLength: 2000, description: 'the study' })
  t.same(plain(text('notes', 50)), { type: 'string', maxLength: 50, description: 'notes' })
  t.same(plain(name('the line')), { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S', description: 'the line' })
  const payer = { type: 'string', minLength: 1, maxLength: 200, pattern: '^\\S(.*\\S)?$', description: 'who pays', 'x-unit': 'choice' }
  t.same(plain(party('who pays')), payer)
  t.same(plain(party('who pays', 'council')), { ...payer, default: 'council' })
})

t.test('months and financial years, of three centuries', async (t) => {
  t.same(plain(month('the first month')), {
    type: 'string',
    pattern: '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$',
    description: 'the first month (YYYY-MM)',
    'x-unit': 'month',
  })
  t.same(plain(year('the prices')), {
    type: 'string',
    pattern: '^(19|20|21)[0-9]{2}-[0-9]{2}$',
    format: 'financial-year',
    description: 'the prices (a financial year such as 2026-27)',
    'x-unit': 'financial year',
  })
})

t.test('lists, objects and values by year', async (t) => {
  t.same(plain(many(id('x'), 30, 'grants')), { type: 'array', items: plain(id('x')), maxItems: 30, description: 'grants', default: [] })
  t.same(plain(object({ id: id('x'), title: opt(name('y')) }, { $id: 'Thing' })), {
    $id: 'Thing',
    type: 'object',
    required: ['id'],
    properties: {
      id: plain(id('x')),
      title: plain(name('y')),
      source: { type: 'string', maxLength: 2000, description: 'where the figures of this object come from' },
      note: { type: 'string', maxLength: 2000, description: 'anything a reader should know' },
    },
    additionalProperties: false,
  })
  t.equal(plain(object({})).additionalProperties, false)
  const years = {
    type: 'object',
    description: 'grants',
    minProperties: 0,
    propertyNames: { pattern: '^(19|20|21)[0-9]{2}-[0-9]{2}$', format: 'financial-year' },
    additionalProperties: plain(id('x')),
  }
  t.same(plain(byYear(id('x'), 'grants')), years)
  t.same(plain(byYear(id('x'), 'grants', 1)), { ...years, minProperties: 1 })
})

t.test('quantities, with the ends of their unit or their own', async (t) => {
  const ends: [unit: Parameters<typeof quantity>[0], minimum: string, maximum: string][] = [
    ['proportion', '0', '1'],
    ['relative change', '-1', '1'],
    ['rate a year', '-0.5', '0.5'],
    ['index', '0.0000000001', '1000000000'],
    ['correlation', '-1', '1'],
    ['pounds', '0', '1000000000'],
    ['months', '0', '1000000000'],
    ['children a year', '0', '1000000000'],
  ]
  for (const [unit, minimum, maximum] of ends) {
    const domain = { unit, minimum, maximum }
    const description = `what it is (${unit}; ${minimum} to ${maximum})`
    t.same(plain(quantity(unit, 'what it is')), { $ref: 'Quantity#', description, 'x-quantity': domain }, unit)
  }
  t.same(plain(quantity('months', 'mean stay', { minimum: '1', maximum: '240', default: '24' })), {
    $ref: 'Quantity#',
    description: 'mean stay (months; 1 to 240)',
    'x-quantity': { unit: 'months', minimum: '1', maximum: '240' },
    default: '24',
  })
})

t.test('whole numbers and words', async (t) => {
  const months = { type: 'integer', description: 'the window', minimum: 1, maximum: 120, 'x-unit': 'months' }
  t.same(plain(count('the window', 1, 120)), months)
  t.same(plain(count('the window', 1, 120, { default: 12, unit: 'years' })), { ...months, 'x-unit': 'years', default: 12 })
  t.same(plain(count('the window', 1, 120, { default: 0 })), { ...months, default: 0 })
  const words = { type: 'string', enum: ['start', 'mid', 'end'], description: 'when', 'x-unit': 'choice' }
  t.same(plain(choice(['start', 'mid', 'end'], 'when')), words)
  t.same(plain(choice(['start', 'mid', 'end'], 'when', 'mid')), { ...words, default: 'mid' })
})
