import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../../src/answers/appraise.ts'
import type { Case } from '../../src/case/schema.ts'
import type { GoldenFigures } from './figures.ts'

/*
 * The golden figures: one file for each version of the method and vintage of the built-in figures. A file is only ever added to. Each names
 * the one before it with the hash of its bytes, so that an old one cannot change, and carries a seal over itself, so that none is
 * edited by hand. The cases themselves are kept beside them: a scenario of the library may change, what was answered for the old one may not.
 */

/** The golden figures of one version. */
export interface GoldenRecord {
  method: string
  referenceData: string
  /** The file before this one, and the SHA-256 of its bytes; null for the first. */
  follows: { file: string; sha256: string } | null
  /** The kinds of figures whose numbers are hashed together: the first group is what answers had at first, each later one what was added. */
  groups: string[][]
  /** By the hash of the case as it is given. */
  cases: Record<string, { name: string } & GoldenFigures>
}

const folder = import.meta.dirname
const inputsFile = join(folder, 'inputs.json')

/** What the file of a version is called. */
export function fileOf({ method, referenceData }: Pick<GoldenRecord, 'method' | 'referenceData'>): string {
  return `method-${method}-figures-${referenceData}.json`
}

/** The names of all files of golden figures. */
export function goldenFiles(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('method-'))
}

/** The bytes of a file of golden figures, and what it says; undefined where there is none. Throws an Error where its seal is broken. */
export function readRecord(file: string): { record: GoldenRecord; sha256: string } | undefined {
  if (!existsSync(join(folder, file))) return undefined
  const text = readFileSync(join(folder, file), 'utf8')
  return { record: unsealed(text, file), sha256: createHash('sha256').update(text).digest('hex') }
}

/** What a text of golden figures says. Throws an Error where its seal is broken: somebody has edited it. */
export function unsealed(text: string, file: string): GoldenRecord {
  const { seal, ...record } = JSON.parse(text) as GoldenRecord & { seal: string }
  if (seal !== hashOf(record)) throw new Error(`${file} was edited by hand: put it back, and raise methodVersion in src/version.ts instead`)
  return record
}

/** Writes a record with its seal. */
export function writeRecord(record: GoldenRecord): void {
  writeFileSync(join(folder, fileOf(record)), sealed(record))
}

/** A record as the text of its file. */
export function sealed(record: GoldenRecord): string {
  return `${JSON.stringify({ ...record, seal: hashOf(record) }, undefined, 1)}\n`
}

/** The cases whose figures are golden, by their hash. */
export function keptInputs(): Map<string, Case> {
  if (!existsSync(inputsFile)) return new Map()
  return new Map(Object.entries(JSON.parse(readFileSync(inputsFile, 'utf8'))))
}

/** Writes the cases, one a line. */
export function writeInputs(inputs: ReadonlyMap<string, Case>): void {
  const lines = [...inputs].map(([hash, given]) => `${JSON.stringify(hash)}:${JSON.stringify(given)}`)
  writeFileSync(inputsFile, `{\n${lines.join(',\n')}\n}\n`)
}

/**
 * What an older text of a record has that a newer one has not, or has otherwise; empty where the newer one has only been added to.
 */
export function lost(older: GoldenRecord, newer: GoldenRecord): string[] {
  const groups = older.groups.filter((kinds, place) => hashOf(kinds) !== hashOf(newer.groups[place] ?? []))
  const cases = Object.entries(older.cases).flatMap(([inputHash, { name, numbers, ...rest }]) => {
    const now = newer.cases[inputHash]
    if (now === undefined) return [`${name}: taken away`]
    const same = hashOf([rest, numbers]) === hashOf([{ ...now, name: undefined, numbers: undefined }, now.numbers.slice(0, numbers.length)])
    return same ? [] : [`${name}: changed`]
  })
  const chain = hashOf(older.follows) === hashOf(newer.follows) ? [] : ['what it follows: changed']
  return [...groups.map(() => 'a group of figures: changed'), ...cases, ...chain]
}
