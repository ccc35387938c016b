import type { FastifyInstance } from 'fastify'
import { answersInStatus } from '../error-in-cell.ts'
import { sendWorkbook, workbookFormat } from '../formats.ts'
import { bookOf } from '../long-work.ts'
import { documented, problemsOfWork } from '../operation.ts'
import { noOptions, readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const schema = documented({
  operationId: 'appraiseScenarioAsWorkbook',
  summary: 'Appraise a scenario of the library, as a workbook',
  description:
    'A workbook (XLSX) of a built-in scenario with live formulas: every assumption is a cell, and changing one recalculates the whole book. Values may be set anew as for appraise.json.',
  tag: 'scenarios',
  params: scenarioParams,
  query: noOptions,
  takesOverrides: true,
  answer: { description: 'The workbook.', content: { [workbookFormat.mediaType]: workbookFormat.schema } },
  problems: ['malformed-url', 'unknown-scenario', 'not-a-case', 'wrong-option', ...problemsOfWork, 'check-failed', 'internal'],
})

/** GET /v1/scenarios/:id/appraise.xlsx: the workbook of a scenario, with overrides. */
export function scenarioWorkbookRoute(app: FastifyInstance, service: Service): void {
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id/appraise.xlsx', { schema }, async (request, reply) => {
    answersInStatus(request, 'xlsx')
    const { overrides } = readQuery(request, noOptions, true)
    const { id } = request.params
    const ready = readScenarioCase(service, id, overrides)
    return sendWorkbook(request, reply, await bookOf(service, reply, ready), `cashable-${id}`)
  })
}
