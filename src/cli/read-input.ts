import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Assembled, Load } from '../case/assemble.ts'
import type { TextFormat } from '../case/read-text.ts'
import type { Grid } from '../tables/cells.ts'
import { csvText, readCsvSet } from '../tables/csv-set.ts'
import { caseFromTables } from '../tables/from-tables.ts'
import { readWorkbook } from '../tables/read-workbook.ts'
import { tables } from '../tables/tables.ts'
import { caseExtensions, type Input } from './input.ts'
import { InputError, reasonAgainst } from './input-error.ts'

/** A case file is some kilobytes; what is larger is something else. */
const mostBytes = 5_000_000

/** A text and how it is written. */
export interface InputText {
  text: string
  format: TextFormat
}

/** A case that came in tables, put together. */
export interface InputTables {
  text: ''
  assembled: Assembled
}

/**
 * Reads an input. The extension says whether it is YAML or JSON, a workbook, or the first of the CSV files of a case; without one of the known
 * extensions its first characters do.
 */
export async function readInput({ name, path }: Input): Promise<InputText | InputTables> {
  const bytes = path === undefined ? await standardInput() : bytesOf(path, name)
  if (isWorkbook(bytes, name)) return { text: '', assembled: caseFromTables(await readWorkbook(bytes), 'sheet') }
  if (path !== undefined && extname(name).toLowerCase() === '.csv')
    return { text: '', assembled: caseFromTables(csvFilesBeside(path, name), 'file') }
  return textOf(bytes, name)
}

function isWorkbook(bytes: Buffer, name: string): boolean {
  return /\.xls[xmb]?$|\.ods$/i.test(name) || bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
}

/** The CSV files of a case: case.csv and those of the other tables beside it. */
function csvFilesBeside(path: string, name: string): Grid[] {
  if (basename(path).toLowerCase() !== 'case.csv')
    throw new InputError(name, 'name the file case.csv; those of the other tables are read from beside it')
  const folder = dirname(resolve(path))
  const files = tables
    .map(({ file }) => join(folder, `${file}.csv`))
    .filter((file) => existsSync(file))
    .map((file) => ({ name: file, text: csvText(bytesOf(file, file), file) }))
  return readCsvSet(files)
}

/** Finds the file that a scenario extends or a batch names, seen from the folder of the file that names it; without one, from this folder. */
export const loadBeside: Load = (reference, from) => {
  const path = resolve(from === undefined ? '.' : dirname(from), reference)
  for (const each of extname(path) in caseExtensions ? [path] : [path, `${path}.yaml`]) {
    try {
      return { ...textOf(readFileSync(each), each), name: each }
    } catch (error) {
      if (error instanceof InputError) throw error
    }
  }
  return undefined
}

function bytesOf(path: string, name: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new InputError(name, reasonAgainst('read', error))
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function textOf(bytes: Buffer, name: string): InputText {
  if (bytes.length > mostBytes) throw new InputError(name, `it is larger than ${mostBytes / 1e6} MB, so it is not a case`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, format: caseExtensions[extname(name)] ?? (/^\s*\{\s*["}]/.test(text) ? 'json' : 'yaml') }
  } catch {
    // A pound sign saved by an old editor is the usual cause.
    throw new InputError(name, 'it is not UTF-8 text: save it as UTF-8', lineOfBadByte(bytes))
  }
}

function lineOfBadByte(bytes: Buffer): number {
  const lenient = bytes.toString('utf8')
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length
}
