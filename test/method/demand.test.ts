import t from 'tap'
import { type Case, caseOf, type Demand, demandOf, figuresOf, line, months } from '../cases-for-tests.ts'

/** A line of one demand. */
function of(name: string, demand: Partial<Demand>, parts: Partial<Case> = {}): string[] {
  return line(figuresOf(caseOf({ ...parts, demand: [demandOf(demand)] })), `demand.care.${name}`)
}

t.test('entries a year, three ways', async (t) => {
  t.same(of('entries', { entriesPerYear: '120' }), months([12, '10']))
  // 40,000 × 30 ÷ 10,000 = 120
  t.same(of('entries', { population: '40000', entriesPer10000: '30' }), months([12, '10']))
  t.same(of('entries', { entriesByYear: ['120', '60'] }, { years: 3 }), months([12, '10'], [24, '5']), 'the last value repeats')
})

t.test('growth steps by case year, whatever the financial year', async (t) => {
  // 10, 10 × 1.1 and 10 × 1.21, stepping in November where the case starts in November.
  const grown = months([12, '10'], [12, '11'], [12, '12.1'])
  t.same(of('entries', { growth: '0.1' }, { years: 3 }), grown)
  t.same(of('entries', { growth: '0.1' }, { years: 3, start: '2026-11' }), grown)
  t.same(of('entries', { growth: '-0.5' }, { years: 2 }), months([12, '10'], [12, '5']))
})

t.test('the opening: the steady state unless it is given', async (t) => {
  // 120 ÷ 12 × 24 = 240; × 6 = 60. With entries by year, the first year's.
  t.same(of('opening', { stay: { kind: 'geometric', meanMonths: '24' } }), ['240'])
  t.same(of('opening', { stay: { kind: 'fixed', months: 6 } }), ['60'])
  t.same(of('opening', { entriesByYear: ['120', '600'] }), ['60'])
  t.same(of('opening', { opening: '33' }), ['33'])
  t.same(of('opening', { opening: '0' }), ['0'])
})

t.test('numbers in steady state stay where they are', async (t) => {
  t.same(of('stockDoNothing', { stay: { kind: 'geometric', meanMonths: '24' } }), months([12, '240']))
  t.same(of('stockDoNothing', { stay: { kind: 'fixed', months: 6 } }), months([12, '60']))
})

t.test('geometric: each month a constant share leaves', async (t) => {
  // L = 4 keeps ¾: 8 × ¾ + 10 = 16; 16 × ¾ + 10 = 22; 26.5; 29.875.
  const geometric = { stay: { kind: 'geometric' as const, meanMonths: '4' }, opening: '8' }
  t.same(of('stockDoNothing', geometric).slice(0, 4), ['16', '22', '26.5', '29.875'])
  // L = 1: everyone leaves within the month.
  t.same(of('stockDoNothing', { stay: { kind: 'geometric', meanMonths: '1' }, opening: '8' }), months([12, '10']))
})

t.test('fixed: the opening runs off in equal parts while entries build up', async (t) => {
  // D = 4, O = 20: 20 × ¾ + 10, 20 × ½ + 20, 20 × ¼ + 30, 0 + 40, then the last four months' entries.
  t.same(of('stockDoNothing', { stay: { kind: 'fixed', months: 4 }, opening: '20' }), ['25', '30', '35', ...months([9, '40'])])
  // D = 1: the opening has gone by the end of the first month.
  t.same(of('stockDoNothing', { stay: { kind: 'fixed', months: 1 }, opening: '20' }), months([12, '10']))
  // D = 24, O = 24, nobody comes: 24 × 23/24 = 23, 22, … 12.
  const leaving = of('stockDoNothing', { entriesPerYear: '0', stay: { kind: 'fixed', months: 24 }, opening: '24' })
  t.same([leaving[0], leaving[11]], ['23', '12'])
  // Growth reaches the numbers as fast as entries replace them: D = 4 and 11 a month from month 12: 41, 42, 43, 44.
  const growing = of('stockDoNothing', { stay: { kind: 'fixed', months: 4 }, growth: '0.1' }, { years: 2 })
  t.same(growing.slice(10, 18), ['40', '40', '41', '42', '43', '44', '44', '44'])
})

t.test('the budget pays for the opening, for demand as it comes, or for listed places', async (t) => {
  const demand: Partial<Demand> = { stay: { kind: 'fixed', months: 6 }, growth: '0.1', opening: '48' }
  const stock = (budget: NonNullable<Demand['budget']>) => of('stockBudgeted', { ...demand, budget }, { years: 3 })
  const entries = (budget: NonNullable<Demand['budget']>) => of('entriesBudgeted', { ...demand, budget }, { years: 3 })
  t.same(stock({}), months([36, '48']), 'the opening, by default')
  t.same(entries({}), months([36, '10']))
  t.same(stock({ basis: 'demand' }), of('stockDoNothing', demand, { years: 3 }))
  t.same(entries({ basis: 'demand' }), months([12, '10'], [12, '11'], [12, '12.1']))
  // Entries in proportion to places: 10 × 72 ÷ 48 = 15, 10 × 36 ÷ 48 = 7.5, and the last place number repeats.
  t.same(stock({ basis: 'places', places: ['72', '36'] }), months([12, '72'], [24, '36']))
  t.same(entries({ basis: 'places', places: ['72', '36'] }), months([12, '15'], [24, '7.5']))
})

t.test('budgeted places with nobody there at the start: the budget pays for today’s entries', async (t) => {
  const budget = { basis: 'places' as const, places: ['72'] }
  t.same(of('entriesBudgeted', { opening: '0', budget }), months([12, '10']))
  t.same(of('stockBudgeted', { opening: '0', budget }), months([12, '72']))
})

t.test('no children at all', async (t) => {
  for (const none of [{ entriesPerYear: '0' }, { population: '0', entriesPer10000: '30' }, { entriesByYear: ['0'] }]) {
    t.same(of('stockDoNothing', none), months([12, '0']))
    t.same(of('entriesBudgeted', { ...none, budget: { basis: 'places', places: ['3'] } }), months([12, '0']))
  }
})
