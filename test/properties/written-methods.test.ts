import t from 'tap'
import { structureOf, WrittenMethods } from '../../src/answers/structure.ts'
import { answer, type Case, caseOf, certainEffect, demandOf, exactNumber, interventionOf, plannedLine, ready } from '../cases-for-tests.ts'
import { property, so } from './property.ts'
import { anyCase } from './random-cases.ts'

/** The same case with other numbers: everything that is neither 0 nor 1 is a little less, and still neither. */
function otherNumbers(given: Case): Case {
  const words = new Set(['id', 'demand', 'start', 'end', 'from', 'to', 'month', 'funder', 'priceYear', 'baseYear'])
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key))
    if (typeof value === 'object' && value !== null) {
      return 'central' in value ? value : Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, walk(item, inner)]))
    }
    if (typeof value !== 'string' || words.has(key) || !/^-?[0-9]+(\.[0-9]+)?$/.test(value) || value === '0' || value === '1') return value
    const number = exactNumber(value)
    if (key === 'weeksPerYear') return '52.25'
    // Mean stays are at least 1, and a little below 1 is neither 0 nor 1.
    if (key === 'meanMonths') return number.plus('0.25').toFixed()
    return number.times('0.75').equals(1) ? number.times('0.7').toFixed() : number.times('0.75').toFixed()
  }
  return walk(given, '') as Case
}

property(
  'a case reckoned with the method written for another of its structure is the case reckoned afresh',
  anyCase,
  (given) => {
    const other = otherNumbers(given)
    const methods = new WrittenMethods()
    const [one, two] = [ready(given), ready(other)]
    so(methods.for(one.case, one.register) === methods.for(two.case, two.register), 'the structures are one')
    so(JSON.stringify(answer(other, methods)) === JSON.stringify(answer(other)), 'the answers differ')
    so(JSON.stringify(answer(given, methods)) === JSON.stringify(answer(given)), 'and those of the first case')
  },
  30,
)

const small = (parts: Partial<Case> = {}): Case =>
  caseOf({
    demand: [demandOf({ costs: [plannedLine()] })],
    interventions: [interventionOf({ referrals: { perMonth: '2' }, effects: [certainEffect()] })],
    ...parts,
  })
const structure = (given: Case) => structureOf(ready(given).case)

t.test('numbers are no part of a structure, and 0 and 1 are', async (t) => {
  const growing = (growth: unknown) => small({ demand: [demandOf({ growth: growth as string })] })
  t.equal(structure(growing('0.1')), structure(growing('0.25')))
  t.equal(structure(growing('0.1')), structure(growing(0.1)))
  t.not(structure(growing('0.1')), structure(growing({ central: '0.1', low: '0', high: '0.2' })), 'a range is one whatever its value')
  t.not(structure(growing('0.1')), structure(growing('0')))
  t.equal(structure(growing('0.10')), structure(growing('0.1')), 'however they are written')
})

t.test('words that only people read are no part of it, and words that shape are', async (t) => {
  t.equal(structure(small({ title: 'One', notes: 'of many' })), structure(small({ title: 'Another' })))
  t.not(structure(small({ overlap: 'disjoint' })), structure(small()))
  t.not(structure(small({ years: 2 })), structure(small()))
  t.not(structure(small({ start: '2026-05' })), structure(small()))
})

t.test('a funder whose name is a number is not a number', async (t) => {
  const paidBy = (funder: string) => small({ body: '5', demand: [demandOf({ costs: [plannedLine({}, { funder })] })] })
  const methods = new WrittenMethods()
  t.equal(answer(paidBy('5'), methods).headline.cashable, answer(paidBy('5')).headline.cashable)
  t.equal(answer(paidBy('6'), methods).headline.cashable, '0.00', 'funder 6 is a partner of body 5')
})

t.test('the latest used are kept, up to so many nodes', async (t) => {
  const [a, b, c] = [1, 2, 3].map((years) => ready(small({ years }))) as [
    ReturnType<typeof ready>,
    ReturnType<typeof ready>,
    ReturnType<typeof ready>,
  ]
  const size = (one: typeof a) => new WrittenMethods().for(one.case, one.register).book.graph.size
  const of = (methods: WrittenMethods, one: typeof a) => methods.for(one.case, one.register)

  const two = new WrittenMethods(size(a) + size(c))
  const first = of(two, a)
  t.equal(of(two, a), first, 'kept')
  of(two, b)
  t.equal(of(two, a), first, 'and now the latest used')
  const third = of(two, c)
  t.equal(of(two, a), first, 'b was used longest ago, and made room')
  t.equal(of(two, c), third)
  t.not(of(two, b), undefined)
  t.not(of(two, a), first, 'and b’s return made a leave')

  const one = new WrittenMethods(size(a))
  t.equal(of(one, a), of(one, a), 'one that just fits')
  const none = new WrittenMethods(size(a) - 1)
  t.not(of(none, a), of(none, a), 'what is too large is never kept')
})
