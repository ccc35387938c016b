import type { FastifyInstance } from 'fastify'
import { assurancePage } from '../../assurance/page.ts'
import results from '../../assurance/results.json' with { type: 'json' }
import type { Results } from '../../assurance/results.ts'
import { sourceHash } from '../../assurance/source-hash.ts'
import type { Service } from '../service.ts'

/** The page holds all it needs: it may load nothing, from here or elsewhere. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** GET /docs/assurance: what was checked, how, and with what result. */
export function assuranceRoute(app: FastifyInstance, { model }: Service): void {
  let page: string | undefined
  app.get('/docs/assurance', { schema: { hide: true } }, async (_request, reply) => {
    page ??= assurancePage(results as Results, model, sourceHash())
    return reply.header('content-security-policy', contentPolicy).type('text/html; charset=utf-8').send(page)
  })
}
