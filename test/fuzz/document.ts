import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { openApiFile } from '../../src/http/write-openapi.ts'

/* The OpenAPI document as the fuzzer reads it: the operations that there are, and the schemas that answers are held to. */

/** A schema, as far as arbitrary values are made from it. */
export interface Schema {
  $ref?: string
  type?: string
  format?: string
  enum?: readonly string[]
  minimum?: number
  maximum?: number
}

/** A parameter of an operation. */
export interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  example?: string
  schema: Schema
}

/** One operation: a method at a path. */
export interface Operation {
  id: string
  method: string
  path: string
  parameters: readonly Parameter[]
  /** The types of its body; none where it has none. */
  bodies: readonly string[]
  /** What it answers, by status: the schema of each type. */
  responses: Readonly<Record<string, Readonly<Record<string, Schema>>>>
}

interface Written {
  operationId: string
  parameters?: readonly (Parameter & { examples?: Record<string, { value: string }> })[]
  requestBody?: { content: Record<string, unknown> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const document = JSON.parse(readFileSync(openApiFile, 'utf8')) as { paths: Record<string, Record<string, Written>> }

/** Every operation of the committed document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [], requestBody, responses }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
    parameters,
    bodies: Object.keys(requestBody?.content ?? {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { content = {} }]) => [
        status,
        Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema])),
      ]),
    ),
  })),
)

const ajv = new Ajv2020({ strict: false, allErrors: false, formats: { 'financial-year': true } })
ajv.addSchema({ ...document, $id: 'document' })

/** What a component's schema has against a value; undefined where nothing. */
export function against(ref: string, value: unknown): string | undefined {
  const validate = ajv.getSchema(`document${ref}`)
  if (validate === undefined) return `there is no schema ${ref}`
  return validate(value) === true ? undefined : JSON.stringify(validate.errors?.slice(0, 3))
}
