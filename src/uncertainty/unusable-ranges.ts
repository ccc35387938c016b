/** Ranges or correlations that cannot be drawn from; `paths` are those of the ranges at fault. */
export class UnusableRanges extends Error {
  readonly paths: readonly string[]

  constructor(paths: readonly string[], message: string) {
    super(message)
    this.name = 'UnusableRanges'
    this.paths = paths
  }
}
