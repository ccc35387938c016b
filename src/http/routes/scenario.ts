import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { nearest } from '../../case/nearest.ts'
import { rendered } from '../../case/problem.ts'
import { acceptsJson } from '../formats.ts'
import type { Library, LibraryScenario } from '../library.ts'
import { documented, named } from '../operation.ts'
import { HttpProblem } from '../problem.ts'
import { noOptions, readQuery } from '../query.ts'
import type { Service } from '../service.ts'

/** The id of a scenario in an address. */
export const scenarioParams = Type.Object({
  id: Type.String({ description: 'the id of a scenario of the library', examples: ['minimal'] }),
})

const schema = documented({
  operationId: 'getScenario',
  summary: 'Show a scenario of the library',
  description: 'Answers one scenario with its case, which can be posted to /v1/appraise as it is, and its variants.',
  tag: 'scenarios',
  params: scenarioParams,
  answer: { description: 'The scenario.', content: { 'application/json': named('ScenarioDetail') } },
  problems: ['malformed-url', 'unknown-scenario', 'not-acceptable', 'wrong-option', 'internal'],
})

/** GET /v1/scenarios/:id: one scenario, ready to be posted. */
export function scenarioRoute(app: FastifyInstance, { library }: Service): void {
  app.get<{ Params: { id: string } }>('/v1/scenarios/:id', { schema }, async (request) => {
    readQuery(request, noOptions)
    acceptsJson(request)
    const { id, title, description, variants, case: theCase } = scenarioOf(library, request.params.id)
    return { id, title, description, variants, case: theCase }
  })
}

/** The scenario of an id. Throws an HttpProblem with the nearest id where there is none. */
export function scenarioOf({ scenarios }: Library, id: string): LibraryScenario {
  const scenario = scenarios.find((each) => each.id === id)
  if (scenario !== undefined) return scenario
  const near = nearest(
    id,
    scenarios.map((each) => each.id),
  )
  const advice = near === undefined ? 'The scenarios are listed at /v1/scenarios.' : `Did you mean ${near}?`
  throw new HttpProblem('unknown-scenario', `There is no scenario ${rendered(id)}. ${advice}`)
}
