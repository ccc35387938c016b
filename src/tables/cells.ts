import type { Standing } from '../case/assemble.ts'

/** What a cell holds, before anybody asks what it should hold. A blank cell is undefined. */
export type Cell =
  | { is: 'text'; text: string }
  /** A number as the workbook keeps it; a number of a CSV file is text. */
  | { is: 'number'; number: number }
  | { is: 'flag'; flag: boolean }
  /** A day, written 2026-04-01; `showsDay` says whether the cell shows which day of the month it is. */
  | { is: 'date'; day: string; showsDay: boolean }
  | { is: 'formula'; formula: string }
  /** An error of the spreadsheet, such as #REF!. */
  | { is: 'error'; text: string }

/** A row that is not blank, with its number, counted from 1. */
export interface GridRow {
  at: number
  cells: readonly (Cell | undefined)[]
}

/** The cells of one table as they came, and where each of them stands. Columns are counted from 0. */
export interface Grid {
  name: string
  rows: readonly GridRow[]
  place: (row: number, column: number) => Standing
  /** Whether the sheet is hidden, so that nobody would see what it holds. */
  isHidden?: boolean
  /** Blocks of cells that are made one. */
  merged?: readonly { row: number; column: number; lastRow: number; lastColumn: number }[]
}

/** The letters of a column of a sheet, counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26)
  return `${before === 0 ? '' : columnLetters(before - 1)}${String.fromCharCode(65 + (column % 26))}`
}

/** Whether there is nothing to read in a cell: it is empty, or holds spaces alone. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.is === 'text' && cell.text.trim() === '')
}
