import { WorkError } from '../../uncertainty/work-error.ts'
import type { Crew, Threads } from '../../uncertainty/worker-pool.ts'
import { inThousands } from '../cost/limits.ts'

/** How long a question may take, and how many may wait. */
export interface DeskOptions {
  /** Seconds that a question may be worked on before it is ended. */
  seconds: number
  /** How many questions may wait for a thread. */
  waiting: number
}

/** No question waits longer for its turn, in seconds. */
export const longestWait = 30

/** Whoever can stop by itself when its asker has gone has so many milliseconds to do so before its threads are ended. */
const graceMilliseconds = 1000

/**
 * Where long questions wait their turn. As many are worked on as there are threads; so many wait; the rest are sent away at once. What is
 * counted are questions and not jobs: a question that has its turn may give the threads any number of jobs, and never waits for another.
 */
export class Desk {
  private readonly pool: Threads
  private readonly options: DeskOptions
  private readonly line: { begin: () => void }[] = []
  private taken = 0

  constructor(pool: Threads, options: DeskOptions) {
    this.pool = pool
    this.options = options
  }

  /** How many questions wait. */
  get queued(): number {
    return this.line.length
  }

  /** How many questions are worked on. */
  get running(): number {
    return this.taken
  }

  /** How many threads were ended in the middle of a job. */
  get restarts(): number {
    return this.pool.restarts
  }

  /**
   * Does the work of one question when its turn comes, with threads that end when it takes too long or when `gone` is aborted. Throws what the
   * work throws, and a WorkError where there is no room, where it took too long, where a thread died, and where whoever asked has gone.
   */
  async take<T>(gone: AbortSignal, work: (crew: Crew) => Promise<T>): Promise<T> {
    await this.turn(gone)
    const ending = new AbortController()
    const { seconds } = this.options
    const tooLong = new WorkError(
      'too-long',
      `The work took longer than ${seconds === 1 ? 'a second' : `${inThousands(seconds)} seconds`}, and was ended.`,
    )
    const timers = [setTimeout(() => ending.abort(tooLong), seconds * 1000)]
    const leave = () => timers.push(setTimeout(() => ending.abort(goneAway()), graceMilliseconds))
    if (gone.aborted) leave()
    gone.addEventListener('abort', leave, { once: true })
    const crew: Crew = { threads: this.pool.threads, run: (job, task) => this.pool.run(job, task, ending.signal) }
    try {
      return await work(crew)
    } finally {
      gone.removeEventListener('abort', leave)
      for (const timer of timers) clearTimeout(timer)
      this.handOn()
    }
  }

  /** Throws a WorkError where a question would be sent away at once. */
  holdRoom(): void {
    const { waiting } = this.options
    const isFull = this.taken >= this.pool.threads && this.line.length >= waiting
    if (isFull) throw busy(`${inThousands(this.taken)} are worked on and ${inThousands(waiting)} wait`)
  }

  /** Ends the threads, once what they do is done. */
  async close(): Promise<void> {
    await this.pool.close()
  }

  private async turn(gone: AbortSignal): Promise<void> {
    if (gone.aborted) throw goneAway()
    if (this.taken < this.pool.threads) {
      this.taken += 1
      return
    }
    this.holdRoom()
    let timer: NodeJS.Timeout | undefined
    let leave = () => {}
    try {
      await new Promise<void>((resolve, reject) => {
        const place = { begin: resolve }
        const giveUp = (error: WorkError) => {
          const at = this.line.indexOf(place)
          if (at === -1) return
          this.line.splice(at, 1)
          reject(error)
        }
        this.line.push(place)
        timer = setTimeout(() => giveUp(busy(`none of those before it was done in ${longestWait} seconds`)), longestWait * 1000)
        leave = () => giveUp(goneAway())
        gone.addEventListener('abort', leave, { once: true })
      })
    } finally {
      clearTimeout(timer)
      gone.removeEventListener('abort', leave)
    }
  }

  private handOn(): void {
    const next = this.line.shift()
    if (next === undefined) this.taken -= 1
    else next.begin()
  }
}

function busy(why: string): WorkError {
  return new WorkError('busy', `The service has as many long questions as it takes: ${why}. Ask again in a while.`)
}

function goneAway(): WorkError {
  return new WorkError('gone', 'Whoever asked has gone.')
}
