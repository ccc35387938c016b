import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { dressed } from '../../assurance/looks.ts'
import { anyoneSentence } from './settings.ts'

/** The page holds all it needs: it may load nothing, from here or elsewhere. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
const page = dressed(readFileSync(new URL('../pages/access.html', import.meta.url), 'utf8')).replaceAll('{{anyone}}', anyoneSentence)

/** GET /docs/access: for whoever runs the service, how to say who may call it. */
export function accessPageRoute(app: FastifyInstance): void {
  app.get('/docs/access', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('content-security-policy', contentPolicy).type('text/html; charset=utf-8')
    return page
  })
}
