import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepsKey } from '../access/credential.ts'
import { problemOf } from '../errors.ts'
import { HttpProblem, type ProblemDocument } from '../problem.ts'
import { retryAfter } from '../work-problems.ts'
import { fieldsType } from './asked.ts'
import { pieces } from './content.ts'
import { problemPage, problemPart } from './error-page.ts'
import { html, type Markup } from './markup.ts'
import { isPiecemeal, send } from './send.ts'
import { shell } from './shell.ts'
import { signInPage } from './sign-in.ts'

/** Failures of the service itself, of which whoever runs it can find out more. */
const ownFailures = new Set(['internal', 'check-failed'])
/** What may be asked again as it was, a moment later or once signed in. */
const passing = new Set([401, 403, 429, 500, 503])

/**
 * Sends a problem to a person: a piece of the page that is there already, or a page. What was entered stays: in the page that is there, in the form
 * of the page that is sent, or with the browser, which sends it again.
 */
export function sendTrouble(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request)
  if (problem.code in retryAfter) reply.header('retry-after', retryAfter[problem.code])
  if (error instanceof HttpProblem) reply.headers(error.headers)
  reply.code(problem.status)
  const which = ownFailures.has(problem.code)
    ? html`<p>Whoever runs the service finds it in the log under <code>${request.id}</code>.</p>`
    : ''
  if (isPiecemeal(request)) {
    const isChance = request.routeOptions.url === '/page/chance'
    return send(
      reply,
      pieces({ [isChance ? 'chance-part' : 'trouble']: html`${problemPart(problem)}${which}${pieceAdvice(problem, isChance)}`.text }),
    )
  }
  const isPost = request.method === 'POST'
  if (problem.status === 401) {
    const then = request.method === 'GET' ? (request.raw.url ?? '/') : '/'
    return send(reply, shell('Sign in', signInPage(keepsKey(request) ? problem.detail : undefined, then, isPost), false))
  }
  const again = isPost ? entered(request, problem) : ''
  return send(reply, shell(problem.title, html`${problemPage(problem)}${which}${again}`, keepsKey(request)))
}

/** Of which values the figures are that the page goes on showing, and how to ask again. */
function pieceAdvice({ status }: ProblemDocument, isChance: boolean): Markup {
  const signIn = status === 401 ? html`<p><a href="/" target="_blank">Sign in in another tab</a>, and then ask again here.</p>` : ''
  if (isChance) return html`${signIn}<p><button form="case" formaction="/page/chance">Work out the chance of paying</button></p>`
  return html`${signIn}<p>The figures and pictures are <strong>not of what is entered now</strong>: they are of the values before. What is entered stays.</p><p><button form="case">Ask again</button></p>`
}

/** What was entered, in a form that sends it again; or that the browser can, where it was not read. */
function entered(request: FastifyRequest, { status }: ProblemDocument): Markup {
  const { body, headers } = request
  const isForm = (headers['content-type'] ?? '').toLowerCase().startsWith(fieldsType)
  if (!isForm || !Buffer.isBuffer(body))
    return passing.has(status)
      ? html`<p>Nothing that was entered is lost: load this page again, and the browser sends it once more.</p>`
      : html``
  const fields = [...new URLSearchParams(body.toString('utf8'))].filter(([name]) => /^(case|scenario|set\..*)$/.test(name))
  if (fields.length === 0) return html``
  return html`<form action="/" method="post">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<p><button>Back to the case with what was entered</button></p></form>`
}
