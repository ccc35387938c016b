import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { WorkError } from './work-error.ts'

/** Something that does jobs by name, several at once. */
export interface Crew {
  /** How many jobs it does at once. */
  readonly threads: number
  /** Does a job; where the signal is aborted first, the job is ended and the signal's reason thrown. */
  run: (job: string, task: unknown, signal?: AbortSignal) => Promise<unknown>
}

/** A crew that ends threads which do not end by themselves, and ends itself. */
export interface Threads extends Crew {
  /** How many threads were ended in the middle of a job. */
  readonly restarts: number
  close: () => Promise<void>
}

/** What the threads of a pool may have. */
export interface PoolOptions {
  threads?: number | undefined
  /** Megabytes of the heap of each thread; one that needs more is ended. No limit but the program's own where absent. */
  heapMegabytes?: number | undefined
  /** How many threads stay when there is no work; none where absent. */
  kept?: number | undefined
}

/** Threads that do the functions of one module, so that whoever asks is never kept from answering others. */
export class WorkerPool implements Threads {
  readonly threads: number
  private readonly options: ConstructorParameters<typeof Piscina>[0]
  private readonly line: { begin: () => void }[] = []
  private busy = 0
  private ended = 0
  private begun: Piscina | undefined

  /**
   * `filename` is the module whose exported functions are the jobs. Threads start when there is work, and those that are not kept end when there
   * is none for a while.
   */
  constructor(filename: URL, { threads = availableParallelism(), heapMegabytes, kept = 0 }: PoolOptions = {}) {
    this.threads = threads
    this.options = {
      filename: filename.href,
      minThreads: Math.min(kept, threads),
      maxThreads: threads,
      idleTimeout: 30_000,
      ...(heapMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
    }
  }

  /** Starts the threads that are kept, so that the first job finds one that has read its module. */
  begin(): void {
    void this.pool
  }

  /** How many threads were ended in the middle of a job: for taking too long, for want of memory, or because whoever asked has gone. */
  get restarts(): number {
    return this.ended
  }

  /**
   * Does a job on a thread. The task and its result are copied between threads, but for shared memory. Throws what the job throws, the reason of
   * the signal where it ended the thread, and a WorkError where the thread died.
   */
  async run(job: string, task: unknown, signal?: AbortSignal): Promise<unknown> {
    await this.freeThread(signal)
    try {
      return await this.pool.run(task, { name: job, ...(signal === undefined ? {} : { signal }) })
    } catch (error) {
      throw this.asThrown(error, signal)
    } finally {
      this.handOn()
    }
  }

  /** How many jobs wait for a thread. */
  get waiting(): number {
    return this.line.length
  }

  /** How many threads there are now. */
  get living(): number {
    return this.begun?.threads.length ?? 0
  }

  /** Ends the threads, once what they do is done. */
  async close(): Promise<void> {
    await this.begun?.close()
  }

  private get pool(): Piscina {
    if (this.begun === undefined) {
      this.begun = new Piscina(this.options)
      // A thread that dies without a job has nobody to tell; the next job gets a new one.
      this.begun.on('error', () => {})
    }
    return this.begun
  }

  /** Jobs wait here and not in the pool, which may forget what waits behind a thread that was ended. */
  private async freeThread(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (this.busy < this.threads) {
      this.busy += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const turn = { begin: resolve }
      this.line.push(turn)
      signal?.addEventListener(
        'abort',
        () => {
          const place = this.line.indexOf(turn)
          if (place === -1) return
          this.line.splice(place, 1)
          reject(signal.reason)
        },
        { once: true },
      )
    })
  }

  private handOn(): void {
    const next = this.line.shift()
    if (next === undefined) this.busy -= 1
    else next.begin()
  }

  private asThrown(error: unknown, signal: AbortSignal | undefined): unknown {
    const { name, code, message } = error as NodeJS.ErrnoException
    const isAborted = name === 'AbortError' && signal?.aborted === true
    const isOutOfMemory = code === 'ERR_WORKER_OUT_OF_MEMORY'
    const isDead = /^worker exited with code/.test(message)
    if (isAborted || isOutOfMemory || isDead) this.ended += 1
    if (isAborted) return signal.reason
    if (isOutOfMemory) return new WorkError('out-of-memory', 'The work took more memory than a thread may have, and was ended.')
    return isDead ? new WorkError('ended', 'The thread that did the work was ended.') : error
  }
}
