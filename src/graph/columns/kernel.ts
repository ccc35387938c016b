/** A program made ready to run: its memory, whose input columns the caller fills and whose output columns it reads, and the run. */
export interface Kernel {
  readonly memory: Float64Array
  run(): void
}
