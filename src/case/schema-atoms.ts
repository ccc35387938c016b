import Type, { type TProperties, type TSchema } from 'typebox'
import type { Quantity } from './quantity.ts'

/* The small pieces that the schema of a case is made of. */

export const idPattern = '^[a-z][a-z0-9-]{0,39}$'
/** The id of an item of a list, in small letters, digits and hyphens. */
export const id = (description: string) => Type.String({ pattern: idPattern, description, examples: ['fft'] })
/** Free prose, which may be empty. */
export const text = (description: string, maxLength = 2000) => Type.String({ maxLength, description })
/** A short text that says something. */
export const name = (description: string) => Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description })
/** Who pays: compared letter by letter, so a space at an end would make a partner of the council. */
export const party = (description: string, preset?: string) =>
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^\\S(.*\\S)?$',
    description,
    'x-unit': 'choice',
    ...(preset === undefined ? {} : { default: preset }),
  })
export const monthPattern = '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'
export const yearPattern = '^(19|20|21)[0-9]{2}-[0-9]{2}$'
/** A month, written YYYY-MM. */
export const month = (description: string) =>
  Type.String({ pattern: monthPattern, description: `${description} (YYYY-MM)`, 'x-unit': 'month' })
/** A financial year, written 2026-27. */
export const year = (description: string) =>
  Type.String({
    pattern: yearPattern,
    format: 'financial-year',
    description: `${description} (a financial year such as 2026-27)`,
    'x-unit': 'financial year',
  })

/** A property that may be left out. */
export const opt = <S extends TSchema>(schema: S) => Type.Optional(schema)
/** A list that is empty where it is left out. */
export const many = <S extends TSchema>(items: S, maxItems: number, description: string) =>
  Type.Array(items, { maxItems, description, default: [] })

/** An object that refuses unknown keys and may carry a source and a note, as every object of a case may. */
export const object = <P extends TProperties>(properties: P, options: Record<string, unknown> = {}) =>
  Type.Object(
    { ...properties, source: opt(text('where the figures of this object come from')), note: opt(text('anything a reader should know')) },
    { additionalProperties: false, ...options },
  )
/** Values by financial year. */
export const byYear = (value: TSchema, description: string, minProperties = 0) =>
  Type.Unsafe<Record<string, Quantity>>({
    type: 'object',
    description,
    minProperties,
    propertyNames: { pattern: yearPattern, format: 'financial-year' },
    additionalProperties: value,
  })
