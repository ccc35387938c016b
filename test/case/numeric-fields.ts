import { Case } from '../../src/case/schema.ts'
import type { Loose } from './whole-case.ts'

/** A place of a case where a number stands, and the kind of field it is; `pattern` is the same for every item of a list. */
export interface NumericPlace {
  pattern: string
  pointer: string
  kind: 'quantity' | 'count'
  schema: Loose
}

/** The pattern of every numeric field of the schema, found in the schema itself: demand[].costs[].amount. */
export function numericPatterns(schema: Loose = Case, pattern = ''): string[] {
  if ('x-quantity' in schema || schema.type === 'integer') return [pattern]
  if (schema.anyOf) return schema.anyOf.flatMap((branch: Loose) => numericPatterns(branch, `${pattern}${kindOf(branch)}`))
  if (schema.items) return numericPatterns(schema.items, `${pattern}[]`)
  const inside = Object.entries<Loose>(schema.properties ?? {}).flatMap(([key, property]) => numericPatterns(property, `${pattern}.${key}`))
  return typeof schema.additionalProperties === 'object'
    ? [...inside, ...numericPatterns(schema.additionalProperties, `${pattern}.*`)]
    : inside
}

/** Every numeric field that a case gives a value to. */
export function numericPlaces(theCase: Loose, schema: Loose = Case, pattern = '', pointer = ''): NumericPlace[] {
  if (theCase === undefined) return []
  if ('x-quantity' in schema) return [{ pattern, pointer, kind: 'quantity', schema }]
  if (schema.type === 'integer') return [{ pattern, pointer, kind: 'count', schema }]
  if (schema.anyOf) {
    const branch = schema.anyOf.find((each: Loose) => isMeant(each, theCase))
    return numericPlaces(theCase, branch, `${pattern}${kindOf(branch)}`, pointer)
  }
  if (schema.items)
    return theCase.flatMap((item: Loose, index: number) => numericPlaces(item, schema.items, `${pattern}[]`, `${pointer}/${index}`))
  const inside = Object.entries<Loose>(schema.properties ?? {}).flatMap(([key, property]) =>
    numericPlaces(theCase[key], property, `${pattern}.${key}`, `${pointer}/${key}`),
  )
  if (typeof schema.additionalProperties !== 'object') return inside
  return [
    ...inside,
    ...Object.keys(theCase).flatMap((key) => numericPlaces(theCase[key], schema.additionalProperties, `${pattern}.*`, `${pointer}/${key}`)),
  ]
}

function kindOf(branch: Loose): string {
  const kind = branch.properties?.kind
  return kind === undefined ? '' : `(${kind.const ?? kind.enum[0]})`
}

function isMeant(branch: Loose, value: Loose): boolean {
  const kind = branch.properties?.kind
  if (kind === undefined) return 'x-quantity' in branch ? typeof value === 'string' || 'central' in value : typeof value === 'object'
  return (kind.const ?? kind.enum[0]) === (value.kind ?? 'entries')
}

/** Puts a value at a pointer of a case. */
export function put(theCase: Loose, pointer: string, value: unknown): Loose {
  const steps = pointer.slice(1).split('/')
  const last = steps.pop() as string
  const holder = steps.reduce((inner, step) => inner[step], theCase)
  holder[last] = value
  return theCase
}
