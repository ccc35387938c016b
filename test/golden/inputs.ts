import { readdirSync, readFileSync } from 'node:fs'
import { hashOf } from '../../src/answers/appraise.ts'
import { variantCase } from '../../src/case/scenario.ts'
import type { Case } from '../../src/case/schema.ts'
import { loadLibrary } from '../../src/http/library.ts'
import { scenarios } from '../http/service.ts'

/** A case whose figures are golden: what it goes by, and the case as it is given, with what it extends and what its variant sets. */
export interface GoldenInput {
  name: string
  /** SHA-256 of its canonical JSON: what its figures are kept by. */
  inputHash: string
  given: Case
}

const sharedCases = new URL('../cases/', import.meta.url)

/** Every scenario of the library, every variant of it, and every shared case, as they stand now. */
export function presentInputs(): GoldenInput[] {
  const leftOut: unknown[] = []
  const { scenarios: library } = loadLibrary(scenarios, { warn: (told: unknown) => leftOut.push(told) } as never)
  if (leftOut.length > 0) throw new Error(`a scenario of the library is broken: ${JSON.stringify(leftOut)}`)
  const ofLibrary = library.flatMap((scenario) => [
    input(`scenario ${scenario.id}`, scenario.case),
    ...scenario.variants.map(({ id }) => input(`scenario ${scenario.id}, variant ${id}`, variantCase(scenario, id))),
  ])
  const shared = readdirSync(sharedCases)
    .filter((file) => file.endsWith('.json'))
    .map((file) =>
      input(`shared case ${file.slice(0, -'.json'.length)}`, JSON.parse(readFileSync(new URL(file, sharedCases), 'utf8')).case),
    )
  return [...ofLibrary, ...shared]
}

function input(name: string, given: Case): GoldenInput {
  return { name, inputHash: hashOf(given), given }
}
