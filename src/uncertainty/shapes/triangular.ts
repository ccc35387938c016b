import type { Distribution } from '../distribution.ts'

/** The likelihood rises in a straight line from low to central and falls in a straight line to high. */
export class Triangular implements Distribution {
  readonly truncated = 0
  private readonly low: number
  private readonly high: number
  private readonly width: number
  /** Where central stands between low and high, 0 … 1; also the chance of a value below it. */
  private readonly peak: number

  constructor(low: number, central: number, high: number) {
    this.low = low
    this.high = high
    this.width = high - low
    this.peak = (central - low) / this.width
  }

  quantile(u: number): number {
    if (u < this.peak) return this.low + this.width * Math.sqrt(u * this.peak)
    return this.high - this.width * Math.sqrt((1 - u) * (1 - this.peak))
  }
}
