import type { FastifyInstance, FastifyReply } from 'fastify'
import Type from 'typebox'
import { priceOfSensitivity } from '../../answers/cost/price.ts'
import { usualMeasure } from '../../answers/sensitivity.ts'
import type { ReadCase } from '../../case/read-case.ts'
import type { NumberForm } from '../../formats/json.ts'
import { postedCase } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { acceptsJson, numbersOption, sendJson } from '../formats.ts'
import { askThreads } from '../long-work.ts'
import { documented, named, problemsOfNamed, problemsOfPosted } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const options = Type.Object(
  {
    measure: Type.Optional(
      Type.String({
        description: `the figure that is looked at: a figure of the headline, such as netCashable or npv, or the id of a line, with @2026-27 for one year of it; ${usualMeasure} where absent`,
        examples: [usualMeasure],
      }),
    ),
    numbers: numbersOption,
  },
  { additionalProperties: false },
)

const about =
  'How much one figure moves with every assumption: its slope at the centre, by one unit and by one per cent, with its rank, and what binds where a fall and a rise do different things; and the figure with each assumption at either end of its range, the longest swing first. A slope holds for small changes, and a swing for one assumption at a time.'
const answer = { description: 'The slopes and swings.', content: { 'application/json': named('Sensitivity') } }

const schema = documented({
  operationId: 'sensitivity',
  summary: 'What matters most in a case',
  description: about,
  tag: 'appraisal',
  query: options,
  body: examplesByType,
  takesFiles: true,
  answer,
  problems: [...problemsOfPosted, 'unknown-line', 'unknown-period'],
})

const scenarioSchema = documented({
  operationId: 'scenarioSensitivity',
  summary: 'What matters most in a scenario of the library',
  description: `${about} Any of the scenario’s values may be set anew: ?set.<path>=value.`,
  tag: 'scenarios',
  params: scenarioParams,
  query: options,
  takesOverrides: true,
  answer,
  problems: [...problemsOfNamed, 'unknown-line', 'unknown-period'],
})

/** POST /v1/sensitivity and GET /v1/scenarios/:id/sensitivity: what every assumption does to one figure. */
export function sensitivityRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/sensitivity', { schema }, async (request, reply) => {
    const { measure = usualMeasure, numbers } = readQuery(request, options).options
    acceptsJson(request)
    return sendJson(reply, await found(service, reply, await postedCase(request, reply, service), { measure }, numbers))
  })
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/sensitivity', { schema: scenarioSchema }, async (request, reply) => {
    const { options: given, overrides } = readQuery(request, options, true)
    acceptsJson(request)
    const ready = readScenarioCase(service, request.params.id, overrides)
    return sendJson(reply, await found(service, reply, ready, { measure: given.measure ?? usualMeasure }, given.numbers))
  })
}

/** Has the threads look, so that others are answered meanwhile. */
function found(service: Service, reply: FastifyReply, ready: ReadCase, asked: object, numbers: NumberForm = 'strings') {
  priceOfSensitivity(ready, service.limits)
  return askThreads(service, reply, 'sensitivityOf', { ready, model: service.model, numbers, ...asked })
}
