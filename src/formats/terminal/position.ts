import type { Appraised } from '../../answers/appraise.ts'
import type { Exact } from '../../graph/exact.ts'
import { direction, total, wholePounds } from '../sentences/amounts.ts'
import { type Pen, part, prose } from './pen.ts'
import { figures, table } from './table.ts'

/** Whether the budget is still overspent, year by year. Source: method 7, budget position. */
export function budgetPosition(pen: Pen, { years }: Appraised): string[] {
  const heading = 'Budget position by financial year, £'
  const names = ['budget', 'doNothing', 'withPackage', 'gap'] as const
  if (years.every(({ position }) => names.every((name) => position[name].value.isZero()))) {
    return part(pen, heading, prose(pen, 'No cost line of this budget, so no position.'))
  }
  const columns = [
    { heading: '', side: 'left' } as const,
    ...['Budget', 'Do nothing', 'With package', 'Gap'].map(figures),
    { heading: '', side: 'left' } as const,
  ]
  const cells = (label: string, values: readonly Exact[]) => [label, ...values.map(wholePounds), inWords(values.at(-1) as Exact)]
  const rows = years.map(({ year, position }) => {
    const values = names.map((name) => position[name].value)
    return { cells: cells(year, values), tone: direction(position.gap.value) === -1 ? ('bad' as const) : undefined }
  })
  const totals = names.map((name) => total(years.map(({ position }) => position[name].value)))
  const about = 'The budgets of the demands above. What the package costs, grants and direct savings are not in them.'
  return part(pen, heading, [...table(pen, columns, [...rows, { cells: cells('Total', totals), rule: true }]), ...prose(pen, about)])
}

function inWords(gap: Exact): string {
  return { '1': 'under budget', '0': 'on budget', '-1': 'over budget' }[direction(gap)]
}
