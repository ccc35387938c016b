import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Sets what browsers are told on every answer: to run nothing in it, to show it in no frame, to take it for the type it says, and to tell
 * nobody where they were, since an address may hold a key. Pages under /docs have policies of their own. Pages and scripts of other origins
 * may read answers where CORS lets them. Call it before the routes are registered.
 */
export async function setSecurityHeaders(app: FastifyInstance, hstsSeconds: number): Promise<void> {
  const nothing = ["'none'"]
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: nothing, baseUri: nothing, formAction: nothing, frameAncestors: nothing },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: hstsSeconds === 0 ? false : { maxAge: hstsSeconds, includeSubDomains: false },
  })
}
