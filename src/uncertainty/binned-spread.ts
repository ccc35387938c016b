import { finite } from './finite.ts'
import { addOutlier, addOutliers, areKept, noOutliers, type Outliers, outlierAt, outliersBelow } from './outliers.ts'
import { quantileBy } from './quantiles.ts'
import type { Spread } from './spread.ts'

/** How many even bins the values of a measure are counted in. */
export const binCount = 65_536

/** The counts of the values of a measure in even bins from `low` on, and the values beyond them. */
export interface BinnedSpreadData {
  kind: 'binned'
  low: number
  width: number
  counts: Uint32Array
  below: Outliers
  above: Outliers
  minimum: number
  maximum: number
}

/**
 * Empty bins that a pilot's values place: they reach half the pilot's range beyond it on either side, so a bin is 1/32,768 of that range.
 * A pilot of one value alone gets bins of a millionth of it, or of 1. Throws RangeError for an empty pilot.
 */
export function binsAround(pilot: Float64Array): BinnedSpreadData {
  if (pilot.length === 0) throw new RangeError('a pilot has at least one value')
  const [low, high] = finite(pilot).reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as [number, number], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number])
  const width = high > low ? (2 * (high - low)) / binCount : Math.max(Math.abs(low), 1) / 1e6
  return {
    kind: 'binned',
    low: low + (high - low) / 2 - (width * binCount) / 2,
    width,
    counts: new Uint32Array(binCount),
    below: noOutliers(),
    above: noOutliers(),
    minimum: Number.POSITIVE_INFINITY,
    maximum: Number.NEGATIVE_INFINITY,
  }
}

/** A spread in flat memory, however many the draws: whole counts in 65,536 even bins, and the few values beyond them one by one. */
export class BinnedSpread implements Spread {
  readonly data: BinnedSpreadData
  private cumulative: Float64Array | undefined

  constructor(data: BinnedSpreadData) {
    this.data = data
  }

  get minimum(): number {
    return this.data.minimum
  }

  get maximum(): number {
    return this.data.maximum
  }

  get count(): number {
    return this.data.below.count + (this.upTo()[binCount] as number) + this.data.above.count
  }

  add(values: Float64Array): void {
    finite(values)
    const { data } = this
    const { low, width, counts } = data
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number
      const bin = Math.floor((value - low) / width)
      if (bin < 0) addOutlier(data.below, value)
      else if (bin >= binCount) addOutlier(data.above, value)
      else counts[bin] = (counts[bin] as number) + 1
      data.minimum = Math.min(data.minimum, value)
      data.maximum = Math.max(data.maximum, value)
    }
    this.cumulative = undefined
  }

  merge({ data: other }: Spread): void {
    const { data } = this
    if (other.kind !== 'binned' || other.low !== data.low || other.width !== data.width)
      throw new TypeError('draws counted in bins are merged with draws counted in the same bins')
    for (let bin = 0; bin < binCount; bin++) data.counts[bin] = (data.counts[bin] as number) + (other.counts[bin] as number)
    addOutliers(data.below, other.below)
    addOutliers(data.above, other.above)
    data.minimum = Math.min(data.minimum, other.minimum)
    data.maximum = Math.max(data.maximum, other.maximum)
    this.cumulative = undefined
  }

  quantile(p: number): number {
    return quantileBy(this.count, p, (place) => this.valueAt(place))
  }

  resolution(p: number): number {
    const { below, above, width } = this.data
    const place = (this.count - 1) * p
    // A quantile between two places rests on both, so it is as coarse as the coarser of them.
    const spans = [below, above].filter((side, index) => {
      const reached = index === 0 ? place < side.count : place > this.count - 1 - side.count
      return reached && !areKept(side)
    })
    return spans.reduce((coarsest, { minimum, maximum }) => Math.max(coarsest, maximum - minimum), width)
  }

  countBelow(x: number): number {
    const { below, above, low, width, counts } = this.data
    const outside = outliersBelow(below, x) + outliersBelow(above, x)
    const bin = Math.floor((x - low) / width)
    if (bin < 0) return outside
    const sums = this.upTo()
    if (bin >= binCount) return outside + (sums[binCount] as number)
    const part = (x - low) / width - bin
    return outside + (sums[bin] as number) + Math.floor((counts[bin] as number) * part + 0.5)
  }

  /** The value at a place among all in rising order, with those of one bin shared evenly over it. */
  private valueAt(place: number): number {
    const { below, above, low, width, counts, minimum, maximum } = this.data
    if (place < below.count) return outlierAt(below, place)
    const sums = this.upTo()
    const inside = place - below.count
    if (inside >= (sums[binCount] as number)) return outlierAt(above, inside - (sums[binCount] as number))
    let from = 0
    let to = binCount - 1
    while (from < to) {
      const middle = (from + to + 1) >>> 1
      if ((sums[middle] as number) <= inside) from = middle
      else to = middle - 1
    }
    const value = low + width * (from + (inside - (sums[from] as number) + 0.5) / (counts[from] as number))
    return Math.min(maximum, Math.max(minimum, value))
  }

  /** How many values lie in the bins before each. */
  private upTo(): Float64Array {
    if (this.cumulative === undefined) {
      const sums = new Float64Array(binCount + 1)
      for (let bin = 0; bin < binCount; bin++) sums[bin + 1] = (sums[bin] as number) + (this.data.counts[bin] as number)
      this.cumulative = sums
    }
    return this.cumulative
  }
}
