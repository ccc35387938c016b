import type { Ajv, ErrorObject, ValidateFunction } from 'ajv'
import type { DataValidationCxt } from 'ajv/dist/types/index.js'
import type { JsonSchema } from './components.ts'
import { isByYear, kindWord } from './fields.ts'
import { judgeQuantity } from './judge.ts'
import { nearest, wordList } from './nearest.ts'
import { pointerTo } from './pointer.ts'
import { rendered } from './problem.ts'
import type { QuantityDomain } from './quantity.ts'

/*
 * Three keywords in place of `anyOf`, each giving the message of the one branch that was meant: a quantity in its four forms, an object told
 * apart by its kind, and one rate or rates by year. The published schema keeps `anyOf`, and a test holds the two to the same cases.
 */

interface Kinds {
  preset?: string
  kinds: Record<string, string>
}
interface Rates {
  one: QuantityDomain
  byYear: JsonSchema
}
/** What our keywords put into an Ajv error: a whole message, ready to show. */
export interface Told {
  at?: string
  message: string
  got: string
  expected: string
}
type Place = DataValidationCxt
type Judged = { (schema: never, data: unknown, parent?: unknown, place?: Place): boolean; errors?: Partial<ErrorObject>[] }

/** A schema with our keywords in place of `anyOf`, for Ajv. `named` holds the schemas that it refers to. */
export function judgeable(schema: JsonSchema, named: ReadonlyMap<string, JsonSchema>): JsonSchema {
  if ('x-quantity' in schema) return { 'x-quantity': schema['x-quantity'] }
  if (Array.isArray(schema.anyOf) && schema.anyOf.some((branch) => '$ref' in branch)) return inPlaceOfAnyOf(schema.anyOf, named)
  const entries = Object.entries(schema).map(([key, value]) => [key, inner(value, named)])
  return Object.fromEntries(entries)
}

function inner(value: unknown, named: ReadonlyMap<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((item) => inner(item, named))
  return typeof value === 'object' && value !== null ? judgeable(value as JsonSchema, named) : value
}

function inPlaceOfAnyOf(branches: JsonSchema[], named: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const [first, second] = branches
  if (first !== undefined && second !== undefined && 'x-quantity' in first) {
    return { 'x-rates': { one: first['x-quantity'], byYear: judgeable(second, named) } }
  }
  const kinds: Record<string, string> = {}
  let preset: string | undefined
  for (const branch of branches) {
    const name = String(branch.$ref)
    const { kind } = named.get(name.replace('#', ''))?.properties as Record<string, JsonSchema>
    if (kind === undefined) throw new Error(`${name} cannot be told apart: it has no kind.`)
    kinds[kindWord(kind)] = name
    if ('default' in kind) preset = kindWord(kind)
  }
  return { 'x-kind': { kinds, ...(preset === undefined ? {} : { preset }) } }
}

/** Teaches Ajv the three keywords. */
export function addKeywords(ajv: Ajv): void {
  ajv.addVocabulary(['x-unit'])
  const told = (keyword: string, place: Place | undefined, told: Told): Partial<ErrorObject> => ({
    keyword,
    instancePath: told.at === undefined ? (place?.instancePath ?? '') : pointerTo(place?.instancePath ?? '', told.at),
    params: told,
    message: told.message,
  })

  const quantity: Judged = (domain: QuantityDomain, data, _parent, place) => {
    const fault = judgeQuantity(data, domain)
    quantity.errors = fault === undefined ? [] : [told('x-quantity', place, fault)]
    return fault === undefined
  }
  ajv.addKeyword({ keyword: 'x-quantity', errors: 'full', validate: quantity as never })

  const kind: Judged = ({ kinds, preset }: Kinds, data, _parent, place) => {
    const fault = kindFault(data, kinds, preset)
    if (fault !== undefined) {
      kind.errors = [told('x-kind', place, fault)]
      return false
    }
    const name = (data as { kind?: string }).kind ?? preset ?? ''
    const branch = ajv.getSchema(kinds[name] ?? '') as ValidateFunction
    const legal = branch(data, place)
    kind.errors = branch.errors ?? []
    return legal
  }
  ajv.addKeyword({ keyword: 'x-kind', errors: 'full', validate: kind as never })

  ajv.addKeyword({
    keyword: 'x-rates',
    errors: 'full',
    compile: ({ one, byYear }: Rates) => {
      const branch = ajv.compile(byYear)
      const rates: { (data: unknown, place?: Place): boolean; errors?: Partial<ErrorObject>[] } = (data, place) => {
        if (isByYear(data)) {
          const legal = branch(data, place)
          rates.errors = branch.errors ?? []
          return legal
        }
        const fault = judgeQuantity(data, one)
        rates.errors = fault === undefined ? [] : [told('x-rates', place, fault)]
        return fault === undefined
      }
      return rates as never
    },
  })
}

function kindFault(data: unknown, kinds: Record<string, string>, preset: string | undefined): Told | undefined {
  const words = Object.keys(kinds)
  const expected = `an object of kind ${wordList(words)}`
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return { message: `${data === null ? 'null is not a value; give' : 'This should be'} ${expected}.`, got: rendered(data), expected }
  }
  if (!('kind' in data)) return preset === undefined ? { at: 'kind', message: `Say which kind: ${wordList(words)}.`, got: 'nothing', expected: wordList(words) } : undefined
  const { kind } = data
  if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) return undefined
  const near = typeof kind === 'string' ? nearest(kind, words) : undefined
  const advice = near === undefined ? '' : ` Did you mean ${near}?`
  return { at: 'kind', message: `There is no kind ${rendered(kind)} here; the kinds are ${wordList(words, 'and')}.${advice}`, got: rendered(kind), expected: wordList(words) }
}
