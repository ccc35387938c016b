import { Copula, type Correlation } from './copula.ts'
import { type Distribution, distributionOf, type UncertainInput } from './distribution.ts'
import { type Sampling, sample } from './sampling.ts'
import { drawsPerBlock } from './streams.ts'
import { UnusableRanges } from './unusable-ranges.ts'

/** Below this chance a cut at the end of the legal domain is not worth saying: a million draws would hardly meet it. */
const worthSaying = 1e-6

/** What to draw, and how. */
export interface SamplerOptions {
  inputs: readonly UncertainInput[]
  correlations: readonly Correlation[]
  seed: string
  sampling: Sampling
  draws: number
  /** Added to the path of every stream, for a second sample that knows nothing of the first. */
  stream?: string
}

/** The drawn values of every range of a case, block by block: the same seed gives the same values on every engine, in any order of blocks. */
export class Sampler {
  /** The paths of the ranges, in the order of the columns. */
  readonly paths: readonly string[]
  readonly draws: number
  /** How many blocks the draws make; all but the last have 1,024. */
  readonly blocks: number
  /** Where the draws of a range centre elsewhere than its point answer. */
  readonly notes: readonly { path: string; note: string }[]
  /** Where a distribution was cut off at the end of the legal domain, and the chance that was cut off. */
  readonly truncations: readonly { path: string; probability: number }[]
  private readonly distributions: readonly Distribution[]
  private readonly copula: Copula
  private readonly streams: readonly string[]
  private readonly seed: string
  private readonly sampling: Sampling

  /** Throws UnusableRanges where a range or a correlation cannot be drawn from. */
  constructor({ inputs, correlations, seed, sampling, draws, stream = '' }: SamplerOptions) {
    if (!(draws >= 1 && Number.isSafeInteger(draws))) throw new TypeError(`draws must be a whole number of at least 1, and is ${draws}`)
    this.paths = inputs.map(({ path }) => path)
    const twice = this.paths.find((path, place) => this.paths.indexOf(path) !== place)
    if (twice !== undefined) throw new UnusableRanges([twice], `${twice} has two ranges; a quantity has one.`)
    const shaped = inputs.map((input) => ({ path: input.path, ...distributionOf(input) }))
    this.draws = draws
    this.blocks = Math.floor((draws + drawsPerBlock - 1) / drawsPerBlock)
    this.distributions = shaped.map(({ distribution }) => distribution)
    this.notes = shaped.flatMap(({ path, note }) => (note === undefined ? [] : [{ path, note }]))
    this.truncations = shaped.flatMap(({ path, distribution: { truncated } }) =>
      truncated >= worthSaying ? [{ path, probability: truncated }] : [],
    )
    this.copula = new Copula(this.paths, correlations)
    this.streams = this.paths.map((path) => path + stream)
    this.seed = seed
    this.sampling = sampling
  }

  /** How many draws a block has: 1,024, or what is left in the last one. */
  length(block: number): number {
    if (!(block >= 0 && block < this.blocks)) throw new RangeError(`there is no block ${block} of ${this.blocks}`)
    return Math.min(drawsPerBlock, this.draws - block * drawsPerBlock)
  }

  /**
   * The drawn values of one block: a column of numbers for each path. With `into` (columns of at least 1,024 numbers) they are written there
   * and the columns are views of it, which spares the memory of block after block.
   */
  block(block: number, into?: readonly Float64Array[]): Float64Array[] {
    const length = this.length(block)
    const columns = this.streams.map((path, place) => {
      const column = into?.[place]?.subarray(0, length) ?? new Float64Array(length)
      sample(this.sampling, this.seed, path, block, column)
      return column
    })
    this.copula.correlate(columns)
    for (const [place, distribution] of this.distributions.entries()) draw(distribution, columns[place] as Float64Array)
    return columns
  }
}

function draw(distribution: Distribution, column: Float64Array): void {
  for (let draw = 0; draw < column.length; draw++) column[draw] = distribution.quantile(column[draw] as number)
}
