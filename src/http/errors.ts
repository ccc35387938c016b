import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { CheckFailure } from '../answers/checked.ts'
import { CostError } from '../answers/cost/limits.ts'
import { LineError } from '../answers/line-error.ts'
import { OptionError } from '../answers/option-error.ts'
import { CaseError } from '../case/problem.ts'
import { WorkError } from '../uncertainty/work-error.ts'
import { acceptedTypes } from './body.ts'
import { framesOf } from './frames.ts'
import { HttpProblem, type ProblemCode, type ProblemDocument, problemDocument, problemMediaType } from './problem.ts'
import { tellOfCheck } from './seeing/check-alert.ts'
import { uploadLimit } from './uploads.ts'
import { costProblem, retryAfter, workProblem } from './work-problems.ts'

/** Fastify's own errors, by their codes: what each means here. */
const frameworkErrors: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'body-too-large',
    `The body has more bytes than are taken: limits.bodyBytes of /version, and ${uploadLimit} for a workbook or the files of a form.`,
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['malformed-request', 'The body is not as long as its Content-Length says.'],
  FST_REQ_FILE_TOO_LARGE: ['body-too-large', `The files of a form may have at most ${uploadLimit} bytes together.`],
  FST_FILES_LIMIT: ['body-too-large', 'The form has more files than there are tables.'],
  FST_PARTS_LIMIT: ['body-too-large', 'The form has more parts than there are tables.'],
  FST_FIELDS_LIMIT: ['body-too-large', 'The form has more fields than there are tables.'],
  FST_ERR_BAD_URL: ['malformed-url', 'The address holds a % that does not start a percent-encoded UTF-8 character.'],
  FST_ERR_MAX_PARAM_LENGTH: ['url-too-long', 'A part of the address is longer than any id.'],
}

/** Problems that are no failure of the program, for all their status. */
const unlogged = new Set(['not-ready', 'busy'])

/** Sends any error as a problem document. What nobody foresaw is logged, and says nothing of itself outside. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request)
  if (problem.code === 'unsupported-media-type') reply.header('accept-post', acceptedTypes.join(', '))
  if (problem.code in retryAfter) reply.header('retry-after', retryAfter[problem.code])
  if (error instanceof HttpProblem) reply.headers(error.headers)
  return reply.code(problem.status).header('x-request-id', request.id).type(problemMediaType).send(problem)
}

/** The problem document of any error. What nobody foresaw is logged, and says nothing of itself in the document. */
export function problemOf(error: unknown, request: FastifyRequest): ProblemDocument {
  const problem = documentOf(error)
  // The line of the log says what was wrong by the problem's code; its sentences may quote the case.
  request.log = request.log.child({ problem: problem.code })
  const isGone = error instanceof WorkError && error.fault === 'gone'
  if (problem.status >= 500 && !unlogged.has(problem.code) && !isGone) logFailure(error, request)
  return problem
}

function documentOf(error: unknown): ProblemDocument {
  if (error instanceof HttpProblem) return problemDocument(error.code, error.message, error.errors)
  if (error instanceof CaseError) {
    const document = problemDocument(error.code, error.message, error.problems, error.status)
    return error.total > error.problems.length ? { ...document, total: error.total } : document
  }
  if (error instanceof LineError) {
    const { code, message, got, expected } = error
    return problemDocument(code, message, [{ pointer: '', path: '?line', message, got, expected }])
  }
  if (error instanceof OptionError) {
    const { code, option, message, got, expected } = error
    return problemDocument(code, message, [{ pointer: '', path: `?${option}`, message, got, expected }])
  }
  if (error instanceof CostError) return costProblem(error)
  if (error instanceof WorkError) return workProblem(error)
  if (error instanceof CheckFailure) {
    const detail = 'Two ways of making the same sum disagree, so there is no number to give. Please report it with the case.'
    const failed = error.failed.map(({ id }) => ({ pointer: '', path: id, message: `The check ${id} failed.` }))
    return problemDocument('check-failed', detail, failed)
  }
  return (
    frameworkProblem(error as Partial<FastifyError>) ??
    problemDocument('internal', 'Something went wrong here; it has been logged under the id in x-request-id.')
  )
}

function frameworkProblem({ code, statusCode, validation }: Partial<FastifyError>): ProblemDocument | undefined {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return problemDocument('unsupported-media-type', `A body is read as ${acceptedTypes.join(', ')}; say which in Content-Type.`)
  }
  const known = code !== undefined && Object.hasOwn(frameworkErrors, code) ? frameworkErrors[code] : undefined
  if (known !== undefined) return problemDocument(...known)
  const isClients = statusCode !== undefined && statusCode >= 400 && statusCode < 500 && validation === undefined
  return isClients ? problemDocument('malformed-request', 'The request could not be read.') : undefined
}

/** Logs a failure without its message, which may quote the case: its name and where it came from. A failed check is an alert. */
function logFailure(error: unknown, request: FastifyRequest): void {
  if (error instanceof CheckFailure) {
    tellOfCheck(error, request)
    return
  }
  const { name, stack } = error instanceof Error ? error : new Error(String(error))
  request.log.error({ error: name, at: framesOf(stack) }, 'request failed')
}
