import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Load, Loaded } from '../case/assemble.ts'
import { CaseError } from '../case/problem.ts'
import type { TextFormat } from '../case/read-text.ts'
import { readScenario, type Scenario } from '../case/scenario.ts'

/** A scenario of the library: it always has an id. */
export type LibraryScenario = Scenario & { id: string }

/** The scenarios that the service offers, in the order of their ids. */
export interface Library {
  scenarios: readonly LibraryScenario[]
  /** The texts of the scenarios by their ids, as plain data that a thread can be sent. */
  texts: ReadonlyMap<string, Loaded>
  /** Finds what a posted case extends: a scenario of the library by its id, and nothing else. */
  load: Load
}

const formatOf: Readonly<Record<string, TextFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json' }

/** Reads every scenario file of a folder. One that is broken is logged and left out, so that it does not take the others with it. */
export function loadLibrary(folder: string, log: FastifyBaseLogger): Library {
  const texts = new Map<string, Loaded>()
  for (const file of filesIn(folder, log)) {
    const format = formatOf[extname(file)]
    if (format !== undefined) texts.set(file, { text: readFileSync(join(folder, file), 'utf8'), format, name: file })
  }
  const scenarios = new Map<string, LibraryScenario>()
  const textOf = new Map<string, Loaded>()
  for (const [file, loaded] of texts) {
    const scenario = readOrLeaveOut(loaded, (reference) => texts.get(reference) ?? texts.get(`${reference}.yaml`), log)
    if (scenario === undefined) continue
    const id = scenario.id ?? file.slice(0, -extname(file).length)
    if (scenarios.has(id)) log.warn({ file, id }, 'scenario left out: its id is taken')
    else {
      scenarios.set(id, { ...scenario, id })
      textOf.set(id, loaded)
    }
  }
  const byId = [...scenarios.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  return { scenarios: byId, texts: textOf, load: (reference) => textOf.get(reference) }
}

function filesIn(folder: string, log: FastifyBaseLogger): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    log.warn({ folder, code: (error as NodeJS.ErrnoException).code }, 'no folder of scenarios')
    return []
  }
}

function readOrLeaveOut({ text, format, name }: Loaded, load: Load, log: FastifyBaseLogger): Scenario | undefined {
  try {
    return readScenario(text, format, { load, name })
  } catch (error) {
    const problems = error instanceof CaseError ? error.problems : [{ message: String(error) }]
    log.warn({ file: name, problems }, 'scenario left out: it is broken')
    return undefined
  }
}
