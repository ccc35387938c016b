import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepsKey } from '../access/credential.ts'
import { problemOf } from '../errors.ts'
import { HttpProblem } from '../problem.ts'
import { pieces } from './content.ts'
import { problemPage, problemPart } from './error-page.ts'
import { shell } from './shell.ts'
import { signInPage } from './sign-in.ts'

/** The page loads its style, script and htmx from here and nothing else; nothing in it is run or styled that stands in the page itself. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sends a page or pieces of one, which nobody on the way may keep. */
export function send(reply: FastifyReply, text: string) {
  // Who is sent away before the page's own routes are reached, for want of a key say, sees a page too.
  reply.header('content-security-policy', contentPolicy).header('cache-control', 'no-store')
  return reply.type('text/html; charset=utf-8').send(text)
}

/** Whether htmx asks: it takes pieces of the page in place of the whole. */
export function isPiecemeal({ headers }: FastifyRequest): boolean {
  return headers['hx-request'] === 'true'
}

/** What went wrong, as a page or as a piece of the one that is shown; who is not signed in is asked for a key. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error, request)
  if (error instanceof HttpProblem) reply.headers(error.headers)
  reply.code(problem.status)
  if (isPiecemeal(request)) {
    const place = request.routeOptions.url === '/page/chance' ? 'chance-part' : 'trouble'
    return send(reply, pieces({ [place]: problemPart(problem).text }))
  }
  if (problem.status !== 401) return send(reply, shell(problem.title, problemPage(problem), keepsKey(request)))
  const then = request.method === 'GET' ? (request.raw.url ?? '/') : '/'
  return send(reply, shell('Sign in', signInPage(keepsKey(request) ? problem.detail : undefined, then), false))
}
