import { type Assembled, assemble, type Load } from './assemble.ts'
import type { CompleteCase, Register } from './complete.ts'
import { complete } from './defaults.ts'
import { scenarioKeys } from './fields.ts'
import type { Finding } from './messages.ts'
import { applyOverrides, type Overrides } from './overrides.ts'
import { pathOf } from './paths.ts'
import type { OddValue } from './place.ts'
import { isWithin } from './pointer.ts'
import { CaseError, type Problem } from './problem.ts'
import { readPlain } from './read-plain.ts'
import type { TextFormat } from './read-text.ts'
import { register } from './register.ts'
import { ruleFindings } from './rules/all.ts'
import type { Case, Scenario } from './schema.ts'
import { describedLimit, schemaFindings } from './validate.ts'

/** What a scenario has beside its case. */
export type Beside = Pick<Scenario, 'id' | 'description' | 'variants'>

/** A legal case, ready for the method. */
export interface ReadCase {
  case: CompleteCase
  register: Register
  /** The case as it was given, overrides applied, without the keys of a scenario. */
  raw: Case
  /** What the text had beside the case; its variants have been held to the schema alone. */
  beside: Beside
  /** How many variants the text had, which an appraisal of one case leaves aside. */
  variantsIgnored: number
}

/** What a problem needs to be placed: the text it stands in, and what was set over the text. */
interface Origin {
  place?: Assembled['place']
  /** The pointers that overrides have set, whose values stand nowhere in the text. */
  set?: readonly string[]
  /** What was wrong with the overrides themselves. */
  problems?: readonly Problem[]
}

/** What may be set over a case or put under it. */
export interface ReadOptions {
  /** New values, as texts, by path. */
  overrides?: Overrides
  /** Finds what `extends` names; without it, a case that extends another is refused. */
  load?: Load
  /** How deep objects and lists may go inside each other; 64 where absent. */
  depth?: number
  /** What the text goes by, to be named with its problems. */
  name?: string
}

/**
 * Reads a case from a text: the one door for every caller.
 * Throws a CaseError with every problem at once: status 400 where the text cannot be parsed, 422 where it is not a legal case.
 */
export function readCase(text: string, format: TextFormat, options: ReadOptions = {}): ReadCase {
  return readAssembled(assemble(text, format, options), options.overrides)
}

/** The same for a case that has been put together from something other than a text, such as tables. Throws a CaseError of status 422. */
export function readAssembled({ value, odd, place }: Assembled, overrides: Overrides = {}): ReadCase {
  const { raw, set, problems } = applyOverrides(value, overrides)
  return completed(raw, odd, { place, set, problems })
}

/**
 * The same for a case that is already plain values, such as a scenario's; numbers are judged by their shortest text.
 * Throws a CaseError of status 422.
 */
export function completeCase(value: unknown, options: { overrides?: Overrides } = {}): ReadCase {
  const { raw, set, problems } = applyOverrides(value, options.overrides ?? {})
  return completed(raw, readPlain(raw), { set, problems })
}

function completed(value: unknown, odd: readonly OddValue[], origin: Origin): ReadCase {
  checkCase(value, odd, origin)
  const raw = withoutScenarioKeys(value as Case)
  const beside = besideCase(value as Scenario)
  const whole = complete(raw)
  return { case: whole, register: register(whole, raw), raw, beside, variantsIgnored: beside.variants?.length ?? 0 }
}

/** Throws a CaseError of status 422 with everything that is wrong with a case or a scenario. */
export function checkCase(value: unknown, odd: readonly OddValue[], origin: Origin = {}): void {
  // A value of the text that an override has replaced is no longer there.
  const written = odd.filter(({ pointer }) => !(origin.set ?? []).some((each) => isWithin(pointer, each)))
  const { findings: judged, more } = schemaFindings(value)
  const told = new Set(written.map(({ pointer }) => pointer))
  const malformed: Finding[] = [...written, ...judged.filter(({ pointer }) => !told.has(pointer))]
  // A case with very many malformed parts is judged by its schema first.
  const findings = more > 0 || malformed.length > describedLimit ? malformed : [...malformed, ...ruleFindings(value, malformed)]
  const before = origin.problems ?? []
  const total = before.length + findings.length + more
  if (total === 0) return
  const problems = findings.map((finding) => placed(finding, value, origin))
  problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0))
  throw new CaseError(422, 'not-a-case', [...before, ...problems], total)
}

function placed({ pointer, message, got, expected, isKey }: Finding, value: unknown, { place, set = [] }: Origin): Problem {
  const position = set.some((each) => isWithin(pointer, each)) ? undefined : place?.(pointer, isKey === true ? 'key' : 'value')
  return {
    pointer,
    path: pathOf(value, pointer),
    message,
    got,
    expected,
    ...position,
  }
}

/** A case without what only a scenario has. */
export function withoutScenarioKeys<T extends object>(scenario: T): Case {
  return Object.fromEntries(Object.entries(scenario).filter(([key]) => !scenarioKeys.includes(key))) as unknown as Case
}

/** The id, the description and the variants of a scenario, as far as it has them. */
export function besideCase({ id, description, variants }: Beside): Beside {
  return {
    ...(id === undefined ? {} : { id }),
    ...(description === undefined ? {} : { description }),
    ...(variants === undefined ? {} : { variants }),
  }
}
