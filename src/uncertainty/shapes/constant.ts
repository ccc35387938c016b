import type { Distribution } from '../distribution.ts'

/** A range whose low and high ends are one value: always that value. */
export class Constant implements Distribution {
  readonly truncated = 0
  private readonly value: number

  constructor(value: number) {
    this.value = value
  }

  quantile(): number {
    return this.value
  }
}
