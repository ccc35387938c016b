import type { FastifyInstance } from 'fastify'
import { type ReportForm, reportForms } from '../../answers/report.ts'
import { answersInStatus } from '../error-in-cell.ts'
import { reportFormats, sendReport } from '../formats.ts'
import { reportOf } from '../long-work.ts'
import { documented, problemsOfWork } from '../operation.ts'
import { noOptions, readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { scenarioOf, scenarioParams } from './scenario.ts'
import { readScenarioCase } from './scenario-appraise.ts'

const words = {
  html: {
    operationId: 'appraiseScenarioAsReport',
    as: 'a business-case paper',
    about: 'One page that stands alone and prints to A4, without scripts or anything from elsewhere.',
  },
  docx: {
    operationId: 'appraiseScenarioAsWordReport',
    as: 'a business-case paper for Word',
    about: 'A Word document (DOCX) with headings, tables and charts that can be worked on.',
  },
} as const satisfies Record<ReportForm, object>

/** GET /v1/scenarios/:id/appraise.html and appraise.docx: the business-case paper of a scenario, with overrides. */
export function scenarioReportRoutes(app: FastifyInstance, service: Service): void {
  for (const form of reportForms) {
    const { operationId, as, about } = words[form]
    const { mediaType, schema: answer } = reportFormats[form]
    const schema = documented({
      operationId,
      summary: `Appraise a scenario of the library, as ${as}`,
      description: `${about} It gathers every question: verdicts, options, the economic and the financial case, the ladder, risks, switching values, release plan, assumptions, checks, and how each figure came about. Values may be set anew as for appraise.json.`,
      tag: 'scenarios',
      params: scenarioParams,
      query: noOptions,
      takesOverrides: true,
      answer: { description: 'The paper.', content: { [mediaType]: answer } },
      problems: [
        'malformed-url',
        'unknown-scenario',
        'not-a-case',
        'wrong-path',
        'wrong-option',
        ...problemsOfWork,
        'check-failed',
        'internal',
      ],
    })
    app.get<{ Params: { id: string } }>(`/v1/scenarios/:id/appraise.${form}`, { schema }, async (request, reply) => {
      answersInStatus(request, form)
      const { overrides } = readQuery(request, noOptions, true)
      const { id } = request.params
      const ready = readScenarioCase(service, id, overrides)
      const report = await reportOf(service, reply, { ready, form, scenario: scenarioOf(service.library, id), overrides })
      return sendReport(request, reply, form, report, `cashable-${id}`)
    })
  }
}
