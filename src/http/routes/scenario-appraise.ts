import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type, { type TObject } from 'typebox'
import type { AnswerForm } from '../../answers/written.ts'
import type { Overrides } from '../../case/overrides.ts'
import { type ReadCase, readCase } from '../../case/read-case.ts'
import { answersInStatus, onErrorOption, toldInCell } from '../error-in-cell.ts'
import { type AnswerFormat, formats, numbersOption } from '../formats.ts'
import { scenarioAnswer } from '../long-work.ts'
import { documented, problemsOfWork } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { slopesOption } from '../slopes-option.ts'
import { sendTagged } from '../tagged.ts'
import { unplaced } from '../unplaced.ts'
import { onlyOption, partsAsked } from '../xml-parts.ts'
import { scenarioOf, scenarioParams } from './scenario.ts'

const description =
  'Appraises a built-in scenario’s central case, with any of its values set anew: ?set.<path>=value, such as ?set.interventions.fgc.warmUp.months=12; s. stands for set., and the names of lists may be left out of a path: ?s.fgc.warmUp.months=12. For callers that can only GET. Answers carry an ETag.'
const jsonOptions = Type.Object({ numbers: numbersOption, slopes: slopesOption }, { additionalProperties: false })
const csvOptions = Type.Object({ onError: onErrorOption }, { additionalProperties: false })
const xmlOptions = Type.Object({ only: onlyOption, onError: onErrorOption }, { additionalProperties: false })

/** One form in which a scenario's answer leaves. */
interface Form {
  ending: string
  operationId: string
  format: AnswerFormat
  query: TObject
  /** How the text is written, as the options ask for it. */
  form: (options: Readonly<Record<string, string>>) => AnswerForm
}

/** GET /v1/scenarios/:id/appraise.json, appraise.csv and appraise.xml: the answer of a scenario, with overrides. */
export function scenarioAppraiseRoutes(app: FastifyInstance, service: Service): void {
  const route = ({ ending, operationId, format, query, form }: Form) => {
    const { mediaType } = format
    const schema = documented({
      operationId,
      summary: `Appraise a scenario of the library, as ${ending.toUpperCase()}`,
      description,
      tag: 'scenarios',
      params: scenarioParams,
      query,
      takesOverrides: true,
      answer: { description: 'The appraisal.', content: { [mediaType]: format.schema } },
      problems: [
        'malformed-url',
        'unknown-scenario',
        ...(ending === 'json' ? (['unknown-line', 'unknown-period'] as const) : []),
        'not-a-case',
        'wrong-option',
        ...problemsOfWork,
        'check-failed',
        'internal',
      ],
    })
    const answer = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
      const { options, overrides } = readQuery(request, query, true)
      const { id } = request.params
      const ready = readScenarioCase(service, id, overrides)
      const { text, resultHash } = await scenarioAnswer(service, reply, ready, form(options as Record<string, string>))
      if (ending === 'csv') reply.header('content-disposition', `attachment; filename="cashable-${id}.csv"`)
      return sendTagged(request, reply.type(`${mediaType}; charset=utf-8`), text, resultHash)
    }
    app.get<{ Params: { id: string } }>(`/v1/scenarios/:id/appraise.${ending}`, { schema }, async (request, reply) => {
      if (mediaType === 'text/csv' || mediaType === 'application/xml')
        return toldInCell(request, reply, mediaType, () => answer(request, reply))
      answersInStatus(request, 'json')
      return answer(request, reply)
    })
  }
  const { json, csv, xml } = formats
  const asJson: Form['form'] = ({ numbers, slopes }) => ({ as: 'json', numbers: numbers === 'json' ? 'json' : 'strings', slopes })
  route({ ending: 'json', operationId: 'appraiseScenario', format: json, query: jsonOptions, form: asJson })
  route({ ending: 'csv', operationId: 'appraiseScenarioAsCsv', format: csv, query: csvOptions, form: () => ({ as: 'csv' }) })
  const asXml: Form['form'] = ({ only }) => ({ as: 'xml', parts: partsAsked(only) })
  route({ ending: 'xml', operationId: 'appraiseScenarioAsXml', format: xml, query: xmlOptions, form: asXml })
}

/** The case of a scenario with values set over it. Throws an HttpProblem or a CaseError, whose problems name paths and no lines. */
export function readScenarioCase({ library }: Service, id: string, overrides: Overrides): ReadCase {
  const scenario = scenarioOf(library, id)
  return unplaced(() => readCase(JSON.stringify(scenario.case), 'json', { overrides }))
}
