import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** GET /openapi.json, and /docs to read it and try it. The pages hold everything they need and fetch nothing from elsewhere. */
export async function documentsRoutes(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, uiConfig: { validatorUrl: null, deepLinking: true } })
}
