import type { Reference } from './cell-text.ts'
import type { Expression } from './graph.ts'
import type { Period, SheetRow } from './sheet.ts'

/** A cell that could be referred to: `by` columns to the right of the formula, or at a fixed column. */
export interface Candidate {
  row: SheetRow
  fixed: boolean
  by: number
}

const length: Readonly<Record<Period, number>> = { month: 0, year: 1, case: 2 }
/** So many places of a node in one row are all looked at; of more, those near the formula. */
const manyPlaces = 24

/** Every cell that shows a node: a line's own, and those of workings. */
export class Candidates {
  private readonly months: readonly (readonly number[])[]
  private readonly shown = new Map<number, Map<SheetRow, number[]>>()

  constructor(months: readonly (readonly number[])[]) {
    this.months = months
  }

  add({ index }: Expression, row: SheetRow, column: number): void {
    const rows = this.shown.get(index) ?? new Map<SheetRow, number[]>()
    rows.set(row, [...(rows.get(row) ?? []), column])
    this.shown.set(index, rows)
  }

  /** Whether an earlier line shows a node in the same column, or once for the whole case. */
  isShownBefore({ index }: Expression, row: SheetRow, column: number): boolean {
    for (const [other, columns] of this.shown.get(index) ?? [])
      if (
        other.level === 0 &&
        other.order < row.order &&
        (other.period === row.period ? columns.includes(column) : other.period === 'case')
      )
        return true
    return false
  }

  /** Whether a line shows a node. */
  isNamed({ index }: Expression): boolean {
    for (const other of this.shown.get(index)?.keys() ?? []) if (other.level === 0) return true
    return false
  }

  /** Whether a row's own workings show a node: in a column, or in any. */
  isWorkedOut({ index }: Expression, { owner, period }: SheetRow, column?: number): boolean {
    for (const [other, columns] of this.shown.get(index) ?? [])
      if (other.owner === owner && other.period === period && (column === undefined || columns.includes(column))) return true
    return false
  }

  /** Whether some row of a row's period shows a node: in a column, or in any. */
  isIn({ index }: Expression, { period }: SheetRow, column?: number): boolean {
    for (const [other, columns] of this.shown.get(index) ?? [])
      if (other.period === period && (column === undefined || columns.includes(column))) return true
    return false
  }

  /** The cells that a formula in a column of a row may refer to for one node. `before`: the node is the row's own, shown by an earlier line. */
  of({ index }: Expression, row: SheetRow, column: number, before: boolean): Candidate[] {
    const found: Candidate[] = []
    for (const [other, columns] of this.shown.get(index) ?? []) {
      if (other.level > 0 && other.owner !== row.owner) continue
      if (before && (other.order >= row.order || other.level > 0)) continue
      const near = this.near(columns, other, row, column)
      const apart = length[other.period] - length[row.period]
      const isFixed = apart > 0 || (apart === 0 && row.period !== 'case')
      if (apart <= 0) for (const each of near) found.push({ row: other, fixed: false, by: each - column })
      if (isFixed) for (const each of apart > 0 ? columns : columns.slice(0, 1)) found.push({ row: other, fixed: true, by: each })
    }
    return found
  }

  /** The columns to look at: those of a year's own months, and of many places those around the formula. */
  private near(columns: readonly number[], other: SheetRow, row: SheetRow, column: number): readonly number[] {
    if (columns.length === 1) return columns
    if (row.period === 'year' && other.period === 'month') {
      const own = columns.filter((each) => this.months[column]?.includes(each))
      if (own.length > 0) return own
    }
    if (row.period !== other.period || columns.length <= manyPlaces) return columns
    return columns.filter((each) => Math.abs(each - column) <= manyPlaces / 2)
  }
}

/**
 * How well a reference reads from a row, the least being best: the own column, then the owner, the sheet, and the line that comes first,
 * which is where a figure comes about; later lines that show it have taken it over.
 */
export function farness({ row, fixed, by }: Candidate, from: SheetRow, column: number): number {
  // What only reads holds the first cells that say something against the last ones.
  if (from.onlyReads) return column === 0 ? row.order : -row.order
  const isOwnColumn = row.period !== from.period || (!fixed && by === 0)
  const isFixedNeedlessly = fixed && row.period === from.period
  return (
    (isOwnColumn ? 0 : 1e9) +
    (isFixedNeedlessly ? 1e8 : 0) +
    (row.owner === from.owner ? 0 : 1e7) +
    (row.sheet === from.sheet ? 0 : 1e6) +
    Math.min(row.order, 999) * 1e3 +
    Math.min(Math.abs(by), 999)
  )
}

/** The cell that a candidate is, for a formula in a column. */
export function cellOf({ row, fixed, by }: Candidate, column: number): Reference<SheetRow> {
  return { row, fixed, column: fixed ? by : column + by }
}
