import type { Field } from './fields.ts'
import { wholeNumber } from './messages.ts'
import { follow, isFound, whyNotFound, withValue } from './paths.ts'
import { pointerOf } from './pointer.ts'
import { CaseError, type Problem, rendered } from './problem.ts'
import { readJson } from './read-json.ts'

/** New values by path, as texts: what `--set path=value` and a query string give. */
export type Overrides = Readonly<Record<string, string>>

/** A case with values set over it, the pointers of those values, and the paths that lead nowhere. */
export interface Overridden {
  raw: unknown
  set: string[]
  problems: Problem[]
}

/**
 * Sets values, given as texts, over a case. A text is read as its field takes it: a quantity stays a decimal string, a whole number and
 * true or false are read strictly, and anything that starts with { or [ is JSON.
 */
export function applyOverrides(value: unknown, overrides: Overrides): Overridden {
  return applied(value, Object.entries(overrides), (text, field) => readAs(field, text))
}

/** Sets plain values, such as those of a variant, over a case. */
export function applyValues(value: unknown, values: Readonly<Record<string, unknown>>): Overridden {
  return applied(value, Object.entries(values), (given) => given)
}

function applied<Given>(value: unknown, entries: [string, Given][], read: (given: Given, field: Field) => unknown): Overridden {
  const problems: Problem[] = []
  const set: string[] = []
  let raw = value
  for (const [path, given] of entries) {
    const result = follow(raw, path)
    if (!isFound(result)) {
      problems.push({
        pointer: '',
        path,
        message: whyNotFound(raw, path, result),
        got: rendered(path),
        expected: 'the path of a value of the case',
      })
      continue
    }
    try {
      raw = withValue(raw, path, read(given, result.field))
      set.push(pointerOf(result.steps))
    } catch (error) {
      if (!(error instanceof CaseError)) throw error
      problems.push(...error.problems.map(({ line: _, column: __, ...problem }) => ({ ...problem, path })))
    }
  }
  return { raw, set, problems }
}

function readAs(field: Field, text: string): unknown {
  if (field.is !== 'text' && /^\s*[[{]/.test(text)) {
    const { value, odd } = readJson(text)
    const [first] = odd
    if (first !== undefined) throw new CaseError(422, 'not-a-case', [{ ...first, path: '' }])
    return value
  }
  if (field.is === 'count' && wholeNumber.test(text)) return Number(text)
  if (field.is === 'choice' && field.kind === 'flag' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
