import type { FastifyInstance } from 'fastify'
import { appraise } from '../../answers/appraise.ts'
import { readCase } from '../../case/read-case.ts'
import { answerOptions, chosenFormat, sendAnswer } from '../formats.ts'
import { documented, named } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioOf, scenarioParams } from './scenario.ts'

const schema = documented({
  operationId: 'appraiseScenario',
  summary: 'Appraise a scenario of the library',
  description:
    'Appraises a built-in scenario’s central case, with any of its values set anew: ?set.<path>=value, such as ?set.interventions.fgc.warmUp.months=12. For callers that can only GET.',
  tag: 'scenarios',
  params: scenarioParams,
  query: answerOptions,
  takesOverrides: true,
  answer: { description: 'The appraisal.', content: { 'application/json': named('Answer') } },
  problems: ['malformed-url', 'unknown-scenario', 'not-acceptable', 'not-a-case', 'wrong-option', 'check-failed', 'internal'],
})

/** GET /v1/scenarios/:id/appraise.json: the answer of a scenario, with overrides. */
export function scenarioAppraiseRoute(app: FastifyInstance, service: Service): void {
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/appraise.json', { schema }, async (request, reply) => {
    const { options, overrides } = readQuery(request, answerOptions, true)
    const format = chosenFormat(request, options.format)
    const scenario = scenarioOf(service.library, request.params.id)
    const ready = readCase(JSON.stringify(scenario.case), 'json', { overrides })
    return sendAnswer(reply, appraise(ready, service), format, options.numbers)
  })
}
