import { parse } from 'csv-parse/sync'
import type { Standing } from '../case/assemble.ts'
import { CaseError } from '../case/problem.ts'
import { type Cell, columnLetters, type Grid } from './cells.ts'
import { type BesideField, besideFields } from './examples.ts'
import { type Table, tables } from './tables.ts'
import type { Written, WrittenTables } from './to-tables.ts'

/** A file with more rows than this, blank ones among them, is not read. */
const rowLimit = 20_000
/** A row has at most this many characters: its cells, commas and quotes. */
const longestRow = 100_000

/** The text of one CSV file and the name it goes by. */
export interface CsvFile {
  name: string
  text: string
}

/** The tables as CSV files by their names without .csv, each with its headers in the first line. RFC 4180. */
export function csvSet(rows: WrittenTables): ReadonlyMap<string, string> {
  return new Map(tables.map((table) => [table.file, csvFile(table, rows.get(table.name) ?? [])]))
}

function csvFile({ columns, kind }: Table, rows: readonly Written[][]): string {
  const headers = columns.map(({ header }) => header)
  const full = kind === 'fields' ? rows.map((row, at) => row.map((cell, column) => cell ?? forReading(at, headers[column]))) : rows
  const lines = [headers.map((text): Written => ({ text })), ...full]
  return lines.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** What stands beside the value of a field of the case, to be read and not filled in. */
function forReading(field: number, header: string | undefined): Written {
  const text = besideFields[field]?.[header as keyof BesideField]
  return text === undefined ? undefined : { text }
}

function csvCell(cell: Written): string {
  if (cell === undefined) return ''
  if ('number' in cell) return cell.number
  if ('flag' in cell) return String(cell.flag)
  return /[",\r\n]/.test(cell.text) || cell.text.trim() !== cell.text ? `"${cell.text.replaceAll('"', '""')}"` : cell.text
}

/**
 * Reads the files of a CSV set; a file is known by its name without .csv, in small letters.
 * Throws a CaseError of status 400, with file, line and column, where a file is not CSV with commas.
 */
export function readCsvSet(files: readonly CsvFile[]): Grid[] {
  return files.map((file) => {
    const stem = (file.name.split('/').at(-1) ?? '').replace(/\.csv$/i, '').toLowerCase()
    return { name: tables.find((table) => table.file === stem)?.name ?? stem, ...cellsOf(file) }
  })
}

interface CsvRecord {
  record: string[]
  raw: string
}

function cellsOf({ name, text }: CsvFile): Omit<Grid, 'name'> {
  // The line that each row starts in: a text in quotation marks may hold line ends.
  const starts = [1, 1]
  const rows = parsed(name, text).map(({ record, raw }, index) => {
    // The library would count a line end inside quotation marks twice where it is of two characters.
    const inside = raw.replace(/(\r\n|\n|\r)$/, '').match(/\r\n|\n|\r/g)?.length ?? 0
    starts[index + 2] = (starts[index + 1] ?? 1) + inside + 1
    return { at: index + 1, cells: record.map(cellOf) }
  })
  const place = (row: number, column: number): Standing => ({
    file: name,
    line: starts[row] ?? 1,
    column: column + 1,
    cell: `${columnLetters(column)}${row}`,
  })
  return { rows, place }
}

function cellOf(text: string): Cell | undefined {
  return text === '' ? undefined : { is: 'text', text }
}

function parsed(name: string, text: string): CsvRecord[] {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)
  if (!first.includes(',') && /[;\t]/.test(first)) {
    const separator = first.includes(';') ? 'semicolons' : 'tabs'
    throw notCsv(
      name,
      1,
      `The columns of this file are separated by ${separator}. Save it as CSV with commas; where Excel will not, because of the region that the computer is set to, fill in the workbook of the template instead.`,
      first,
    )
  }
  try {
    // Named, because the parser would else take the first line end for the only kind there is, and run other lines together.
    const lineEnds = ['\r\n', '\n', '\r']
    const options = {
      bom: true,
      raw: true,
      record_delimiter: lineEnds,
      relax_column_count: true,
      to: rowLimit + 1,
      max_record_size: longestRow,
    }
    const records = parse(text, options) as unknown as CsvRecord[]
    if (records.length <= rowLimit) return records
  } catch (error) {
    const { code = '', lines = 1 } = error as { code?: string; lines?: number }
    if (!(code in faults) && !code.startsWith('CSV_')) throw error
    throw notCsv(name, lines, faults[code] ?? 'This line is not CSV.', 'a line that is not CSV')
  }
  throw notCsv(
    name,
    rowLimit,
    `This file has more than ${rowLimit} rows, which is more than a table may have.`,
    `more than ${rowLimit} rows`,
  )
}

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened here and never closed.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows a closing quotation mark; a quotation mark inside a text is written twice.',
  INVALID_OPENING_QUOTE:
    'A quotation mark stands inside a text that does not start with one; put the text in quotation marks and write it twice.',
  CSV_MAX_RECORD_SIZE: 'This row has more than 100,000 characters.',
}

function notCsv(file: string, line: number, message: string, got: string): CaseError {
  return new CaseError(400, 'not-csv', [
    { pointer: '', path: '', message, got: got.slice(0, 80), expected: 'CSV with commas', file, line, column: 1 },
  ])
}

/** The bytes of a CSV file as text. Throws a CaseError of status 400 where they are not UTF-8. */
export function csvText(bytes: Uint8Array, name: string): string {
  // UTF-16 without a mark is legal UTF-8 with a nought beside every letter.
  if (bytes.includes(0)) throw notUtf8(name, 1)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const lenient = Buffer.from(bytes).toString('utf8')
    const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length
    throw notUtf8(name, line)
  }
}

function notUtf8(name: string, line: number): CaseError {
  return notCsv(name, line, 'This file is not UTF-8 text. In Excel, save it as CSV UTF-8.', 'other bytes')
}
