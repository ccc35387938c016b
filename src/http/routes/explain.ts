import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import type { NumberForm } from '../../formats/json.ts'
import { postedCase } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { acceptsJson, numbersOption, sendJson } from '../formats.ts'
import { explained } from '../long-work.ts'
import { documented, named, problemsOfNamed, problemsOfPosted } from '../operation.ts'
import { HttpProblem } from '../problem.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const options = Type.Object(
  {
    line: Type.String({
      description:
        'the id of a line, with @2026-05 or @2026-27 for one month or year: headline.npv, financial.cashable@2027-28, demand.care.stockAvoided@2027-05; why.cashable, or why.cashable@2027-28, asks why cashable is less than what is avoided; the path of an assumption, such as demand.care.stay.meanMonths, asks what it is and is for. Without a period, flows are added up over the horizon and other lines are listed by period',
      examples: ['headline.cashable'],
    }),
    numbers: numbersOption,
  },
  { additionalProperties: false },
)

const about =
  'Explains one figure of the answer: its formula in words and in figures that can be worked out again, the lines it is made of, which can be asked for in turn, the assumptions it finally rests on with their sources, and the cap, queue, growth or release rule that holds it. Cashable comes with the steps between it and what is avoided.'
const answer = { description: 'The explanation.', content: { 'application/json': named('Explanation') } }

const schema = documented({
  operationId: 'explain',
  summary: 'Explain a figure of a case',
  description: about,
  tag: 'appraisal',
  query: options,
  body: examplesByType,
  takesFiles: true,
  answer,
  problems: [...problemsOfPosted, 'unknown-line', 'unknown-period'],
})

const scenarioSchema = documented({
  operationId: 'explainScenario',
  summary: 'Explain a figure of a scenario of the library',
  description: `${about} Any of the scenario’s values may be set anew: ?set.<path>=value.`,
  tag: 'scenarios',
  params: scenarioParams,
  query: options,
  takesOverrides: true,
  answer,
  problems: [...problemsOfNamed, 'unknown-line', 'unknown-period'],
})

/** POST /v1/explain and GET /v1/scenarios/:id/explain: one figure explained. */
export function explainRoutes(app: FastifyInstance, service: Service): void {
  app.post('/v1/explain', { schema }, async (request, reply) => {
    const { line, numbers } = lineAsked(readQuery(request, options).options)
    acceptsJson(request)
    const ready = await postedCase(request, reply, service)
    return sendJson(reply, await explained(service, reply, ready, line, numbers))
  })
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/explain', { schema: scenarioSchema }, async (request, reply) => {
    const { options: given, overrides } = readQuery(request, options, true)
    const { line, numbers } = lineAsked(given)
    acceptsJson(request)
    const ready = readScenarioCase(service, request.params.id, overrides)
    return sendJson(reply, await explained(service, reply, ready, line, numbers))
  })
}

/** The line that an address asks for. Throws an HttpProblem where it asks for none. */
function lineAsked({ line, numbers }: { line?: string; numbers?: string }): { line: string; numbers: NumberForm } {
  if (line === undefined || line === '') {
    const message = 'Say which line to explain: ?line=headline.cashable.'
    const expected = 'the id of a line, such as headline.cashable'
    throw new HttpProblem('wrong-option', message, { errors: [{ pointer: '', path: '?line', message, got: 'nothing', expected }] })
  }
  return { line, numbers: numbers === 'json' ? 'json' : 'strings' }
}
