import type { FastifyRequest } from 'fastify'
import Type, { type Static, type TObject } from 'typebox'
import { nearest, wordList } from '../case/nearest.ts'
import type { Overrides } from '../case/overrides.ts'
import { type Problem, rendered } from '../case/problem.ts'
import { HttpProblem } from './problem.ts'

/** What stands in front of a path in an address: set.interventions.fft.warmUp.months=12, or s. for short. */
const overridePrefix = 'set.'
const overridePattern = /^s(et)?\./

/** The options of an address that takes none. */
export const noOptions = Type.Object({}, { additionalProperties: false })

/** What an address asks for: its options, and new values by path. */
export interface Query<Options extends TObject> {
  options: Static<Options>
  overrides: Overrides
}

/**
 * Reads the options of an address strictly: every name must be known, given once, and hold a word that it takes.
 * Throws an HttpProblem that names everything wrong at once, with the nearest known word.
 */
export function readQuery<Options extends TObject>(request: FastifyRequest, schema: Options, takesOverrides = false): Query<Options> {
  const known = Object.keys(schema.properties)
  const found = new Map<string, string>()
  const overrides = new Map<string, string>()
  const errors: Problem[] = []
  for (const [name, value] of pairs(request.raw.url as string)) {
    const isOverride = takesOverrides && overridePattern.test(name)
    const place = isOverride ? overrides : found
    const key = isOverride ? name.replace(overridePattern, '') : name
    const expected = isOverride ? 'one value' : wordsOf(schema, name)
    if (!isOverride && !known.includes(name)) errors.push(unknown(name, known, takesOverrides))
    else if (place.has(key)) errors.push(problem(name, 'This option is given more than once.', value, 'one value'))
    else if (!isOverride && expected !== undefined && !expected.includes(value)) errors.push(wrongWord(name, value, expected as string[]))
    place.set(key, value)
  }
  const [first] = errors
  if (first !== undefined) throw new HttpProblem('wrong-option', `${first.path}: ${first.message}`, { errors })
  return { options: Object.fromEntries(found) as Static<Options>, overrides: Object.fromEntries(overrides) }
}

/** The words that an option takes; undefined where it takes any text. */
function wordsOf(schema: TObject, name: string): string[] | undefined {
  const property = Object.hasOwn(schema.properties, name) ? (schema.properties[name] as { enum?: string[] }) : undefined
  return property?.enum
}

function pairs(url: string): [string, string][] {
  const start = url.indexOf('?')
  if (start === -1) return []
  return url
    .slice(start + 1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...rest] = part.split('=')
      return [decoded(name), decoded(rest.join('='))]
    })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new HttpProblem('malformed-url', 'The address holds a % that does not start a percent-encoded UTF-8 character.')
  }
}

function unknown(name: string, known: readonly string[], takesOverrides: boolean): Problem {
  const near = nearest(name, known)
  const words = [...known, ...(takesOverrides ? [`${overridePrefix}<path>`] : [])]
  const advice =
    near !== undefined
      ? ` Did you mean ${near}?`
      : words.length === 0
        ? ' This address has no options.'
        : ` The options are ${wordList(words, 'and')}.`
  return problem(name, `There is no option ${rendered(name)} here.${advice}`, name, words.length === 0 ? 'no options' : wordList(words))
}

function wrongWord(name: string, value: string, words: readonly string[]): Problem {
  const near = nearest(value, words)
  const advice = near === undefined ? '' : ` Did you mean ${near}?`
  return problem(name, `${rendered(value)} is not one of ${wordList(words)}.${advice}`, value, wordList(words))
}

function problem(name: string, message: string, got: string, expected: string): Problem {
  return { pointer: '', path: `?${name.slice(0, 200)}`, message, got: rendered(got), expected }
}
