import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** How long nothing must come in, in milliseconds; how late a timer may be that was not held up; and when to stop waiting. */
const quiet = 250
const punctual = 50
const patience = 10_000

/**
 * Waits until a server has read what lies in its sockets. A request that has been sent and not yet read looks like an idle connection,
 * and closing would cut it off; connections are taken one a turn, so that many may lie there while the server is at work.
 */
export async function caughtUp(server: Server): Promise<void> {
  let arrivals = 0
  const arrived = () => {
    arrivals += 1
  }
  server.on('connection', arrived).on('request', arrived)
  const begun = performance.now()
  for (let before = begun, seen = -1; before - begun < patience; before = performance.now()) {
    if (seen === arrivals) break
    seen = arrivals
    await pause(quiet)
    if (performance.now() - before > quiet + punctual) seen = -1
  }
  server.off('connection', arrived).off('request', arrived)
}
