import t from 'tap'
import { answer, caseOf, type Demand, demandOf } from '../cases-for-tests.ts'

/** The roll-forward of a year: opening and entries less everyone who left, beside the closing numbers. */
function rolledForward(demand: Partial<Demand>): [string | undefined, string | undefined] {
  const { checks } = answer(caseOf({ demand: [demandOf(demand)] }))
  const check = checks.find(({ id }) => id === 'stock.demand.care')
  return [check?.left, check?.right]
}

t.test('fixed stays shorter than the horizon: the opening has gone, and all but the last entries', async (t) => {
  // 20 + 120 − (20 + 8 months of 10) = 40, the last four months' entries.
  t.same(rolledForward({ stay: { kind: 'fixed', months: 4 }, opening: '20' }), ['40', '40'])
})

t.test('fixed stays as long as the horizon, and longer', async (t) => {
  // 24 + 120 − 24 = 120. Longer: half of 24 has gone and nobody who came: 24 + 120 − 12 = 132.
  t.same(rolledForward({ stay: { kind: 'fixed', months: 12 }, opening: '24' }), ['120', '120'])
  t.same(rolledForward({ stay: { kind: 'fixed', months: 24 }, opening: '24' }), ['132', '132'])
})

t.test('geometric stays: a share of those present leaves each month', async (t) => {
  // L = 1: 8 in the first month, then the ten of the month before: 8 + 120 − (8 + 11 × 10) = 10.
  t.same(rolledForward({ stay: { kind: 'geometric', meanMonths: '1' }, opening: '8' }), ['10', '10'])
  // L = 2 from 20 with 10 a month: steady, 10 of 20 leave each month: 20 + 120 − 120 = 20.
  t.same(rolledForward({ stay: { kind: 'geometric', meanMonths: '2' }, opening: '20' }), ['20', '20'])
  // L = 2 from 84 with none coming: 84 ÷ 2¹² = 0.0205078125 is left.
  t.same(rolledForward({ entriesPerYear: '0', stay: { kind: 'geometric', meanMonths: '2' }, opening: '84' }), [
    '0.0205078125',
    '0.0205078125',
  ])
})
