import type { FastifySchema } from 'fastify'
import type { TObject, TSchema } from 'typebox'
import { type ProblemCode, problems } from './problem.ts'
import { fileBodies } from './upload-schemas.ts'

/** A request that works, shown in the OpenAPI document and posted by a test. */
export interface Example {
  summary: string
  value: unknown
}

/** What the OpenAPI document says about a route. */
export interface Operation {
  operationId: string
  summary: string
  description: string
  tag: 'appraisal' | 'scenarios' | 'reference' | 'service'
  query?: TObject
  /** Whether ?set.<path>=value is taken. */
  takesOverrides?: boolean
  params?: TObject
  /** Examples by the type of the body. */
  body?: Readonly<Record<string, Readonly<Record<string, Example>>>>
  /** Whether a workbook, or a form of files, may come in place of that body. */
  takesFiles?: boolean
  /** A body of text/csv instead, told and shown. */
  csvBody?: { description: string; example: string }
  /** What a 200 brings, by media type. */
  answer: { description: string; content: Readonly<Record<string, TSchema>> }
  problems: readonly ProblemCode[]
}

/** What can go wrong with a question by what it takes. */
export const problemsOfWork = [
  'case-too-large',
  'question-too-large',
  'busy',
  'work-too-long',
  'work-out-of-memory',
  'work-ended',
] as const satisfies readonly ProblemCode[]

/** What can go wrong with an address that asks about a scenario of the library. */
export const problemsOfNamed = [
  'malformed-url',
  'unknown-scenario',
  'not-acceptable',
  'not-a-case',
  'wrong-option',
  ...problemsOfWork,
  'check-failed',
  'internal',
] as const satisfies readonly ProblemCode[]

/** What can go wrong with a case that a request brings, as a text, as a workbook or as the files of its tables. */
export const problemsOfPosted = [
  'not-json',
  'not-yaml',
  'not-text',
  'not-a-workbook',
  'not-csv',
  'empty-body',
  'malformed-url',
  'malformed-request',
  'not-acceptable',
  'body-too-large',
  'workbook-too-large',
  'unsupported-media-type',
  'unsupported-charset',
  'unsupported-encoding',
  'not-a-case',
  'wrong-tables',
  'wrong-extends',
  'wrong-option',
  ...problemsOfWork,
  'check-failed',
  'internal',
] as const satisfies readonly ProblemCode[]

/** A reference to a named component. */
export const named = (name: string): TSchema => ({ $ref: `${name}#` })

/**
 * An operation as a Fastify schema. It documents and does nothing else: bodies and options are read by readers of our own, and answers
 * leave as they are.
 */
export function documented(operation: Operation): FastifySchema {
  const { operationId, summary, description, tag, query, takesOverrides, params, body, takesFiles = false, csvBody, answer } = operation
  const content = Object.entries(answer.content).map(([type, schema]) => [type, { schema }])
  return {
    operationId,
    summary,
    description,
    tags: [tag],
    ...(query === undefined ? {} : { querystring: query }),
    ...(params === undefined ? {} : { params }),
    ...(body === undefined ? {} : { body: bodyOf(Object.keys(body), takesFiles), 'x-examples-by-type': body }),
    ...(csvBody === undefined ? {} : { body: csvBodyOf(csvBody), 'x-examples-by-type': { 'text/csv': csvExample(csvBody) } }),
    ...(takesOverrides === true ? { 'x-takes-overrides': true } : {}),
    response: {
      200: { description: answer.description, content: Object.fromEntries(content) },
      ...problemResponses(params === undefined ? operation.problems : [...operation.problems, 'url-too-long']),
    },
  } as FastifySchema
}

function bodyOf(types: readonly string[], takesFiles: boolean) {
  return {
    content: { ...Object.fromEntries(types.map((type) => [type, { schema: named('Scenario') }])), ...(takesFiles ? fileBodies : {}) },
  }
}

function csvBodyOf({ description }: { description: string }) {
  return { content: { 'text/csv': { schema: { type: 'string', description } } } }
}

function csvExample({ description, example }: { description: string; example: string }): Record<string, Example> {
  return { rows: { summary: description, value: example } }
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, unknown> {
  const titles = new Map<number, string[]>()
  for (const code of codes) {
    const [status, title] = problems[code]
    titles.set(status, [...(titles.get(status) ?? []), `${title} (${code})`])
  }
  const response = (description: string) => ({ description, content: { 'application/problem+json': { schema: named('Problem') } } })
  const byStatus = [...titles].map(([status, descriptions]) => [status, response(`${descriptions.join('; ')}.`)])
  return { ...Object.fromEntries(byStatus), default: response('Any other problem.') }
}
