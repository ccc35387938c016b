import type { Appraised } from '../../answers/appraise.ts'
import { wholePounds } from '../sentences/amounts.ts'
import { type Pen, part } from './pen.ts'
import { figures, table } from './table.ts'

/** The body's cash by financial year: what is avoided by all, and what comes in and goes out. */
export function cashByYear(pen: Pen, { years, headline }: Appraised): string[] {
  const columns = [
    { heading: '', side: 'left' } as const,
    ...['Gross\navoided', 'Cashable', 'Cost', 'Grants', 'Net', 'Cumulative'].map(figures),
  ]
  const rows = years.map(({ year, cash }) => ({
    cells: [
      year,
      ...[cash.grossAvoided, cash.cashable, cash.cost, cash.grants, cash.net, cash.cumulative].map(({ value }) => wholePounds(value)),
    ],
  }))
  const { grossAvoided, cashable, cost, grants, netCashable } = headline
  const totals = [grossAvoided, cashable, cost, grants, netCashable].map(({ value }) => wholePounds(value))
  return part(pen, 'Cash by financial year, £', table(pen, columns, [...rows, { cells: ['Total', ...totals, ''], rule: true }]))
}
