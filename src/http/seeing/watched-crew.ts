import type { Ended } from '../../answers/crew/carried.ts'
import { WorkError } from '../../uncertainty/work-error.ts'
import type { Crew, Threads, WorkerPool } from '../../uncertainty/worker-pool.ts'
import { type Meters, readCounter, readGauge } from './meters.ts'
import { begunSpan } from './spans.ts'

/** A crew that does what another does, counted and timed by job. */
export function watchedCrew(crew: WorkerPool, meters: Meters): Threads {
  let asked = 0
  readGauge(meters, 'cashable_crew_threads', 'Threads that live now.', () => crew.living)
  readGauge(meters, 'cashable_crew_threads_most', 'The most threads there may be.', () => crew.threads)
  readGauge(meters, 'cashable_crew_queue_length', 'Jobs that wait for a thread.', () => crew.waiting)
  readGauge(meters, 'cashable_crew_jobs_running', 'Jobs that threads are doing.', () => Math.max(0, asked - crew.waiting))
  readCounter(
    meters,
    'cashable_crew_threads_lost_total',
    'Threads that ended in the middle of a job and were replaced.',
    () => crew.restarts,
  )
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
      if (isBrokenOff(error)) outcome = 'lost'
      throw error
    } finally {
      asked -= 1
      time()
      meters.jobs.inc({ job, outcome })
      span.end({ 'cashable.outcome': outcome }, outcome === 'lost' || outcome === 'failed' || outcome === 'check-failed')
    }
  }
  return {
    threads: crew.threads,
    run,
    close: () => crew.close(),
    get restarts() {
      return crew.restarts
    },
  }
}

function outcomeOf({ is }: Ended): string {
  return is === 'done' ? 'done' : is === 'check' ? 'check-failed' : 'refused'
}

/** Whether a job was broken off: out of memory, its thread gone by itself, or stopped. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof WorkError
}
