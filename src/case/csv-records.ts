import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { Utf8Pieces } from './utf8-pieces.ts'

/** One row of a CSV as it was written, and the line of the text that it ends on, counted from 1. */
export interface CsvRecord {
  cells: readonly string[]
  line: number
}

/** A text that is not CSV, or is more than is read. What came before it was sound. */
export class CsvFault extends Error {
  /** The line it stands on, where that is known. */
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.name = 'CsvFault'
    this.line = line
  }
}

/** What a fault says, with its line. */
export function inText({ line, message }: CsvFault): string {
  return `${line === undefined ? '' : `Line ${line}: `}${message}`
}

/** A row may have this many characters: its cells, commas and quotes. */
const longestRow = 100_000
/** Bytes that are read in one go: other work has a turn after them, and no more of a row that is too long is read than this. */
const piece = 8192

/**
 * The rows of a CSV (RFC 4180; UTF-8, with or without a byte order mark), one after another while the text still comes in. No more is held
 * than a few rows. Throws a CsvFault, after the rows before it, where the text is not CSV or not UTF-8, or has more than `mostBytes` bytes.
 */
export async function* csvRecords(chunks: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<CsvRecord> {
  const met: Met = { line: 0, tooMany: 0 }
  // An error that ended the parser would take the sound rows with it that wait to be read, so faults are kept and told at the end.
  const parser = parse({
    // To be found out, it is looked for before every character of the first row.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error) => {
      met.fault ??= faultOf(error as never, met)
    },
    // A row after a fault, or cut off by it, is not what was written.
    on_record: ((cells: string[], { lines }: { lines: number }) => (met.fault === undefined ? placed(cells, lines, met) : null)) as never,
  })
  // What goes wrong on the way in comes out of the parser.
  pipeline(textOf(chunks, mostBytes, met), parser).catch(() => {})
  yield* parser as AsyncIterable<CsvRecord>
  if (met.fault !== undefined) throw met.fault
}

/** What the parser has come to. */
interface Met {
  /** The first fault. */
  fault?: CsvFault
  /** The line that the last sound row ends on. */
  line: number
  /** How many lines the parser has counted too many: within quotes it takes CRLF for two. */
  tooMany: number
}

/** A row with its line. */
function placed(cells: string[], lines: number, met: Met): CsvRecord {
  for (const cell of cells) met.tooMany += cell.split('\r\n').length - 1
  met.line = lines - met.tooMany
  return { cells, line: met.line }
}

/** The text as far as it is sound. */
async function* textOf(chunks: AsyncIterable<Uint8Array>, mostBytes: number, met: Met): AsyncGenerator<string> {
  const pieces = new Utf8Pieces()
  const notUtf8 = () => new CsvFault('The text is not UTF-8: save it as UTF-8.', pieces.line)
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) met.fault ??= new CsvFault(`The text has more than ${mostBytes} bytes; what comes after them was not read.`)
    for (let at = 0; at < chunk.byteLength; at += piece) {
      if (met.fault !== undefined) return
      const text = pieces.next(chunk.subarray(at, at + piece))
      if (text === undefined) met.fault ??= notUtf8()
      else yield text
      await setImmediate()
    }
  }
  if (met.fault === undefined && !pieces.isWhole()) met.fault = notUtf8()
}

function faultOf({ code, lines }: { code: string; lines: number }, { line, tooMany }: Met): CsvFault {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new CsvFault(`A row has more than ${longestRow} characters, perhaps because a quote is never closed.`, line + 1)
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new CsvFault('A quote is opened here and never closed.', line + 1)
  return new CsvFault('A quote stands where RFC 4180 has none: quote the whole cell and double the quotes in it.', lines - tooMany)
}
