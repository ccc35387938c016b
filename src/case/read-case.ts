import type { CompleteCase, Register } from './complete.ts'
import { complete } from './defaults.ts'
import { scenarioKeys } from './fields.ts'
import type { Finding } from './messages.ts'
import { applyOverrides, type Overrides } from './overrides.ts'
import { pathOf } from './paths.ts'
import type { OddValue, ReadText } from './place.ts'
import { isWithin } from './pointer.ts'
import { CaseError, type Problem, problemLimit } from './problem.ts'
import { readPlain } from './read-plain.ts'
import { readText, type TextFormat } from './read-text.ts'
import { register } from './register.ts'
import { ruleFindings } from './rules/all.ts'
import type { Case } from './schema.ts'
import { schemaFindings } from './validate.ts'

/** A legal case, ready for the method. */
export interface ReadCase {
  case: CompleteCase
  register: Register
  /** The case as it was given, overrides applied, without the keys of a scenario. */
  raw: Case
  /** How many variants the text had, which an appraisal of one case leaves aside. */
  variantsIgnored: number
}

/** What a problem needs to be placed: the text it stands in, and what was set over the text. */
interface Origin {
  locate?: ReadText['locate']
  /** The pointers that overrides have set, whose values stand nowhere in the text. */
  set?: readonly string[]
}

/**
 * Reads a case from a text: the one door for every caller. `overrides` gives new values, as texts, by path.
 * Throws a CaseError with every problem at once: status 400 where the text cannot be parsed, 422 where it is not a legal case.
 */
export function readCase(text: string, format: TextFormat, options: { overrides?: Overrides } = {}): ReadCase {
  const { value, odd, locate } = readText(text, format)
  const { raw, set } = applyOverrides(value, options.overrides ?? {})
  return completed(raw, odd, { locate, set })
}

/** The same for a case that is already plain values; numbers are judged by their shortest text. Throws a CaseError of status 422. */
export function completeCase(value: unknown): ReadCase {
  return completed(value, readPlain(value), {})
}

function completed(value: unknown, odd: readonly OddValue[], origin: Origin): ReadCase {
  checkCase(value, odd, origin)
  const { variants } = value as { variants?: unknown[] }
  const raw = withoutScenarioKeys(value as Case)
  const whole = complete(raw)
  return { case: whole, register: register(whole, raw), raw, variantsIgnored: variants?.length ?? 0 }
}

/** Throws a CaseError of status 422 with everything that is wrong with a case or a scenario. */
export function checkCase(value: unknown, odd: readonly OddValue[], origin: Origin = {}): void {
  const set = origin.set ?? []
  const written = odd.filter(({ pointer }) => !set.some((each) => isWithin(pointer, each)))
  const judged = schemaFindings(value).filter(({ pointer }) => !written.some((each) => each.pointer === pointer))
  const malformed: Finding[] = [...written, ...judged]
  const findings = [...malformed, ...ruleFindings(value, malformed)]
  if (findings.length === 0) return
  const problems = findings.slice(0, problemLimit).map((finding) => placed(finding, value, origin))
  problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0))
  throw new CaseError(422, 'not-a-case', problems, findings.length)
}

function placed({ pointer, message, got, expected, isKey }: Finding, value: unknown, { locate, set = [] }: Origin): Problem {
  const position = set.some((each) => isWithin(pointer, each)) ? undefined : locate?.(pointer, isKey === true ? 'key' : 'value')
  return { pointer, path: pathOf(value, pointer), message, ...(got === undefined ? {} : { got }), ...(expected === undefined ? {} : { expected }), ...position }
}

/** A case without what only a scenario has. */
export function withoutScenarioKeys<T extends object>(scenario: T): Case {
  return Object.fromEntries(Object.entries(scenario).filter(([key]) => !scenarioKeys.includes(key))) as unknown as Case
}
