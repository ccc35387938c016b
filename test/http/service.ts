import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, buildApp } from '../../src/http/app.ts'

/** The version that tests give the service. */
export const model = { name: 'cashable', version: '0.0.0', method: '1', referenceData: '2026-11', commit: 'test' }

/** The library that is shipped. */
export const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url))

/** The service as production builds it, and closed when the test ends. */
export async function service(t: { teardown: (work: () => unknown) => void }, options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const app = await buildApp({ model, scenarios, ...options })
  t.teardown(() => app.close())
  return app
}

/** Posts a case as JSON. */
export function postCase(app: FastifyInstance, given: unknown, query = '') {
  const payload = typeof given === 'string' ? given : JSON.stringify(given)
  return app.inject({ method: 'POST', url: `/v1/appraise${query}`, headers: { 'content-type': 'application/json' }, payload })
}

/** The smallest useful case. */
export const smallest = {
  start: '2026-04',
  years: 5,
  demand: [
    {
      id: 'care',
      entriesPerYear: 100,
      stay: { kind: 'geometric', meanMonths: 24 },
      costs: [{ id: 'place', amount: 1500, per: 'week', release: { action: 'end contracts', owner: 'head of placements' } }],
    },
  ],
  interventions: [
    {
      id: 'fgc',
      warmUp: { months: 6 },
      referrals: { perMonth: 10 },
      effects: [{ demand: 'care', risk: 0.448, windowMonths: 12, reduction: 0.192 }],
      costs: [{ id: 'team', amount: 300000, per: 'year' }],
    },
  ],
}
