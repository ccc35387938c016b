import type { FastifyInstance, FastifyReply } from 'fastify'
import Type from 'typebox'
import { type Compared, compare } from '../../answers/compare.ts'
import { readScenario } from '../../case/scenario.ts'
import { type NumberForm, rendered, type Unrendered } from '../../formats/json.ts'
import { textBody } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { acceptsJson, numbersOption } from '../formats.ts'
import { documented, named } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { unplaced } from '../unplaced.ts'
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
  problems: ['malformed-url', 'unknown-scenario', 'not-acceptable', 'not-a-case', 'wrong-path', 'wrong-option', 'check-failed', 'internal'],
})

/** POST /v1/compare and GET /v1/scenarios/:id/compare: variants side by side. */
export function compareRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/compare', { schema }, async (request, reply) => {
    const { numbers } = readQuery(request, options).options
    acceptsJson(request)
    const { text, format } = textBody(request)
    return send(reply, compare(readScenario(text, format, { load: service.library.load }), {}, service), numbers)
  })
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/compare', { schema: scenarioSchema }, async (request, reply) => {
    const { options: given, overrides } = readQuery(request, options, true)
    acceptsJson(request)
    const scenario = scenarioOf(service.library, request.params.id)
    return send(
      reply,
      unplaced(() => compare(scenario, overrides, service)),
      given.numbers,
    )
  })
}

function send(reply: FastifyReply, compared: Compared, numbers: NumberForm = 'strings'): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(rendered(compared as unknown as Unrendered, numbers)))
}
