import type { Appraised } from '../answers/appraise.ts'
import type { CompleteCase } from '../case/complete.ts'
import { aboutRows, warningRows } from './csv-about.ts'
import { type AnswerRow, answerRows } from './csv-rows.ts'
import { type CsvCell, csvText } from './csv-text.ts'
import { Figure } from './figure.ts'

/** The columns of an answer as CSV. Owner and line, with @ and the year where there is one, are the id of the line. */
export const answerColumns = ['section', 'owner', 'line', 'label', 'year', 'unit', 'value'] as const

/** One of several answers in the same CSV, and the cells that tell it from the others. */
export interface ToldApart {
  cells: readonly string[]
  answer: Appraised
  case: CompleteCase
}

/** An answer as tidy CSV: one row for each line and year, numbers plain, no row but the headings before the figures. */
export function answerCsv(answer: Appraised, complete: CompleteCase): string {
  return csvText([answerColumns.map(text), ...rowsOf(answer, complete)])
}

/** The headings of several answers in one CSV, the columns that tell them apart first. */
export function csvHeadings(apart: readonly string[]): string {
  return csvText([[...apart, ...answerColumns].map(text)])
}

/** The rows of one of several answers, without headings. */
export function csvRows({ cells, answer, case: complete }: ToldApart): string {
  return csvText(rowsOf(answer, complete).map((row) => [...cells.map(text), ...row]))
}

function rowsOf(answer: Appraised, complete: CompleteCase): CsvCell[][] {
  return [...answerRows(answer), ...aboutRows(answer, complete), ...warningRows(answer)].map(cellsOf)
}

function cellsOf({ section, owner, line, label, year, unit, value }: AnswerRow): CsvCell[] {
  const last = value instanceof Figure ? { number: value.toString() } : value === null ? undefined : text(value)
  return [...[section, owner, line, label, year ?? '', unit].map(text), last]
}

function text(value: string): CsvCell {
  return { text: value }
}
