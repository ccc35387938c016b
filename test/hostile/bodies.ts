import { smallest } from '../http/service.ts'

/** The smallest useful case as JSON, in which one text stands in place of another: where a value cannot be said by a JavaScript object. */
export function smallestWith(before: string, after: string): string {
  const text = JSON.stringify(smallest)
  if (!text.includes(before)) throw new Error(`The smallest case has no ${before}.`)
  return text.replace(before, () => after)
}

/** The smallest case with another number of entries a year, written as given. */
export const withEntries = (number: string) => smallestWith('"entriesPerYear":100', `"entriesPerYear":${number}`)

/** The smallest case with other keys beside its own. */
export const withKeys = (keys: string) => smallestWith('{"start"', `{${keys},"start"`)

/** The smallest case, changed. */
export function changedSmallest(change: (copy: typeof smallest & Record<string, unknown>) => void): string {
  const copy = structuredClone(smallest) as typeof smallest & Record<string, unknown>
  change(copy)
  return JSON.stringify(copy)
}

/** One thing many times. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

export const mebibyte = 1024 * 1024
