import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'

/** Something that does jobs by name, several at once. */
export interface Crew {
  /** How many jobs it does at once. */
  readonly threads: number
  run: (job: string, task: unknown) => Promise<unknown>
}

/** Threads that do the functions of one module, so that whoever asks is never kept from answering others. */
export class WorkerPool implements Crew {
  readonly threads: number
  private readonly pool: Piscina

  /** `filename` is the module whose exported functions are the jobs. Threads start when there is work and end when there is none for a while. */
  constructor(filename: URL, threads: number = availableParallelism()) {
    this.threads = threads
    this.pool = new Piscina({ filename: filename.href, minThreads: 0, maxThreads: threads, idleTimeout: 30_000 })
  }

  /** Does a job on a thread. The task and its result are copied between threads, but for shared memory. */
  run(job: string, task: unknown): Promise<unknown> {
    return this.pool.run(task, { name: job })
  }

  /** How many jobs wait for a thread. */
  get waiting(): number {
    return this.pool.queueSize
  }

  /** How many threads there are now. */
  get living(): number {
    return this.pool.threads.length
  }

  /** Ends the threads, once what they do is done. */
  async close(): Promise<void> {
    await this.pool.close()
  }
}
