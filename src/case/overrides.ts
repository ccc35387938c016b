import type { Field } from './fields.ts'
import { wholeNumber } from './messages.ts'
import { wordList } from './nearest.ts'
import { follow, isFound, whyNotFound, withValue } from './paths.ts'
import { oddText } from './place.ts'
import { pointerOf } from './pointer.ts'
import { CaseError, type Problem, problemLimit, rendered } from './problem.ts'
import { readJson } from './read-json.ts'
import { meantBy, whyAmbiguous } from './short-paths.ts'

/** New values by path, as texts: what `--set path=value` and a query string give. */
export type Overrides = Readonly<Record<string, string>>

/** A case with values set over it, the pointers of those values, and the paths that lead nowhere. */
export interface Overridden {
  raw: unknown
  set: string[]
  problems: Problem[]
}

/**
 * Sets values, given as texts, over a case. A path may leave out the names of lists. A text is read as its field takes it: a quantity stays
 * a decimal string, a whole number and true or false are read strictly, and anything that starts with { or [ is JSON.
 */
export function applyOverrides(value: unknown, overrides: Overrides): Overridden {
  const { entries, problems } = inFull(value, overrides)
  const overridden = applied(value, entries, (text, field) => readAs(field, text))
  return { ...overridden, problems: [...problems, ...overridden.problems] }
}

/** New values by full path, and what is wrong with the paths: one that can be read in two ways, or a value that is set twice. */
function inFull(value: unknown, overrides: Overrides): { entries: [string, string][]; problems: Problem[] } {
  const full = new Map<string, { path: string; text: string }>()
  const problems: Problem[] = []
  for (const [path, text] of Object.entries(overrides)) {
    const meant = meantBy(value, path) ?? { path }
    const wrong = (message: string, expected: string) => problems.push({ pointer: '', path, message, got: rendered(path), expected })
    if ('either' in meant) wrong(whyAmbiguous(path, meant.either), wordList(meant.either))
    else if (full.has(meant.path)) wrong(`${meant.path} is set twice: as ${full.get(meant.path)?.path} and as ${path}.`, 'one value')
    else full.set(meant.path, { path, text })
  }
  return { entries: [...full].map(([path, { text }]) => [path, text]), problems }
}

/** Sets plain values, such as those of a variant, over a case. Of the paths that lead nowhere, the first `advised` are told what was meant. */
export function applyValues(value: unknown, values: Readonly<Record<string, unknown>>, advised = problemLimit): Overridden {
  return applied(value, Object.entries(values), (given) => ({ value: given }), advised)
}

/** What a value was read as, or what is wrong with it. */
type Reading = { value: unknown } | { fault: Omit<Problem, 'pointer' | 'path'> }

function applied<Given>(
  value: unknown,
  entries: [string, Given][],
  read: (given: Given, field: Field) => Reading,
  advised = problemLimit,
): Overridden {
  const problems: Problem[] = []
  const set: string[] = []
  let raw = value
  for (const [path, given] of entries) {
    const result = follow(raw, path)
    if (!isFound(result)) {
      problems.push({
        pointer: '',
        path,
        // To look for the nearest path takes long, and only so many problems are listed.
        message: problems.length < advised ? whyNotFound(raw, path, result) : `There is no path ${path}.`,
        got: rendered(path),
        expected: 'the path of a value of the case',
      })
      continue
    }
    const reading = read(given, result.field)
    if ('fault' in reading) problems.push({ ...reading.fault, pointer: '', path })
    else {
      raw = withValue(raw, path, reading.value)
      set.push(pointerOf(result.steps))
    }
  }
  return { raw, set, problems }
}

function readAs(field: Field, text: string): Reading {
  const fault = oddText(text)
  if (fault !== undefined) return { fault }
  if (field.is !== 'text' && /^\s*[[{]/.test(text)) return readAsJson(text)
  if (field.is === 'count' && wholeNumber.test(text)) return { value: Number(text) }
  if (field.is === 'choice' && field.kind === 'flag' && (text === 'true' || text === 'false')) return { value: text === 'true' }
  return { value: text }
}

function readAsJson(text: string): Reading {
  try {
    const { value, odd } = readJson(text)
    const [fault] = odd
    return fault === undefined ? { value } : { fault }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    // The line and column are those of a text that nobody keeps.
    const { line: _, column: __, ...fault } = error.problems[0] as Problem
    return { fault }
  }
}
