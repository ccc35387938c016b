import type { UncertainInput } from '../../src/uncertainty/distribution.ts'

/** Whether two numbers differ by at most this share of the expected one, or are the same. */
export function near(got: number, expected: number, share: number): boolean {
  return got === expected || Math.abs(got - expected) <= share * Math.abs(expected)
}

/** A repeatable sequence of numbers between 0 and 1 that shares nothing with the streams under test: W. Park and Miller's generator. */
export function sequence(start = 1): () => number {
  let state = start
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** A range for tests; its path, ends and central value as decimal strings. */
export function range(
  path: string,
  shape: UncertainInput['shape'],
  low: string,
  central: string,
  high: string,
  minimum = '-1000000',
): UncertainInput {
  return { path, shape, low, central, high, minimum, maximum: '1000000' }
}

/** All values of every column of a sampler, end to end. */
export function allDraws(sampler: { blocks: number; block(block: number): Float64Array[] }): Float64Array[] {
  const blocks = Array.from({ length: sampler.blocks }, (_, block) => sampler.block(block))
  return (blocks[0] as Float64Array[]).map((_, place) =>
    Float64Array.from(blocks.flatMap((columns) => [...(columns[place] as Float64Array)])),
  )
}

/** The rank of each value among all, from 0. */
export function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values, (_, place) => place).sort((a, b) => (values[a] as number) - (values[b] as number))
  const result = new Float64Array(values.length)
  for (const [rank, place] of order.entries()) result[place] = rank
  return result
}

/** The correlation coefficient of Bravais and Pearson. */
export function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [a, b] = [mean(one), mean(other)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let index = 0; index < one.length; index++) {
    const [x, y] = [(one[index] as number) - a, (other[index] as number) - b]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return ab / Math.sqrt(aa * bb)
}

/** Whether two columns hold the same numbers, bit for bit. */
export function same(one: Float64Array | undefined, other: Float64Array | undefined): boolean {
  if (one === undefined || other === undefined || one.length !== other.length) return false
  return one.every((value, index) => Object.is(value, other[index]))
}
