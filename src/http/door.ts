import { type Server as ConnectionServer, Server as NetServer } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** A turn of the event loop in which nobody worked takes less than this, in milliseconds; and how long to look for one. */
const idleTurn = 2
const patience = 2000

/** The door of the service: where connections come in, until it is shut. */
export interface Door {
  /** Stops listening. Connections that were made before are taken first, and go on. */
  shut: () => Promise<void>
}

/**
 * Hangs the door of a service; call it before the service listens. The system makes connections by itself and keeps them in a row, from which they are
 * taken one a turn of the event loop; to stop listening cuts off all that stand there, with the requests that they have sent. So for the moment that
 * it takes to empty the row, requests wait before they are worked on, and the door is shut at the end of a turn in which nobody stood there.
 */
export function hangDoor(app: FastifyInstance): Door {
  let shutting: Promise<void> | undefined
  app.addHook('onRequest', async () => shutting)
  return {
    shut: async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      shutting = promise
      await emptied(app.server)
      // The HTTP server's own way would also cut off connections whose first request has not been read.
      NetServer.prototype.close.call(app.server)
      shutting = undefined
      resolve()
    },
  }
}

/** Waits for the end of a short turn in which no connection came. */
async function emptied(server: ConnectionServer): Promise<void> {
  let arrivals = 0
  const arrived = () => {
    arrivals += 1
  }
  server.on('connection', arrived)
  const begun = performance.now()
  for (let before = begun; before - begun < patience; before = performance.now()) {
    const seen = arrivals
    await new Promise((resolve) => setImmediate(resolve))
    if (arrivals === seen && performance.now() - before < idleTurn) break
  }
  server.off('connection', arrived)
}
