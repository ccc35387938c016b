import { resolve } from 'node:path'
import type { Appraised, Workshop } from '../answers/appraise.ts'
import { appraise } from '../answers/appraise.ts'
import { applyOverrides, type Overrides } from '../case/overrides.ts'
import { CaseError } from '../case/problem.ts'
import { completeCase, type ReadCase, readAssembled, readCase } from '../case/read-case.ts'
import { assembledScenario, readScenario, type Scenario, variantCase } from '../case/scenario.ts'
import type { Case, Variant } from '../case/schema.ts'
import type { Told } from '../formats/terminal/opening.ts'
import type { Input } from './input.ts'
import { type InputTables, type InputText, loadBeside } from './read-input.ts'

/** What to appraise of each file. */
export interface Asked {
  overrides: Overrides
  /** One variant by its id, all of them after the central case, or the central case alone. */
  variants: { id: string } | 'all' | 'none'
  /** Whether a variant that is not legal stops the central case too. */
  judgesVariants?: boolean
}

/** One answer and what it is the answer to. */
export interface Answered {
  input: Input
  variant?: Pick<Variant, 'id' | 'title'>
  told: Told
  ready: ReadCase
  /** The scenario whose central case is answered; none where it is a variant. Throws a CaseError where a variant is not legal. */
  scenario?: () => Scenario
  answer: Appraised
}

/**
 * Appraises what is asked for of an input, one answer after another. Throws a CaseError, an InputError or a CheckFailure.
 * Values are set before the case is judged, so that they may mend it.
 */
export function* appraisals(input: Input, read: InputText | InputTables, asked: Asked, workshop: Workshop): Generator<Answered> {
  const { overrides } = asked
  const told = { name: input.name, set: Object.entries(overrides) }
  if (asked.variants === 'none') {
    const ready = caseOf(input, read, overrides)
    if (asked.judgesVariants && ready.variantsIgnored > 0) scenarioOf(input, read)
    yield { input, told, ready, scenario: () => scenarioOf(input, read), answer: appraise(ready, workshop) }
    return
  }
  const scenario = scenarioOf(input, read)
  for (const variant of variantsAsked(scenario, asked.variants)) {
    const ready = withOverrides(variant === undefined ? scenario.case : variantCase(scenario, variant.id), overrides)
    const about =
      variant === undefined ? {} : { variant: { id: variant.id, ...(variant.title === undefined ? {} : { title: variant.title }) } }
    yield { input, ...about, told: { ...told, ...about }, ready, answer: appraise(ready, workshop) }
  }
}

/** The case that an input holds, with values set over it. Throws a CaseError. */
export function caseOf(input: Input, read: InputText | InputTables, overrides: Overrides): ReadCase {
  if ('assembled' in read) return readAssembled(read.assembled, overrides)
  return readCase(read.text, read.format, { ...reading(input), overrides })
}

/** The scenario that an input holds. Throws a CaseError. */
export function scenarioOf(input: Input, read: InputText | InputTables): Scenario {
  return 'assembled' in read ? assembledScenario(read.assembled) : readScenario(read.text, read.format, reading(input))
}

function reading({ name, path }: Input) {
  return { load: loadBeside, name: path === undefined ? name : resolve(path) }
}

function withOverrides(given: Case, overrides: Overrides): ReadCase {
  const { raw, problems } = applyOverrides(given, overrides)
  if (problems.length > 0) throw new CaseError(422, 'wrong-path', problems)
  return completeCase(raw)
}

function variantsAsked({ variants }: Scenario, asked: { id: string } | 'all'): (Pick<Variant, 'id' | 'title'> | undefined)[] {
  if (asked === 'all') return [undefined, ...variants]
  return [variants.find(({ id }) => id === asked.id) ?? asked]
}
