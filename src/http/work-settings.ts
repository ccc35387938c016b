import { type Limits, usualLimits } from '../answers/cost/limits.ts'

/** How long questions are worked on: by how many threads, for how long, with how much memory, and how many may wait. */
export interface WorkSettings {
  /** How many threads there are; as many as the machine has processors where absent. */
  threads?: number | undefined
  /** How many of them stay when there is no work; none where absent. */
  kept?: number | undefined
  /** Seconds after which a question is ended. */
  seconds: number
  /** Megabytes of the heap of each thread. */
  megabytes: number
  /** How many questions may wait for a thread. */
  waiting: number
}

/**
 * So many threads stay where nobody says otherwise: a visit of the page takes two at once, and somebody who reads it for a minute and then moves a
 * slider does not wait for them to start.
 */
const keptThreads = 2

/** What holds where nobody says otherwise. */
export const usualWork: WorkSettings = { seconds: 60, megabytes: 1024, waiting: 32 }

/** The variable of each limit, the least it may be and the most. A limit can be lowered below what the schema of a case has, and not raised above it. */
const limitVariables: Readonly<Record<keyof Limits, readonly [name: string, least: number, most: number]>> = {
  bodyBytes: ['LIMIT_BODY_BYTES', 1024, 16 * 1024 * 1024],
  depth: ['LIMIT_DEPTH', 10, 64],
  months: ['LIMIT_MONTHS', 12, 360],
  interventions: ['LIMIT_INTERVENTIONS', 1, 20],
  lines: ['LIMIT_LINES', 1, 1800],
  draws: ['LIMIT_DRAWS', 100, 1_000_000],
  batchRows: ['LIMIT_BATCH_ROWS', 1, 20_000],
  operations: ['LIMIT_OPERATIONS', 10_000, 100_000_000],
  totalOperations: ['LIMIT_TOTAL_OPERATIONS', 10_000, 1_000_000_000],
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the LIMIT_ variables. Throws a plain sentence where one of them makes no sense. */
export function readLimits(environment: Environment): Limits {
  const entries = Object.entries(limitVariables).map(([key, [name, least, most]]) => {
    return [key, whole(environment, name, least, most, usualLimits[key as keyof Limits])]
  })
  return Object.fromEntries(entries) as Limits
}

/** Reads the WORK_ variables. Throws a plain sentence where one of them makes no sense. */
export function readWork(environment: Environment): WorkSettings {
  return {
    threads: whole(environment, 'WORK_THREADS', 1, 256, undefined),
    kept: whole(environment, 'WORK_THREADS_KEPT', 0, 256, keptThreads),
    seconds: whole(environment, 'WORK_SECONDS', 1, 3600, usualWork.seconds),
    megabytes: whole(environment, 'WORK_MEGABYTES', 64, 65_536, usualWork.megabytes),
    waiting: whole(environment, 'WORK_QUEUE', 0, 10_000, usualWork.waiting),
  }
}

function whole<T>(environment: Environment, name: string, least: number, most: number, usual: T): number | T {
  const text = environment[name] ?? ''
  if (text === '') return usual
  if (!/^[0-9]{1,12}$/.test(text) || Number(text) < least || Number(text) > most)
    throw new Error(`${name} is a whole number from ${least} to ${most}, and not ${JSON.stringify(text)}.`)
  return Number(text)
}
