import type { Distribution } from '../distribution.ts'
import { exponential, logarithm } from '../elementary.ts'
import { insideUnit } from '../inside-unit.ts'
import { normalProbability, normalQuantile } from '../normal.ts'
import { intervalDeviations } from './normal-range.ts'

/**
 * A lognormal distribution whose 95% interval is low … high: its logarithm is normal, 2.5% lies below low and 2.5% above high.
 * Its median is the geometric middle √(low × high). Beyond the legal domain it is cut off, and what is left is scaled up to 1.
 */
export class LognormalRange implements Distribution {
  readonly truncated: number
  private readonly median: number
  private readonly deviation: number
  private readonly minimum: number
  private readonly maximum: number
  private readonly below: number
  private readonly kept: number

  constructor(low: number, high: number, minimum: number, maximum: number) {
    this.median = Math.sqrt(low) * Math.sqrt(high)
    this.deviation = logarithm(high / low) / (2 * intervalDeviations)
    this.minimum = minimum
    this.maximum = maximum
    this.below = minimum > 0 ? normalProbability(logarithm(minimum / this.median) / this.deviation) : 0
    this.truncated = this.below + normalProbability(logarithm(this.median / maximum) / this.deviation)
    this.kept = 1 - this.truncated
  }

  quantile(u: number): number {
    const value = this.median * exponential(this.deviation * normalQuantile(insideUnit(this.below + u * this.kept)))
    return Math.min(this.maximum, Math.max(this.minimum, value))
  }
}
