import type { Distribution } from '../distribution.ts'

/** Every value between low and high is as likely as any other. */
export class Uniform implements Distribution {
  readonly truncated = 0
  private readonly low: number
  private readonly high: number

  constructor(low: number, high: number) {
    this.low = low
    this.high = high
  }

  quantile(u: number): number {
    return Math.min(this.high, this.low + (this.high - this.low) * u)
  }
}
