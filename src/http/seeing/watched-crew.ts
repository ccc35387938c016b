import type { Ended } from '../../answers/crew/carried.ts'
import type { Crew, WorkerPool } from '../../uncertainty/worker-pool.ts'
import { type Meters, readGauge } from './meters.ts'
import { begunSpan } from './spans.ts'

/** A crew that does what another does, counted and timed by job. */
export function watchedCrew(crew: WorkerPool, meters: Meters): Crew {
  let asked = 0
  readGauge(meters, 'cashable_crew_threads', 'Threads that live now.', () => crew.living)
  readGauge(meters, 'cashable_crew_threads_most', 'The most threads there may be.', () => crew.threads)
  readGauge(meters, 'cashable_crew_queue_length', 'Jobs that wait for a thread.', () => crew.waiting)
  readGauge(meters, 'cashable_crew_jobs_running', 'Jobs that threads are doing.', () => Math.max(0, asked - crew.waiting))
  const run: Crew['run'] = async (job, ...rest) => {
    const time = meters.jobSeconds.startTimer({ job })
    const span = begunSpan('crew', { 'cashable.job': job })
    asked += 1
    let outcome = 'failed'
    try {
      const ended = await crew.run(job, ...rest)
      outcome = outcomeOf(ended as Ended)
      return ended
    } catch (error) {
      if (isThreadLost(error)) {
        outcome = 'lost'
        meters.threadsLost.inc()
      }
      throw error
    } finally {
      asked -= 1
      time()
      meters.jobs.inc({ job, outcome })
      span.end({ 'cashable.outcome': outcome }, outcome === 'lost' || outcome === 'failed' || outcome === 'check-failed')
    }
  }
  return { threads: crew.threads, run }
}

function outcomeOf({ is }: Ended): string {
  return is === 'done' ? 'done' : is === 'check' ? 'check-failed' : 'refused'
}

/** Whether a job ended because its thread did: out of memory, gone by itself, or stopped. */
function isThreadLost(error: unknown): boolean {
  const { code, name, message } = error as Partial<NodeJS.ErrnoException>
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || name === 'AbortError' || /^worker exited/.test(message ?? '')
}
