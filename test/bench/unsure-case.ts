import { referenceCase } from './reference-case.ts'

/** How many of the reference case's numbers are ranges. */
const ranges = 30
const structure = new Set([
  'id',
  'start',
  'per',
  'funder',
  'value',
  'kind',
  'priceYear',
  'baseYear',
  'demand',
  'curve',
  'action',
  'owner',
  'title',
  'prices',
  'funding',
])

/** The reference case with 30 of its numbers as ranges of a fifth to either side, spread evenly over what it has. */
export const unsureCase = unsure()

function unsure(): object {
  const all = numbers(referenceCase)
  const chosen = new Set(Array.from({ length: ranges }, (_, place) => all[Math.floor((place * all.length) / ranges)]))
  return walk(referenceCase, '', (path, value) => {
    if (!chosen.has(path)) return value
    const central = Number(value)
    // A fifth to either side, within a proportion's 1.
    const high = central <= 1 ? Math.min(1, central * 1.2) : central * 1.2
    return { central: value, low: (central * 0.8).toFixed(6), high: high.toFixed(6) }
  }) as object
}

function numbers(value: unknown): string[] {
  const found: string[] = []
  walk(value, '', (path, each) => {
    found.push(path)
    return each
  })
  return found
}

function walk(value: unknown, path: string, of: (path: string, value: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item, at) => walk(item, `${path}/${at}`, of))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, structure.has(key) ? item : walk(item, `${path}/${key}`, of)]),
    )
  }
  return typeof value === 'string' && Number(value) > 0 ? of(path, value) : value
}
