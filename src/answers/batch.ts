import { setImmediate } from 'node:timers/promises'
import { CsvFault, type CsvRecord, inText } from '../case/csv-records.ts'
import type { ReadCase } from '../case/read-case.ts'
import type { Case } from '../case/schema.ts'
import { type CsvCell, csvText } from '../formats/csv-text.ts'
import type { Workshop } from './appraise.ts'
import { BatchFault, type BatchHeading, batchLimits, headlineIds, readHeading } from './batch-heading.ts'
import { BatchPaths } from './batch-paths.ts'
import { baseName, type FindBase, faultOf, type RowAnswer, RowFault, type RowsAsked, rowAnswer, rowCase } from './batch-row.ts'
import { CheckFailure } from './checked.ts'
import type { ModelVersion } from './model-version.ts'

/** What a batch asks for. */
export interface BatchAsked {
  find: FindBase
  /** The scenario of the rows that name none. */
  scenario?: string | undefined
  /** The ids of the lines that become columns; the headline's where absent. */
  lines?: readonly string[] | undefined
  /** Answers the case of a row; here and at once where absent. */
  answerRow?: (ready: ReadCase, lines: readonly string[]) => RowAnswer | Promise<RowAnswer>
  /** How many rows are answered before the batch is broken off. */
  mostRows?: number
  /** Told of each row when it has been answered, of what is wrong with it, and of a failed check or another error of the program itself. */
  onRow?: (row: { done: number; fault?: string; failure?: unknown }) => void
}

/**
 * Answers a batch: one row a case in, one row an answer out, in order, each as soon as it is known; a row that has no answer says why in its
 * last cell and the others go on. Other work gets its turn after every row, and nobody reading stops the work. What breaks off the text
 * itself is a last row. Throws a BatchFault or a CsvFault, before anything comes out, where there is no sound heading.
 */
export async function* batchAnswer(records: AsyncIterable<CsvRecord>, asked: BatchAsked, workshop: Workshop): AsyncGenerator<string> {
  const { find, scenario, lines = headlineIds, mostRows = batchLimits.rows, onRow = () => {} } = asked
  const { answerRow = (ready: ReadCase, ids: readonly string[]) => rowAnswer(ready, ids, workshop) } = asked
  let rows: RowsAsked | undefined
  let done = 0
  try {
    for await (const { cells, line } of records) {
      if (rows === undefined) {
        rows = rowsAsked(cells, { scenario, lines, find })
        yield headings(rows)
        continue
      }
      done += 1
      if (done > mostRows) {
        throw new CsvFault(`A batch has at most ${mostRows} rows: this one and those after it were not read.`, line)
      }
      if (cells.every((cell) => cell === '')) continue
      yield await answered(cells, rows, done, answerRow, onRow)
      await setImmediate()
    }
  } catch (error) {
    if (rows === undefined || !(error instanceof CsvFault)) throw error
    const fault = inText(error)
    onRow({ done, fault })
    yield csvText([brokenOff(rows, fault)])
  }
  if (rows === undefined) throw new BatchFault('The text is empty: begin with a row of headings.')
}

/** What is asked of every row. Throws a BatchFault where the headings are wrong in themselves, or for the one scenario that all rows start from. */
function rowsAsked(cells: readonly string[], asked: Pick<RowsAsked, 'scenario' | 'lines' | 'find'>): RowsAsked {
  const heading = readHeading(cells)
  const paths = new BatchPaths(heading)
  if (asked.scenario !== undefined && heading.scenario === undefined) paths.holdTo(asked.scenario, baseOf(asked.scenario, asked.find))
  return { heading, paths, ...asked }
}

/** The scenario of all rows. Throws a BatchFault where it cannot be had: no row would have an answer. */
function baseOf(name: string, find: FindBase): Case {
  try {
    return find(name)
  } catch (error) {
    throw error instanceof RowFault ? new BatchFault(error.message) : error
  }
}

function headings({ heading, lines }: RowsAsked): string {
  const own = ['scenario', ...lines, 'caseHash', 'resultHash', 'model', 'warnings', 'error']
  return csvText([['row', ...(heading.id === undefined ? [] : ['id']), ...own].map(text)])
}

async function answered(
  cells: readonly string[],
  rows: RowsAsked,
  done: number,
  answerRow: NonNullable<BatchAsked['answerRow']>,
  onRow: NonNullable<BatchAsked['onRow']>,
): Promise<string> {
  const { heading, scenario } = rows
  const before = [...labels(cells, heading, done), text(baseName(cells, heading) ?? scenario ?? '')]
  try {
    const made = await answerRow(rowCase(cells, rows, done), rows.lines)
    const fault = made.faults.join(' ')
    onRow(fault === '' ? { done } : { done, fault })
    return csvText([[...before, ...figuresOf(made), text(fault)]])
  } catch (error) {
    const known = faultOf(error)
    const fault = known ?? 'The program failed on this row.'
    onRow({ done, fault, ...(known === undefined || error instanceof CheckFailure ? { failure: error } : {}) })
    return csvText([[...before, ...empty(rows), text(fault)]])
  }
}

function figuresOf({ values, caseHash, resultHash, model, codes }: RowAnswer): CsvCell[] {
  return [...values, text(caseHash), text(resultHash), text(modelInWords(model)), text(codes.join(' '))]
}

function brokenOff(rows: RowsAsked, fault: string): CsvCell[] {
  const labelled = rows.heading.id === undefined ? [undefined] : [undefined, undefined]
  return [...labelled, undefined, ...empty(rows), text(fault)]
}

/** What made the answer of a row: cashable 0.1.0, method 1, figures 2026-11, commit 0123abc. */
function modelInWords({ name, version, method, referenceData, commit }: ModelVersion): string {
  return `${name} ${version}, method ${method}, figures ${referenceData}, commit ${commit}`
}

/** The cells of figures, hashes, model and warnings of a row that has none. */
function empty({ lines }: RowsAsked): CsvCell[] {
  return [...lines, 'caseHash', 'resultHash', 'model', 'warnings'].map(() => undefined)
}

/** A row's own label, or else its number; then its id, where rows have one. */
function labels(cells: readonly string[], { row, id }: BatchHeading, done: number): CsvCell[] {
  const first: CsvCell = row === undefined ? { number: String(done) } : text(cells[row] ?? '')
  return id === undefined ? [first] : [first, text(cells[id] ?? '')]
}

function text(value: string): CsvCell {
  return { text: value }
}
