import { plainly } from './measured.ts'
import { isSame, type MonthlyLine, monthlyChart } from './months.ts'
import type { ChartSize } from './size.ts'

/** Places in use of one demand by month: with the package, without it, and what the budget pays for. */
export interface DemandData {
  title: string
  /** The first month, such as 2026-04. */
  start: string
  doNothing: readonly number[]
  withPackage: readonly number[]
  /** What the budget pays for, where the case says so. */
  budgeted?: readonly number[]
}

/** Demand with and without the package against what the budget pays for, month by month. */
export function demandChart(id: string, { title, start, doNothing, withPackage, budgeted }: DemandData, size: ChartSize = 'wide'): string {
  const isUnmoved = isSame(doNothing, withPackage)
  const lines: MonthlyLine[] = isUnmoved
    ? [{ name: 'with and without the package', values: doNothing, look: 'whole' }]
    : [
        { name: 'without the package', values: doNothing, look: 'other' },
        { name: 'with the package', values: withPackage, look: 'whole' },
      ]
  if (budgeted !== undefined) lines.push({ name: 'in the budget', values: budgeted, look: 'loss' })
  const all = lines.flatMap(({ values }) => values)
  const nothing = all.every((value) => Math.abs(value) < 1e-6) ? 'No place is in use' : undefined
  const budget = budgeted === undefined ? 'The budget pays for whatever comes.' : `${last(budgeted)} in the budget.`
  const ends = isUnmoved
    ? `The package moves nothing here. In the last month: ${last(doNothing)} with and without it; ${budget}`
    : `In the last month: ${last(doNothing)} without the package; ${last(withPackage)} with it; ${budget}`
  const caption = { id, title: `${title}: places in use`, description: `Places in use, month by month. ${ends}` }
  return monthlyChart(caption, start, 'places in use', lines, size, nothing)
}

function last(values: readonly number[]): string {
  const value = values.at(-1) ?? 0
  return plainly(Math.round(value * 10) / 10, 4)
}
