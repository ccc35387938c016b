import t from 'tap'
import { type Case, caseOf, type Demand, demandOf, figuresOf, lineOf, text } from '../cases-for-tests.ts'

/** What an opening moves in a year's spending at £100 a place and month. */
function drift(demand: Partial<Demand>, parts: Partial<Case> = {}): string {
  const figures = figuresOf(caseOf({ demand: [demandOf({ costs: [lineOf()], ...demand })], ...parts }))
  return text(figures.of(figures.method.demands[0]?.drift ?? figures.method.book.zero))
}

t.test('a steady opening moves nothing, said or unsaid', async (t) => {
  t.equal(drift({}), '0')
  t.equal(drift({ opening: '60' }), '0')
})

t.test('the difference runs off by the demand’s own stay, at the lines’ prices', async (t) => {
  // Six more than steady in six-month stays: 5 + 4 + 3 + 2 + 1 = 15 place-months; six fewer, −15.
  t.equal(drift({ opening: '66' }), '1500')
  t.equal(drift({ opening: '54' }), '-1500')
  // A mean stay of 2: half leaves each month: 8 above 20 leaves 4, 2, 1, … to 8 × (1 − 2⁻¹²) = 7.998046875.
  t.equal(drift({ stay: { kind: 'geometric', meanMonths: '2' }, opening: '28' }), '799.8046875')
})

t.test('the body’s places count: by share, and neither entries nor a partner’s', async (t) => {
  const costs = [
    lineOf({ share: '0.5' }),
    lineOf({ id: 'legal', per: 'entry' }),
    lineOf({ id: 'nhs', funder: 'nhs' }),
    lineOf({ id: 'two', amount: '2' }),
  ]
  // 15 × (½ × 100 + 2)
  t.equal(drift({ opening: '66', costs }), '780')
})

t.test('in cash money, year by year', async (t) => {
  // 18 more than the 180 of eighteen-month stays: 17 + 16 + … + 6 = 138 place-months in the first year and 5 + … + 1 = 15 in the second,
  // at £100 and £110.
  const longer = { stay: { kind: 'fixed' as const, months: 18 }, opening: '198' }
  t.equal(drift(longer, { years: 2, prices: { inflation: '0.1' } }), '15450')
})
