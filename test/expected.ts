import { type Exact, exactNumber } from '../src/graph/exact.ts'

/*
 * Compares an answer with what an independent implementation expects of it, by the rules of test/cases/README.md: every key that is
 * expected must be there with the same value, and numbers compare as decimals.
 */

/** Where an answer is not what was expected. */
export interface Difference {
  path: string
  expected: unknown
  got: unknown
}

/** Every place where an answer is not as expected; empty where it agrees. */
export function differences(expected: unknown, got: unknown, path: readonly string[] = []): Difference[] {
  if (Array.isArray(expected)) return listDifferences(expected, got, path)
  if (typeof expected === 'object' && expected !== null) {
    const found = isObject(got) ? got : {}
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, Object.hasOwn(found, key) ? found[key] : undefined, [...path, key]),
    )
  }
  return agrees(expected, got, path) ? [] : [{ path: path.join('.'), expected, got }]
}

function listDifferences(expected: readonly unknown[], got: unknown, path: readonly string[]): Difference[] {
  const list = Array.isArray(got) ? got : []
  const isNamed = expected.every((item) => isObject(item) && 'id' in item)
  const length =
    list.length === expected.length ? [] : [{ path: [...path, 'length'].join('.'), expected: expected.length, got: list.length }]
  const items = expected.flatMap((item, index) => {
    const id = isNamed ? String((item as { id: unknown }).id) : String(index)
    const match = isNamed ? list.find((each) => isObject(each) && each.id === id) : list[index]
    return differences(item, match, [...path, id])
  })
  return [...length, ...items]
}

const decimal = /^-?[0-9]+(\.[0-9]+)?$/

function agrees(expected: unknown, got: unknown, path: readonly string[]): boolean {
  const isNumber = typeof expected === 'number' || (typeof expected === 'string' && decimal.test(expected))
  if (!isNumber) return expected === got
  if ((typeof got !== 'string' && typeof got !== 'number') || !decimal.test(String(got))) return false
  const apart: Exact = exactNumber(String(expected))
    .minus(exactNumber(String(got)))
    .abs()
  return apart.lessThanOrEqualTo(exactNumber(tolerance(path)))
}

const withinAPenny = ['npv', 'pvBenefit', 'pvCost', 'pvFixed', 'peakFunding']

/** How far a figure may be from what is expected: money not at all, unless it is rounded once from parts that were not. */
function tolerance(path: readonly string[]): string {
  const [part = '', , list = ''] = path
  const key = path.at(-1) ?? ''
  if (withinAPenny.includes(key)) return '0.01'
  if (part === 'interventions' && list === 'cash' && (key === 'grossAvoided' || key === 'cashable')) return '0.01'
  if ((part === 'interventions' || part === 'demand') && list === 'years') return '0.000001'
  if (part === 'headline' && path.includes('entriesAvoided')) return '0.000001'
  return '0'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
