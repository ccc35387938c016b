import type { FastifyInstance } from 'fastify'
import { documented, named } from '../operation.ts'
import type { Service } from '../service.ts'

const schema = documented({
  operationId: 'getVersion',
  summary: 'Show the version',
  description:
    'Answers what every answer carries as its model: the versions of the program, the method and the built-in figures; and how large a question may be.',
  tag: 'service',
  answer: { description: 'The versions.', content: { 'application/json': named('Version') } },
  problems: [],
})

/** GET /version: what made the answers, and how large a question may be. */
export function versionRoute(app: FastifyInstance, { model, limits }: Service): void {
  app.get('/version', { schema }, async () => ({ ...model, limits }))
}
