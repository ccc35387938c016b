import t from 'tap'
import { CheckFailure, checked } from '../../src/answers/checked.ts'
import { Figures } from '../../src/answers/figures.ts'
import { ExactValues, exactNumber } from '../../src/graph/exact.ts'
import type { Expression } from '../../src/graph/graph.ts'
import { Operation } from '../../src/graph/operations.ts'
import { type Appraisal, appraisal } from '../../src/method/appraisal.ts'
import { Book } from '../../src/method/book.ts'
import {
  answer,
  type Case,
  caseOf,
  certainEffect,
  demandOf,
  figuresOf,
  interventionOf,
  lineOf,
  plannedLine,
  ready,
} from '../cases-for-tests.ts'

/*
 * Graphs made false on purpose: every check that stands between a wrong number and a reader must be able to fail.
 */

const whole: Case = caseOf({
  years: 2,
  prices: { inflation: '0.02' },
  demand: [demandOf({ costs: [plannedLine(), lineOf({ id: 'court', per: 'entry', amount: '55' })] })],
  interventions: ['one', 'two'].map((id) =>
    interventionOf({
      id,
      referrals: { perMonth: '2' },
      capacity: { places: '1.5', waitingList: true },
      programme: { months: 1 },
      effects: [certainEffect()],
      costs: [{ id: 'team', amount: '1200', per: 'year' }],
      savings: [{ id: 'agency', amount: '600', per: 'year' }],
    }),
  ),
  funding: [{ id: 'grant', byYear: { '2026-27': '500' } }],
})

/** The figures of a case whose graph has one node replaced by another number: whatever rests on it rests on that. */
function falseGraph(find: (method: Appraisal) => Expression | undefined, amount: string): Figures {
  const { case: complete, register } = ready(whole)
  const method = appraisal(complete, register)
  const node = find(method)
  if (!node) throw new Error('there is no such node to falsify')
  const honest = new Figures(complete, register, method).of(node)
  const { graph } = method.book
  graph.operation[node.index] = Operation.constant
  graph.left[node.index] = graph.constants.push(honest.plus(amount).toFixed()) - 1
  return new Figures(complete, register, method)
}

/** The figures of a case of which the exact reader has misread one node, and nothing that rests on it. */
function misread(find: (method: Appraisal) => Expression | undefined, amount: string): Figures {
  const figures = figuresOf(whole)
  const node = find(figures.method)
  if (!node) throw new Error('there is no such node to misread')
  const values = [...figures.exact.values]
  values[node.index] = figures.of(node).plus(amount)
  return Object.assign(Object.create(Figures.prototype), figures, { exact: new ExactValues(values) }) as Figures
}

function failures(figures: Figures): string[] {
  try {
    checked(figures)
    return []
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error
    return error.failed.map(({ id }) => id)
  }
}

t.test('an honest graph passes every check', async (t) => {
  t.same(failures(figuresOf(whole)), [])
  t.ok(answer(whole).checks.every(({ pass }) => pass))
})

// What is made false, by how much, and the check that must fail for it. Tolerances: 0.07 for a line and year of seven rungs; 0.32 for the
// 2 years × (2 lines × 7 rungs + 2 savings) between the package and its parts; 0.14 for the months.
const wrong: [string, (method: Appraisal) => Expression | undefined, string, string][] = [
  ['a posting', ({ demands }) => demands[0]?.lines[0]?.rungs.cashable.cash[1], '0.08', 'ladder.demand.care.costs.place@2027-28'],
  ['avoided entries', ({ demands }) => demands[0]?.avoided.combined[3], '0.000002', 'attribution.entries.demand.care@2026-27'],
  [
    'avoided numbers',
    ({ demands }) => demands[0]?.avoided.contributions[1]?.stock[23],
    '0.000002',
    'attribution.stock.demand.care@2027-28',
  ],
  ['waiting families', ({ families }) => families[0]?.waiting[5], '0.000002', 'families.interventions.one'],
  ['the closing stock', ({ demands }) => demands[0]?.avoided.baseline.stock[23], '0.000002', 'stock.demand.care'],
  ['the gross of a year', ({ financial }) => financial.grossAvoided[0], '0.01', 'ledger.grossAvoided.years'],
  ['the cashable of a year', ({ financial }) => financial.rungs.cashable[0], '0.01', 'ledger.cashable.years'],
  ['the cost of a year', ({ financial }) => financial.costAllFunders[0], '0.01', 'ledger.costAllFunders.years'],
  ['the cashable of one intervention', ({ credits }) => credits[0]?.cashable, '0.33', 'ledger.cashable.interventions'],
  ['the gross of one intervention', ({ credits }) => credits[1]?.grossAvoided, '-0.33', 'ledger.grossAvoided.interventions'],
  ['the net of a year', ({ financial }) => financial.net[1], '0.01', 'financial.net'],
  ['the monthly cumulative', ({ financial }) => financial.cumulativeByMonth[23], '0.15', 'financial.cumulativeByMonth'],
  ['the gap', ({ position }) => position.gap[0], '0.01', 'position.gap'],
  ['the fiscal NPV', ({ economic }) => economic.fiscal.npv, '-0.000002', 'economic.fiscal.npv'],
  ['the present value of costs', ({ economic }) => economic.public.cost, '0.000002', 'economic.public.npv'],
]

t.test('a formula that is wrong fails the check on it, though both readers agree on it', async (t) => {
  for (const [what, find, amount, check] of wrong) {
    const failed = failures(falseGraph(find, amount))
    t.ok(failed.includes(check), `${what} wrong by ${amount} fails ${check}; failed: ${failed.join(', ') || 'nothing'}`)
    t.notOk(
      failed.some((id) => id.startsWith('readers.')),
      'the readers agree',
    )
  }
})

t.test('a node that the exact reader has misread is not what float64 gives', async (t) => {
  for (const [what, find, amount] of wrong) {
    const failed = failures(misread(find, Number(amount) > 0 ? '0.01' : '-0.01'))
    t.ok(
      failed.some((id) => id.startsWith('readers.')),
      `${what}: ${failed.join(', ') || 'nothing failed'}`,
    )
  }
})

t.test('a difference the other reader cannot see is still held by the sums', async (t) => {
  // A thousand-millionth of a pound on thousands: float64 may be that far off, exact sums may not.
  t.same(failures(misread(({ financial }) => financial.grossAvoided[0], '0.000000001')), [])
  t.same(failures(falseGraph(({ financial }) => financial.grossAvoided[0], '0.000000001')), ['ledger.grossAvoided.years'])
})

t.test('a failure gives no number and names what failed', async (t) => {
  const one = falseGraph(({ position }) => position.gap[0], '0.01')
  const error = t.throws(() => checked(one), { name: 'CheckFailure', message: 'the answer failed a check: position.gap' })
  t.equal((error as unknown as CheckFailure).failed[0]?.difference.toFixed(), '0.01')
  t.equal((error as unknown as CheckFailure).failed[0]?.tolerance.toFixed(), '0')
  const two = falseGraph(({ financial }) => financial.net[0], '0.2')
  t.throws(() => checked(two), { message: 'the answer failed 2 checks: financial.net, financial.cumulativeByMonth' })
})

/** A method of named lines alone, each a formula of the given inputs, and no check but the agreement of the readers. */
function linesAlone(given: Record<string, string>, formulas: (input: (path: string) => Expression) => Expression[]): Figures {
  const { case: complete, register } = ready(caseOf())
  const inputs = new Map([
    ...register,
    ...Object.entries(given).map(([path, value]) => [path, { path, value, unit: '', origin: 'supplied' as const }] as const),
  ])
  const book = new Book(complete, inputs)
  const values = formulas((path) => book.given(path))
  for (const [place, value] of values.entries()) book.whole(`line${place}`, 'net', value)
  return new Figures(complete, inputs, { book, checks: [] } as unknown as Appraisal)
}

t.test('a line that is no number in float64 fails, wherever it stands', async (t) => {
  // 0.3 − 0.1 − 0.2 is 0, and a last digit below 0 in float64, which has no square root.
  const given = { a: '0.3', b: '0.1', c: '0.2' }
  const root = (input: (path: string) => Expression) => input('a').minus(input('b')).minus(input('c')).squareRoot()
  const good = (input: (path: string) => Expression) => input('a').plus(input('b'))
  t.same(failures(linesAlone(given, (input) => [good(input), root(input)])), ['readers.line1.net'], 'as the last line')
  t.same(failures(linesAlone(given, (input) => [root(input), good(input)])), ['readers.line0.net'], 'as the first line')
})

t.test('a line too large for float64 fails', async (t) => {
  const squared = (value: Expression) => value.times(value)
  const huge = (input: (path: string) => Expression) => squared(squared(squared(squared(squared(squared(input('a')))))))
  t.same(failures(linesAlone({ a: '1000000000' }, (input) => [huge(input)])), ['readers.line0.net'])
})

t.test('an appraisal without any named line has nothing to disagree on', async (t) => {
  t.same(failures(linesAlone({}, () => [])), [])
})

t.test('exact values are looked up by node', async (t) => {
  const figures = figuresOf(whole)
  t.equal(figures.of(figures.method.book.one).toFixed(), exactNumber(1).toFixed())
  t.equal(figures.at([], 3).toFixed(), '0')
})
