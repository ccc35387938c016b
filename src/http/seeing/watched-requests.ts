import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { logAnswer } from '../request-log.ts'
import type { Meters } from './meters.ts'

/** Counts and times every request of the service. */
export function watchRequests(app: FastifyInstance, meters: Meters): void {
  app.addHook('onRequest', (request, reply, done) => {
    meters.inFlight.inc()
    const hasLeft = leaving(reply)
    // Where the caller goes away there is no end of the answer, but always one of the connection's turn.
    reply.raw.once('close', () => {
      meters.inFlight.dec()
      if (hasLeft()) return
      meters.abandoned.inc({ route: routeOf(request) })
      request.log.info(
        { method: request.method, route: routeOf(request), milliseconds: Math.round(reply.elapsedTime * 10) / 10 },
        'abandoned',
      )
    })
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    countAnswer(meters, request, reply)
    done()
  })
}

/** Tells whether an answer has left. Its end comes before that of the connection's turn, and hooks that wait for it may come after both. */
export function leaving({ raw }: FastifyReply): () => boolean {
  let left = false
  raw.once('finish', () => {
    left = true
  })
  return () => left
}

/** Counts and logs the answer to a request that reached no route, for which no hook runs. */
export function watchRouteless(meters: Meters, request: FastifyRequest, reply: FastifyReply): void {
  countAnswer(meters, request, reply)
  logAnswer(request, reply)
}

/** The pattern of a request's route; `none` where it has none. An address would be without end, and may hold values of a case. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none'
}

function countAnswer({ requests, seconds }: Meters, request: FastifyRequest, reply: FastifyReply): void {
  const { method } = request
  const route = routeOf(request)
  requests.inc({ method, route, status: reply.statusCode })
  seconds.observe({ method, route }, reply.elapsedTime / 1000)
}
