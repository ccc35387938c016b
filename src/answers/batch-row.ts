import type { Overrides } from '../case/overrides.ts'
import { CaseError } from '../case/problem.ts'
import type { ReadCase } from '../case/read-case.ts'
import { completeCase } from '../case/read-case.ts'
import type { Case } from '../case/schema.ts'
import type { CsvCell } from '../formats/csv-text.ts'
import { Figure } from '../formats/figure.ts'
import { WorkError } from '../uncertainty/work-error.ts'
import { answerOf, type Workshop } from './appraise.ts'
import { type BatchHeading, batchLimits } from './batch-heading.ts'
import type { BatchPaths } from './batch-paths.ts'
import { CheckFailure } from './checked.ts'
import { CostError } from './cost/limits.ts'
import { Figures } from './figures.ts'
import { LineError } from './line-error.ts'
import type { ModelVersion } from './model-version.ts'
import { type LineValue, lineValue } from './values.ts'

/** Finds the case that a row names. Throws an Error whose message says why there is none. */
export type FindBase = (name: string) => Case

/** A row of a batch that has no answer, and why. */
export class RowFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RowFault'
  }
}

/** What a batch asks of each of its rows. */
export interface RowsAsked {
  heading: BatchHeading
  /** The scenario of the rows that name none. */
  scenario: string | undefined
  lines: readonly string[]
  find: FindBase
  paths: BatchPaths
}

/** The answer of one row, as plain data: a cell for each line asked for, empty where the case has no such line, which `faults` then say. */
export interface RowAnswer {
  values: readonly CsvCell[]
  caseHash: string
  resultHash: string
  model: ModelVersion
  /** The codes of its warnings. */
  codes: readonly string[]
  faults: readonly string[]
}

/** The case of one row of a batch, by its number. Throws a RowFault or a CaseError where there is none. */
export function rowCase(cells: readonly string[], { heading, scenario, find, paths }: RowsAsked, row: number): ReadCase {
  if (cells.length !== heading.width) throw new RowFault(`This row has ${cells.length} cells, and the heading ${heading.width}.`)
  const long = cells.findIndex((cell) => cell.length > batchLimits.cell)
  if (long !== -1) throw new RowFault(`Cell ${long + 1} has more than ${batchLimits.cell} characters.`)
  const name = baseName(cells, heading) ?? scenario
  if (name === undefined) throw new RowFault('Name a scenario in a column scenario, or for all rows at once.')
  const base = find(name)
  const fault = paths.faultOf(cells, name, base, row)
  if (fault !== undefined) throw new RowFault(fault)
  return completeCase(base, { overrides: overridesOf(cells, heading) })
}

/** Answers the case of one row. Throws a CheckFailure where it has no answer. */
export function rowAnswer(ready: ReadCase, lines: readonly string[], { model, methods }: Workshop): RowAnswer {
  const figures = new Figures(ready.case, ready.register, methods.for(ready.case, ready.register))
  const answer = answerOf(figures, model)
  const faults: string[] = []
  const values = lines.map((id) => {
    try {
      return cellOf(lineValue(figures, id))
    } catch (error) {
      if (!(error instanceof LineError)) throw error
      faults.push(error.message)
      return undefined
    }
  })
  const { caseHash, resultHash, warnings } = answer
  return { values, caseHash, resultHash, model, codes: [...new Set(warnings.map(({ code }) => code))], faults }
}

function cellOf(value: LineValue): CsvCell {
  if (value === null) return undefined
  return value instanceof Figure ? { number: value.toString() } : { text: value }
}

/** The scenario that a row names; undefined where its cell is empty. */
export function baseName(cells: readonly string[], { scenario }: BatchHeading): string | undefined {
  return scenario === undefined || cells[scenario] === '' ? undefined : cells[scenario]
}

/** An empty cell leaves the value of the scenario as it is. */
function overridesOf(cells: readonly string[], { paths }: BatchHeading): Overrides {
  return Object.fromEntries(paths.flatMap(({ path, at }) => (cells[at] === undefined || cells[at] === '' ? [] : [[path, cells[at]]])))
}

const problemsTold = 3

/** Why a row has no answer, in a line; undefined where the program itself has failed. */
export function faultOf(error: unknown): string | undefined {
  if (error instanceof RowFault || error instanceof CostError || error instanceof WorkError) return error.message
  if (error instanceof CheckFailure) return `The answer failed a check of its own: ${error.failed.map(({ id }) => id).join(', ')}.`
  if (!(error instanceof CaseError)) return undefined
  const told = error.problems.slice(0, problemsTold).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  const more = error.total - told.length
  return [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ')
}
