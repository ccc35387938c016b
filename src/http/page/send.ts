import type { FastifyReply, FastifyRequest } from 'fastify'

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
