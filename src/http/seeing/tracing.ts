import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Span, type SpanFacts, within } from './spans.ts'
import { type Caller, readTraceparent } from './traceparent.ts'
import { leaving, routeOf } from './watched-requests.ts'

/** Where traces go. */
export interface Tracing {
  /** Begins the span of a request, a part of its caller's trace where it says one. */
  request: (facts: SpanFacts, caller: Caller | undefined) => NamedSpan
  /** How many spans did not arrive. */
  lost: () => number
  /** Sends what is not sent yet, for a second or two at most. */
  close: () => Promise<void>
}

/** A span that is given its name when it is known. */
export interface NamedSpan extends Span {
  name: (name: string) => void
}

/** Traces every request: one span of the service, and those of the work inside it. */
export function traceRequests(app: FastifyInstance, { request: begin, close }: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Span>()
  app.addHook('onRequest', (request, reply, done) => {
    const { method } = request
    const route = routeOf(request)
    const facts = { 'http.request.method': method, 'http.route': route, 'cashable.request_id': request.id }
    const span = begin(facts, readTraceparent(request.headers.traceparent))
    span.name(`${method} ${route}`)
    spans.set(request, span)
    const hasLeft = leaving(reply)
    // This comes whether the answer left or its caller went away.
    reply.raw.once('close', () => {
      const status = { 'http.response.status_code': reply.statusCode }
      span.end(hasLeft() ? status : { ...status, 'cashable.abandoned': 'yes' }, reply.statusCode >= 500)
    })
    done()
  })
  // The body has come in on the connection's turn and not on the request's, so that the span is taken up again here.
  app.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request)
    if (span === undefined) done()
    else within(span, done)
  })
  app.addHook('onClose', close)
}
