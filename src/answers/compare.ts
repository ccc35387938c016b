import { applyOverrides, type Overrides } from '../case/overrides.ts'
import { CaseError } from '../case/problem.ts'
import { completeCase, type ReadCase } from '../case/read-case.ts'
import { type Scenario, variantCase } from '../case/scenario.ts'
import type { Case } from '../case/schema.ts'
import type { Unrendered } from '../formats/json.ts'
import { type Appraised, appraise, hashOf, type Workshop } from './appraise.ts'
import { changesOf } from './comparing/changes.ts'
import { comparedFigures } from './comparing/figures.ts'
import { centralSentence, variantSentence } from './comparing/said.ts'
import { doNothing } from './packages.ts'

/** A comparison, its figures still exact. */
export type Compared = ReturnType<typeof compare>
/** One of what is compared. */
export type ComparedCase = Compared['variants'][number]

/**
 * Compares a scenario's central case with doing nothing and with each variant: every one is a full appraisal, and each difference is that of
 * the figures shown, from the central case. `overrides` are set over all of them, as appraisals of variants do. Throws a CaseError where a
 * case is not legal with them, and CheckFailure, with no number, where any appraisal fails a check.
 */
export function compare(scenario: Scenario, overrides: Overrides, workshop: Workshop) {
  const central = withOverrides(scenario.case, overrides)
  const appraised = appraise(central, workshop)
  const against = (answer: Appraised) => comparedFigures(answer, appraised)
  const nothing = appraise(completeCase(doNothing(central.raw)), workshop)
  const variants = scenario.variants.map(({ id, title, description, set = {} }) => {
    const ready = withOverrides(variantCase(scenario, id), overrides)
    const answer = appraise(ready, workshop)
    const changes = changesOf(central, ready, Object.keys(set))
    return {
      id,
      title,
      description,
      set: set as Record<string, Unrendered>,
      changes: changes.map((change) => ({ ...change })),
      sentence: variantSentence(changes, answer, appraised),
      ...against(answer),
    }
  })
  const { model } = workshop
  const { method, referenceData } = model
  const parts = { doNothing: against(nothing), central: { sentence: centralSentence(appraised), ...against(appraised) }, variants }
  return {
    model: { ...model },
    caseHash: appraised.caseHash,
    resultHash: hashOf({ method, referenceData, parts }),
    title: scenario.title,
    years: [...new Set([nothing, appraised, ...variants].flatMap(({ years }) => years.map(({ year }) => year)))].sort(),
    ...parts,
    notes: [
      'Doing nothing is the central case with every intervention left out and without its grants: no package, and no grant to it.',
      'Each is a full appraisal of its own, with its checks passed. A difference is that of the two figures shown, less the central case’s.',
      'There is no difference where one of the two has no such figure: it is not paid back within the horizon, or has no such year.',
    ],
  }
}

/** The cases that a comparison appraises besides doing nothing: the central one, and that of each variant. Throws as `compare` does. */
export function comparedCases(scenario: Scenario, overrides: Overrides): ReadCase[] {
  const variants = scenario.variants.map(({ id }) => variantCase(scenario, id))
  return [scenario.case, ...variants].map((each) => withOverrides(each, overrides))
}

function withOverrides(given: Case, overrides: Overrides): ReadCase {
  const { raw, problems } = applyOverrides(given, overrides)
  if (problems.length > 0) throw new CaseError(422, 'wrong-path', problems)
  return completeCase(raw)
}
