import type { FastifyInstance } from 'fastify'
import type { ModelVersion } from '../../answers/model-version.ts'
import { BundleFolder } from './bundle-folder.ts'
import { alertOfChecks } from './check-alert.ts'
import { meterLoopDelay } from './loop-delay.ts'
import { type Meters, meterProcess, newMeters, readCounter, readGauge } from './meters.ts'
import { type Tracing, traceRequests } from './tracing.ts'
import { watchRequests } from './watched-requests.ts'

/** How the service is seen to run, besides its log and its meters. */
export interface SeeingOptions {
  /** The folder in which failed checks are kept with their cases; none where absent. */
  checkBundles?: string | undefined
  /** Where traces go; nowhere where absent. */
  tracing?: Tracing | undefined
  /** How many lines of the log could not be written. */
  logLinesLost?: () => number
}

/** Makes a service seen: meters, alerts and traces. Call it before the routes. */
export function seeService(app: FastifyInstance, model: ModelVersion, isReady: () => boolean, options: SeeingOptions): Meters {
  const { checkBundles, tracing, logLinesLost = () => 0 } = options
  const meters = newMeters(model)
  if (tracing !== undefined) traceRequests(app, tracing)
  watchRequests(app, meters)
  meterLoopDelay(app, meters)
  // What collects them can not be stopped again: it belongs to the process, which is the service's own once it listens.
  app.addHook('onListen', async () => meterProcess(meters))
  alertOfChecks(app, meters, model, checkBundles === undefined ? undefined : new BundleFolder(checkBundles))
  readGauge(meters, 'cashable_ready', '1 while the service takes work, 0 from the moment it begins to stop.', () => Number(isReady()))
  readGauge(meters, 'cashable_log_lines_lost', 'Lines of the log that could not be written.', logLinesLost)
  readGauge(meters, 'cashable_spans_lost', 'Spans of traces that did not reach the collector.', () => tracing?.lost() ?? 0)
  return meters
}

/** Measures the library: how many scenarios are served, and how many files are not. */
export function meterLibrary(meters: Meters, { scenarios, leftOut }: { scenarios: readonly unknown[]; leftOut: readonly unknown[] }): void {
  readGauge(meters, 'cashable_scenarios', 'Scenarios of the library that are served.', () => scenarios.length)
  readGauge(meters, 'cashable_scenarios_left_out', 'Files of the library that cannot be served.', () => leftOut.length)
}

/** Measures who may call: whether the file of keys could be read. */
export function meterGuard(meters: Meters, { keysAreRead }: { keysAreRead: () => boolean }): void {
  const help = '1 while the file of keys can be read, or there is none; 0 while the keys from before hold.'
  readGauge(meters, 'cashable_keys_read', help, () => Number(keysAreRead()))
}

/** Measures the desk: how many long questions are worked on, and how many wait. */
export function meterDesk(meters: Meters, desk: { readonly running: number; readonly queued: number }): void {
  readGauge(meters, 'cashable_questions_running', 'Long questions that are worked on.', () => desk.running)
  readGauge(meters, 'cashable_questions_waiting', 'Long questions that wait for their turn.', () => desk.queued)
}

/** Measures the turns of what is answered on the main thread: how many wait, and how many were sent away. */
export function meterTurns(meters: Meters, turns: { readonly waiting: number; readonly refused: number }): void {
  readGauge(meters, 'cashable_turns_waiting', 'Requests that wait for their turn on the main thread.', () => turns.waiting)
  readCounter(
    meters,
    'cashable_turns_refused_total',
    'Requests sent away because their turn would have come too late.',
    () => turns.refused,
  )
}
