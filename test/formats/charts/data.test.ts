import t from 'tap'
import { cashOf, ladderOf } from '../../../src/formats/charts/answer-data.ts'
import { demandsOf, referralsOf } from '../../../src/formats/charts/monthly-data.ts'
import { frontierOf, histogramOf, tornadoOf } from '../../../src/formats/charts/question-data.ts'
import { answersOf, choiceOf, scenarios, simulationOf } from './every-chart.ts'

/*
 * What charts are drawn from, against figures worked out by hand, and against the answer for every scenario.
 */

t.setTimeout(0)

/** The smallest case, whose figures are worked out in the contract. */
const smallest = answersOf(scenarios.get('minimal') as NonNullable<ReturnType<typeof scenarios.get>>)
const pence = (value: number) => Number(value.toFixed(2))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

t.test('the smallest case', async (t) => {
  const ladder = ladderOf(smallest.answer)
  t.same(
    [ladder.avoided, ladder.cash],
    [
      { label: 'Gross cost avoided', pounds: 4068991.44 },
      { label: 'Cashable', pounds: 4068991.44 },
    ],
  )
  t.same(
    ladder.rungs.map(({ label, taken }) => [label, taken]),
    [
      ['Falls to partners', 0],
      ['Fixed cost that does not move', 0],
      ['Backfilled by unmet need', 0],
      ['Absorbed by unfunded growth', 0],
      ['No plan to release', 0],
      ['Planned but not yet released', 0],
    ],
  )
  const cash = cashOf(smallest.answer)
  t.same(
    cash.years.map(({ year, months }) => [year, months]),
    [
      ['2026-27', 12],
      ['2027-28', 24],
      ['2028-29', 36],
      ['2029-30', 48],
      ['2030-31', 60],
    ],
  )
  t.equal(cash.years.at(-1)?.cumulative, 2568991.44)
  t.equal(cash.paybackStatus, 'paid-back')
  // From the start of April 2026 to the end of May 2028: two years and two months.
  t.same(cash.payback, { year: '2028-29', month: 'May 2028', after: 26 })
})

t.test('the smallest case by month', async (t) => {
  const [{ id, data: demand } = fail()] = demandsOf(smallest.figures)
  t.same([id, demand.title, demand.start, demand.doNothing.length], ['care', 'care', '2026-04', 60])
  // 100 entries a year of 24 months on average: 100 ÷ 12 × 24 = 200 places, and the budget pays for those of the first day.
  for (const value of [...demand.doNothing, ...(demand.budgeted ?? [])]) t.ok(Math.abs(value - 200) < 1e-9, `${value} is 200`)
  t.equal(demand.budgeted?.length, 60)
  const [{ data: referrals } = fail()] = referralsOf(smallest.figures)
  // A linear warm-up of 6 months reaches 1/7, 2/7 … 6/7 of ten a month, then all: 30 + 54 × 10.
  t.ok(Math.abs((referrals.referred[0] ?? 0) - 10 / 7) < 1e-9)
  t.ok(Math.abs(sum(referrals.referred) - 570) < 1e-9)
  t.ok(Math.abs(sum(referrals.starts) - 570) < 1e-9)
  t.equal(sum(referrals.waiting), 0)
})

t.test('a budget that follows demand has no line of its own, and who takes no referrals no chart', async (t) => {
  const stay = { kind: 'fixed', months: 6 } as const
  const budget = { basis: 'demand' } as const
  const demand = [{ id: 'care', entriesPerYear: '12', stay, budget }]
  const { figures } = answersOf({ start: '2026-04', years: 1, demand, interventions: [{ id: 'workforce' }] })
  t.notOk('budgeted' in (demandsOf(figures)[0]?.data ?? {}))
  t.same(referralsOf(figures), [])
})

const pen = (id: string, low: string, central: string, high: string) => ({
  id,
  title: id === 'pens' ? 'Pens' : 'Books',
  costs: [{ id, title: 'Bought once', amount: { low, central, high, source: 'made up', shape: 'uniform' as const }, per: 'once' as const }],
})
const bought = { start: '2026-04', years: 1, interventions: [pen('pens', '100', '200', '400'), pen('books', '10', '20', '30')] }

t.test('a tornado', async (t) => {
  const { sensitive } = answersOf(bought)
  // Costs and nothing else: 200 + 20 at the centre; 300 apart and 20 apart from end to end.
  t.same(tornadoOf(sensitive), {
    measure: 'net cashable',
    central: -220,
    isPounds: true,
    ranges: 2,
    bars: [
      { label: 'pens.pens.amount', low: '100', high: '400', isPounds: true, atLow: -120, atHigh: -420 },
      { label: 'books.books.amount', low: '10', high: '30', isPounds: true, atLow: -210, atHigh: -230 },
    ],
  })
  t.equal(tornadoOf(sensitive, 1).bars.length, 1)
  t.same(
    tornadoOf(sensitive, 12, () => 'Bought once: the price').bars.map(({ label }) => label),
    ['Bought once: the price (pens.pens.amount)', 'Bought once: the price (books.books.amount)'],
    'two of one name are told apart',
  )
  t.same(tornadoOf(smallest.sensitive).bars, [], 'nothing without ranges')
})

t.test('a histogram', async (t) => {
  const { ready } = answersOf(bought)
  const simulation = await simulationOf(ready, 1000)
  const data = histogramOf(simulation, 'netCashable')
  t.ok(data, 'is drawn')
  if (data === undefined) return
  t.same([data.measure, data.central, data.isPounds, data.notNegative], ['Net cashable', -220, true, 0])
  t.equal(sum(data.counts) + data.below + data.above, 1000, 'every draw is counted')
  t.equal(data.edges.length, data.counts.length + 1)
  t.ok(data.p5 > -430 && data.p95 < -110 && data.p5 < data.p95, 'within what can be drawn: 110 to 430 spent')
  t.same(histogramOf(simulation, 'headline.netCashable'), data, 'by either name')
  t.equal(histogramOf(simulation, 'grossAvoided'), undefined, 'nothing varies')
  t.equal(histogramOf(simulation, 'nonsense'), undefined)
  t.equal(histogramOf(await simulationOf(smallest.ready), 'netCashable'), undefined, 'nothing is drawn without ranges')
})

t.test('a frontier', async (t) => {
  const data = frontierOf(await choiceOf(smallest.ready, { measure: 'netCashable', budgetOn: 'costAllFunders', budget: '2000000' }))
  // The team costs £300,000 a year for five years.
  t.same(data, {
    budgetedLabel: 'cost to all funders',
    measureLabel: 'net cashable',
    isPounds: true,
    lookedAt: 2,
    budget: 2000000,
    points: [
      { label: 'nothing', interventions: [], budgeted: 0, measure: 0, standing: 'frontier' },
      { label: 'fgc', interventions: ['fgc'], budgeted: 1500000, measure: 2568991.44, standing: 'frontier' },
    ],
  })
})

t.test('of every scenario the ladder comes down to its cash, and the cash to its end', async (t) => {
  for (const [name, given] of scenarios) {
    const { answer, ready } = answersOf(given)
    const { avoided, rungs, cash } = ladderOf(answer)
    t.equal(pence(avoided.pounds - sum(rungs.map(({ taken }) => taken))), pence(cash.pounds), `${name}: rung by rung`)
    t.equal(String(cash.pounds), String(Number(answer.headline.cashable.toString())), `${name}: to the cash of the headline`)
    const data = cashOf(answer, await simulationOf(ready, 128))
    t.equal(data.years.at(-1)?.cumulative, Number(answer.headline.netCashable.toString()), `${name}: the last year is the headline`)
    const isDrawn = data.years.every(({ quantiles }) => quantiles !== undefined)
    t.equal(
      isDrawn,
      [...ready.register.values()].some(({ range }) => range !== undefined),
      `${name}: a fan where there are ranges`,
    )
    for (const { quantiles } of data.years)
      if (quantiles)
        t.ok(quantiles.p5 <= quantiles.p25 && quantiles.p25 <= quantiles.p75 && quantiles.p75 <= quantiles.p95, `${name}: in order`)
  }
})

function fail(): never {
  throw new Error('there is nothing')
}
