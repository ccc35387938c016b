import { BinnedSpread, type BinnedSpreadData, binsAround } from './binned-spread.ts'
import { KeptSpread, type KeptSpreadData } from './kept-spread.ts'

/** How many draws of a measure are kept one by one; more are counted in bins, so that memory stays flat. */
export const mostKept = 20_000

/** How the draws of one measure are spread. Blocks may be added and spreads merged in any order: the result is the same. */
export interface Spread {
  /** What the spread holds as plain data, to be sent between threads; `spreadFrom` reads it. */
  readonly data: SpreadData
  readonly count: number
  readonly minimum: number
  readonly maximum: number
  /** Adds values; throws RangeError for one that is not finite. */
  add(values: Float64Array): void
  /** Adds all that another spread of the same measure holds. */
  merge(other: Spread): void
  /** The quantile at p, 0 … 1, type 7. */
  quantile(p: number): number
  /** How far the quantile at p may lie from that of the draws themselves: 0 where they are kept, a bin's width where they are counted in bins. */
  resolution(p: number): number
  /** How many values lie below x: exact where they are kept; within a bin, shared evenly. */
  countBelow(x: number): number
}

export type SpreadData = KeptSpreadData | BinnedSpreadData

/** An empty spread for so many draws of a measure: up to 20,000 are kept, more are counted in bins that the pilot's values place. */
export function spreadFor(draws: number, pilot: Float64Array): Spread {
  return draws <= mostKept ? new KeptSpread() : new BinnedSpread(binsAround(pilot))
}

/** A spread from its data. */
export function spreadFrom(data: SpreadData): Spread {
  return data.kind === 'kept' ? new KeptSpread(data) : new BinnedSpread(data)
}
