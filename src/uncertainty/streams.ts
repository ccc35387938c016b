import { createHash } from 'node:crypto'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** Draws are made in blocks of this many, each block from a generator of its own. */
export const drawsPerBlock = 1024

const perBit52 = 2.220446049250313e-16

/**
 * Fills `into` with uniform numbers strictly between 0 and 1: odd multiples of 2⁻⁵³, from 52 random bits each.
 *
 * The generator is xoroshiro128+ started from the SHA-256 of (seed, path, block). So adding a range does not change the draws of the
 * others, blocks can be made in any order by anybody, and a shorter block is the beginning of a longer one. The generator's lowest bits
 * are its weakest, and are left out. Source: D. Blackman and S. Vigna (2021), Scrambled linear pseudorandom number generators.
 */
export function uniforms(seed: string, path: string, block: number, into: Float64Array): void {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, path, block]))
    .digest()
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32LE(at)))
  for (let draw = 0; draw < into.length; draw++) {
    const upper = generator.next() >>> 6
    const lower = generator.next() >>> 6
    into[draw] = (upper * 67108864 + lower + 0.5) * perBit52
  }
}
