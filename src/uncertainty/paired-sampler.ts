import type { UncertainInput } from './distribution.ts'
import { Sampler } from './sampler.ts'

/** Two samples of every range that know nothing of each other, block by block, as the shares of variance need them. */
export interface PairedColumns {
  readonly paths: readonly string[]
  readonly draws: number
  readonly blocks: number
  block(block: number): { first: Float64Array[]; second: Float64Array[] }
}

/**
 * Draws two independent samples of ranges that move independently. Each number is drawn on its own: the first sample is that of a Sampler
 * with random sampling, the second comes from streams of its own.
 */
export class PairedSampler implements PairedColumns {
  readonly paths: readonly string[]
  readonly draws: number
  readonly blocks: number
  private readonly first: Sampler
  private readonly second: Sampler

  constructor(options: { inputs: readonly UncertainInput[]; seed: string; draws: number }) {
    const independent = { ...options, correlations: [], sampling: 'random' as const }
    this.first = new Sampler(independent)
    this.second = new Sampler({ ...independent, stream: ' (second sample)' })
    this.paths = this.first.paths
    this.draws = this.first.draws
    this.blocks = this.first.blocks
  }

  block(block: number): { first: Float64Array[]; second: Float64Array[] } {
    return { first: this.first.block(block), second: this.second.block(block) }
  }
}
