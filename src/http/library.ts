import { extname } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Load, Loaded } from '../case/assemble.ts'
import { CaseError } from '../case/problem.ts'
import { readScenario, type Scenario } from '../case/scenario.ts'
import { type LeftOut, type LibraryFiles, libraryFiles } from './library-files.ts'
import { problemDocument } from './problem.ts'

/** A scenario of the library: it always has an id. */
export type LibraryScenario = Scenario & { id: string }

/** The scenarios that the service offers, in the order of their ids. */
export interface Library {
  scenarios: readonly LibraryScenario[]
  /** The files that are not served, in the order of their names. */
  leftOut: readonly LeftOut[]
  /** The texts of the scenarios by their ids, as plain data that a thread can be sent. */
  texts: ReadonlyMap<string, Loaded>
  /** Finds what a posted case extends: a scenario of the library by its id, and nothing else. */
  load: Load
}

/**
 * Reads every scenario file of a folder. One that is broken is left out, so that it does not take the others with it; it is told in the log and in
 * the list of scenarios by its name, its fault and the place, and never by what stands there.
 */
export function loadLibrary(folder: string, log: FastifyBaseLogger): Library {
  const { texts, leftOut } = filesIn(folder, log)
  const scenarios = new Map<string, LibraryScenario>()
  const textOf = new Map<string, Loaded>()
  for (const [file, loaded] of texts) {
    const scenario = readOrFault(loaded, (reference) => texts.get(reference) ?? texts.get(`${reference}.yaml`))
    if ('fault' in scenario) {
      leftOut.push({ file, ...scenario.fault })
      continue
    }
    const id = scenario.id ?? file.slice(0, -extname(file).length)
    if (scenarios.has(id)) leftOut.push({ file, code: 'same-id', message: 'Its id is that of another file.' })
    else {
      scenarios.set(id, { ...scenario, id })
      textOf.set(id, loaded)
    }
  }
  leftOut.sort((one, other) => (one.file < other.file ? -1 : 1))
  for (const each of leftOut) log.warn({ event: 'scenario-left-out', ...each }, 'scenario left out')
  const byId = [...scenarios.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  return { scenarios: byId, leftOut, texts: textOf, load: (reference) => textOf.get(reference) }
}

function filesIn(folder: string, log: FastifyBaseLogger): LibraryFiles {
  try {
    return libraryFiles(folder)
  } catch (error) {
    log.warn({ folder, code: (error as NodeJS.ErrnoException).code }, 'no folder of scenarios')
    return { texts: new Map(), leftOut: [] }
  }
}

function readOrFault({ text, format, name }: Loaded, load: Load): Scenario | { fault: Omit<LeftOut, 'file'> } {
  try {
    return readScenario(text, format, { load, name })
  } catch (error) {
    if (!(error instanceof CaseError)) return { fault: { code: 'broken', message: 'It cannot be read as a scenario.' } }
    const { line, column } = error.problems.find((problem) => problem.line !== undefined) ?? {}
    const { title } = problemDocument(error.code, '', [], error.status)
    const message = `${title.replace('The body', 'The file').replace('This', 'It')}: see cashable check ${name}.`
    return { fault: { code: error.code, message, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) } }
  }
}
