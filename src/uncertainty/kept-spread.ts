import { finite } from './finite.ts'
import { quantileSorted } from './quantiles.ts'
import type { Spread } from './spread.ts'

/** Every value of a measure, in no order. */
export interface KeptSpreadData {
  kind: 'kept'
  values: Float64Array[]
}

/** A spread that keeps every draw: its quantiles are those of the draws themselves. */
export class KeptSpread implements Spread {
  readonly data: KeptSpreadData
  private sortedValues: Float64Array | undefined

  constructor(data: KeptSpreadData = { kind: 'kept', values: [] }) {
    this.data = data
  }

  get count(): number {
    return this.data.values.reduce((count, { length }) => count + length, 0)
  }

  get minimum(): number {
    return this.quantile(0)
  }

  get maximum(): number {
    return this.quantile(1)
  }

  add(values: Float64Array): void {
    this.data.values.push(finite(values).slice())
    this.sortedValues = undefined
  }

  merge(other: Spread): void {
    if (other.data.kind !== 'kept') throw new TypeError('draws that are kept are merged with draws that are kept')
    this.data.values.push(...other.data.values)
    this.sortedValues = undefined
  }

  quantile(p: number): number {
    return quantileSorted(this.sorted(), p)
  }

  resolution(): number {
    return 0
  }

  countBelow(x: number): number {
    const sorted = this.sorted()
    let from = 0
    let to = sorted.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((sorted[middle] as number) < x) from = middle + 1
      else to = middle
    }
    return from
  }

  private sorted(): Float64Array {
    if (this.sortedValues === undefined) {
      const all = new Float64Array(this.count)
      let at = 0
      for (const values of this.data.values) {
        all.set(values, at)
        at += values.length
      }
      this.sortedValues = all.sort()
    }
    return this.sortedValues
  }
}
