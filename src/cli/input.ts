import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { wordList } from '../case/nearest.ts'
import type { TextFormat } from '../case/read-text.ts'
import { InputError } from './input-error.ts'

/** The extensions of files that may hold a case. */
export const caseExtensions: Readonly<Record<string, TextFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json' }

/** Something to appraise: a file, or standard input where there is no path. */
export interface Input {
  /** What the user knows it by. */
  name: string
  path?: string
}

/** The inputs that FILE arguments name: files as they are given, and every case file of a directory, in the order of their names. */
export function inputsOf(files: readonly string[]): { inputs: Input[]; failures: InputError[] } {
  const inputs: Input[] = []
  const failures: InputError[] = []
  for (const file of files) {
    try {
      inputs.push(...(file === '-' ? [{ name: 'standard input' }] : filesOf(file)))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      failures.push(error)
    }
  }
  return { inputs, failures }
}

/** The name of an input without folders and extension, for the name of its answer. */
export function stemOf({ path }: Input): string {
  return path === undefined ? 'case' : basename(path, extname(path))
}

/** Whether a FILE argument is a directory. */
export function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function filesOf(file: string): Input[] {
  if (!isDirectory(file)) return [{ name: file, path: file }]
  const names = readdirSync(file, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && extname(entry.name) in caseExtensions)
    .map((entry) => entry.name)
    .sort()
  if (names.length === 0) {
    const tables = join(file, 'case.csv')
    const advice = existsSync(tables) ? `; it has the CSV files of a case: give ${tables}` : ''
    throw new InputError(file, `there is no ${wordList(Object.keys(caseExtensions))} file in this directory${advice}`)
  }
  return names.map((name) => ({ name: join(file, name), path: join(file, name) }))
}
