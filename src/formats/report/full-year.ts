import type { Figures } from '../../answers/figures.ts'
import type { Exact } from '../../graph/exact.ts'

/** What a year's last month comes to over twelve months, in pounds. */
export interface FullYear {
  cashable: Exact
  recurring: Exact
}

/**
 * The full-year effect by financial year: twelve times the cash released, and twelve times the recurring cost of the body, of the year's last month,
 * from the unrounded months. Throws where the figures have let their values go. Source: method 7, the monthly cumulative.
 */
export function fullYearCash(figures: Figures): FullYear[] {
  const { book, demands, costs, savings } = figures.method
  const released = [
    ...demands.flatMap(({ lines }) => lines.map(({ cashByMonth }) => cashByMonth)),
    ...savings.filter(({ rung }) => rung === 'cashable').map(({ cashByMonth }) => cashByMonth),
  ]
  const paid = costs
    .filter(({ cost }) => cost.per !== 'once' && cost.funder === book.case.body && !cost.redeployed)
    .map(({ cashByMonth }) => cashByMonth)
  return book.timeline.financialYears.map(({ months }) => {
    const last = months.at(-1) as number
    const yearly = (series: readonly (typeof released)[number][]) => figures.sum(series.flatMap((each) => each[last] ?? [])).times(12)
    return { cashable: yearly(released), recurring: yearly(paid) }
  })
}
