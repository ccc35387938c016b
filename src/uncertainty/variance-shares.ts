import type { PairedColumns } from './paired-sampler.ts'

/** A measure's value for each draw: `columns` holds the values of each path, `count` how many draws. The result is read before the next call. */
export type Evaluate = (columns: Float64Array[], count: number) => Float64Array

/** How much of a measure's variance comes from one range, with standard errors; null where there is no variance to share. */
export interface VarianceShare {
  path: string
  /** The share that goes if this range alone became known. */
  first: number | null
  firstError: number | null
  /** The share that stays if all others became known: first order and every interplay with others. */
  total: number | null
  totalError: number | null
}

/** A measure that varies by less than this of itself does not vary: it is what rounding leaves. */
const rounding = 1e-12

/** Consecutive draws that are summed before errors are worked out from how the sums scatter. */
const drawsPerBatch = 128

/** Sums over batches of draws, of one range: of the numerator of its share, of its square, and of its product with the variance's. */
interface Products {
  sum: number
  squares: number
  withVariance: number
}

/** What one block adds to the shares of variance. */
export interface ShareSums {
  draws: number
  centre: number
  batches: number
  variance: { sum: number; squares: number }
  first: Products[]
  total: Products[]
}

/**
 * What one block of two independent samples adds to the shares: the measure is evaluated once for each sample, and once for each range
 * with that range's column from the second sample and all others from the first. `centre` is a number near the measure's mean, the same for
 * every block: any would do, and a near one keeps the error small.
 */
export function shareSums(
  { first: a, second: b }: { first: Float64Array[]; second: Float64Array[] },
  evaluate: Evaluate,
  centre: number,
): ShareSums {
  const draws = (a[0] as Float64Array).length
  const fromA = centred(evaluate(a, draws), centre, draws)
  const fromB = centred(evaluate(b, draws), centre, draws)
  const spread = batchSums(draws, (draw) => square(fromA[draw] as number) / 2 + square(fromB[draw] as number) / 2)
  const sums: ShareSums = {
    draws,
    centre,
    batches: spread.length,
    variance: { sum: total(spread), squares: dot(spread, spread) },
    first: [],
    total: [],
  }
  const products = (numerators: Float64Array): Products => ({
    sum: total(numerators),
    squares: dot(numerators, numerators),
    withVariance: dot(numerators, spread),
  })
  for (const [place, column] of b.entries()) {
    const mixed = centred(evaluate(a.with(place, column), draws), centre, draws)
    // Saltelli and others (2010), table 2 (b); Jansen (1999), table 2 (f).
    sums.first.push(products(batchSums(draws, (draw) => (fromB[draw] as number) * ((mixed[draw] as number) - (fromA[draw] as number)))))
    sums.total.push(products(batchSums(draws, (draw) => square((fromA[draw] as number) - (mixed[draw] as number)) / 2)))
  }
  return sums
}

/**
 * The shares of variance from the sums of blocks, which must be given in the order of blocks. A first share may come out a little below 0, as any
 * estimate of 0 may; it is not changed. A standard error is that of a ratio of sums over batches of 128 draws.
 * Source: A. Saltelli and others (2010), Variance based sensitivity analysis of model output.
 */
export function sharesOf(paths: readonly string[], blocks: readonly ShareSums[]): VarianceShare[] {
  const draws = blocks.reduce((sum, block) => sum + block.draws, 0)
  const batches = blocks.reduce((sum, block) => sum + block.batches, 0)
  const variance = blocks.reduce((sum, block) => sum + block.variance.sum, 0)
  const squares = blocks.reduce((sum, block) => sum + block.variance.squares, 0)
  const noise = draws * square(rounding * (blocks[0]?.centre ?? 0))
  const share = (of: (block: ShareSums) => Products) => {
    if (!(variance > noise) || draws < 2) return { value: null, error: null }
    const sum = blocks.reduce((all, block) => all + of(block).sum, 0)
    const own = blocks.reduce((all, block) => all + of(block).squares, 0)
    const shared = blocks.reduce((all, block) => all + of(block).withVariance, 0)
    const value = sum / variance
    const scatter = Math.max(0, own - 2 * value * shared + value * value * squares)
    return { value, error: batches < 2 ? null : Math.sqrt((scatter * batches) / (batches - 1)) / variance }
  }
  return paths.map((path, place) => {
    const first = share((block) => block.first[place] as Products)
    const total = share((block) => block.total[place] as Products)
    return { path, first: first.value, firstError: first.error, total: total.value, totalError: total.error }
  })
}

/** The shares of a measure's variance by range, block after block. For ranges that move independently; see regressionShares for others. */
export function varianceShares(source: PairedColumns, evaluate: Evaluate): VarianceShare[] {
  if (source.paths.length === 0) return []
  const centre = centreOf(source, evaluate)
  const blocks = Array.from({ length: source.blocks }, (_, block) => shareSums(source.block(block), evaluate, centre))
  return sharesOf(source.paths, blocks)
}

/** A number near the measure's mean: that of the first block of both samples. The source has at least one range. */
export function centreOf(source: PairedColumns, evaluate: Evaluate): number {
  const { first, second } = source.block(0)
  const draws = (first[0] as Float64Array).length
  const ofFirst = total(evaluate(first, draws).subarray(0, draws)) / draws
  return ofFirst / 2 + total(evaluate(second, draws).subarray(0, draws)) / draws / 2
}

const square = (value: number) => value * value

function centred(values: Float64Array, centre: number, draws: number): Float64Array {
  const result = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw++) result[draw] = (values[draw] as number) - centre
  return result
}

function batchSums(draws: number, of: (draw: number) => number): Float64Array {
  const sums = new Float64Array(Math.floor((draws + drawsPerBatch - 1) / drawsPerBatch))
  for (let draw = 0; draw < draws; draw++) {
    const batch = Math.floor(draw / drawsPerBatch)
    sums[batch] = (sums[batch] as number) + of(draw)
  }
  return sums
}

function total(values: Float64Array): number {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index] as number
  return sum
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] as number) * (other[index] as number)
  return sum
}
