import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import type { ReadyCase } from '../../answers/appraise.ts'
import { priceOfSimulation } from '../../answers/cost/price.ts'
import { type SimulationProgress, simulate } from '../../answers/simulate.ts'
import { fewestDraws, mostDraws, type SimulationAsked, usualSimulation } from '../../answers/simulation/asked.ts'
import { choice } from '../../case/quantity.ts'
import { samplings } from '../../uncertainty/sampling.ts'
import { acceptable } from '../accept.ts'
import { postedCase } from '../body.ts'
import { goneSignal } from '../client-gone.ts'
import { problemOf } from '../errors.ts'
import { eventStreamType, sendEvents } from '../event-stream.ts'
import { examplesByType } from '../examples.ts'
import { numbersOption, sendJson } from '../formats.ts'
import { documented, named, problemsOfNamed, problemsOfPosted } from '../operation.ts'
import { shortText, wholeNumber } from '../option-values.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const options = Type.Object(
  {
    draws: Type.Optional(
      Type.Integer({
        minimum: fewestDraws,
        maximum: mostDraws,
        default: usualSimulation.draws,
        description: 'how many times every range is drawn',
      }),
    ),
    seed: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        default: usualSimulation.seed,
        description: 'any text: the same seed gives the same draws',
      }),
    ),
    sampling: Type.Optional(
      choice(samplings, 'each draw on its own, or Latin hypercube in blocks of 1,024, whose means are steadier', usualSimulation.sampling),
    ),
    measure: Type.Optional(
      Type.String({
        default: usualSimulation.measure,
        description: 'the measure whose drivers are looked for: a figure of the headline, or the id of a line that is one number',
      }),
    ),
    drivers: Type.Optional(choice(['yes', 'no'], 'whether to look for the drivers, which takes longer than the draws', 'yes')),
    numbers: numbersOption,
  },
  { additionalProperties: false },
)

const about =
  'Draws every range of the case many times and says what becomes of every headline measure: mean, spread, quantiles, histogram; how likely it is that the package pays; the fan of cumulative cash by year; which ranges the spread comes from; and how much less the package is spread than its parts. The same case, draws, seed, sampling and version give the same bytes. Accept: text/event-stream tells of progress while it runs, with the events progress, answer and problem.'
const answer = {
  description: 'The simulation.',
  content: {
    'application/json': named('Simulation'),
    [eventStreamType]: Type.String({ description: 'Events: progress ({ done, of } in draws), then answer (the simulation) or problem.' }),
  },
}

const schema = documented({
  operationId: 'simulate',
  summary: 'Simulate a case',
  description: about,
  tag: 'appraisal',
  query: options,
  body: examplesByType,
  takesFiles: true,
  answer,
  problems: [...problemsOfPosted, 'unknown-line', 'unknown-period'],
})
const scenarioSchema = documented({
  operationId: 'simulateScenario',
  summary: 'Simulate a scenario of the library',
  description: `${about} Any of the scenario’s values may be set anew: ?set.<path>=value.`,
  tag: 'scenarios',
  params: scenarioParams,
  query: options,
  takesOverrides: true,
  answer,
  problems: [...problemsOfNamed, 'unknown-line', 'unknown-period'],
})

/** POST /v1/simulate and GET /v1/scenarios/:id/simulate: what becomes of a case whose assumptions are ranges. */
export function simulateRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/simulate', { schema }, async (request, reply) => {
    const { options: given } = readQuery(request, options)
    const asked = askedBy(given)
    const form = formAsked(request)
    return send(request, reply, service, { ready: await postedCase(request, reply, service), asked, given, form })
  })
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/simulate', { schema: scenarioSchema }, async (request, reply) => {
    const { options: given, overrides } = readQuery(request, options, true)
    const asked = askedBy(given)
    const form = formAsked(request)
    return send(request, reply, service, { ready: readScenarioCase(service, request.params.id, overrides), asked, given, form })
  })
}

type Given = Static<typeof options>

function askedBy({ draws, seed, sampling, measure, drivers }: Given): SimulationAsked {
  return {
    draws: wholeNumber('draws', draws as string | undefined, usualSimulation.draws, fewestDraws, mostDraws),
    seed: shortText('seed', seed, usualSimulation.seed),
    sampling: sampling ?? usualSimulation.sampling,
    measure: shortText('measure', measure, usualSimulation.measure),
    drivers: drivers !== 'no',
  }
}

function formAsked(request: FastifyRequest): string {
  return acceptable(request.headers.accept, ['application/json', eventStreamType])
}

interface Question {
  ready: ReadyCase
  asked: SimulationAsked
  given: Given
  form: string
}

async function send(request: FastifyRequest, reply: FastifyReply, service: Service, { ready, asked, given, form }: Question) {
  const gone = goneSignal(reply)
  const { model, crew, limits } = service
  priceOfSimulation(ready, asked.draws, asked.drivers, limits)
  const made = (progress?: (done: SimulationProgress) => void) =>
    crew.take(gone, (threads) =>
      simulate(ready, asked, { crew: threads, model, numbers: given.numbers ?? 'strings', signal: gone, ...(progress && { progress }) }),
    )
  if (form !== eventStreamType) return sendJson(reply, await made())
  crew.holdRoom()
  return sendEvents(reply, async (tell) => {
    try {
      return { event: 'answer', data: await made((progress) => tell({ event: 'progress', data: progress })) }
    } catch (error) {
      return { event: 'problem', data: problemOf(error, request) }
    }
  })
}
