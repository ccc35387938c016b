import { Figure } from './figure.ts'

/** How numbers leave: as decimal strings, or as JSON numbers for a spreadsheet whose SUM of text is 0. */
export type NumberForm = 'strings' | 'json'

/** A value of an answer with every figure still exact. */
export type Unrendered =
  | Figure
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Unrendered[]
  | { readonly [key: string]: Unrendered }

/** An answer with its figures written out; keys without a value are left out. */
export function rendered(value: Unrendered, numbers: NumberForm = 'strings'): unknown {
  if (value instanceof Figure) return numbers === 'json' ? Number(value.toString()) : value.toString()
  if (Array.isArray(value)) return value.map((item) => rendered(item, numbers))
  if (typeof value !== 'object' || value === null) return value
  const written: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) written[key] = rendered(item, numbers)
  return written
}
