import { type Crew, WorkerPool } from '../../uncertainty/worker-pool.ts'
import type { Ended } from './carried.ts'
import * as jobs from './jobs.ts'

/** A crew of threads that does the jobs of answers. */
export function threadedCrew(threads?: number): WorkerPool {
  return new WorkerPool(new URL('./jobs.ts', import.meta.url), threads)
}

/** A crew that does every job at once and here, for callers that have no others to answer. */
export const here: Crew = {
  threads: 1,
  run: async (job, task) => (jobs as unknown as Record<string, (task: unknown) => Ended>)[job]?.(task),
}
