import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cookieOf } from '../access/cookie.ts'
import { HttpProblem } from '../problem.ts'
import { formFields } from './asked.ts'

const hidden = { schema: { hide: true } }

/** POST /page/sign-in and /page/sign-out: a key is kept in a cookie, and taken out of it. `isSecure` keeps the cookie to HTTPS. */
export function signingInRoutes(page: FastifyInstance, isSecure: boolean): void {
  page.post('/page/sign-in', hidden, async (request, reply) => {
    ofThisSite(request)
    const fields = formFields(request)
    const then = fields.get('next') ?? '/'
    const key = (fields.get('key') ?? '').trim()
    // A key is letters that a cookie may hold; anything else is none, and the page says so.
    reply.header('set-cookie', cookieOf(/^[\w-]{1,200}$/.test(key) ? key : 'unreadable', isSecure))
    return reply.redirect(/^\/(\?[!-~]*)?$/.test(then) ? then : '/', 303)
  })
  page.post('/page/sign-out', hidden, async (request, reply) => {
    ofThisSite(request)
    return reply.header('set-cookie', cookieOf('', isSecure)).redirect('/', 303)
  })
}

/** Holds a form to being sent from here: another site could else sign a visitor in with its key, or out. Throws an HttpProblem. Source: Fetch Metadata. */
function ofThisSite({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpProblem('malformed-request', 'This form was sent from another site. Sign in or out on the page itself.')
}
