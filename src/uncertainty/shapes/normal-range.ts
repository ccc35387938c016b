import type { Distribution } from '../distribution.ts'
import { insideUnit } from '../inside-unit.ts'
import { normalProbability, normalQuantile } from '../normal.ts'

/** Φ⁻¹(0.975): how many standard deviations the ends of a 95% interval lie from the middle. */
export const intervalDeviations = 1.959963984540054

/**
 * A normal distribution whose 95% interval is low … high: 2.5% lies below low and 2.5% above high.
 * Its mean is the middle of low and high. Beyond the legal domain it is cut off, and what is left is scaled up to 1.
 */
export class NormalRange implements Distribution {
  readonly truncated: number
  private readonly middle: number
  private readonly deviation: number
  private readonly minimum: number
  private readonly maximum: number
  private readonly below: number
  private readonly kept: number

  constructor(low: number, high: number, minimum: number, maximum: number) {
    this.middle = low + (high - low) / 2
    this.deviation = (high - low) / (2 * intervalDeviations)
    this.minimum = minimum
    this.maximum = maximum
    this.below = normalProbability((minimum - this.middle) / this.deviation)
    this.truncated = this.below + normalProbability((this.middle - maximum) / this.deviation)
    this.kept = 1 - this.truncated
  }

  quantile(u: number): number {
    const value = this.middle + this.deviation * normalQuantile(insideUnit(this.below + u * this.kept))
    return Math.min(this.maximum, Math.max(this.minimum, value))
  }
}
