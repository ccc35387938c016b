import type { FastifyInstance } from 'fastify'
import type { Meters } from '../seeing/meters.ts'

/**
 * GET /metrics: what the service counts and measures, in Prometheus's own form. It is left out of the OpenAPI document, which is for callers with
 * cases: its reader is a scraper, its form is not ours, and what is measured may change with any version.
 */
export function metricsRoute(app: FastifyInstance, { registry }: Meters): void {
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const text = await registry.metrics()
    return reply.type(registry.contentType).header('cache-control', 'no-store').send(text)
  })
}
