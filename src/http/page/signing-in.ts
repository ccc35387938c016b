import type { FastifyInstance } from 'fastify'
import { cookieOf } from '../access/cookie.ts'
import { formFields } from './asked.ts'

const hidden = { schema: { hide: true } }

/** POST /page/sign-in and /page/sign-out: a key is kept in a cookie, and taken out of it. `isSecure` keeps the cookie to HTTPS. */
export function signingInRoutes(page: FastifyInstance, isSecure: boolean): void {
  page.post('/page/sign-in', hidden, async (request, reply) => {
    const fields = formFields(request.body)
    const then = fields.get('next') ?? '/'
    const key = (fields.get('key') ?? '').trim()
    // A key is letters that a cookie may hold; anything else is none, and the page says so.
    reply.header('set-cookie', cookieOf(/^[\w-]{1,200}$/.test(key) ? key : 'unreadable', isSecure))
    return reply.redirect(/^\/(\?|$)/.test(then) ? then : '/', 303)
  })
  page.post('/page/sign-out', hidden, async (_request, reply) => {
    return reply.header('set-cookie', cookieOf('', isSecure)).redirect('/', 303)
  })
}
