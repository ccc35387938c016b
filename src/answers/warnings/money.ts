import { inWords, pounds } from '../../formats/figure.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import { isCashCost } from '../../method/financial-case.ts'
import { rungs } from '../../method/ladder.ts'
import { monthOfCase } from '../../method/timeline.ts'
import type { Figures } from '../figures.ts'
import type { Warning } from './warning.ts'

/** The share of gross above which a saving without a release plan is worth a warning. */
const worthAPlan = '0.1'

/** Warnings about money and time: prices, plans, grants and the ends of the horizon. Source: method 8. */
export function moneyWarnings(figures: Figures): Warning[] {
  return [
    ...inflationZero(figures),
    ...noReleasePlan(figures),
    ...grantEnds(figures),
    ...outsideHorizon(figures),
    ...benefitsBeyondHorizon(figures),
  ]
}

function inflationZero({ complete, register }: Figures): Warning[] {
  if (complete.years === 1 || register.get('prices.inflation')?.value !== '0') return []
  return [
    {
      code: 'inflation-zero',
      path: 'prices.inflation',
      message: `Inflation is 0 over ${complete.years} years, so the cash figures are in ${complete.prices.baseYear} prices and cannot be set against cash budgets. Give a rate, or one for each financial year.`,
    },
  ]
}

function noReleasePlan(figures: Figures): Warning[] {
  const { demands, savings, headline, book } = figures.method
  const gross = figures.of(headline.grossAvoided).abs()
  const unplanned: [string, Exact][] = [
    ...demands.flatMap(({ lines }) =>
      lines
        .filter(({ line }) => line.release === undefined && line.funder === book.case.body)
        .map((line): [string, Exact] => [line.path, figures.sum(rungs.flatMap((rung) => line.rungs[rung].cash))]),
    ),
    ...savings.filter(({ rung }) => rung === 'unplanned').map(({ path, postings }): [string, Exact] => [path, figures.sum(postings.cash)]),
  ]
  return unplanned
    .filter(([, worth]) => worth.greaterThan(gross.times(worthAPlan)))
    .map(([path, worth]) => ({
      code: 'no-release-plan',
      path,
      message: `${pounds(worth)} is avoided here and none of it is cash, because nobody has planned to release it. Name the action and its owner in \`release\` if the contract can be ended, the home closed or the post left empty.`,
    }))
}

function grantEnds(figures: Figures): Warning[] {
  const { book, costs } = figures.method
  const { financialYears } = book.timeline
  const paid = costs.filter((cost) => isCashCost(book, cost))
  return figures.complete.funding.flatMap(({ id, byYear }): Warning[] => {
    const lastGrant = financialYears.findLastIndex(({ year }) => {
      const amount = figures.register.get(`funding.${id}.byYear.${year}`)?.value
      return year in byYear && amount !== undefined && !exactNumber(amount).isZero()
    })
    const after = figures.sum(paid.flatMap(({ postings }) => postings.cash.slice(lastGrant + 1)))
    if (lastGrant === -1 || !after.greaterThan(0)) return []
    return [
      {
        code: 'grant-ends',
        path: `funding.${id}`,
        message: `The grant ends with ${financialYears[lastGrant]?.year} and ${pounds(after)} of cost goes on after it. Say who pays then.`,
      },
    ]
  })
}

function outsideHorizon(figures: Figures): Warning[] {
  const { book, costs, savings } = figures.method
  const { timeline } = book
  const outside = (month: string) => monthOfCase(timeline, month) < 0 || monthOfCase(timeline, month) >= timeline.length
  const once = [
    ...costs.filter(({ cost }) => cost.per === 'once').map(({ path, cost }) => ({ path, month: cost.month, what: 'cost' })),
    ...savings
      .filter(({ saving }) => saving.per === 'once')
      .map(({ path, saving }) => ({ path, month: saving.month ?? saving.from, what: 'saving' })),
  ]
  const startOf = new Map(figures.complete.interventions.map(({ id, start }) => [`interventions.${id}`, start]))
  return once.flatMap(({ path, month, what }): Warning[] => {
    const when = month ?? startOf.get(path.split('.').slice(0, 2).join('.'))
    if (when === undefined || !outside(when)) return []
    return [
      {
        code: 'outside-horizon',
        path,
        message: `This ${what} falls in ${when}, outside the case's months ${timeline.start} to ${timeline.months.at(-1)}, so it is not counted. Move it, or move the horizon.`,
      },
    ]
  })
}

function benefitsBeyondHorizon(figures: Figures): Warning[] {
  const { book, demands } = figures.method
  const last = book.timeline.length - 1
  const running = demands.flatMap(({ avoided }) => {
    const left = figures.at(avoided.stock, last)
    return figures.isPositive(left) ? [`${inWords(left)} in ${avoided.baseline.demand.id}`] : []
  })
  if (running.length === 0) return []
  return [
    {
      code: 'benefits-beyond-horizon',
      path: 'years',
      message: `Places are still being avoided when the horizon ends in ${book.timeline.months[last]} (${running.join(', ')}); what they avoid later is not counted. A longer horizon would count it, and its costs.`,
    },
  ]
}
