import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { Answer, Model } from '../answers/appraise-schema.ts'
import { BreakEven } from '../answers/break-even-schema.ts'
import { ChoiceAnswer } from '../answers/choose-schema.ts'
import { Comparison } from '../answers/compare-schema.ts'
import { Explanation } from '../answers/explain-schema.ts'
import { figureSchemas } from '../answers/figure-schemas.ts'
import { Sensitivity } from '../answers/sensitivity-schema.ts'
import { Simulation } from '../answers/simulate-schema.ts'
import { components, type JsonSchema } from '../case/components.ts'
import { quantitySchemas } from '../case/fields.ts'
import { Scenario } from '../case/schema.ts'
import { guarded, securitySchemes } from './access/documented.ts'
import { liftDeprecations } from './deprecation.ts'
import { Version } from './limits-schema.ts'
import { ProblemSchema } from './problem-schema.ts'
import { Health } from './routes/health.ts'
import { LineList } from './routes/lines.ts'
import { ReferenceList } from './routes/reference.ts'
import { ScenarioDetail, ScenarioList } from './routes/scenarios.ts'

const roots: readonly TSchema[] = [
  Scenario,
  Answer,
  Model,
  ScenarioList,
  ScenarioDetail,
  ReferenceList,
  LineList,
  Explanation,
  Sensitivity,
  BreakEven,
  Comparison,
  ChoiceAnswer,
  Simulation,
  Health,
  ProblemSchema,
  Version,
]

/** Every named schema of the service, taken apart, in the order of their names. */
export function namedSchemas(): ReadonlyMap<string, JsonSchema> {
  const all = new Map(roots.flatMap((root) => [...components(root, [...quantitySchemas, ...figureSchemas]).named]))
  return new Map([...all].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Registers what collects the routes into the OpenAPI document. Call it before the routes. */
export async function collectOperations(app: FastifyInstance, version: string): Promise<void> {
  const schemas = namedSchemas()
  // The plugin needs only to know these names: it would delete what stands beside a $ref, so the components are put in whole at the end.
  for (const name of schemas.keys()) app.addSchema({ $id: name })
  await app.register(swagger, {
    convertConstToEnum: false,
    refResolver: { buildLocalReference: (schema) => String(schema.$id) },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cashable',
        version,
        description:
          'A calculator for cost-avoidance business cases: what is avoided, what of it is cash, and what stands between the two. From a spreadsheet: [/docs/spreadsheets](/docs/spreadsheets). Who may call: [/docs/access](/docs/access). Security stands as optional here because a service that only its own machine reaches asks nobody; one with keys or tokens answers 401 without. What was checked: [/docs/assurance](/docs/assurance).',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      // What needs no one to say who they are; each operation that may ask says so itself.
      security: [],
      servers: [{ url: '/', description: 'the service this document came from' }],
      tags: [
        { name: 'appraisal', description: 'Answers about a case.' },
        { name: 'scenarios', description: 'The library of built-in scenarios.' },
        { name: 'reference', description: 'The figures and the words of the method.' },
        { name: 'service', description: 'The service itself.' },
      ],
    },
    transformObject: (document) => finished((document as { openapiObject: object }).openapiObject, schemas) as never,
  })
}

interface OpenApi {
  components?: object
  paths?: Record<string, Record<string, Operation>>
}
interface Operation {
  requestBody?: { content: Record<string, { schema: unknown; examples?: unknown }> }
  parameters?: unknown[]
  responses?: Record<string, { description: string; content?: object }>
  'x-examples-by-type'?: Record<string, unknown>
  'x-takes-overrides'?: boolean
}

/** The document with its components whole, its examples beside the bodies they belong to, and overrides as parameters. */
function finished(document: object, schemas: ReadonlyMap<string, JsonSchema>): object {
  const { components: given, paths = {}, ...rest } = document as OpenApi
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    const { 'x-examples-by-type': examples = {}, 'x-takes-overrides': takesOverrides, requestBody } = operation
    for (const [type, ofType] of Object.entries(examples)) {
      const content = requestBody?.content[type]
      if (content !== undefined) content.examples = ofType
    }
    if (takesOverrides === true) operation.parameters = [...(operation.parameters as unknown[]), overrides]
    liftDeprecations(operation.parameters)
    delete operation['x-examples-by-type']
    delete operation['x-takes-overrides']
  }
  const guardedPaths = Object.entries(paths).map(([path, operations]) => [
    path,
    Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, guarded(path, operation)])),
  ])
  const named = [...schemas].map(([name, schema]) => [name, published(schema)])
  return {
    ...rest,
    paths: Object.fromEntries(guardedPaths),
    components: { ...given, schemas: Object.fromEntries(named), securitySchemes },
  }
}

const overrides = {
  name: 'overrides',
  in: 'query',
  required: false,
  style: 'form',
  explode: true,
  description: 'New values by path: set.<path>=value, or s.<path>=value, one option for each path.',
  schema: { type: 'object', propertyNames: { pattern: '^s(et)?\\.' }, additionalProperties: { type: 'string' } },
}

/**
 * A schema as the document shows it: references to components, no ids of its own, and defaults in words. A widespread generator takes a
 * `default` for a promise that the value is always there, and would have its callers give every one.
 */
function published(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(published)
  if (typeof schema !== 'object' || schema === null) return schema
  const shown = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => key !== '$id' && key !== 'default')
      .map(([key, value]) => [key, key === '$ref' ? `#/components/schemas/${String(value).replace('#', '')}` : published(value)]),
  )
  const { default: preset, description } = schema as { default?: unknown; description: string }
  if (preset === undefined || (typeof preset === 'object' && preset !== null)) return shown
  return { ...shown, description: `${description}; ${preset} where absent`, 'x-default': preset }
}
