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
 * What they find goes to the judgement under way, not among Ajv's own errors, which it copies at every step.
 */

interface Kinds {
  preset?: string
  kinds: Record<string, string>
}
interface Rates {
  one: QuantityDomain
  byYear: JsonSchema
}
/** A whole message of one of our keywords, ready to show; `at` is the key inside the value that it is about. */
export interface Told {
  at?: string
  message: string
  got: string
  expected: string
}
/** What one run of the compiled schema has found beside Ajv's own errors. */
export interface Judgement {
  told: { pointer: string; told: Told }[]
  /** Ajv's own errors from inside the branches that our keywords chose. */
  errors: ErrorObject[]
}
type Judge = (this: Judgement, schema: never, data: unknown, parent: unknown, place: DataValidationCxt) => boolean

/** A schema with our keywords in place of `anyOf`, for Ajv. `named` holds the schemas that it refers to. */
export function judgeable(schema: JsonSchema, named: ReadonlyMap<string, JsonSchema>): JsonSchema {
  // What a field means stays beside our keyword, for the message that says it is missing.
  const meaning = typeof schema.description === 'string' ? { description: schema.description } : {}
  if ('x-quantity' in schema) return { 'x-quantity': schema['x-quantity'], ...meaning }
  if (Array.isArray(schema.anyOf) && schema.anyOf.some((branch) => '$ref' in branch)) {
    return { ...inPlaceOfAnyOf(schema.anyOf, named), ...meaning }
  }
  const judged = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inner(value, named)]))
  return typeof schema.maxItems === 'number' ? listOfLegalLength(judged) : judged
}

/** A list that is too long is one mistake: its items are not judged as well. */
function listOfLegalLength({ items, ...list }: JsonSchema): JsonSchema {
  const { type, maxItems } = list
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, beside its if
  return { ...list, if: { type, maxItems }, then: { type, items } }
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
    const properties = named.get(name.replace('#', ''))?.properties as Record<string, JsonSchema> | undefined
    const kind = properties?.kind
    if (kind === undefined) throw new Error(`${name} cannot be told apart: it has no kind.`)
    kinds[kindWord(kind)] = name
    if ('default' in kind) preset = kindWord(kind)
  }
  return { 'x-kind': { kinds, ...(preset === undefined ? {} : { preset }) } }
}

/** Teaches Ajv the three keywords. The compiled schema is to be called with a Judgement as its `this`. */
export function addKeywords(ajv: Ajv): void {
  ajv.addVocabulary(['x-unit'])

  const quantity: Judge = function (domain: QuantityDomain, data, _parent, place) {
    return tell(this, place, judgeQuantity(data, domain))
  }
  ajv.addKeyword({ keyword: 'x-quantity', errors: false, validate: quantity as never })

  const kind: Judge = function ({ kinds, preset }: Kinds, data, _parent, place) {
    const fault = kindFault(data, kinds, preset)
    if (fault !== undefined) return tell(this, place, fault)
    const name = ((data as { kind?: string }).kind ?? preset) as string
    return follow(this, ajv.getSchema(kinds[name] as string) as ValidateFunction, data, place)
  }
  ajv.addKeyword({ keyword: 'x-kind', errors: false, validate: kind as never })

  ajv.addKeyword({
    keyword: 'x-rates',
    errors: false,
    compile: ({ one, byYear }: Rates) => {
      const branch = ajv.compile(byYear)
      return function (this: Judgement, data: unknown, place: DataValidationCxt) {
        return isByYear(data) ? follow(this, branch, data, place) : tell(this, place, judgeQuantity(data, one))
      } as never
    },
  })
}

/** Notes a fault, if there is one. Always answers that all is well: the judgement says what is not. */
function tell(judgement: Judgement, { instancePath: pointer }: DataValidationCxt, fault: Told | undefined): true {
  if (fault !== undefined) judgement.told.push({ pointer: fault.at === undefined ? pointer : pointerTo(pointer, fault.at), told: fault })
  return true
}

function follow(judgement: Judgement, branch: ValidateFunction, data: unknown, place: DataValidationCxt): true {
  if (!branch.call(judgement, data, place)) for (const error of branch.errors as ErrorObject[]) judgement.errors.push(error)
  return true
}

function kindFault(data: unknown, kinds: Record<string, string>, preset: string | undefined): Told | undefined {
  const words = Object.keys(kinds)
  const expected = `an object of kind ${wordList(words)}`
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return {
      message: `${data === null ? 'No value stands here (null); give' : 'This should be'} ${expected}.`,
      got: rendered(data),
      expected,
    }
  }
  if (!('kind' in data))
    return preset === undefined
      ? { at: 'kind', message: `Say which kind: ${wordList(words)}.`, got: 'nothing', expected: wordList(words) }
      : undefined
  const { kind } = data
  if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) return undefined
  const near = typeof kind === 'string' ? nearest(kind, words) : undefined
  const advice = near === undefined ? '' : ` Did you mean ${near}?`
  return {
    at: 'kind',
    message: `There is no kind ${rendered(kind)} here; the kinds are ${wordList(words, 'and')}.${advice}`,
    got: rendered(kind),
    expected: wordList(words),
  }
}
