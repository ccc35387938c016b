import t from 'tap'
import {
  answer,
  avoidingPlaces,
  type CostLine,
  caseOf,
  certainEffect,
  demandOf,
  figuresOf,
  interventionOf,
  line,
  lineOf,
  plannedLine,
} from '../cases-for-tests.ts'

const allYear = (places: number) => new Array<number>(12).fill(places)
const rungs = ['partners', 'unplanned', 'fixed', 'notYetReleased', 'backfilled', 'absorbed', 'cashable'] as const

/** The rungs of one line over a year in which eight places are avoided of sixty, three of them unfunded and a quarter backfilled. */
function climbed(costs: CostLine, places = allYear(8)) {
  const demand = { backfill: '0.25', costs: [costs], budget: { basis: 'places' as const, places: ['57'] } }
  const { years, headline, demand: demands } = answer(avoidingPlaces(places, {}, demand))
  const cash = years[0]?.cash
  const inYear = Object.fromEntries(rungs.map((rung) => [rung, cash?.[rung]]))
  t.same(inYear, demands[0]?.lines[0]?.cash, 'the line alone makes the year')
  return { ...inYear, gross: headline.grossAvoided }
}

const none = {
  partners: '0.00',
  unplanned: '0.00',
  fixed: '0.00',
  notYetReleased: '0.00',
  backfilled: '0.00',
  absorbed: '0.00',
  cashable: '0.00',
}

t.test('every rung of a line that the body pays, at £100 a month and a fifth of the cost fixed', async (t) => {
  // 8 × 12 × 100 = 9,600, of which 1,920 is fixed. Of the four fifths that move: 2 of 8 backfilled, 3 absorbed, 3 left:
  // 2 × 0.8 × 1,200 = 1,920; 3 × 0.8 × 1,200 = 2,880.
  const moved = { ...none, fixed: '1920.00', backfilled: '1920.00', absorbed: '2880.00', gross: '9600.00' }
  t.same(climbed(lineOf({ variable: '0.8' })), { ...moved, unplanned: '2880.00' }, 'with no plan')
  t.same(climbed(plannedLine({}, { variable: '0.8' })), { ...moved, cashable: '2880.00' }, 'with a plan')
  // In twos, 2 of 3 go: 2 × 0.8 × 1,200 = 1,920, and 960 waits for a whole step.
  t.same(climbed(plannedLine({ step: '2' }, { variable: '0.8' })), { ...moved, notYetReleased: '960.00', cashable: '1920.00' }, 'in twos')
  // From October half the year is left.
  t.same(
    climbed(plannedLine({ from: '2026-10' }, { variable: '0.8' })),
    { ...moved, notYetReleased: '1440.00', cashable: '1440.00' },
    'from October',
  )
})

t.test('a line that a partner pays is the partner’s, whole', async (t) => {
  t.same(climbed(plannedLine({}, { variable: '0.8', funder: 'nhs' })), { ...none, partners: '9600.00', gross: '9600.00' })
})

t.test('a cost that does not move at all, and one that moves whole', async (t) => {
  t.same(climbed(plannedLine({}, { variable: '0' })), { ...none, fixed: '9600.00', gross: '9600.00' })
  t.same(climbed(plannedLine()), { ...none, backfilled: '2400.00', absorbed: '3600.00', cashable: '3600.00', gross: '9600.00' })
})

t.test('a rise in numbers: negative on fixed and cashable alone', async (t) => {
  // −4 × 12 × 100 = −4,800: a fifth of it is fixed cost that does not move either.
  const risen = { ...none, fixed: '-960.00', cashable: '-3840.00', gross: '-4800.00' }
  t.same(climbed(lineOf({ variable: '0.8' }), allYear(-4)), risen, 'with no plan')
  t.same(climbed(plannedLine({ step: '4', noticeMonths: 3, from: '2027-01' }, { variable: '0.8' }), allYear(-4)), risen, 'with a plan')
  t.same(climbed(lineOf({ funder: 'nhs' }), allYear(-4)), { ...none, partners: '-4800.00', gross: '-4800.00' }, 'a partner’s')
})

t.test('a week, a month, a year and an entry', async (t) => {
  // 12 place-months: a week is 1461/28 ÷ 12 months, so £28 a week is £1,461 a place and year; £1,200 a year is £100 a month.
  const grossOf = (costs: CostLine) => answer(avoidingPlaces(allYear(1), {}, { costs: [costs] })).headline.grossAvoided
  t.equal(grossOf(lineOf({ per: 'week', amount: '28' })), '1461.00')
  t.equal(grossOf(lineOf({ per: 'month', amount: '100' })), '1200.00')
  t.equal(grossOf(lineOf({ per: 'year', amount: '1200' })), '1200.00')
  t.equal(grossOf(lineOf({ per: 'entry', amount: '100' })), '0.00', 'earlier exits avoid no entries')
  const entries = answer(
    caseOf({
      demand: [demandOf({ costs: [lineOf({ per: 'entry', amount: '100' })] })],
      interventions: [interventionOf({ referrals: { perMonth: '2' }, effects: [certainEffect()] })],
    }),
  )
  // 2 × 12 × 100
  t.equal(entries.headline.grossAvoided, '2400.00')
})

t.test('returns take back entries, and places with them', async (t) => {
  // 4 avoided in April, half of them back in May: 4 − 2 entries; in two-month stays 4, 4 − 2, −2 places.
  const effect = certainEffect({ returns: { share: '0.5', afterMonths: 1 } })
  const figures = figuresOf(
    caseOf({
      demand: [demandOf({ stay: { kind: 'fixed', months: 2 }, costs: [plannedLine(), plannedLine({}, { id: 'legal', per: 'entry' })] })],
      interventions: [interventionOf({ end: '2026-04', referrals: { perMonth: '4' }, effects: [effect] })],
    }),
  )
  t.same(line(figures, 'demand.care.costs.place.releasedPlaces').slice(0, 4), ['4', '2', '-2', '0'])
  t.same(line(figures, 'demand.care.costs.legal.releasedPlaces').slice(0, 4), ['4', '-2', '0', '0'])
  t.same(line(figures, 'demand.care.costs.place.cashable'), ['400'])
  t.same(line(figures, 'demand.care.costs.legal.cashable'), ['200'])
})

t.test('economic and social value is nobody’s budget: in no rung, no gross, no line of the demand', async (t) => {
  const value = (id: string, kind: 'economic' | 'social', parts: Partial<CostLine> = {}) => lineOf({ id, value: kind, ...parts })
  const release = { action: 'none', owner: 'nobody' }
  const costs = [
    plannedLine(),
    value('earnings', 'economic', { amount: '50', funder: 'nhs', variable: '0.5', release }),
    value('trauma', 'social', { amount: '25' }),
  ]
  const { years, headline, demand, interventions } = answer(avoidingPlaces(allYear(1), {}, { costs }))
  t.equal(headline.grossAvoided, '1200.00')
  t.equal(headline.cashable, '1200.00')
  t.equal(years[0]?.cash.partners, '0.00')
  t.equal(
    interventions.reduce((sum, { cash }) => sum + Number(cash.grossAvoided), 0),
    1200,
  )
  t.same(
    demand[0]?.lines.map(({ id }) => id),
    ['place'],
  )
  // Its funder, the share that moves and its plan are ignored: 12 × 50 and 12 × 25, whole.
  t.equal(years[0]?.real.economic, '600.00')
  t.equal(years[0]?.real.social, '300.00')
})

t.test('each rung of a line in cash money and in that of the base year', async (t) => {
  // £100 a place and month for eight places, and 10% more in the second year: 9,600 and 10,560.
  const figures = figuresOf(
    avoidingPlaces(new Array<number>(24).fill(8), { years: 2, prices: { inflation: '0.1' } }, { costs: [plannedLine()] }),
  )
  t.same(line(figures, 'demand.care.costs.place.cashable'), ['9600', '10560'])
  t.same(line(figures, 'demand.care.costs.place.cashableReal'), ['9600', '9600'])
  const value = avoidingPlaces(
    new Array<number>(24).fill(8),
    { years: 2, prices: { inflation: '0.1' } },
    { costs: [lineOf({ value: 'social' })] },
  )
  t.same(line(figuresOf(value), 'demand.care.costs.place.value'), ['9600', '10560'])
  t.same(line(figuresOf(value), 'demand.care.costs.place.valueReal'), ['9600', '9600'])
})
