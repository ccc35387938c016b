import type { JsonSchema } from './components.ts'
import { Quantity, type QuantityDomain, Range, Reference } from './quantity.ts'
import { Case, Scenario } from './schema.ts'

/*
 * The schema of a case read as fields: what a person may write where. The defaults, the register and the paths walk these, so that a
 * field added to schema.ts is known to all of them.
 */

export interface QuantityField {
  is: 'quantity'
  domain: QuantityDomain
  /** What the quantity is, in words, as the schema has it. */
  meaning: string
  default?: string
}
export interface CountField {
  is: 'count'
  unit: string
  /** What is counted, in words, as the schema has it. */
  meaning?: string
  minimum: number
  maximum: number
  default?: number
}
/** A word, a month, a year or a true-or-false that shapes the case; `unit` is what the register calls it. */
export interface ChoiceField {
  is: 'choice'
  unit: string
  /** What is chosen, in words, as the schema has it. */
  meaning?: string
  kind: 'word' | 'flag'
  words?: readonly string[]
  default?: string | boolean
}
/** A text that changes no number: an id, a title, a source, a note. */
export interface TextField {
  is: 'text'
}
export interface ObjectField {
  is: 'object'
  name: string
  properties: ReadonlyMap<string, Property>
  default?: object
}
export interface ListField {
  is: 'list'
  items: Field
  default?: unknown[]
}
/** Values by financial year, or (in a variant's `set`) by path. */
export interface MapField {
  is: 'map'
  values?: Field
}
/** One of several objects, told apart by their `kind`. */
export interface KindsField {
  is: 'kinds'
  kinds: ReadonlyMap<string, ObjectField>
  /** The kind of an object that names none. */
  preset?: string
}
/** One rate for every year, or rates by financial year. */
export interface RatesField {
  is: 'rates'
  one: QuantityField
  byYear: MapField
  default?: string
}
export type Field = QuantityField | CountField | ChoiceField | TextField | ObjectField | ListField | MapField | KindsField | RatesField

export interface Property {
  field: Field
  required: boolean
}

/** The fields of an object by their keys, as one field. Throws for a schema that no field can stand for. */
export function fieldOf(schema: JsonSchema): Field {
  const preset = 'default' in schema ? { default: schema.default as never } : {}
  if (isQuantity(schema))
    return { is: 'quantity', domain: schema['x-quantity'] as QuantityDomain, meaning: String(schema.description), ...preset }
  if (schema.type === 'integer') {
    const [minimum, maximum] = [schema.minimum as number, schema.maximum as number]
    return { is: 'count', unit: String(schema['x-unit']), meaning: String(schema.description), minimum, maximum, ...preset }
  }
  if (schema.type === 'string' || schema.type === 'boolean') {
    if (!('x-unit' in schema)) return { is: 'text' }
    const words = schema.enum ?? ('const' in schema ? [schema.const] : undefined)
    return {
      is: 'choice',
      unit: String(schema['x-unit']),
      meaning: String(schema.description),
      kind: schema.type === 'boolean' ? 'flag' : 'word',
      ...(words === undefined ? {} : { words: words as string[] }),
      ...preset,
    }
  }
  if (schema.type === 'array') return { is: 'list', items: fieldOf(schema.items as JsonSchema), ...preset }
  if (schema.type === 'object') return objectOrMap(schema, preset)
  if (Array.isArray(schema.anyOf)) return oneOf(schema.anyOf, preset)
  throw new Error(`No field can stand for the schema ${JSON.stringify(schema).slice(0, 200)}.`)
}

function objectOrMap(schema: JsonSchema, preset: { default?: never }): ObjectField | MapField {
  if (!('properties' in schema)) {
    return typeof schema.additionalProperties === 'object'
      ? { is: 'map', values: fieldOf(schema.additionalProperties as JsonSchema) }
      : { is: 'map' }
  }
  const required = (schema.required ?? []) as string[]
  const properties = Object.entries(schema.properties as Record<string, JsonSchema>)
  return {
    is: 'object',
    name: schema.$id as string,
    properties: new Map(properties.map(([key, property]) => [key, { field: fieldOf(property), required: required.includes(key) }])),
    ...preset,
  }
}

function oneOf(branches: JsonSchema[], preset: { default?: never }): KindsField | RatesField {
  const [first, second] = branches.map(fieldOf)
  if (first?.is === 'quantity' && second?.is === 'map') return { is: 'rates', one: first, byYear: second, ...preset }
  const kinds = branches.map((branch) => {
    const kind = (branch.properties as Record<string, JsonSchema>).kind as JsonSchema
    return { word: kindWord(kind), isPreset: 'default' in kind, field: fieldOf(branch) as ObjectField }
  })
  const usual = kinds.find(({ isPreset }) => isPreset)
  return {
    is: 'kinds',
    kinds: new Map(kinds.map(({ word, field }) => [word, field])),
    ...(usual === undefined ? {} : { preset: usual.word }),
  }
}

/** The one word that a branch's `kind` may have. */
export function kindWord(kind: JsonSchema): string {
  return String(kind.const ?? (kind.enum as string[])[0])
}

/** Whether a schema node is one field that takes a quantity. */
export function isQuantity(schema: JsonSchema): boolean {
  return 'x-quantity' in schema
}

/** A bare case. */
export const caseField = fieldOf(Case as unknown as JsonSchema) as ObjectField

/** A scenario file: a case with an id, a description and variants. */
export const scenarioField = fieldOf(Scenario as unknown as JsonSchema) as ObjectField

/** The keys that a scenario has beside those of its case. */
export const scenarioKeys = [...scenarioField.properties.keys()].filter((key) => !caseField.properties.has(key))

/** The schemas that quantities refer to and that are nested nowhere. */
export const quantitySchemas = [Quantity, Range, Reference]

/** The field of an object that is told apart by its kind; undefined where it names a kind that does not exist. */
export function kindOf(field: KindsField, value: object): ObjectField | undefined {
  const kind = 'kind' in value ? value.kind : field.preset
  return field.kinds.get(kind as string)
}

/** Whether an object given where rates are expected means rates by year; a range or a reference means one rate. */
export function isByYear(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !['central', 'low', 'high', 'ref'].some((key) => key in value)
  )
}
