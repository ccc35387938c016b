import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Logs every request in one line when it has been answered. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => logAnswer(request, reply))
}

/**
 * Logs one answered request: the route's pattern rather than the address, because an address may hold values of a case, and nothing of a
 * body.
 */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  request.log.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      bytes: Number(reply.getHeader('content-length') ?? 0),
    },
    'answered',
  )
}
