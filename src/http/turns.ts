import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { HttpProblem } from './problem.ts'

/** How long a request may have to wait for its turn, in milliseconds: the cells of a spreadsheet come all at once, and do not ask again. */
export const longestTurn = 3000

/** How much the last turn counts in what a turn usually takes. */
const weightOfLast = 0.2

/**
 * Lets requests work one after the other, with the event loop free between any two, and sends away those that would wait too long: a
 * refusal that comes at once can be tried again, an answer that comes too late has kept others waiting for nothing.
 */
export class Turns {
  private readonly longestWait: number
  private readonly now: () => number
  private readonly queue: (() => void)[] = []
  private usual = 0
  private isRunning = false
  private sentAway = 0

  /** `longestWait` is how long somebody may have to wait, in milliseconds; `now` is a clock that never goes back. */
  constructor(longestWait: number, now: () => number = () => performance.now()) {
    this.longestWait = longestWait
    this.now = now
  }

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.queue.length
  }

  /** How many requests have been sent away. */
  get refused(): number {
    return this.sentAway
  }

  /** Resolves when it is the caller's turn; what follows without a pause is the turn. Throws an HttpProblem where the wait would be too long. */
  async take(): Promise<void> {
    const wait = this.queue.length * this.usual
    if (wait > this.longestWait) {
      this.sentAway++
      throw tooBusy(wait)
    }
    const turn = new Promise<void>((resolve) => this.queue.push(resolve))
    if (!this.isRunning) void this.run()
    await turn
  }

  private async run(): Promise<void> {
    this.isRunning = true
    for (let begin = this.queue.shift(); begin !== undefined; begin = this.queue.shift()) {
      const began = this.now()
      begin()
      await nextTurn()
      this.usual += weightOfLast * (this.now() - began - this.usual)
    }
    this.isRunning = false
  }
}

/** Whether a request asks for something to be worked out; all others are answered at once. */
export function isQuestion({ routeOptions }: FastifyRequest): boolean {
  return /^\/($|v1\/|page\/(chance|case|download))/.test(routeOptions.url ?? '')
}

function tooBusy(wait: number): HttpProblem {
  const seconds = Math.max(1, Math.ceil(wait / 1000))
  const detail = `More is asked than can be answered: a turn would come in about ${Math.round(wait)} milliseconds. Ask again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`
  return new HttpProblem('busy', detail, { headers: { 'retry-after': String(seconds) } })
}
