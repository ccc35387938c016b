import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { blankTables, scenarioInTables } from '../../tables/to-tables.ts'
import { tablesWorkbook } from '../../tables/write-xlsx.ts'
import { acceptable } from '../accept.ts'
import { documented } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { workbookType } from '../upload-schemas.ts'
import { scenarioOf } from './scenario.ts'

const options = Type.Object(
  {
    scenario: Type.Optional(
      Type.String({ description: 'the id of a scenario of the library to fill the template with', examples: ['minimal'] }),
    ),
  },
  { additionalProperties: false },
)

const schema = documented({
  operationId: 'getTemplate',
  summary: 'A workbook to fill in',
  description:
    'Answers an Excel workbook with a sheet a table, to be filled in and posted to /v1/appraise. With scenario, it is filled in with a scenario of the library.',
  tag: 'appraisal',
  query: options,
  answer: {
    description: 'The workbook.',
    content: { [workbookType]: Type.String({ format: 'binary', description: 'an .xlsx workbook' }) },
  },
  problems: ['malformed-url', 'unknown-scenario', 'not-acceptable', 'wrong-option', 'internal'],
})

/** GET /v1/template.xlsx: the tables of a case as a workbook, empty or filled in with a scenario. */
export function templateRoute(app: FastifyInstance, { library }: Service): void {
  app.get('/v1/template.xlsx', { schema }, async (request, reply) => {
    const { options: asked } = readQuery(request, options)
    acceptable(request.headers.accept, [workbookType])
    const rows = asked.scenario === undefined ? blankTables() : scenarioInTables(scenarioOf(library, asked.scenario))
    const name = asked.scenario === undefined ? 'template' : asked.scenario
    return reply
      .type(workbookType)
      .header('content-disposition', `attachment; filename="cashable-${name}.xlsx"`)
      .send(Buffer.from(await tablesWorkbook(rows)))
  })
}
