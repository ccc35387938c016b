import { longestHorizon } from '../../case/schema.ts'
import { inWords, pounds } from '../../formats/sentences/amounts.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import { isCashCost } from '../../method/financial-case.ts'
import { rungs } from '../../method/ladder.ts'
import type { Figures } from '../figures.ts'
import { demandNamed } from './named.ts'
import type { Warning } from './warning.ts'

/** The share of gross above which a saving without a release plan is worth a warning. */
const worthAPlan = '0.1'

/** Warnings about money and time: prices, plans, grants and the ends of the horizon. Source: method 8. */
export function moneyWarnings(figures: Figures): Warning[] {
  return [...inflationZero(figures), ...noReleasePlan(figures), ...grantEnds(figures), ...benefitsBeyondHorizon(figures)]
}

function inflationZero({ complete, register }: Figures): Warning[] {
  const rates = [...register.values()].filter(({ path }) => path === 'prices.inflation' || path.startsWith('prices.inflation.'))
  if (complete.years === 1 || rates.some(({ value }) => value !== '0')) return []
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
  const unplanned: { path: string; worth: Exact; empty: Exact }[] = [
    ...demands.flatMap(({ lines }) =>
      lines
        .filter(({ line }) => line.release === undefined && line.funder === book.case.body)
        .map((line) => ({
          path: line.path,
          worth: figures.sum(rungs.flatMap((rung) => line.rungs[rung].cash)),
          empty: figures.sum(line.rungs.unplanned.cash),
        })),
    ),
    ...savings
      .filter(({ rung }) => rung === 'unplanned')
      .map(({ path, postings }) => ({ path, worth: figures.sum(postings.cash), empty: figures.sum(postings.cash) })),
  ]
  return unplanned
    .filter(({ worth }) => worth.greaterThan(gross.times(worthAPlan)))
    .map(({ path, worth, empty }) => ({
      code: 'no-release-plan',
      path,
      message: `${pounds(worth)} is avoided here without a plan to release it. ${pounds(empty)} of it is not cash for want of a plan; fixed cost, unmet need and growth take the rest. Name the action and its owner in \`release\` if the contract can be ended, the home closed or the post left empty.`,
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
    const others = figures.complete.funding.filter((grant) => grant.id !== id)
    const cost = figures.sum(paid.flatMap(({ postings }) => postings.cash.slice(lastGrant + 1)))
    const after = financialYears
      .slice(lastGrant + 1)
      .flatMap(({ year }) => others.map((grant) => figures.register.get(`funding.${grant.id}.byYear.${year}`)?.value ?? '0'))
      .reduce((left, granted) => left.minus(granted), cost)
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

function benefitsBeyondHorizon(figures: Figures): Warning[] {
  const { book, demands } = figures.method
  const last = book.timeline.length - 1
  const running = demands.flatMap(({ avoided }) => {
    const left = figures.at(avoided.stock, last)
    return figures.isPositive(left) ? [`${inWords(left)} in ${demandNamed(figures, avoided.baseline.demand.id)}`] : []
  })
  if (running.length === 0) return []
  const isLongest = figures.complete.years >= longestHorizon
  const advice = isLongest
    ? `The horizon is already the longest that there is, ${longestHorizon} years.`
    : 'A longer horizon would count it, and its costs.'
  return [
    {
      code: 'benefits-beyond-horizon',
      path: 'years',
      message: `Places are still being avoided when the horizon ends in ${book.timeline.months[last]} (${running.join(', ')}); what they avoid later is not counted. ${advice}`,
    },
  ]
}
