import t from 'tap'
import { type Case, caseOf, figuresOf, type Intervention, interventionOf, line, months, total } from '../cases-for-tests.ts'

type Cost = NonNullable<Intervention['costs']>[number]

function quantity(cost: Partial<Cost>, parts: Partial<Intervention> = {}, whole: Partial<Case> = {}): string[] {
  const one: Cost = { id: 'team', amount: '1200', per: 'year', ...cost }
  return line(
    figuresOf(caseOf({ interventions: [interventionOf({ costs: [one], ...parts })], ...whole })),
    'interventions.fgc.costs.team.quantity',
  )
}

const twelfth = '0.0833333333'

t.test('once: in its month, or when the intervention starts', async (t) => {
  t.same(quantity({ per: 'once' }), ['1', ...months([11, '0'])])
  t.same(quantity({ per: 'once' }, { start: '2026-06' }), ['0', '0', '1', ...months([9, '0'])])
  t.same(quantity({ per: 'once', month: '2026-05' }, { start: '2026-06' }), ['0', '1', ...months([10, '0'])])
  t.same(quantity({ per: 'once', month: '2025-05' }), months([12, '0']), 'paid before the case')
  t.same(quantity({ per: 'once', month: '2027-04' }), months([12, '0']), 'paid after it')
})

t.test('every year: a twelfth a month from the start to the end of the horizon', async (t) => {
  t.same(quantity({}), months([12, twelfth]))
  t.same(quantity({}, { start: '2026-06' }), months([2, '0'], [10, twelfth]))
  t.same(quantity({}, { start: '2025-06' }), months([12, twelfth]))
})

t.test('every year: until the last family has left', async (t) => {
  // The last start is in July; in a programme of three months those families leave with September: end + 3 − 1.
  t.same(quantity({}, { end: '2026-07', programme: { months: 3 } }), months([6, twelfth], [6, '0']))
  t.same(quantity({}, { end: '2026-07' }), months([4, twelfth], [8, '0']), 'a programme of one month')
  t.same(quantity({}, { end: '2027-03', programme: { months: 60 } }), months([12, twelfth]), 'beyond the horizon')
})

t.test('every year: from and to of its own', async (t) => {
  t.same(quantity({ from: '2026-05', to: '2026-06' }, { end: '2026-12' }), ['0', twelfth, twelfth, ...months([9, '0'])])
  t.same(quantity({ to: '2026-04' }), [twelfth, ...months([11, '0'])])
  t.same(quantity({ from: '2027-03' }), [...months([11, '0']), twelfth])
  t.same(quantity({ from: '2026-01', to: '2026-03' }), months([12, '0']))
})

t.test('per referral, start and completion', async (t) => {
  // Eight referred, half of them accepted, two places of one month: 2 start, and half of those complete a month later.
  const parts: Partial<Intervention> = {
    referrals: { perMonth: '8', takeUp: '0.5' },
    capacity: { places: '2' },
    programme: { months: 1, completion: '0.5' },
  }
  t.same(quantity({ per: 'referral' }, parts), months([12, '8']))
  t.same(quantity({ per: 'start' }, parts), months([12, '2']))
  t.same(quantity({ per: 'completion' }, parts), ['0', ...months([11, '1'])])
})

t.test('a year’s cost is a year’s amount, with optimism bias on top', async (t) => {
  const figures = (cost: Partial<Cost>) =>
    figuresOf(caseOf({ interventions: [interventionOf({ costs: [{ id: 'team', amount: '1200', per: 'year', ...cost }] })] }))
  const paid = (cost: Partial<Cost>) => total(figures(cost), 'interventions.fgc.costs.team.cost').toFixed()
  t.equal(paid({}), '1200')
  t.equal(paid({ optimismBias: '0.15' }), '1380')
  t.equal(paid({ from: '2026-10' }), '600')
})

t.test('two years across a financial year of five months', async (t) => {
  // From November: 5/12, 12/12 and 7/12 of 1,200.
  const figures = figuresOf(
    caseOf({ start: '2026-11', years: 2, interventions: [interventionOf({ costs: [{ id: 'team', amount: '1200', per: 'year' }] })] }),
  )
  t.same(line(figures, 'interventions.fgc.costs.team.cost'), ['500', '1200', '700'])
})

t.test('in cash money and in that of the base year', async (t) => {
  const costs = [{ id: 'team', amount: '1200', per: 'year' as const }]
  const figures = figuresOf(caseOf({ years: 2, prices: { inflation: '0.1' }, interventions: [interventionOf({ costs })] }))
  t.same(line(figures, 'interventions.fgc.costs.team.cost'), ['1200', '1320'])
  t.same(line(figures, 'interventions.fgc.costs.team.costReal'), ['1200', '1200'])
})
