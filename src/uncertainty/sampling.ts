import { insideUnit } from './inside-unit.ts'
import { uniforms } from './streams.ts'

/** How uniform numbers are drawn: each on its own, or one from each of as many equal strata as there are draws in a block. */
export const samplings = ['random', 'latin-hypercube'] as const
export type Sampling = (typeof samplings)[number]

/**
 * Fills `into` with the uniform numbers of one block of a path.
 *
 * `random`: each number on its own, so that 1,000 draws are the first 1,000 of 10,000.
 * `latin-hypercube`: 0 … 1 is cut into as many equal strata as the block has draws, and each stratum has one number, in an order shuffled by
 * a stream of the path's own. A short last block is stratified over its own length, so there 1,000 draws are not the first 1,000 of more.
 * Source: M. D. McKay and others (1979), A comparison of three methods for selecting values of input variables.
 */
export function sample(sampling: Sampling, seed: string, path: string, block: number, into: Float64Array): void {
  uniforms(seed, path, block, into)
  if (sampling === 'random') return
  const count = into.length
  const order = shuffled(seed, path, block, count)
  for (let draw = 0; draw < count; draw++) into[draw] = insideUnit(((order[draw] as number) + (into[draw] as number)) / count)
}

/** 0 … count − 1 in an order of the path's own, by Fisher and Yates. */
function shuffled(seed: string, path: string, block: number, count: number): Uint32Array {
  const numbers = new Float64Array(count)
  uniforms(seed, `${path} (order of strata)`, block, numbers)
  const order = new Uint32Array(count)
  for (let index = 1; index < count; index++) order[index] = index
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor((numbers[last] as number) * (last + 1))
    const moved = order[last] as number
    order[last] = order[other] as number
    order[other] = moved
  }
  return order
}
