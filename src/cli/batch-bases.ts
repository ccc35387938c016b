import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FindBase, RowFault } from '../answers/batch-row.ts'
import type { Loaded } from '../case/assemble.ts'
import { nearest } from '../case/nearest.ts'
import { CaseError, rendered } from '../case/problem.ts'
import { readScenario } from '../case/scenario.ts'
import type { Case } from '../case/schema.ts'
import { inputsOf, isDirectory, stemOf } from './input.ts'
import { InputError } from './input-error.ts'
import { loadBeside } from './read-input.ts'

/** The scenarios that come with the program. */
const shipped = fileURLToPath(new URL('../../scenarios', import.meta.url))

/**
 * Finds the scenarios that the rows of a CSV name: files seen from its folder, or ids of those that come with the program; the one named
 * for all rows is seen from the working directory. Each is read once. A scenario that is not there, or is broken, is a RowFault.
 */
export function batchBases(file: string, forAll: string | undefined): FindBase {
  const found = new Map<string, Case | RowFault>()
  return (name) => {
    const from = name === forAll || file === '-' ? undefined : resolve(file)
    const base = found.get(name) ?? read(name, from)
    found.set(name, base)
    if (base instanceof RowFault) throw base
    return base
  }
}

function read(name: string, from: string | undefined): Case | RowFault {
  try {
    const loaded = loadBeside(name, from) ?? withProgram(name)
    if (loaded === undefined) return new RowFault(`There is no scenario ${rendered(name)}. ${advice(name)}`)
    return readScenario(loaded.text, loaded.format, { load: loadBeside, name: loaded.name }).case
  } catch (error) {
    if (!(error instanceof CaseError) && !(error instanceof InputError)) throw error
    return new RowFault(`The scenario ${rendered(name)} cannot be read: ${error.message}`)
  }
}

function withProgram(name: string): Loaded | undefined {
  return /^[a-z][a-z0-9-]*$/.test(name) ? loadBeside(name, resolve(shipped, 'library')) : undefined
}

function advice(name: string): string {
  const ids = isDirectory(shipped) ? inputsOf([shipped]).inputs.map(stemOf) : []
  const near = nearest(name, ids)
  return near === undefined
    ? 'Give a file, seen from the folder of the CSV, or the id of a scenario that comes with the program.'
    : `Did you mean ${near}?`
}
