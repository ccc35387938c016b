import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { documented, named } from '../operation.ts'
import { HttpProblem } from '../problem.ts'
import type { Service } from '../service.ts'

/** A sign of life. */
export const Health = Type.Object(
  { status: Type.String({ enum: ['live', 'ready'], description: 'live: the process answers; ready: it takes work' }) },
  { $id: 'Health', additionalProperties: false, description: 'How the service is.' },
)
const answer = { description: 'It is.', content: { 'application/json': named('Health') } }

/** GET /health/live and /health/ready: for whoever watches over the service. They take any options and any Accept. */
export function healthRoutes(app: FastifyInstance, { isReady }: Service): void {
  const live = { operationId: 'isLive', summary: 'Is the process alive?', description: 'Answers as long as the process does.' } as const
  app.get('/health/live', { schema: documented({ ...live, tag: 'service', answer, problems: [] }) }, async () => ({ status: 'live' }))

  const ready = {
    operationId: 'isReady',
    summary: 'Does the service take work?',
    description: 'Answers 503 while the service stops.',
  } as const
  app.get('/health/ready', { schema: documented({ ...ready, tag: 'service', answer, problems: ['not-ready'] }) }, async () => {
    if (!isReady()) throw new HttpProblem('not-ready', 'The service is stopping and takes no new work.')
    return { status: 'ready' }
  })
}
