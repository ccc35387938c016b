import type { FastifyInstance, FastifyReply } from 'fastify'
import Type, { type Static } from 'typebox'
import type { BreakEvenAsked } from '../../answers/break-even.ts'
import { priceOfBreakEven } from '../../answers/cost/price.ts'
import { usualMeasure } from '../../answers/sensitivity.ts'
import type { ReadCase } from '../../case/read-case.ts'
import type { NumberForm } from '../../formats/json.ts'
import { postedCase } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { acceptsJson, numbersOption, sendJson } from '../formats.ts'
import { askThreads } from '../long-work.ts'
import { documented, named, problemsOfNamed, problemsOfPosted } from '../operation.ts'
import { HttpProblem } from '../problem.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const options = Type.Object(
  {
    path: Type.String({
      description:
        'the quantity whose value is sought: interventions.fgc.effects.care.reduction, or fgc.care.reduction, the names of lists left out; it may have a range, be a built-in figure or a default',
      examples: ['interventions.fgc.costs.team.amount'],
    }),
    measure: Type.Optional(
      Type.String({
        description: `the figure that is to reach the target: a figure of the headline, such as netCashable or npv, or the id of a line, with @2026-27 for one year of it; ${usualMeasure} where absent`,
        examples: [usualMeasure],
      }),
    ),
    target: Type.Optional(Type.String({ description: 'the target, a decimal in the unit of the figure; 0 where absent', examples: ['0'] })),
    low: Type.Optional(
      Type.String({ description: 'the lowest value to look at, a decimal in the unit of the path; the lowest legal one where absent' }),
    ),
    high: Type.Optional(Type.String({ description: 'the highest value to look at; the highest legal one where absent' })),
    numbers: numbersOption,
  },
  { additionalProperties: false },
)

const about =
  'What would have to be true: every value of one quantity at which a figure reaches a target, such as the effect at which net cash is nil (the switching value of the Green Book), with the change from the value that the case has. Where there is none, the value that comes nearest. Every value is appraised again exactly. Whole steps make jumps, which are told as jumps.'
const answer = { description: 'The values found.', content: { 'application/json': named('BreakEven') } }

const schema = documented({
  operationId: 'breakEven',
  summary: 'What would have to be true of a case',
  description: about,
  tag: 'appraisal',
  query: options,
  body: examplesByType,
  takesFiles: true,
  answer,
  problems: [...problemsOfPosted, 'unknown-line', 'unknown-period', 'unknown-path', 'not-a-quantity'],
})

const scenarioSchema = documented({
  operationId: 'scenarioBreakEven',
  summary: 'What would have to be true of a scenario of the library',
  description: `${about} Any of the scenario’s values may be set anew: ?set.<path>=value.`,
  tag: 'scenarios',
  params: scenarioParams,
  query: options,
  takesOverrides: true,
  answer,
  problems: [...problemsOfNamed, 'unknown-line', 'unknown-period', 'unknown-path', 'not-a-quantity'],
})

/** POST /v1/break-even and GET /v1/scenarios/:id/break-even: where a figure reaches a target. */
export function breakEvenRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/break-even', { schema }, async (request, reply) => {
    const { options: given } = readQuery(request, options)
    const asked = askedOf(given)
    acceptsJson(request)
    return sendJson(reply, await found(service, reply, await postedCase(request, reply, service), { asked }, given.numbers))
  })
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/break-even', { schema: scenarioSchema }, async (request, reply) => {
    const { options: given, overrides } = readQuery(request, options, true)
    const asked = askedOf(given)
    acceptsJson(request)
    const ready = readScenarioCase(service, request.params.id, overrides)
    return sendJson(reply, await found(service, reply, ready, { asked }, given.numbers))
  })
}

/** What an address asks for. Throws an HttpProblem where it names no path. */
function askedOf({ path, measure = usualMeasure, target, low, high }: Partial<Static<typeof options>>): BreakEvenAsked {
  if (path === undefined || path === '') {
    const message = 'Say which quantity is sought: ?path=interventions.fgc.costs.team.amount.'
    const expected = 'the path of a quantity, such as interventions.fgc.costs.team.amount'
    throw new HttpProblem('wrong-option', message, { errors: [{ pointer: '', path: '?path', message, got: 'nothing', expected }] })
  }
  return { path, measure, target, low, high }
}

/** Has the threads look, so that others are answered meanwhile. */
function found(service: Service, reply: FastifyReply, ready: ReadCase, asked: object, numbers: NumberForm = 'strings') {
  priceOfBreakEven(ready, service.limits)
  return askThreads(service, reply, 'breakEvenOf', { ready, model: service.model, numbers, ...asked })
}
