import t from 'tap'
import {
  answer,
  type Case,
  type CostLine,
  caseOf,
  certainEffect,
  demandOf,
  figuresOf,
  type Intervention,
  interventionOf,
  line,
  lineOf,
  months,
  plannedLine,
} from '../cases-for-tests.ts'

/** An intervention that avoids so many entries a month alone, of ten; negative where it adds them. */
function acting(id: string, perMonth: number, parts: Partial<Intervention> = {}): Intervention {
  const effects = [certainEffect({ reduction: perMonth < 0 ? '-1' : '1' })]
  return interventionOf({ id, referrals: { perMonth: String(Math.abs(perMonth)) }, effects, ...parts })
}

/** What each intervention of a case is credited with, entries staying one month so that places are entries. */
function credits(interventions: Intervention[], costs: CostLine[], parts: Partial<Case> = {}) {
  const demand = [demandOf({ stay: { kind: 'fixed', months: 1 }, costs })]
  const { interventions: credited, headline } = answer(caseOf({ demand, interventions, overlap: 'disjoint', ...parts }))
  return { of: credited.map(({ cash }) => [cash.grossAvoided, cash.cashable]), headline }
}

t.test('one intervention has all of it', async (t) => {
  // 2 × 12 × 100, with half of the cost fixed.
  t.same(credits([acting('a', 2)], [plannedLine({}, { variable: '0.5' })]).of, [['2400.00', '1200.00']])
})

t.test('gross by what each avoids, cashable by what each avoids of what is released', async (t) => {
  // Three and one a month; in fours, from October: 4 × 6 × 100 = 2,400, shared three to one.
  const { of } = credits([acting('a', 3), acting('b', 1)], [plannedLine({ step: '4', from: '2026-10' })])
  t.same(of, [
    ['3600.00', '1800.00'],
    ['1200.00', '600.00'],
  ])
})

t.test('month by month: who comes later has no part in what was cash before', async (t) => {
  // a avoids 3 throughout; b 1 from October, when three in four are a's.
  const { of } = credits([acting('a', 3), acting('b', 1, { start: '2026-10' })], [plannedLine({ step: '2' })])
  // April to September 2 of 3 are released, all a's: 2 × 6 × 100 = 1,200. From October 4: 4 × 6 × 100 = 2,400, ¾ a's.
  t.same(of, [
    ['3600.00', '3000.00'],
    ['600.00', '600.00'],
  ])
})

t.test('positive cash goes to those who avoid, negative to those who add', async (t) => {
  // 3 − 1 = 2 a month are cash, all of it the first's; the second's harm is in its gross.
  const { of } = credits([acting('a', 3), acting('b', -1)], [plannedLine()])
  t.same(of, [
    ['3600.00', '2400.00'],
    ['-1200.00', '0.00'],
  ])
  // 1 − 3 − 1 = −3 a month: −3,600, three to one between those who add.
  const worse = credits([acting('a', 1), acting('b', -3), acting('c', -1)], [lineOf()])
  t.same(worse.of, [
    ['1200.00', '0.00'],
    ['-3600.00', '-2700.00'],
    ['-1200.00', '-900.00'],
  ])
})

t.test('entries share the cash of lines per entry, places that of the others', async (t) => {
  // An own month of exits: b saves two places for a month and no entries. a avoids two entries a month.
  const exits = interventionOf({
    id: 'b',
    referrals: { perMonth: '2' },
    effects: [{ kind: 'exits', demand: 'care', chance: '1', monthsEarlier: 1, startsAfterMonths: 0 }],
  })
  const { of } = credits([acting('a', 2), exits], [plannedLine(), plannedLine({}, { id: 'legal', per: 'entry', amount: '7' })])
  // Places 4 × 12 × 100 half and half; entries 2 × 12 × 7 = 168, all a's.
  t.same(of, [
    ['2568.00', '2568.00'],
    ['2400.00', '2400.00'],
  ])
  // The same by the names of the lines: a's two places and two entries a month, b's two places and no entries.
  const entries = plannedLine({}, { id: 'legal', per: 'entry', amount: '7' })
  const figures = figuresOf(
    caseOf({
      demand: [demandOf({ stay: { kind: 'fixed', months: 1 }, costs: [plannedLine(), entries] })],
      interventions: [acting('a', 2), exits],
      overlap: 'disjoint',
    }),
  )
  t.same(line(figures, 'demand.care.placeWorth'), ['100'])
  t.same(line(figures, 'demand.care.entryWorth'), ['7'])
  t.same(line(figures, 'interventions.a.avoided.care.grossOfPlaces'), ['2400'])
  t.same(line(figures, 'interventions.a.avoided.care.grossOfEntries'), ['168'])
  t.same(line(figures, 'interventions.b.avoided.care.grossOfPlaces'), ['2400'])
  t.same(line(figures, 'interventions.a.avoided.care.cashFromPlaces'), months([12, '200']))
  t.same(line(figures, 'interventions.a.avoided.care.cashFromEntries'), months([12, '14']))
  // Four places at 100 are shared by four, two entries at 7 by two; nobody adds any.
  t.same(line(figures, 'demand.care.cashPerPlaceAvoided'), months([12, '100']))
  t.same(line(figures, 'demand.care.cashPerEntryAvoided'), months([12, '7']))
  t.same(line(figures, 'demand.care.cashPerPlaceAdded'), months([12, '0']))
  t.same(line(figures, 'demand.care.cashPerEntryAdded'), months([12, '0']))
})

t.test('a side on which nothing is priced has no lines', async (t) => {
  const figures = figuresOf(caseOf({ demand: [demandOf({ costs: [plannedLine()] })], interventions: [acting('a', 2), acting('b', 1)] }))
  const names = [...figures.method.book.lines.keys()]
  t.ok(names.includes('demand.care.placeWorth'))
  t.notOk(names.some((name) => /entryWorth|OfEntries|FromEntries|PerEntry/.test(name)))
})

t.test('own savings, and lines by their share', async (t) => {
  const release = { action: 'end a contract', owner: 'head of workforce' }
  const savings = [
    { id: 'planned', amount: '50', per: 'once' as const, release },
    { id: 'unplanned', amount: '7', per: 'once' as const },
  ]
  // ¼ × 2 × 12 × 100 = 600 and ½ × 2 × 12 × 10 = 120, of which the second has no plan.
  const { of } = credits(
    [acting('a', 2, { savings })],
    [plannedLine({}, { share: '0.25' }), lineOf({ id: 'other', share: '0.5', amount: '10' })],
  )
  t.same(of, [['777.00', '650.00']])
})

t.test('an intervention without effects or savings, and a case without demands', async (t) => {
  t.same(credits([acting('a', 2), interventionOf({ id: 'idle' })], [plannedLine()]).of, [
    ['2400.00', '2400.00'],
    ['0.00', '0.00'],
  ])
  t.same(answer(caseOf({ interventions: [interventionOf()] })).interventions[0]?.cash, {
    grossAvoided: '0.00',
    cashable: '0.00',
    cost: '0.00',
    costAllFunders: '0.00',
  })
})

t.test('cost for each entry avoided; none where nothing is avoided', async (t) => {
  const costs = [{ id: 'team', amount: '1200', per: 'year' as const }]
  const { interventions } = answer(
    caseOf({
      demand: [demandOf({}), demandOf({ id: 'plans' })],
      interventions: [acting('a', 2, { costs }), acting('b', -1, { costs })],
    }),
  )
  // Independent shares ⅕ and −⅒: a ⅕ × (1 + ⅒ ÷ 2) × 10 × 12 = 25.2 entries: 1,200 ÷ 25.2 = 47.62.
  t.same(
    interventions.map(({ costPerEntryAvoided }) => costPerEntryAvoided),
    [
      { care: '47.62', plans: null },
      { care: null, plans: null },
    ],
  )
})
