import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { survived, type Tried, wasRun } from './explained.ts'

/*
 * What mutation testing has found, file by file, kept in the repository: a whole run takes hours, so that files are tried when they have changed, and
 * the record tells of which state of its source each result is.
 */

const root = join(import.meta.dirname, '..', '..')
const recordFile = join(import.meta.dirname, 'record.json')

/** What came of the mutants of one file. */
export interface FileRecord {
  /** SHA-256 of the source that was tried. */
  source: string
  mutants: number
  survivors: readonly { original: string; replacement: string }[]
}
export type MutationRecord = Readonly<Record<string, FileRecord>>

/** Every file that mutation testing is to try, from the root of the repository. */
export function sources(): string[] {
  return ['src/method', 'src/case'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => `${folder}/${name}`),
  )
}

/** The record as it is kept; empty where there is none. */
export function keptRecord(): MutationRecord {
  return existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as MutationRecord) : {}
}

/** Keeps a record, its files in order, without those that are no more. */
export function keep(record: MutationRecord): void {
  const files = sources().flatMap((file) => (record[file] === undefined ? [] : [[file, record[file]]]))
  writeFileSync(recordFile, `${JSON.stringify(Object.fromEntries(files), undefined, 2)}\n`)
}

/** The record of one file from all that was tried in it, as its source is now. */
export function recordOf(file: string, all: readonly Tried[]): FileRecord {
  const own = all.filter((mutant) => mutant.file === file && wasRun(mutant))
  return {
    source: sourceOf(file),
    mutants: own.length,
    survivors: own.filter(survived).map(({ original, replacement }) => ({ original, replacement })),
  }
}

/** Whether a record is of the source as it is now. */
export function isCurrent(file: string, record: FileRecord | undefined): boolean {
  return record !== undefined && record.source === sourceOf(file)
}

/** What a record comes to: mutants noticed and not, the score in per cent to one place, rounded down, and how many files it covers as they are now. */
export function summed(record: MutationRecord) {
  const all = Object.values(record)
  const mutants = all.reduce((sum, each) => sum + each.mutants, 0)
  const left = all.reduce((sum, { survivors }) => sum + survivors.length, 0)
  return {
    caught: mutants - left,
    survived: left,
    score: Math.floor((1000 * (mutants - left)) / Math.max(1, mutants)) / 10,
    files: sources().filter((file) => isCurrent(file, record[file])).length,
    filesInAll: sources().length,
  }
}

function sourceOf(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')
}
