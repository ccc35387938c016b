import type { FastifyInstance } from 'fastify'
import Type, { type TObject } from 'typebox'
import { appraise } from '../../answers/appraise.ts'
import { CaseError } from '../../case/problem.ts'
import { readCase } from '../../case/read-case.ts'
import { type AnswerFormat, formats, numbersOption, sendAnswer } from '../formats.ts'
import { documented } from '../operation.ts'
import { noOptions, readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioOf, scenarioParams } from './scenario.ts'

const description =
  'Appraises a built-in scenario’s central case, with any of its values set anew: ?set.<path>=value, such as ?set.interventions.fgc.warmUp.months=12. For callers that can only GET.'
const jsonOptions = Type.Object({ numbers: numbersOption }, { additionalProperties: false })

/** GET /v1/scenarios/:id/appraise.json and appraise.csv: the answer of a scenario, with overrides. */
export function scenarioAppraiseRoutes(app: FastifyInstance, service: Service): void {
  const route = (ending: string, operationId: string, format: AnswerFormat, query: TObject) => {
    const schema = documented({
      operationId,
      summary: `Appraise a scenario of the library, as ${ending.toUpperCase()}`,
      description,
      tag: 'scenarios',
      params: scenarioParams,
      query,
      takesOverrides: true,
      answer: { description: 'The appraisal.', content: { [format.mediaType]: format.schema } },
      problems: ['malformed-url', 'unknown-scenario', 'not-a-case', 'wrong-option', 'check-failed', 'internal'],
    })
    app.get<{ Params: { id: string } }>(`/v1/scenarios/:id/appraise.${ending}`, { schema }, async (request, reply) => {
      const { options, overrides } = readQuery(request, query, true)
      const scenario = scenarioOf(service.library, request.params.id)
      const ready = unplaced(() => readCase(JSON.stringify(scenario.case), 'json', { overrides }))
      return sendAnswer(reply, appraise(ready, service), format, options.numbers === 'json' ? 'json' : 'strings')
    })
  }
  route('json', 'appraiseScenario', formats.json, jsonOptions)
  route('csv', 'appraiseScenarioAsCsv', formats.csv, noOptions)
}

/** Reads a case whose text the caller never saw, so that its problems name paths and no lines. */
function unplaced<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    const problems = error.problems.map(({ line: _, column: __, ...problem }) => problem)
    throw new CaseError(error.status, error.code, problems, error.total)
  }
}
