import { closeSync, createReadStream, openSync, realpathSync, writeSync } from 'node:fs'
import { type BatchAsked, batchAnswer } from '../answers/batch.ts'
import { BatchFault, linesAsked } from '../answers/batch-heading.ts'
import { WrittenMethods } from '../answers/structure.ts'
import { CsvFault, csvRecords, inText } from '../case/csv-records.ts'
import { numberOf } from '../formats/sentences/amounts.ts'
import { printable } from '../formats/terminal/printable.ts'
import { modelVersion } from '../version.ts'
import { batchBases } from './batch-bases.ts'
import { exitCodes } from './exit-codes.ts'
import { InputError, reasonAgainst } from './input-error.ts'
import { progress } from './progress.ts'
import { isAsciiLocale, write } from './streams.ts'

/** The options of the command. */
export interface BatchOptions {
  scenario?: string
  columns?: string
  out?: string
  ascii?: true
}

/** A file on this machine may be larger than a request. */
const mostBytes = 1024 * 1024 * 1024
const lineFeed = 10

/** Appraises the rows of a CSV file and writes a row for each. Gives the exit code: bad input where any row has no answer. */
export async function batchFile(file: string, { scenario, columns, out, ascii }: BatchOptions): Promise<number> {
  const { stdin, stderr } = process
  const total = file === '-' || !stderr.isTTY ? 0 : await linesIn(file)
  const bar = progress(stderr, total, ascii ?? isAsciiLocale(process.env))
  const seen = { rows: 0, faults: 0, first: '', failed: false }
  const onRow: NonNullable<BatchAsked['onRow']> = ({ done, fault, failure }) => {
    seen.rows = done
    if (failure !== undefined) seen.failed = true
    if (fault !== undefined) {
      seen.faults += 1
      seen.first ||= `row ${done}: ${fault}`
    }
    bar.at(done, seen.faults === 0 ? '' : `${numberOf(seen.faults, 'problem')}`)
  }
  const asked = { find: batchBases(file, scenario), scenario, lines: linesFor(columns), mostRows: Number.POSITIVE_INFINITY, onRow }
  const workshop = { model: modelVersion(), methods: new WrittenMethods() }
  const outlet = outletFor(out, file)
  try {
    const chunks = file === '-' ? stdin : createReadStream(file)
    for await (const text of batchAnswer(csvRecords(chunks, mostBytes), asked, workshop)) await outlet.write(text)
  } catch (error) {
    if (error instanceof CsvFault) throw new InputError(nameOf(file), inText(error))
    if (error instanceof BatchFault) throw new InputError(nameOf(file), error.message)
    if (error instanceof Error && 'syscall' in error && error.syscall !== 'write')
      throw new InputError(nameOf(file), reasonAgainst('read', error))
    throw error
  } finally {
    bar.end()
    outlet.end()
  }
  if (seen.faults === 0) return exitCodes.ok
  const summary = `${nameOf(file)}: ${seen.faults} of ${numberOf(seen.rows, 'row')} with a problem; the first is ${seen.first}`
  await write(stderr, `${printable(summary)}\n`)
  return seen.failed ? exitCodes.failedCheck : exitCodes.badInput
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

/** How many lines a file has after its first; no more than a bar needs, so a line end inside a cell counts too. */
async function linesIn(file: string): Promise<number> {
  let ends = 0
  try {
    for await (const chunk of createReadStream(file)) for (const byte of chunk as Buffer) if (byte === lineFeed) ends += 1
  } catch {
    // What cannot be read is told of when it is read for its rows.
    return 0
  }
  return ends - 1
}

function linesFor(columns: string | undefined): string[] | undefined {
  try {
    return columns === undefined ? undefined : linesAsked(columns)
  } catch (error) {
    throw error instanceof BatchFault ? new InputError('--columns', error.message) : error
  }
}

interface RowOutlet {
  write: (text: string) => Promise<void>
  end: () => void
}

/** Where the answers go: standard output, or a file, which must not be the one that is read. */
function outletFor(out: string | undefined, file: string): RowOutlet {
  if (out === undefined) return { write: (text) => write(process.stdout, text), end: () => {} }
  if (realPath(out) !== undefined && realPath(out) === realPath(file))
    throw new InputError(out, 'the answers would write over the rows they are the answers to; give another --out')
  // Opened with the first text, so that a batch that cannot be begun leaves an older file as it was.
  let handle: number | undefined
  return {
    write: async (text) => {
      handle ??= opened(out)
      writeSync(handle, text)
    },
    end: () => {
      if (handle !== undefined) closeSync(handle)
    },
  }
}

function opened(out: string): number {
  try {
    return openSync(out, 'w')
  } catch (error) {
    throw new InputError(out, reasonAgainst('write', error))
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
