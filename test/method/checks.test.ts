import t from 'tap'
import { completeCase } from '../../src/case/read-case.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { type Case, caseOf, certainEffect, demandOf, figuresOf, interventionOf, lineOf, plannedLine } from '../cases-for-tests.ts'

/*
 * Which checks an appraisal makes, and how far the two ways of each may lie apart. A check that is not made finds nothing.
 */

/** Two years of two lines (one of them a partner's), one intervention with one cost and one saving, and a grant. */
const given: Case = caseOf({
  years: 2,
  demand: [demandOf({ costs: [plannedLine(), lineOf({ id: 'health', funder: 'icb' })] })],
  interventions: [
    interventionOf({
      referrals: { perMonth: '1' },
      effects: [certainEffect({ reduction: '0.1' })],
      costs: [{ id: 'team', amount: '1', per: 'year' }],
      savings: [{ id: 'agency', amount: '1', per: 'year' }],
    }),
  ],
  funding: [{ id: 'dfe', byYear: { '2026-27': '1' } }],
})

// A penny for each posting between the two ways: a line and year has seven rungs; the ledger (2 lines × 7 rungs + 1 saving) × 2 years = 30; the
// months against the years 2 years × (1 line of the body + 1 cost + 1 saving + 1 grant) = 8.
const expected: readonly [id: string, tolerance: string][] = [
  ['ladder.demand.care.costs.place@2026-27', '0.07'],
  ['ladder.demand.care.costs.place@2027-28', '0.07'],
  ['ladder.demand.care.costs.health@2026-27', '0.07'],
  ['ladder.demand.care.costs.health@2027-28', '0.07'],
  ['attribution.entries.demand.care@2026-27', '0.000001'],
  ['attribution.stock.demand.care@2026-27', '0.000001'],
  ['attribution.entries.demand.care@2027-28', '0.000001'],
  ['attribution.stock.demand.care@2027-28', '0.000001'],
  ['families.interventions.fgc', '0.000001'],
  ['stock.demand.care', '0.000001'],
  ['ledger.grossAvoided.years', '0'],
  ['ledger.cashable.years', '0'],
  ['ledger.costAllFunders.years', '0'],
  ['ledger.grossAvoided.interventions', '0.30'],
  ['ledger.cashable.interventions', '0.30'],
  ['ledger.costAllFunders.interventions', '0'],
  ['financial.net', '0'],
  ['financial.cumulativeByMonth', '0.08'],
  ['position.gap', '0'],
  ['economic.fiscal.npv', '0.000001'],
  ['economic.public.npv', '0.000001'],
]

t.test('every check is made, and each as closely as its postings allow', async (t) => {
  const { checks } = figuresOf(given).method
  t.same(
    checks.map(({ id, tolerance }) => [id, tolerance]),
    expected,
  )
})

t.test('the two ways of a check agree', async (t) => {
  const figures = figuresOf(given)
  for (const { id, left, right, tolerance } of figures.method.checks) {
    const apart = figures.of(left).minus(figures.of(right)).abs()
    t.ok(apart.lessThanOrEqualTo(tolerance), `${id}: ${apart} apart`)
  }
})

t.test('a check without postings between its two ways still allows a penny', async (t) => {
  const { checks } = figuresOf(caseOf({ demand: [demandOf({ costs: [] })] })).method
  t.equal(checks.find(({ id }) => id === 'financial.cumulativeByMonth')?.tolerance, '0.01')
})

t.test('whether an intervention is in the package is an input only where a reader asks for switches', async (t) => {
  const { case: complete, register } = completeCase(given)
  const switched = (switches?: boolean) =>
    appraisal(complete, register, undefined, switches).book.graph.inputs.filter((path) => path.endsWith('.included'))
  t.same(switched(), [])
  t.same(switched(true), ['interventions.fgc.included'])
})
