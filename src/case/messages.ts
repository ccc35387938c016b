import type { ErrorObject } from 'ajv'
import { isFinancialYear } from './calendar.ts'
import type { JsonSchema } from './components.ts'
import { unknownKey } from './known-keys.ts'
import { nearest, wordList } from './nearest.ts'
import { pointerTo } from './pointer.ts'
import { rendered } from './problem.ts'
import { monthBefore } from './spreadsheet-month.ts'

/** What an override takes for a whole number. */
export const wholeNumber = /^-?(0|[1-9][0-9]{0,9})$/

/** A problem before its place in the text is known. */
export interface Finding {
  pointer: string
  message: string
  got: string
  expected: string
  /** The pointer of the key that an unknown key was probably meant for: it is then not missing. */
  meant?: string
  /** Nothing stands where something must. */
  isMissing?: boolean
  /** The problem is a key rather than a value. */
  isKey?: boolean
}

/** The pointer of what an Ajv error is about; undefined for an error that another one already tells. */
export function placeOf({ keyword, instancePath, params, propertyName }: ErrorObject): string | undefined {
  if (propertyName !== undefined || keyword === 'if') return undefined
  if (keyword === 'additionalProperties') return pointerTo(instancePath, String(params.additionalProperty))
  if (keyword === 'required') return pointerTo(instancePath, String(params.missingProperty))
  if (keyword === 'propertyNames') return pointerTo(instancePath, String(params.propertyName))
  return instancePath
}

/** What one Ajv error says to a person about what stands at a pointer. */
export function told(error: ErrorObject, pointer: string): Finding {
  const { keyword, instancePath, params } = error
  const schema = error.parentSchema as JsonSchema
  const data: unknown = error.data
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty)
      const known = Object.keys(schema.properties as object)
      const { message, meant } = unknownKey(key, known)
      const taken = { pointer, message, got: rendered(key), expected: wordList(known), isKey: true }
      return meant === undefined ? taken : { ...taken, meant: pointerTo(instancePath, meant) }
    }
    case 'required': {
      const key = String(params.missingProperty)
      const { description: meaning } = (schema.properties as Record<string, { description: string }>)[key] as { description: string }
      return { pointer, message: `${key} is missing: ${meaning}.`, got: 'nothing', expected: meaning, isMissing: true }
    }
    case 'propertyNames':
      return yearKey(pointer, String(params.propertyName))
    case 'type':
      return { pointer, message: wrongType(data, schema), got: rendered(data), expected: expectedOf(schema) }
    case 'enum': {
      const words = schema.enum as string[]
      const near = nearest(String(data), words)
      const advice = near === undefined ? '' : ` Did you mean ${near}?`
      return {
        pointer,
        message: `${rendered(data)} is not ${words.length === 1 ? '' : 'one of '}${wordList(words)}.${advice}`,
        got: rendered(data),
        expected: wordList(words),
      }
    }
    case 'pattern':
    case 'format':
    case 'minLength':
      return { pointer, message: wrongText(String(data), schema), got: rendered(data), expected: expectedOf(schema) }
    case 'maxLength':
      return {
        pointer,
        message: `This text is longer than ${schema.maxLength} characters.`,
        got: rendered(data),
        expected: expectedOf(schema),
      }
    case 'minimum':
    case 'maximum':
      return {
        pointer,
        message: `${rendered(data)} is ${keyword === 'maximum' ? 'above' : 'below'} what is legal here: ${expectedOf(schema)}.`,
        got: rendered(data),
        expected: expectedOf(schema),
      }
    case 'minItems':
    case 'maxItems':
      return {
        pointer,
        message: `A list of ${listLength(schema)} is expected here.`,
        got: rendered(data),
        expected: `a list of ${listLength(schema)}`,
      }
    case 'minProperties':
      return {
        pointer,
        message: 'Give at least one financial year.',
        got: rendered(data),
        expected: valuesByYear,
      }
    default:
      return { pointer, message: `This is not legal here: ${error.message}.`, got: rendered(data), expected: 'a legal value' }
  }
}

function yearKey(pointer: string, key: string): Finding {
  return { pointer, message: wrongYear(key), got: rendered(key), expected: 'a financial year such as 2026-27', isKey: true }
}

function wrongYear(text: string): string {
  const parts = /^\s*([0-9]{4})[-/–—]?([0-9]{2}|[0-9]{4})?\s*$/.exec(text)
  const year = parts?.[1] === undefined ? '' : `${parts[1]}-${String((Number(parts[1]) + 1) % 100).padStart(2, '0')}`
  if (isFinancialYear(text)) return `${text} is too far away: years from 1900-01 to 2199-00 are known.`
  const advice = isFinancialYear(year) ? ` Did you mean ${year}?` : ''
  return `${rendered(text)} is not a financial year, which is written such as 2026-27.${advice}`
}

function listLength({ minItems, maxItems }: JsonSchema): string {
  if (minItems === maxItems) return `${minItems}`
  return minItems === undefined ? `at most ${maxItems}` : `${minItems} to ${maxItems}`
}

/** What a schema node that is no quantity takes, in words. */
function expectedOf(schema: JsonSchema): string {
  if (schema.type === 'integer') return `a whole number from ${schema.minimum} to ${schema.maximum}`
  if (schema.type === 'boolean') return 'true or false'
  if (schema.type === 'array') return 'a list'
  if (schema.type === 'object') return expectedKeys(schema)
  if (Array.isArray(schema.enum)) return wordList(schema.enum as string[])
  if (schema['x-unit'] === 'month') return 'a month written YYYY-MM, such as 2026-04'
  if (schema['x-unit'] === 'financial year') return 'a financial year such as 2026-27'
  if (isId(schema)) return 'an id: a small letter, then small letters, digits or hyphens, 40 at most'
  return `text of ${schema.minLength ?? 0} to ${schema.maxLength} characters`
}

const valuesByYear = 'values by financial year, such as { "2026-27": 0.02 }'

function expectedKeys({ properties, propertyNames }: JsonSchema): string {
  if (properties !== undefined) return `an object with ${wordList(Object.keys(properties as object), 'and')}`
  return propertyNames === undefined ? 'values by path, such as { "demand.care.growth": 0.02 }' : valuesByYear
}

function isId(schema: JsonSchema): boolean {
  return typeof schema.pattern === 'string' && schema.pattern.startsWith('^[a-z]')
}

function wrongType(data: unknown, schema: JsonSchema): string {
  const expected = expectedOf(schema)
  if (data === null) return 'No value stands here (null); leave the key out, or give a value.'
  if (schema.type === 'integer') {
    if (typeof data === 'object' && !Array.isArray(data))
      return 'This is a structure count: it shapes the case, so it cannot be a range or a reference.'
    if (data === '') return `Nothing stands here; ${expected} is expected.`
    if (typeof data === 'string') {
      return wholeNumber.test(data)
        ? `This is a whole number, and it must be written as a number, not as text in quotes; ${expected} is expected.`
        : `${rendered(data)} is not a whole number written in digits; ${expected} is expected.`
    }
  }
  if (schema.type === 'string' && typeof data === 'number')
    return `This is text, and it was read as a number; put it in quotes. Expected: ${expected}.`
  if (schema.type === 'boolean') return 'Write true or false, without quotes.'
  return `${rendered(data)} cannot stand here; ${expected} is expected.`
}

function wrongText(text: string, schema: JsonSchema): string {
  if (schema['x-unit'] === 'financial year') return wrongYear(text)
  if (schema['x-unit'] === 'month') {
    const day = /^([0-9]{4}-[0-9]{2})-[0-9]{2}$/.exec(text)
    const before = monthBefore(text)
    const advice =
      before === undefined
        ? ''
        : ` Excel makes this of ${before} when it opens a CSV file: give the cell the format Text, and write ${before} if that is the month.`
    return `${rendered(text)} is not a month written YYYY-MM from 1900-01 to 2199-12.${day === null ? advice : ` Leave the day out: ${day[1]}.`}`
  }
  if (isId(schema))
    return `${rendered(text)} is not an id: ids start with a small letter and go on with small letters, digits or hyphens, 40 at most.`
  if (text.trim() === '') return 'This text is empty; leave the key out, or fill it in.'
  return 'Take out the space at the start or the end: it would make another name of this one.'
}
