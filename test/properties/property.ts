import fc from 'fast-check'
import t from 'tap'
import type { Exact } from '../cases-for-tests.ts'

/*
 * How a property is tested: on random cases from a seed that is the same every time, unless PROPERTY_SEED and PROPERTY_RUNS say otherwise.
 */

const seed = Number(process.env.PROPERTY_SEED ?? 20260401)
const factor = Number(process.env.PROPERTY_RUNS ?? 1)

/** Tests a property, named in plain words, on random values; `holds` throws where it does not. */
export function property<T>(name: string, values: fc.Arbitrary<T>, holds: (value: T) => void, runs = 20): void {
  t.test(name, async (t) => {
    fc.assert(
      fc.property(values, (value) => holds(value)),
      { numRuns: Math.ceil(runs * factor), seed },
    )
    t.pass('no counterexample')
  })
}

/** Holds two exact values to each other, to the last digits of 34. */
export function alike(one: Exact, other: Exact, what: string): void {
  within(one, other, '0', what)
}

/** Holds two exact values to each other, within an amount. */
export function within(one: Exact, other: Exact, amount: string, what: string): void {
  const size = one.abs().plus(other.abs()).plus(1)
  const far = one.minus(other).abs()
  if (far.greaterThan(size.times('1e-20').plus(amount))) throw new Error(`${what}: ${one.toFixed()} is not ${other.toFixed()}`)
}

/** Holds a value to be at most another, to the last digits. */
export function atMost(one: Exact, other: Exact, what: string): void {
  const size = one.abs().plus(other.abs()).plus(1)
  if (one.minus(other).greaterThan(size.times('1e-20'))) throw new Error(`${what}: ${one.toFixed()} is above ${other.toFixed()}`)
}

/** Holds something to be so. */
export function so(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}
