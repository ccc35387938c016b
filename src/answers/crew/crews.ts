import { type Crew, type PoolOptions, WorkerPool } from '../../uncertainty/worker-pool.ts'
import { type Ended, uncarried } from './carried.ts'
import * as jobs from './jobs.ts'

/** The name of a job. */
export type Job = keyof typeof jobs

/** A crew of threads that does the jobs of answers, or those of another module that has them too. */
export function threadedCrew(options?: PoolOptions, jobs = new URL('./jobs.ts', import.meta.url)): WorkerPool {
  return new WorkerPool(jobs, options)
}

/** Has a crew do one job. Gives what the job gives; throws the error that it ended with. */
export async function askCrew(crew: Crew, job: Job, task: unknown): Promise<unknown> {
  return uncarried((await crew.run(job, task)) as Ended)
}

/** A crew that does every job at once and here, for callers that have no others to answer. */
export const here: Crew = {
  threads: 1,
  run: async (job, task) => await (jobs as unknown as Record<string, (task: unknown) => Promise<Ended>>)[job]?.(task),
}
