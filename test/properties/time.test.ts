import fc from 'fast-check'
import { monthAfter } from '../../src/case/calendar.ts'
import {
  type Case,
  caseOf,
  certainEffect,
  demandOf,
  exactLine,
  exactNumber,
  figuresOf,
  interventionOf,
  lineOf,
  plannedLine,
} from '../cases-for-tests.ts'
import { at, sameLines, sumOf } from './named-lines.ts'
import { alike, atMost, property, within } from './property.ts'
import { anyCase, changed, costLines, decimal } from './random-cases.ts'

const month = /^\d{4}-\d{2}$/

/** Every month of a case moved by whole years. */
function moved<T>(value: T, years: number): T {
  if (typeof value === 'string') return (month.test(value) ? monthAfter(value, 12 * years) : value) as T
  if (Array.isArray(value)) return value.map((item) => moved(item, years)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moved(item, years)])) as T
}

property('the same case some years later is the same case', fc.tuple(anyCase, fc.integer({ min: 1, max: 30 })), ([given, years]) => {
  // What hangs on the calendar itself is left out: price years, deflators, inflation by year, and grants.
  const timeless = changed(given, (copy) => {
    copy.prices = { inflation: '0.03' }
    copy.funding = []
    for (const line of costLines(copy)) delete line.priceYear
    for (const { costs, savings } of copy.interventions) for (const line of [...(costs ?? []), ...(savings ?? [])]) delete line.priceYear
  })
  sameLines(figuresOf(timeless), figuresOf(moved(timeless, years)))
})

/** Everything is over by the end of the second year: short stays, short effects, dated money. */
const over = fc
  .record({
    perMonth: decimal(0, 9, 1),
    last: fc.integer({ min: 0, max: 6 }),
    stay: fc.integer({ min: 1, max: 4 }),
    windowMonths: fc.integer({ min: 1, max: 4 }),
    months: fc.integer({ min: 1, max: 3 }),
    saving: decimal(0, 90000),
    cost: decimal(0, 90000),
    noticeMonths: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ perMonth, last, stay, windowMonths, months, saving, cost, noticeMonths }): Case => {
    const end = monthAfter('2026-04', last)
    return caseOf({
      years: 2,
      demand: [
        demandOf({ stay: { kind: 'fixed', months: stay }, costs: [plannedLine({ noticeMonths }), lineOf({ id: 'entry', per: 'entry' })] }),
      ],
      interventions: [
        interventionOf({
          end,
          programme: { months },
          referrals: { perMonth },
          effects: [certainEffect({ windowMonths, startsAfterMonths: months })],
          costs: [
            { id: 'once', amount: cost, per: 'once' },
            { id: 'year', amount: cost, per: 'year' },
          ],
          savings: [{ id: 'agency', amount: saving, per: 'year' }],
        }),
      ],
    })
  })

property('a longer horizon in which nothing happens changes nothing', fc.tuple(over, fc.integer({ min: 1, max: 3 })), ([given, more]) => {
  const one = figuresOf(given)
  const longer = figuresOf({ ...given, years: given.years + more })
  for (const id of one.method.book.lines.keys()) {
    const period = one.method.book.lines.get(id)?.period
    if (period === 'case') alike(sumOf(exactLine(longer, id)), sumOf(exactLine(one, id)), id)
    else for (const [place, value] of exactLine(one, id).entries()) alike(at(exactLine(longer, id), place), value, `${id}, value ${place}`)
  }
})

const discounted = (given: Case, discounting: NonNullable<Case['discounting']>) => figuresOf({ ...given, discounting })
const npv = (figures: ReturnType<typeof figuresOf>, view = 'fiscal') => sumOf(exactLine(figures, `economic.${view}.npv`))

property(
  'at a rate of 0 a present value is a sum',
  fc.tuple(anyCase, fc.constantFrom('start' as const, 'mid' as const, 'end' as const)),
  ([given, timing]) => {
    const figures = discounted(given, { rate: '0', timing })
    const total = (name: string) => sumOf(exactLine(figures, `economic.${name}`))
    const benefit = sumOf(
      ['partners', 'unplanned', 'notYetReleased', 'backfilled', 'absorbed', 'cashable'].map((rung) => total(`${rung}Real`)),
    )
    alike(npv(figures), benefit.minus(total('costReal')), 'fiscal')
    alike(npv(figures, 'public'), sumOf([benefit, total('economicReal'), total('socialReal')]).minus(total('costReal')), 'public')
    alike(total('pvFixed'), total('fixedReal'), 'fixed')
  },
)

property(
  'money counted at the end of the year is a year’s rate less, and in the middle half of that',
  fc.tuple(anyCase, decimal(0, 0.2, 3)),
  ([given, rate]) => {
    const through = exactNumber(rate).plus(1)
    const start = npv(discounted(given, { rate, timing: 'start' }))
    alike(npv(discounted(given, { rate, timing: 'end' })).times(through), start, 'end')
    alike(npv(discounted(given, { rate, timing: 'mid' })).times(through.squareRoot()), start, 'mid')
  },
)

property(
  'where money is spent first and saved later, a higher rate is never worth more',
  fc.tuple(decimal(0, 90000), decimal(0, 90000), decimal(0, 0.2, 3), decimal(0, 0.2, 3)),
  ([cost, saving, one, other]) => {
    const given = caseOf({
      years: 5,
      interventions: [
        interventionOf({
          costs: [{ id: 'outlay', amount: cost, per: 'once' }],
          savings: [{ id: 'saving', amount: saving, per: 'year', from: '2027-04' }],
        }),
      ],
    })
    const [low, high] = [one, other].sort((a, b) => Number(a) - Number(b)) as [string, string]
    atMost(npv(discounted(given, { rate: high })), npv(discounted(given, { rate: low })), 'at the higher rate')
  },
)

property('a net present value is benefit less cost, and the ratio times the cost is the benefit', anyCase, (given) => {
  const figures = figuresOf(given)
  for (const view of ['fiscal', 'public']) {
    const of = (name: string) => sumOf(exactLine(figures, `economic.${view}.${name}`))
    within(npv(figures, view), of('pvBenefit').minus(of('pvCost')), '0', view)
    if (!of('pvCost').isZero()) alike(of('bcr').times(of('pvCost')), of('pvBenefit'), `the ratio, ${view}`)
  }
})

property(
  'discount factors start at 1 and never rise',
  fc.tuple(anyCase, fc.constantFrom(undefined, '0', '0.035', '0.2')),
  ([given, rate]) => {
    const factors = exactLine(discounted(given, rate === undefined ? {} : { rate }), 'economic.discountFactor')
    alike(at(factors, 0), exactNumber(1), 'the first year')
    for (const [y, factor] of factors.slice(1).entries()) atMost(factor, at(factors, y), `year ${y + 1}`)
  },
)
