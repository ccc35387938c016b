/** The blocks of a simulation still to be drawn, and how many are; shared by the threads that draw them. */
export class Blocks {
  readonly shared: Int32Array
  private static readonly next = 0
  private static readonly drawn = 1
  private static readonly stopped = 2

  /** A new count, or one that another thread has begun. */
  constructor(shared: Int32Array = new Int32Array(new SharedArrayBuffer(12))) {
    this.shared = shared
  }

  /** The next block that nobody has taken. */
  take(): number {
    return Atomics.add(this.shared, Blocks.next, 1)
  }

  /** Counts one more block as drawn. */
  done(): void {
    Atomics.add(this.shared, Blocks.drawn, 1)
  }

  /** How many blocks are drawn. */
  get drawn(): number {
    return Atomics.load(this.shared, Blocks.drawn)
  }

  /** Tells every thread to stop after its present block. */
  stop(): void {
    Atomics.store(this.shared, Blocks.stopped, 1)
  }

  get isStopped(): boolean {
    return Atomics.load(this.shared, Blocks.stopped) === 1
  }
}
