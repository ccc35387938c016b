import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { onErrorOption, toldInCell } from '../error-in-cell.ts'
import { scenarioValue } from '../long-work.ts'
import { documented, problemsOfWork } from '../operation.ts'
import { HttpProblem } from '../problem.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { sendTagged } from '../tagged.ts'
import { scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const lineText = Type.String({
  description:
    'the id of a line: headline.netCashable; with @ and a month or a financial year, financial.cashable@2026-27; as the CSV has them in owner and line; or the path of an assumption, such as demand.care.stay.meanMonths',
  examples: ['headline.netCashable'],
})
const options = Type.Object({ line: lineText, onError: onErrorOption }, { additionalProperties: false })

const schema = documented({
  operationId: 'getScenarioValue',
  summary: 'One figure of a scenario, as bare text',
  description:
    'Appraises a built-in scenario, with any of its values set anew as appraise.json does, and answers one figure as a bare number, month or word; none where the answer gives none. For a cell formula.',
  tag: 'scenarios',
  params: scenarioParams,
  query: options,
  takesOverrides: true,
  answer: { description: 'The figure.', content: { 'text/plain': { type: 'string', description: 'a decimal number, a month or a word' } } },
  problems: [
    'malformed-url',
    'unknown-scenario',
    'unknown-line',
    'unknown-period',
    'not-a-case',
    'wrong-option',
    ...problemsOfWork,
    'check-failed',
    'internal',
  ],
})

/** GET /v1/scenarios/:id/value.txt?line=: one bare number for a cell formula. */
export function scenarioValueRoute(app: FastifyInstance, service: Service): void {
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/value.txt', { schema }, async (request, reply) =>
    toldInCell(request, reply, 'text/plain', async () => {
      if (/[?&]numbers=/.test(request.raw.url ?? '')) throw numbersGiven()
      const query = readQuery(request, options, true)
      const { line } = query.options as { line?: string }
      if (line === undefined || line === '') throw lineMissing()
      const ready = readScenarioCase(service, request.params.id, query.overrides)
      const { text, resultHash } = await scenarioValue(service, reply, ready, line)
      return sendTagged(request, reply.type('text/plain; charset=utf-8'), text, resultHash)
    }),
  )
}

/** The form of numbers is a question for JSON; here there is one bare number. */
function numbersGiven(): HttpProblem {
  const message = 'This answer is plain text, one bare number, so numbers has nothing to choose; leave it out.'
  return new HttpProblem('wrong-option', `?numbers: ${message}`, {
    errors: [{ pointer: '', path: '?numbers', message, got: 'numbers', expected: 'line, onError and values to set' }],
  })
}

function lineMissing(): HttpProblem {
  const message = 'Say which line: ?line=headline.netCashable.'
  return new HttpProblem('wrong-option', message, {
    errors: [{ pointer: '', path: '?line', message, got: 'nothing', expected: 'the id of a line' }],
  })
}
