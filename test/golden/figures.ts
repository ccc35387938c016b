import { appraise, hashOf } from '../../src/answers/appraise.ts'
import { here } from '../../src/answers/crew/crews.ts'
import type { ModelVersion } from '../../src/answers/model-version.ts'
import { simulate } from '../../src/answers/simulate.ts'
import { usualSimulation } from '../../src/answers/simulation/asked.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import type { Case } from '../../src/case/schema.ts'
import { rendered } from '../../src/formats/json.ts'
import { methodVersion } from '../../src/version.ts'

/** What is kept of one case: its hashes, its headline in full, and the rest of its numbers as a hash for each group of figures. */
export interface GoldenFigures {
  caseHash: string
  resultHash: string
  headline: Record<string, unknown>
  numbers: string[]
  /** The same for means, spreads and quantiles of a small simulation, where the case has ranges. */
  simulation?: string
}

/** A case as it is appraised now: its figures by their names, so that those of any group can be hashed. */
export interface Appraisal {
  caseHash: string
  resultHash: string
  headline: Record<string, unknown>
  figures: ReadonlyMap<string, unknown>
  simulation?: string
}

const model = (referenceData: string): ModelVersion => ({
  ...{ name: 'cashable', version: 'golden', method: methodVersion, referenceData, commit: 'golden' },
})
const methods = new WrittenMethods()
const asked = { ...usualSimulation, draws: 1024, drivers: false }

/** Appraises one case, and simulates it where any of its values is a range. */
export async function appraised(given: Case, referenceData: string): Promise<Appraisal> {
  const ready = completeCase(given)
  const answer = rendered(appraise(ready, { model: model(referenceData), methods }) as never) as Record<string, Record<string, unknown>>
  const { headline = {}, years, economic, interventions, demand } = answer
  const found = {
    caseHash: String(answer.caseHash),
    resultHash: String(answer.resultHash),
    headline,
    figures: new Map(leaves({ headline, years, economic, interventions, demand })),
  }
  if (![...ready.register.values()].some(({ range }) => range !== undefined)) return found
  const simulated = (await simulate(ready, asked, { crew: here, model: model(referenceData) })) as {
    measures: { id: string; mean: unknown; standardDeviation: unknown; quantiles: unknown }[]
  }
  const spreads = simulated.measures.map(({ id, mean, standardDeviation, quantiles }) => ({ id, mean, standardDeviation, quantiles }))
  return { ...found, simulation: hashOf(spreads) }
}

/** The kinds of figures that an answer has: the names of its figures without which year, intervention or demand each is of. */
export function kindsOf({ figures }: Appraisal): Set<string> {
  return new Set([...figures.keys()].map(kindOf))
}

/** What is kept of an appraisal, its numbers hashed by these groups of kinds. */
export function keptOf({ figures, ...rest }: Appraisal, groups: readonly (readonly string[])[]): GoldenFigures {
  const numbers = groups.map((kinds) => hashOf([...figures].filter(([name]) => kinds.includes(kindOf(name)))))
  return { ...rest, numbers }
}

const byId = new Set(['entriesAvoided', 'avoided', 'costPerEntryAvoided'])

function kindOf(name: string): string {
  const parts = name.split('.').map((part, place, all) => (/^[0-9]+$/.test(part) || byId.has(all[place - 1] ?? '') ? '*' : part))
  return parts.join('.')
}

function leaves(value: unknown, name = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[name, value]]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, name === '' ? key : `${name}.${key}`))
}
