import type { FastifyInstance, FastifyReply } from 'fastify'
import Type, { type Static } from 'typebox'
import {
  budgetBases,
  drawsOf,
  fewestDraws,
  mostDraws,
  rankings,
  usualBasis,
  usualDraws,
  usualMeasure,
  usualSeed,
} from '../../answers/choosing/asked.ts'
import { mostToTryAll } from '../../answers/choosing/looked-at.ts'
import { priceOfChoice } from '../../answers/cost/price.ts'
import { choice } from '../../case/quantity.ts'
import type { ReadCase } from '../../case/read-case.ts'
import { postedCase } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { acceptsJson, numbersOption, sendJson } from '../formats.ts'
import { askThreads } from '../long-work.ts'
import { documented, named, problemsOfNamed, problemsOfPosted } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const text = (description: string) => Type.Optional(Type.String({ description }))
const options = Type.Object(
  {
    measure: text(
      `what the best package has most of: npv, netCashable, cashable, netAvoided, demand.<id>.entriesAvoided, position.gap@<year>; ${usualMeasure} where absent`,
    ),
    budget: text('the most that a package may take, in pounds; no limit where absent'),
    budgetOn: Type.Optional(choice(budgetBases, 'what the budget is a limit on', usualBasis)),
    rankBy: Type.Optional(
      choice(rankings, 'by the point answer of the measure, or by the value it falls short of in one draw of ten', 'central'),
    ),
    draws: text(`how many draws, from ${fewestDraws} to ${mostDraws}; ${usualDraws} where absent`),
    seed: text(`the seed of the draws: the same seed gives the same answer; ${usualSeed} where absent`),
    numbers: numbersOption,
  },
  { additionalProperties: false },
)

const about = `Chooses the package of interventions with the highest measure that a budget allows, from all there are (up to ${mostToTryAll} interventions; beyond, a search with a stated gap), with the packages behind it, the efficient frontier and how often each is the best over the draws of the ranges. The winners are appraised exactly.`
const answer = { description: 'The choice.', content: { 'application/json': named('Choice') } }

const schema = documented({
  operationId: 'choose',
  summary: 'Choose the best package under a budget',
  description: about,
  tag: 'appraisal',
  query: options,
  body: examplesByType,
  takesFiles: true,
  answer,
  problems: [...problemsOfPosted, 'unknown-line', 'unknown-period'],
})

const scenarioSchema = documented({
  operationId: 'chooseScenario',
  summary: 'Choose the best package of a scenario of the library',
  description: `${about} Any of the scenario’s values may be set anew: ?set.<path>=value.`,
  tag: 'scenarios',
  params: scenarioParams,
  query: options,
  takesOverrides: true,
  answer,
  problems: [...problemsOfNamed, 'unknown-line', 'unknown-period'],
})

/** POST /v1/choose and GET /v1/scenarios/:id/choose: the best package under a budget. */
export function chooseRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/choose', { schema }, async (request, reply) => {
    const { options: given } = readQuery(request, options)
    acceptsJson(request)
    const ready = await postedCase(request, reply, service)
    return sendJson(reply, await chosen(ready, given, reply, service))
  })
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/choose', { schema: scenarioSchema }, async (request, reply) => {
    const { options: given, overrides } = readQuery(request, options, true)
    acceptsJson(request)
    const ready = readScenarioCase(service, request.params.id, overrides)
    return sendJson(reply, await chosen(ready, given, reply, service))
  })
}

/** Has the threads choose, so that others are answered meanwhile. Throws an OptionError for what cannot be. */
function chosen(ready: ReadCase, given: Static<typeof options>, reply: FastifyReply, service: Service) {
  const { numbers = 'strings', ...asked } = given
  priceOfChoice(ready, drawsOf(asked.draws), service.limits)
  return askThreads(service, reply, 'choiceOf', { ready, model: service.model, numbers, options: asked })
}
