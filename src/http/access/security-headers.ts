import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const nothing = ["'none'"]
const directives = { defaultSrc: nothing, baseUri: nothing, formAction: nothing, frameAncestors: nothing }

/**
 * What browsers are told on an answer that no plugin has part in, as one to what is not HTTP: the same as on every other, but for what counts on
 * pages alone.
 */
export function bareSecurityHeaders(hstsSeconds: number): Readonly<Record<string, string>> {
  return {
    'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    ...(hstsSeconds === 0 ? {} : { 'strict-transport-security': `max-age=${hstsSeconds}` }),
  }
}

/**
 * Sets what browsers are told on every answer: to run nothing in it, to show it in no frame, to take it for the type it says, and to tell
 * nobody where they were, since an address may hold a key. Pages under /docs have policies of their own. Pages and scripts of other origins
 * may read answers where CORS lets them. Call it before the routes are registered.
 */
export async function setSecurityHeaders(app: FastifyInstance, hstsSeconds: number): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: hstsSeconds === 0 ? false : { maxAge: hstsSeconds, includeSubDomains: false },
  })
}
