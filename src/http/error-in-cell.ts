import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { rendered } from '../case/problem.ts'
import { choice } from '../case/quantity.ts'
import { csvText } from '../formats/csv-text.ts'
import { errorXml } from '../formats/xml.ts'
import { problemOf } from './errors.ts'
import { HttpProblem, type ProblemDocument } from './problem.ts'

/** The option of a problem that a cell can show. */
export const onErrorOption = Type.Optional(
  choice(
    ['status', 'text'],
    'what a problem becomes: an error status with a problem document, or a 200 whose text starts with #ERROR, for a cell that loses the body of an error',
    'status',
  ),
)

const longest = 1000

/** How a problem is written where the answer would have been of a type. */
const written = {
  'text/plain': (problem: ProblemDocument) => said(problem),
  'text/csv': (problem: ProblemDocument) => csvText([[{ text: said(problem) }]]),
  'application/xml': (problem: ProblemDocument) => errorXml(problem.code, said(problem)),
} as const

/** Does a route's work. With ?onError=text anything wrong, the options included, is a 200 that says so in the type of the answer. */
export async function toldInCell(
  request: FastifyRequest,
  reply: FastifyReply,
  type: keyof typeof written,
  work: () => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    if (!/[?&]onError=text(&|$)/.test(request.raw.url ?? '')) throw error
    const text = written[type](problemOf(error, request))
    return reply.code(200).header('cache-control', 'no-store').type(`${type}; charset=utf-8`).send(text)
  }
}

/**
 * Holds an address to error statuses, where the answer is no text that a cell could show. Throws an HttpProblem where its query asks for
 * onError, which says what takes it.
 */
export function answersInStatus(request: FastifyRequest, ending: 'json' | 'xlsx' | 'html' | 'docx'): void {
  const [, value = ''] = /[?&]onError=([^&]*)/.exec(request.raw.url ?? '') ?? []
  if (value === '') return
  const message = `appraise.${ending} answers a problem with an error status alone; onError is taken by value.txt, appraise.csv and appraise.xml.`
  throw new HttpProblem('wrong-option', `?onError: ${message}`, {
    errors: [{ pointer: '', path: '?onError', message, got: rendered(value), expected: 'no onError' }],
  })
}

/** A problem in one line. */
function said({ detail }: ProblemDocument): string {
  const line = `#ERROR ${detail.replace(/\s+/g, ' ').trim()}`
  return line.length <= longest ? line : `${line.slice(0, longest - 1).toWellFormed()}…`
}
