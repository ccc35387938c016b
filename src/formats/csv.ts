import type { Appraised } from '../answers/appraise.ts'
import { aboutRows, warningRows } from './csv-about.ts'
import { type AnswerRow, answerRows } from './csv-rows.ts'
import { type CsvCell, csvText } from './csv-text.ts'
import { Figure } from './figure.ts'

/** The columns of an answer as CSV. Owner and line, with @ and the year where there is one, are the id of the line. */
export const answerColumns = ['section', 'owner', 'line', 'label', 'year', 'unit', 'value'] as const

/** An answer as tidy CSV: one row for each line and year, numbers plain, no row but the headings before the figures. */
export function answerCsv(answer: Appraised): string {
  return csvHeadings() + csvRows(answer)
}

/** The headings of one answer, or of several in one CSV: then the columns that tell them apart come first. */
export function csvHeadings(apart: readonly string[] = []): string {
  return csvText([[...apart, ...answerColumns].map(text)])
}

/** The rows of an answer without headings, each after the cells that tell it from other answers in the same CSV. */
export function csvRows(answer: Appraised, apart: readonly string[] = []): string {
  const rows = [...answerRows(answer), ...aboutRows(answer), ...warningRows(answer)]
  return csvText(rows.map((row) => [...apart.map(text), ...cellsOf(row)]))
}

function cellsOf({ section, owner, line, label, year, unit, value }: AnswerRow): CsvCell[] {
  const last = value instanceof Figure ? { number: value.toString() } : value === null ? undefined : text(value)
  return [...[section, owner, line, label, year ?? '', unit].map(text), last]
}

function text(value: string): CsvCell {
  return { text: value }
}
