import { type Column, Columns } from '../../graph/columns/columns.ts'
import { type CrossProducts, crossProductsOf } from '../../uncertainty/cross-products.ts'
import { type Moments, momentsOf } from '../../uncertainty/moments.ts'
import { PairedSampler } from '../../uncertainty/paired-sampler.ts'
import { drawsPerBlock } from '../../uncertainty/streams.ts'
import { centreOf, type ShareSums, shareSums } from '../../uncertainty/variance-shares.ts'
import type { Blocks } from './blocks.ts'
import { inputColumns, type Prepared, samplerOf } from './prepared.ts'

/** What one block of draws adds to the search for drivers and to the spreads of the parts. */
export interface Explored {
  block: number
  /** Moments of net cash, and of the net cash credited to each intervention. */
  parts: Moments[]
  /** For ranges that move independently: what the block adds to Sobol's shares. */
  shares?: ShareSums
  /** For ranges of which some are correlated: how they and the measure vary together. */
  products?: CrossProducts
}

/** How many blocks of draws are explored; a simulation of fewer explores as many as it has. */
export const exploredBlocks = 2

/** How drivers are looked for: by Sobol's shares of variance, or by regression where ranges are correlated, for which Sobol's are not defined. */
export function driversMethod({ asked, correlations, inputs }: Prepared): 'none' | 'sobol' | 'regression' {
  if (!asked.drivers || inputs.length === 0) return 'none'
  const known = new Set(inputs.map(({ path }) => path))
  return correlations.some(({ between }) => between.every((path) => known.has(path))) ? 'regression' : 'sobol'
}

/** Explores block after block that nobody has taken: which ranges drive the measure, and how the parts of the package are spread. */
export function explored(preparation: Prepared, blocks: Blocks): Explored[] {
  const { asked, inputs } = preparation
  const sampler = samplerOf(preparation)
  const method = driversMethod(preparation)
  const many = Math.min(exploredBlocks, sampler.blocks)
  const paired = new PairedSampler({ inputs, seed: asked.seed, draws: Math.min(asked.draws, many * drawsPerBlock) })
  const partsColumns = new Columns(preparation.parts)
  const drivers = new Columns(preparation.drivers)
  const evaluate = (values: Float64Array[], count: number): Column => {
    const [measure] = drivers.read(new Map(paired.paths.map((path, place) => [path, values[place] as Column])), count)
    return (measure as Column).subarray(0, count)
  }
  const found: Explored[] = []
  let centre: number | undefined
  for (let block = blocks.take(); block < many && !blocks.isStopped; block = blocks.take()) {
    const count = sampler.length(block)
    const drawn = inputColumns(sampler, block)
    const [net, ...credited] = partsColumns.read(drawn, count).map((column) => column.subarray(0, count)) as [Column, ...Column[]]
    const one: Explored = { block, parts: [net, ...credited].map(momentsOf) }
    if (method === 'sobol') {
      centre ??= centreOf(paired, evaluate)
      one.shares = shareSums(paired.block(block), evaluate, centre)
    }
    if (method === 'regression') {
      const [measure] = drivers.read(drawn, count)
      one.products = crossProductsOf([...drawn.values(), (measure as Column).subarray(0, count)])
    }
    found.push(one)
    blocks.done()
  }
  return found
}
