import type { Problem } from '../case/problem.ts'

/** Every kind of problem that the service answers with: its status and its title. Codes are stable; titles may improve. */
export const problems = {
  'not-json': [400, 'The body is not JSON'],
  'not-yaml': [400, 'The body is not YAML'],
  'not-text': [400, 'The body is not UTF-8 text'],
  'not-a-workbook': [400, 'The body is not a workbook that can be read'],
  'not-csv': [400, 'A file is not CSV'],
  'empty-body': [400, 'The body is empty'],
  'malformed-url': [400, 'The address is malformed'],
  'malformed-request': [400, 'The request is malformed'],
  'no-credential': [401, 'The request does not say who makes it'],
  'wrong-credential': [401, 'The key or token is not taken'],
  'missing-scope': [403, 'The caller may not do this'],
  'unknown-route': [404, 'There is no such address'],
  'unknown-scenario': [404, 'There is no such scenario'],
  'unknown-line': [404, 'There is no such line'],
  'unknown-path': [404, 'There is no such path'],
  'wrong-method': [405, 'This address does not take this method'],
  'not-acceptable': [406, 'The answer does not come in this format'],
  'request-timeout': [408, 'The request did not arrive in time'],
  'body-too-large': [413, 'The body is too large'],
  'workbook-too-large': [413, 'The workbook is too large'],
  'url-too-long': [414, 'The address is too long'],
  'unsupported-media-type': [415, 'The body is of a type that is not read here'],
  'unsupported-charset': [415, 'The body is in a character set that is not read here'],
  'unsupported-encoding': [415, 'The body is compressed in a way that is not read here'],
  'not-a-case': [422, 'This is not a legal case'],
  'not-a-batch': [422, 'This is not a batch'],
  'wrong-tables': [422, 'The tables are not laid out as the template has them'],
  'wrong-extends': [422, 'The scenario extends something that is not there'],
  'wrong-variant': [422, 'A variant of the scenario is not legal'],
  'wrong-path': [422, 'There is no such path in the case'],
  'unknown-period': [422, 'The line has no such month or year'],
  'not-a-quantity': [422, 'The path is no quantity that can be varied'],
  'wrong-option': [422, 'An option in the address is unknown, missing, given twice or has a wrong value'],
  'case-too-large': [422, 'The case is larger than is taken here'],
  'question-too-large': [422, 'The question would take more work than is done here'],
  'too-many-requests': [429, 'There were too many requests in a short time'],
  'quota-spent': [429, 'The requests of the day are used up'],
  'headers-too-large': [431, 'The headers are too large'],
  'check-failed': [500, 'The answer failed a check of its own'],
  internal: [500, 'The service failed'],
  busy: [503, 'The service has as many long questions as it takes'],
  'work-too-long': [503, 'The work took too long and was ended'],
  'work-out-of-memory': [503, 'The work took too much memory and was ended'],
  'work-ended': [503, 'The work was broken off'],
  'not-ready': [503, 'The service is not ready'],
  'issuer-unreachable': [503, 'Who calls cannot be checked now'],
} as const satisfies Record<string, readonly [number, string]>
export type ProblemCode = keyof typeof problems

/** A problem document, as RFC 9457 has it. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  code: string
  detail: string
  errors: readonly Problem[]
  /** How many errors there are, where more than are listed. */
  total?: number
}

/** What a problem document is sent as. */
export const problemMediaType = 'application/problem+json; charset=utf-8'

/** An error that becomes the problem document it describes. */
export class HttpProblem extends Error {
  readonly code: ProblemCode
  readonly errors: readonly Problem[]
  /** Headers that the answer needs, such as Allow. */
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ProblemCode, detail: string, more: { errors?: readonly Problem[]; headers?: Readonly<Record<string, string>> } = {}) {
    super(detail)
    this.name = 'HttpProblem'
    this.code = code
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

/** The document of a problem. A `code` that is not in the table needs its status with it. */
export function problemDocument(code: string, detail: string, errors: readonly Problem[] = [], status?: number): ProblemDocument {
  const [known, title] = Object.hasOwn(problems, code) ? problems[code as ProblemCode] : [status ?? 422, 'The request cannot be taken']
  return { type: `urn:cashable:problem:${code}`, title, status: status ?? known, code, detail, errors }
}
