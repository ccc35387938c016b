import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** What the pages may load: themselves. The plugin's own policy asks for https, which a service inside a network may not have. */
const contentPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** GET /openapi.json, and /docs to read it and try it. The pages hold everything they need and fetch nothing from elsewhere. */
export async function documentsRoutes(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentPolicy,
    theme: { title: 'Cashable' },
    uiConfig: { validatorUrl: null, deepLinking: true },
  })
}
