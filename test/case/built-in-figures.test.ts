import t from 'tap'
import { pricedLines, referredFigure } from '../../src/case/priced-lines.ts'
import { figureUnitsFor, figureUnitsPer, unitInWords } from '../../src/case/published.ts'
import { type Loose, problemsOf, read, whole } from './whole-case.ts'

/* Which built-in figures a case may name where, in whose prices their amounts are, and what is said of one that does not fit. */

type Change = (theCase: Loose) => void
const fft = (c: Loose) => c.interventions[0]
const told = (change: Change) =>
  problemsOf(
    whole((c) => {
      c.correlations = []
      change(c)
    }),
  ).map(({ pointer, message, got, expected }) => [pointer, message, got, expected])

t.test('a figure may stand in every field that is counted as it is', async (t) => {
  const legal: Change[] = [
    (c) => (c.demand[0].entriesPerYear = { ref: 'looked-after-starts-2025' }),
    (c) => (c.demand[0].opening = { ref: 'looked-after-stock-2021' }),
    (c) => (c.demand[1].entriesPer10000 = { ref: 'looked-after-rate-2021' }),
    (c) => (c.demand[0].growth = { ref: 'looked-after-growth-2015-2025' }),
    (c) => (c.demand[0].stay.meanMonths = { ref: 'mst-length' }),
    (c) => (fft(c).effects[0].risk = { ref: 'fgc-rct-risk' }),
    (c) => (fft(c).effects[0].reduction = { ref: 'fgc-rct-reduction' }),
    (c) => c.demand[0].costs.push({ id: 'x', amount: { ref: 'ucd-ss2-3' }, per: 'month' }),
    (c) => c.demand[0].costs.push({ id: 'x', amount: { ref: 'ifa-week-2020' }, per: 'week' }),
    (c) => c.demand[0].costs.push({ id: 'x', amount: { ref: 'childrens-home-year-2019' }, per: 'year' }),
    (c) => c.demand[0].costs.push({ id: 'x', amount: { ref: 'care-proceedings-case-2021' }, per: 'entry' }),
    // A sum of money is paid once, and a figure whose source gives no price year goes with any.
    (c) => (fft(c).savings[1].amount = { ref: 'no-wrong-door-grant' }),
    (c) => Object.assign(fft(c).costs[0], { amount: { ref: 'mst-essex-capital' }, priceYear: '2022-23' }),
    (c) => (c.funding[0].byYear['2026-27'] = { ref: 'no-wrong-door-grant' }),
  ]
  for (const change of legal) t.same(told(change), [], `${change}`)
})

t.test('one that does not fit how a line is paid is told with both', async (t) => {
  t.strictSame(
    told((c) => (fft(c).costs[1].amount = { ref: 'ifa-week-2020' })),
    [
      [
        '/interventions/0/costs/1/amount/ref',
        'The built-in figure ifa-week-2020 is in pounds a week, and this line is paid per: year.',
        'pounds a week',
        'a figure in pounds a year, or another per',
      ],
    ],
  )
  t.strictSame(
    told((c) => (c.demand[1].costs[0].amount = { ref: 'ucd-ss2-3' })),
    [
      [
        '/demand/1/costs/0/amount/ref',
        'The built-in figure ucd-ss2-3 is in pounds a month, and this line is paid per: entry.',
        'pounds a month',
        'a figure in pounds an event or pounds, or another per',
      ],
    ],
  )
})

t.test('one in other prices than the line says is told at the price year', async (t) => {
  t.strictSame(
    told((c) => Object.assign(c.demand[0].costs[0], { amount: { ref: 'ifa-week-2020' }, priceYear: '2022-23' })),
    [
      [
        '/demand/0/costs/0/priceYear',
        'The built-in figure ifa-week-2020 is in 2020-21 prices, and priceYear says 2022-23; leave priceYear out.',
        '2022-23',
        '2020-21',
      ],
    ],
  )
})

t.test('a grant is a sum of cash', async (t) => {
  const grant = (ref: string) => told((c) => (c.funding[0].byYear['2026-27'] = { ref }))
  t.strictSame(grant('incredible-years-child-low-2016'), [
    [
      '/funding/0/byYear/2026-27/ref',
      'The built-in figure incredible-years-child-low-2016 is pounds an event, and a grant is the cash of a financial year; write the sum out.',
      'pounds an event',
      'a sum of cash for the year',
    ],
  ])
  t.strictSame(grant('family-safeguarding-grant-2015'), [
    [
      '/funding/0/byYear/2026-27/ref',
      'The built-in figure family-safeguarding-grant-2015 is pounds in 2015-16 prices, and a grant is the cash of a financial year; write the sum out.',
      'pounds in 2015-16 prices',
      'a sum of cash for the year',
    ],
  ])
})

t.test('units are said in words', async (t) => {
  t.equal(unitInWords('pounds-an-event'), 'pounds an event')
  t.equal(unitInWords('rate-per-10000'), 'per 10,000')
  t.match(
    told((c) => (c.demand[0].opening = { ref: 'looked-after-rate-2021' })),
    [[/opening/, /looked-after-rate-2021 is in per 10,000, and this field takes children/]],
  )
})

t.test('no figure goes with a field of another unit, nor with another way of paying', async (t) => {
  t.strictSame(figureUnitsFor('places'), [])
  t.strictSame(figureUnitsPer('start'), ['pounds-an-event', 'pounds'])
  t.strictSame(figureUnitsPer('once'), ['pounds-an-event', 'pounds'])
})

t.test('an amount is in the prices that its line says, else in those of its figure', async (t) => {
  const line = (at: string, rest: object) => ({
    line: at,
    at: `${at}/priceYear`,
    per: 'year',
    priceYear: undefined,
    included: true,
    ...rest,
  })
  const figure = { ref: 'childrens-home-year-2019' }
  const costs = [
    { amount: '1', per: 'year' as const },
    { amount: '2', per: 'year' as const, priceYear: '2020-21' },
    { amount: figure, per: 'year' as const },
    undefined,
    { amount: figure, per: 'year' as const, priceYear: '2022-23' },
  ]
  t.strictSame(pricedLines({ demand: [undefined, { costs }] }), [
    line('/demand/1/costs/0', { amount: '1' }),
    line('/demand/1/costs/1', { amount: '2', priceYear: '2020-21' }),
    line('/demand/1/costs/2', { amount: figure, at: '/demand/1/costs/2/amount', priceYear: '2023-24' }),
    line('/demand/1/costs/4', { amount: figure, priceYear: '2022-23' }),
  ])
  const [one] = costs
  t.strictSame(pricedLines({ interventions: [{ costs: [one], savings: [one] }, { included: false, costs: [one] }, undefined] }), [
    line('/interventions/0/costs/0', { amount: '1' }),
    line('/interventions/0/savings/0', { amount: '1' }),
    line('/interventions/1/costs/0', { amount: '1', included: false }),
  ])
  t.strictSame(pricedLines({}), [])
})

t.test('only a reference names a figure', async (t) => {
  for (const quantity of [undefined, null, '1500', 1500, { central: 1, low: 1, high: 1 }, { ref: 5 }, { ref: 'nobody' }])
    t.equal(referredFigure(quantity), undefined, JSON.stringify(quantity))
  t.equal(referredFigure({ ref: 'ifa-week-2020' })?.unit, 'pounds-a-week')
})

t.test('a complete case says the price year of its figures', async (t) => {
  const { case: theCase } = read(
    whole((c) => {
      c.correlations = []
      c.demand[0].costs = [{ id: 'place', amount: { ref: 'ifa-week-2020' }, per: 'week' }]
    }),
  )
  t.equal(theCase.demand[0]?.costs[0]?.priceYear, '2020-21')
})
