import type { FastifyInstance, FastifyReply } from 'fastify'
import Type from 'typebox'
import type { Overrides } from '../../case/overrides.ts'
import type { Scenario } from '../../case/scenario.ts'
import type { NumberForm } from '../../formats/json.ts'
import { textBody } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { acceptsJson, numbersOption, sendJson } from '../formats.ts'
import type { PostedText } from '../jobs.ts'
import { askThreads } from '../long-work.ts'
import { documented, named, problemsOfWork } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioOf, scenarioParams } from './scenario.ts'

const options = Type.Object({ numbers: numbersOption }, { additionalProperties: false })

const about =
  'Puts doing nothing, the central case and every variant side by side: headline, net cash and budget gap by year, payback and checks, each with its difference from the central case and a sentence about what the variant changes. Every column is a full appraisal.'
const answer = { description: 'The comparison.', content: { 'application/json': named('Comparison') } }

const schema = documented({
  operationId: 'compare',
  summary: 'Compare a scenario’s variants',
  description: `${about} A case without variants is compared with doing nothing alone.`,
  tag: 'appraisal',
  query: options,
  body: examplesByType,
  answer,
  problems: [
    'not-json',
    'not-yaml',
    'not-text',
    'empty-body',
    'malformed-url',
    'malformed-request',
    'not-acceptable',
    'body-too-large',
    'unsupported-media-type',
    'unsupported-charset',
    'unsupported-encoding',
    'not-a-case',
    'wrong-extends',
    'wrong-variant',
    'wrong-option',
    ...problemsOfWork,
    'check-failed',
    'internal',
  ],
})

const scenarioSchema = documented({
  operationId: 'compareScenario',
  summary: 'Compare the variants of a scenario of the library',
  description: `${about} Values may be set anew for all of them: ?set.<path>=value.`,
  tag: 'scenarios',
  params: scenarioParams,
  query: options,
  takesOverrides: true,
  answer,
  problems: [
    'malformed-url',
    'unknown-scenario',
    'not-acceptable',
    'not-a-case',
    'wrong-path',
    'wrong-option',
    ...problemsOfWork,
    'check-failed',
    'internal',
  ],
})

/** POST /v1/compare and GET /v1/scenarios/:id/compare: variants side by side. */
export function compareRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/compare', { schema }, async (request, reply) => {
    const { numbers } = readQuery(request, options).options
    acceptsJson(request)
    const posted = { ...textBody(request), texts: service.library.texts, limits: service.limits }
    return sendJson(reply, await compared(service, reply, posted, {}, numbers))
  })
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/compare', { schema: scenarioSchema }, async (request, reply) => {
    const { options: given, overrides } = readQuery(request, options, true)
    acceptsJson(request)
    const scenario = scenarioOf(service.library, request.params.id)
    return sendJson(reply, await compared(service, reply, scenario, overrides, given.numbers))
  })
}

/** Has the threads read and compare, so that others are answered meanwhile: each of up to a hundred variants is a case to be judged. */
function compared(
  service: Service,
  reply: FastifyReply,
  scenario: Scenario | PostedText,
  overrides: Overrides,
  numbers: NumberForm = 'strings',
) {
  const { model, limits } = service
  return askThreads(service, reply, 'comparisonOf', { scenario, overrides, model, numbers, limits })
}
