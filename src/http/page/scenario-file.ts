import type { Beside, ReadCase } from '../../case/read-case.ts'
import type { Scenario } from '../../case/scenario.ts'
import type { Case, Scenario as ScenarioFile } from '../../case/schema.ts'
import type { Saved } from './standing.ts'

/** A case as the scenario that it is the centre of, in the order of a scenario file. */
export function scenarioWith({ id, description, variants }: Beside, { title, ...rest }: Case): ScenarioFile {
  const whole = { id, title, description, ...rest, variants }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as ScenarioFile
}

/** A case of one's own as the text that its form carries: all that its file had, so that all of it can be taken away again. */
export function ownText({ beside, raw }: ReadCase): string {
  return JSON.stringify(scenarioWith(beside, raw))
}

/** The scenario that a report compares. */
export function comparedScenario({ title, ready: { raw }, beside: { variants = [] } }: Saved): Scenario {
  return { title, case: raw, variants: [...variants] }
}
