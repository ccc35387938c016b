import { type Moments, mergedMoments, momentsOf, noMoments, varianceOf } from './moments.ts'
import type { Sampling } from './sampling.ts'

/** Fewer blocks than this say too little of how far block means scatter. */
export const fewestBlocks = 5

/** The moments of a measure kept by block and merged in the order of blocks, so that the result does not depend on who worked out which block, or when. */
export class BlockMoments {
  private readonly byBlock: (Moments | undefined)[] = []

  /** Adds the values of one block; a block is added once. */
  add(block: number, values: Float64Array): void {
    this.set(block, momentsOf(values))
  }

  /** Adds the moments of one block, worked out elsewhere. */
  set(block: number, moments: Moments): void {
    if (this.byBlock[block] !== undefined) throw new RangeError(`block ${block} is added twice`)
    this.byBlock[block] = moments
  }

  /** The moments of all draws; throws RangeError where a block before the last is missing. */
  total(): Moments {
    return this.inOrder().reduce(mergedMoments, noMoments)
  }

  /**
   * The Monte Carlo standard error of the mean; null where it is not known.
   * Random draws: the standard deviation ÷ √count. Latin hypercube draws depend on each other within a block, and blocks do not: the error comes
   * from how block means scatter, each weighted by its draws, and is not known for fewer than five blocks.
   */
  standardError(sampling: Sampling): number | null {
    const blocks = this.inOrder()
    const { count, mean, squares } = blocks.reduce(mergedMoments, noMoments)
    if (sampling === 'random') {
      const variance = varianceOf({ count, mean, squares })
      return variance === null ? null : Math.sqrt(variance / count)
    }
    if (blocks.length < fewestBlocks) return null
    let scatter = 0
    for (const block of blocks) {
      const share = (block.count / count) * (block.mean - mean)
      scatter += share * share
    }
    return Math.sqrt((scatter * blocks.length) / (blocks.length - 1))
  }

  private inOrder(): Moments[] {
    return Array.from(this.byBlock, (moments, block) => {
      if (moments === undefined) throw new RangeError(`block ${block} is missing`)
      return moments
    })
  }
}
