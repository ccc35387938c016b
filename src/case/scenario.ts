import { type Assembled, assemble, type Load } from './assemble.ts'
import { nearest, wordList } from './nearest.ts'
import { applyValues } from './overrides.ts'
import { pointerTo } from './pointer.ts'
import { CaseError, type Problem, problemLimit, rendered } from './problem.ts'
import { checkCase, withoutScenarioKeys } from './read-case.ts'
import { readPlain } from './read-plain.ts'
import type { TextFormat } from './read-text.ts'
import type { Case, Scenario as ScenarioFile, Variant } from './schema.ts'

/** A scenario that can be appraised, and so can each of its variants. */
export interface Scenario {
  id?: string
  title?: string
  description?: string
  /** The case as it was given, with what it extends, without the keys of a scenario. */
  case: Case
  variants: Variant[]
}

/**
 * Reads a scenario: a case with an id, a description and variants, laid over the case that it extends.
 * `load` finds what `extends` names; `name` is what the text itself goes by. Throws a CaseError with every problem at once, those of the
 * variants named by their variant once the case itself is legal.
 */
export function readScenario(text: string, format: TextFormat, options: { load?: Load; name?: string; depth?: number } = {}): Scenario {
  return assembledScenario(assemble(text, format, options))
}

/** The same for a scenario that has been put together from something other than a text, such as tables. */
export function assembledScenario({ value, odd, place }: Assembled): Scenario {
  checkCase(value, odd, { place })
  const { id, title, description, variants = [] } = value as ScenarioFile
  const scenario: Scenario = {
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    case: withoutScenarioKeys(value as ScenarioFile),
    variants,
  }
  const problems: Problem[] = []
  for (const [index, variant] of variants.entries())
    problems.push(...variantProblems(scenario, variant, `/variants/${index}`, problemLimit - problems.length))
  if (problems.length > 0)
    throw new CaseError(
      422,
      'wrong-variant',
      problems.map((problem) => ({ ...problem, ...place(problem.pointer, 'key') })),
      problems.length,
    )
  return scenario
}

/** The case of one variant: the scenario's with the variant's values set. Throws a CaseError of status 422 where there is no such variant. */
export function variantCase(scenario: Scenario, variantId: string): Case {
  const variant = scenario.variants.find(({ id }) => id === variantId)
  if (variant !== undefined) return applyValues(scenario.case, variant.set ?? {}).raw as Case
  const ids = scenario.variants.map(({ id }) => id)
  const near = nearest(variantId, ids)
  const advice =
    ids.length === 0
      ? 'The scenario has no variants.'
      : near === undefined
        ? `The variants are ${wordList(ids, 'and')}.`
        : `Did you mean ${near}?`
  const message = `There is no variant ${rendered(variantId)}. ${advice}`
  throw new CaseError(422, 'no-variant', [
    { pointer: '/variants', path: 'variants', message, got: rendered(variantId), expected: wordList(ids) },
  ])
}

function variantProblems(scenario: Scenario, variant: Variant, at: string, advised: number): Problem[] {
  const { raw, problems } = applyValues(scenario.case, variant.set ?? {}, advised)
  const wrongPaths = problems.map((problem) => ofVariant(variant, at, problem, (set) => set === problem.path, problem.message))
  return [
    ...wrongPaths,
    ...caseProblems(raw).map((problem) =>
      ofVariant(variant, at, problem, (set) => isInside(problem.path, set), `${problem.path}: ${problem.message}`),
    ),
  ]
}

function caseProblems(raw: unknown): Problem[] {
  try {
    checkCase(raw, readPlain(raw))
    return []
  } catch (error) {
    if (error instanceof CaseError) return error.problems
    throw error
  }
}

/** A problem of a variant's case, told of the value that the variant sets, where it is one. */
function ofVariant({ id, set = {} }: Variant, at: string, problem: Problem, isAbout: (path: string) => boolean, message: string): Problem {
  const about = Object.keys(set).find(isAbout)
  const pointer = about === undefined ? at : pointerTo(`${at}/set`, about)
  return {
    ...problem,
    pointer,
    path: about === undefined ? `variants.${id}` : `variants.${id}.set.${about}`,
    message: `Variant ${id}: ${message}`,
  }
}

function isInside(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`)
}
