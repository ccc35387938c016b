import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ModelVersion } from '../../answers/model-version.ts'

/** What the service counts and measures. Labels are names of ours only: route patterns, jobs and kinds of checks, never a value of a case. */
export interface Meters {
  registry: Registry
  requests: Counter<'method' | 'route' | 'status'>
  seconds: Histogram<'method' | 'route'>
  inFlight: Gauge
  /** Requests whose caller went away before the answer had left. */
  abandoned: Counter<'route'>
  /** Steps of the method worked out, as nodes of its graph. */
  operations: Counter
  appraisals: Counter
  jobs: Counter<'job' | 'outcome'>
  jobSeconds: Histogram<'job'>
  checkFailures: Counter<'check'>
}

/** From a millisecond, as a small case takes, to the half minute of a large simulation; 100 ms is what the service is measured by. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** The first words of the ids of checks. */
const checkKinds = ['ladder', 'attribution', 'families', 'stock', 'ledger', 'financial', 'position', 'economic', 'readers', 'choose']

/** The meters of one service, in a registry of its own, so that two services in a process count apart. */
export function newMeters({ version, method, referenceData, commit }: ModelVersion): Meters {
  const registry = new Registry()
  const registers = [registry]
  const meters: Meters = {
    registry,
    requests: new Counter({
      name: 'cashable_http_requests_total',
      help: 'Requests answered, by the pattern of their route.',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'cashable_http_request_duration_seconds',
      help: 'How long requests took to answer, by a clock that nobody can set.',
      labelNames: ['method', 'route'],
      buckets,
      registers,
    }),
    inFlight: new Gauge({ name: 'cashable_http_requests_in_flight', help: 'Requests that have come in and are not answered.', registers }),
    abandoned: new Counter({
      name: 'cashable_http_requests_abandoned_total',
      help: 'Requests whose caller went away before the answer had left.',
      labelNames: ['route'],
      registers,
    }),
    operations: new Counter({
      name: 'cashable_operations_total',
      help: 'Steps of the method worked out by appraisals on the main thread.',
      registers,
    }),
    appraisals: new Counter({ name: 'cashable_appraisals_total', help: 'Appraisals begun on the main thread.', registers }),
    jobs: new Counter({
      name: 'cashable_crew_jobs_total',
      help: 'Jobs that threads have done, by how they ended: done, refused, check-failed, lost with the thread, or failed.',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'cashable_crew_job_duration_seconds',
      help: 'How long jobs took, waiting included.',
      labelNames: ['job'],
      buckets,
      registers,
    }),
    checkFailures: new Counter({
      name: 'cashable_check_failures_total',
      help: 'Checks that failed, so that no number was given. Any is an alert.',
      labelNames: ['check'],
      registers,
    }),
  }
  // An alert watches for a rise, and there is none from nothing.
  for (const check of checkKinds) meters.checkFailures.inc({ check }, 0)
  new Gauge({
    name: 'cashable_build_info',
    help: 'Always 1: what made the answers.',
    labelNames: ['version', 'method', 'reference_data', 'commit'],
    registers,
  }).set({ version, method, reference_data: referenceData, commit }, 1)
  return meters
}

/** A gauge that is read when somebody asks. */
export function readGauge({ registry }: Meters, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read())
    },
  })
}

/** A counter that is read where it is counted, when it is asked for. */
export function readCounter({ registry }: Meters, name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset()
      this.inc(read())
    },
  })
}

/** The meters of the process: memory, processor, garbage, open files and the delay of the event loop. They are one process's, and run as long as it does. */
export function meterProcess({ registry }: Meters): void {
  collectDefaultMetrics({ register: registry })
}
