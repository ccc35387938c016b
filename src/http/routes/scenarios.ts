import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { acceptsJson } from '../formats.ts'
import { documented, named } from '../operation.ts'
import { noOptions, readQuery } from '../query.ts'
import type { Service } from '../service.ts'

const listed = {
  id: Type.String({ description: 'the scenario, as it stands in the address' }),
  title: Type.Optional(Type.String({ description: 'the scenario in plain English' })),
  description: Type.Optional(Type.String({ description: 'what the scenario shows' })),
  variants: Type.Array(named('Variant'), { description: 'what is compared with the central case' }),
}

const leftOut = {
  file: Type.String({ description: 'the name of the file' }),
  code: Type.String({ description: 'what is wrong with it, as a code' }),
  message: Type.String({ description: 'what is wrong with it' }),
  line: Type.Optional(Type.Integer({ description: 'the line of the first fault, counted from 1' })),
  column: Type.Optional(Type.Integer({ description: 'the column of the first fault, counted from 1' })),
}

/** The list of the library. */
export const ScenarioList = Type.Object(
  {
    scenarios: Type.Array(Type.Object(listed, { $id: 'ScenarioSummary', additionalProperties: false }), {
      description: 'the scenarios by id',
    }),
    leftOut: Type.Optional(
      Type.Array(Type.Object(leftOut, { $id: 'ScenarioLeftOut', additionalProperties: false }), {
        description: 'the files of the library that cannot be served, where there are any',
      }),
    ),
  },
  { $id: 'ScenarioList', additionalProperties: false, description: 'The scenarios of the library.' },
)

/** One scenario of the library. */
export const ScenarioDetail = Type.Object(
  { ...listed, case: Type.Unsafe<object>({ ...named('Case'), description: 'the case, which can be posted as it is' }) },
  { $id: 'ScenarioDetail', additionalProperties: false, description: 'A scenario of the library, with its case.' },
)

const schema = documented({
  operationId: 'listScenarios',
  summary: 'List the scenarios of the library',
  description:
    'Answers the built-in scenarios with their variants, without their cases; and which files of the library cannot be served, and why.',
  tag: 'scenarios',
  answer: { description: 'The scenarios.', content: { 'application/json': named('ScenarioList') } },
  problems: ['malformed-url', 'not-acceptable', 'wrong-option', 'internal'],
})

/** GET /v1/scenarios: what the library holds. */
export function scenariosRoute(app: FastifyInstance, { library }: Service): void {
  const scenarios = library.scenarios.map(({ case: _, ...scenario }) => scenario)
  const list = { scenarios, ...(library.leftOut.length === 0 ? {} : { leftOut: library.leftOut }) }
  app.get('/v1/scenarios', { schema }, async (request) => {
    readQuery(request, noOptions)
    acceptsJson(request)
    return list
  })
}
