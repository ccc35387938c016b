import type { Distribution } from '../distribution.ts'
import { BetaQuantile } from './beta-quantile.ts'

/**
 * A beta distribution on low … high whose mean is (low + 4 central + high) ÷ 6, with exponents
 * α = 1 + 4 (central − low) ÷ (high − low) and β = 6 − α; drawn within 1e-8 of the width.
 * Source: D. G. Malcolm and others (1959), Application of a technique for research and development program evaluation; D. Vose (2008), Risk analysis.
 */
export class Pert implements Distribution {
  readonly truncated = 0
  private readonly low: number
  private readonly high: number
  private readonly width: number
  private readonly beta: BetaQuantile

  constructor(low: number, central: number, high: number) {
    this.low = low
    this.high = high
    this.width = high - low
    const alpha = 1 + (4 * (central - low)) / this.width
    this.beta = new BetaQuantile(alpha, 6 - alpha)
  }

  quantile(u: number): number {
    return Math.min(this.high, this.low + this.width * this.beta.at(u))
  }
}
