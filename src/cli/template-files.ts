import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { csvSet } from '../tables/csv-set.ts'
import { blankTables, scenarioInTables, type WrittenTables } from '../tables/to-tables.ts'
import { tablesWorkbook } from '../tables/write-xlsx.ts'
import { scenarioOf } from './appraisals.ts'
import { complaint } from './complaint.ts'
import { exitCodes } from './exit-codes.ts'
import type { Input } from './input.ts'
import { writeNew } from './new-file.ts'
import { readInput } from './read-input.ts'
import { isAsciiLocale, penFor, write } from './streams.ts'

/** Where the tables go. */
export interface TemplateOptions {
  out?: string
  csv?: string
}

/** Writes the tables of a case, empty or filled in. It writes over nothing. Gives the exit code. */
export async function templateFiles(file: string | undefined, { out, csv }: TemplateOptions): Promise<number> {
  const rows = file === undefined ? blankTables() : await filled({ name: file, ...(file === '-' ? {} : { path: file }) })
  if (rows === undefined) return exitCodes.badInput
  if (out !== undefined) writeNew(out, await tablesWorkbook(rows))
  if (csv !== undefined) {
    mkdirSync(csv, { recursive: true })
    for (const [name, text] of csvSet(rows)) writeNew(join(csv, `${name}.csv`), text)
  }
  return exitCodes.ok
}

async function filled(input: Input): Promise<WrittenTables | undefined> {
  let text = ''
  try {
    const read = await readInput(input)
    text = read.text
    return scenarioInTables(scenarioOf(input, read))
  } catch (error) {
    const { stderr } = process
    const pen = penFor(stderr, isAsciiLocale(process.env))
    await write(stderr, `${complaint(pen, error, { input, text, overrides: {} }).lines.join('\n')}\n`)
    return undefined
  }
}
