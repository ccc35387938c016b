import { setTimeout as pause } from 'node:timers/promises'

const wait = 250
const punctual = 50
const patience = 10_000

/**
 * Waits until the event loop has read what lies in its sockets: a request that has been sent and not yet read looks like an idle
 * connection, and closing would cut it off. A loop that is on time has nothing left to read.
 */
export async function caughtUp(): Promise<void> {
  const begun = performance.now()
  for (let before = begun; ; before = performance.now()) {
    await pause(wait)
    const now = performance.now()
    if (now - before < wait + punctual || now - begun > patience) return
  }
}
