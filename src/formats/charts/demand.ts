import { drawn } from './drawing.ts'
import { byMonth, monthlyLines } from './months.ts'

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
export function demandChart(id: string, { title, start, doNothing, withPackage, budgeted }: DemandData): string {
  const ends = [
    `${last(doNothing)} without the package`,
    `${last(withPackage)} with it`,
    ...(budgeted === undefined ? [] : [`${last(budgeted)} in the budget`]),
  ]
  return drawn(
    { id, title: `${title}: places in use`, description: `Places in use, month by month. In the last month: ${ends.join(', ')}.` },
    {
      ...byMonth(start, doNothing.length),
      marks: monthlyLines([
        { name: 'without the package', values: doNothing, look: 'other' },
        { name: 'with the package', values: withPackage, look: 'whole' },
        ...(budgeted === undefined ? [] : [{ name: 'in the budget', values: budgeted, look: 'loss' } as const]),
      ]),
    },
  )
}

function last(values: readonly number[]): string {
  return (values.at(-1) ?? 0).toFixed(1)
}
