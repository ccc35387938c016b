import t from 'tap'
import {
  answer,
  type Case,
  type CostLine,
  caseOf,
  demandOf,
  figuresOf,
  type Intervention,
  interventionOf,
  line,
  lineOf,
  text,
} from '../cases-for-tests.ts'

/** A line's prices by year: what one place-month, entry or whole of it costs, real and in cash. */
function pricesOf(costs: Partial<CostLine>, parts: Partial<Case> = {}) {
  const figures = figuresOf(caseOf({ demand: [demandOf({ costs: [lineOf(costs)] })], ...parts }))
  const prices = figures.method.demands[0]?.lines[0]?.prices
  return {
    real: prices?.real.map((price) => text(figures.of(price), 10)),
    cash: prices?.cash.map((price) => text(figures.of(price), 10)),
  }
}

/** What a cost of £100 paid once in each of some months comes to, in cash money. */
function paid(cost: Partial<NonNullable<Intervention['costs']>[number]>, parts: Partial<Case>): string[] {
  const { years } = answer(
    caseOf({ interventions: [interventionOf({ costs: [{ id: 'team', amount: '100', per: 'year', ...cost }] })], ...parts }),
  )
  return years.map(({ cash }) => cash.cost)
}

t.test('a month of a week, a month, a year; an entry as it is', async (t) => {
  // £28 × 365.25 ÷ 7 ÷ 12 = 28 × 1461/28 ÷ 12 = £121.75; with 52 weeks 28 × 52 ÷ 12 = £121.3333…
  t.same(pricesOf({ per: 'week', amount: '28' }).real, ['121.75'])
  t.same(pricesOf({ per: 'week', amount: '28' }, { prices: { weeksPerYear: '52' } }).real, ['121.3333333333'])
  t.same(pricesOf({ per: 'month', amount: '28' }).real, ['28'])
  t.same(pricesOf({ per: 'year', amount: '36' }).real, ['3'])
  t.same(pricesOf({ per: 'entry', amount: '28' }).real, ['28'])
})

t.test('prices of another year, by a deflator of the case', async (t) => {
  // 100 × 120 ÷ 80 = 150
  const deflators = { '2020-21': '80', '2026-27': '120' }
  t.same(pricesOf({ priceYear: '2020-21' }, { prices: { deflators } }).real, ['150'])
  t.same(pricesOf({ priceYear: '2026-27' }).real, ['100'], 'in base-year prices already')
  t.same(pricesOf({}).real, ['100'], 'or taken to be')
  t.same(paid({ priceYear: '2020-21' }, { prices: { deflators } }), ['150.00'])
})

t.test('prices of another year, by the built-in series', async (t) => {
  // Both years built in: the ratio of the two, to be read in the assumptions.
  const { assumptions, headline } = answer(
    caseOf({
      start: '2024-04',
      interventions: [interventionOf({ costs: [{ id: 'team', amount: '1000000', per: 'once', priceYear: '2015-16' }] })],
    }),
  )
  const deflator = (year: string) => Number(assumptions.find(({ path }) => path === `prices.deflators.${year}`)?.value)
  t.ok(deflator('2015-16') > 0)
  t.equal(Number(headline.cost), Math.round((1e8 * deflator('2024-25')) / deflator('2015-16')) / 100)
})

t.test('optimism bias on a cost', async (t) => {
  t.same(paid({ optimismBias: '0.15' }, {}), ['115.00'])
  t.same(paid({ optimismBias: '2' }, {}), ['300.00'])
})

t.test('real growth compounds from the base year, and back before it', async (t) => {
  t.same(pricesOf({ realGrowth: '0.1' }, { years: 3 }).real, ['100', '110', '121'])
  // Based on 2028-29: 121 ÷ 1.21, 121 ÷ 1.1, 121, 121 × 1.1.
  const prices = { baseYear: '2028-29' }
  t.same(pricesOf({ amount: '121', realGrowth: '0.1' }, { years: 4, prices }).real, ['100', '110', '121', '133.1'])
  // Based on 2024-25, two years before the case: 100 × 1.21 at once.
  t.same(pricesOf({ realGrowth: '0.1' }, { years: 2, prices: { baseYear: '2024-25' } }).real, ['121', '133.1'])
  t.same(pricesOf({ realGrowth: '-0.5' }, { years: 3 }).real, ['100', '50', '25'])
})

t.test('cash is real × inflation since the base year', async (t) => {
  const real = pricesOf({}, { years: 3, prices: { inflation: '0.1' } })
  t.same(real.real, ['100', '100', '100'])
  t.same(real.cash, ['100', '110', '121'])
  const later = pricesOf({ amount: '121' }, { years: 3, prices: { inflation: '0.1', baseYear: '2028-29' } })
  t.same(later.cash, ['100', '110', '121'])
  // On top of real growth: 1.1 × 1.2 = 1.32, squared 1.7424.
  t.same(pricesOf({ realGrowth: '0.2' }, { years: 3, prices: { inflation: '0.1' } }).cash, ['100', '132', '174.24'])
})

t.test('inflation by year: into each year, the first and the last repeating outward', async (t) => {
  // From 2025-26: into 26-27 0.1 (the first repeats), 27-28 0.1, 28-29 0.2, 29-30 0.2 (the last repeats):
  // 110, 121, 145.2, 174.24.
  const inflation = { '2027-28': '0.1', '2028-29': '0.2' }
  t.same(pricesOf({}, { years: 4, prices: { inflation, baseYear: '2025-26' } }).cash, ['110', '121', '145.2', '174.24'])
  // Based on 2029-30 instead: ÷ 0.2 into 29-30, ÷ 0.2 into 28-29, ÷ 0.1 into 27-28.
  t.same(pricesOf({ amount: '174.24' }, { years: 4, prices: { inflation, baseYear: '2029-30' } }).cash, ['110', '121', '145.2', '174.24'])
  t.same(pricesOf({}, { years: 3, prices: { inflation: { '2027-28': '0.1' } } }).cash, ['100', '110', '121'], 'one year stands for all')
})

t.test('inflation as a range, and as a published figure within a year, is one rate', async (t) => {
  t.same(pricesOf({}, { years: 3, prices: { inflation: { central: '0.1', low: '0', high: '0.2' } } }).cash, ['100', '110', '121'])
  const byYear = { '2027-28': { central: '0.1', low: '0', high: '0.2' } }
  t.same(pricesOf({}, { years: 3, prices: { inflation: byYear } }).cash, ['100', '110', '121'])
})

t.test('inflation as a published figure is one rate', async (t) => {
  // A figure of 9% a year: 100, 109, 109 × 1.09 = 118.81.
  t.same(pricesOf({}, { years: 3, prices: { inflation: { ref: 'childrens-homes-growth-2025' } } }).cash, ['100', '109', '118.81'])
})

t.test('the index is a line of its own', async (t) => {
  t.same(line(figuresOf(caseOf({ years: 3, prices: { inflation: '0.1' } })), 'prices.inflationIndex'), ['1', '1.1', '1.21'])
})
