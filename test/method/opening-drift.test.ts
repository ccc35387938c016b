import t from 'tap'
import { type Case, caseOf, type Demand, demandOf, figuresOf, lineOf, text } from '../cases-for-tests.ts'

/** What an opening adds in a year to spending that the budget does not fund, at £100 a place and month. */
function drift(demand: Partial<Demand>, parts: Partial<Case> = {}): string {
  const figures = figuresOf(caseOf({ demand: [demandOf({ costs: [lineOf()], ...demand })], ...parts }))
  return text(figures.of(figures.method.demands[0]?.drift ?? figures.method.book.zero))
}

t.test('a steady opening moves nothing, said or unsaid', async (t) => {
  t.equal(drift({}), '0')
  t.equal(drift({ opening: '60' }), '0')
})

t.test('a budget of the opening keeps the difference, and the difference runs off', async (t) => {
  // Six more than steady in six-month stays: 5 + 4 + 3 + 2 + 1 = 15 place-months are there of 6 × 12 = 72 budgeted: −57. Six fewer, 57.
  t.equal(drift({ opening: '66' }), '-5700')
  t.equal(drift({ opening: '54' }), '5700')
  // A mean stay of 2: of 8 above 20 half leave each month: 4 + 2 + 1 + … = 8 × (1 − 2⁻¹²) = 7.998046875, less 8 × 12.
  t.equal(drift({ stay: { kind: 'geometric', meanMonths: '2' }, opening: '28' }), '-8800.1953125')
})

t.test('a budget of listed places does not know of it, and a budget of demand follows it', async (t) => {
  t.equal(drift({ opening: '66', budget: { basis: 'places', places: ['60'] } }), '1500')
  t.equal(drift({ opening: '66', budget: { basis: 'demand' } }), '0')
})

t.test('the body’s places count, by the share that is on the line and moves; neither entries nor a partner’s', async (t) => {
  const costs = [
    lineOf({ share: '0.5', variable: '0.8' }),
    lineOf({ id: 'legal', per: 'entry' }),
    lineOf({ id: 'nhs', funder: 'nhs' }),
    lineOf({ id: 'two', amount: '2' }),
  ]
  // 57 × (½ × 0.8 × 100 + 2)
  t.equal(drift({ opening: '54', costs }), '2394')
})

t.test('in cash money, year by year', async (t) => {
  // 18 more than the 180 of eighteen-month stays: 17 + 16 + … + 6 = 138 place-months in the first year and 5 + … + 1 = 15 in the second,
  // each of 18 × 12 = 216 budgeted: −78 at £100 and −201 at £110.
  const longer = { stay: { kind: 'fixed' as const, months: 18 }, opening: '198' }
  t.equal(drift(longer, { years: 2, prices: { inflation: '0.1' } }), '-29910')
})

t.test('its lines stand where there is a drift to show', async (t) => {
  const names = (demand: Partial<Demand>) =>
    [...figuresOf(caseOf({ demand: [demandOf({ costs: [lineOf()], ...demand })] })).method.book.lines.keys()].filter((name) =>
      /\.opening[A-Z]/.test(name),
    )
  t.same(names({}), [], 'a steady opening by default')
  t.same(names({ opening: '66' }), ['demand.care.openingLeft', 'demand.care.openingDriftPlaces', 'demand.care.openingDrift'])
  t.same(names({ opening: '66', budget: { basis: 'places', places: ['60'] } }), ['demand.care.openingLeft', 'demand.care.openingDrift'])
  t.same(names({ opening: '66', budget: { basis: 'demand' } }), ['demand.care.openingDrift'])
})
