import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { credentialOf } from './credential.ts'
import { type FollowedKeys, followKeys } from './key-file.ts'
import type { Shown } from './key-ring.ts'
import { Quota } from './quota.ts'
import { rateOf, spent } from './rate.ts'
import { unsaid, unscoped, untaken } from './refusals.ts'
import { scopesOfRequest } from './route-scopes.ts'
import type { AccessSettings } from './settings.ts'
import { tokenCheck } from './tokens.ts'

/** Who may call, and what the checks of it take from outside. */
export interface Access {
  settings: AccessSettings
  /** The time in milliseconds since 1970. */
  clock?: () => number
  /** How often the file of keys is looked at, in milliseconds. */
  lookMilliseconds?: number
  /** How long the issuer is not asked again for keys that it did not have, in milliseconds. */
  cooldownMilliseconds?: number
}

/** What there is to watch of who may call. */
export interface Guarding {
  /** Whether the file of keys could be read when it was last looked at; true where there is none. */
  keysAreRead: () => boolean
}

/**
 * Asks every request to an address that is not open who makes it, whether they may, and how often they have; where neither keys nor tokens are
 * set, only how often. Call it before the routes are registered. Throws a plain sentence where the file of keys is no good.
 */
export async function guard(app: FastifyInstance, access: Access): Promise<Guarding> {
  const { settings, clock = Date.now } = access
  const ways = { keys: settings.keysFile !== undefined, tokens: settings.oidc !== undefined }
  const isAsked = ways.keys || ways.tokens
  if (settings.anyone) app.log.warn('anyone who reaches this address may call')
  const keys = followedKeys(app, access)
  const callerOf = isAsked ? callerReader(app, access, keys) : undefined
  const count = await rateOf(app, settings.requestsPerMinute)
  const quota = new Quota()

  app.addHook('onRequest', async (request, reply) => {
    const needed = needs(request)
    if (needed.length === 0) return
    const shown = await callerOf?.(request)
    const caller = shown !== undefined && 'caller' in shown ? shown.caller : undefined
    if (caller !== undefined) request.log = request.log.child({ caller: caller.id })
    await count(request, reply, caller)
    if (shown === undefined) {
      if (isAsked) throw unsaid(ways)
      return
    }
    if ('why' in shown) {
      request.log = request.log.child({ why: shown.why })
      throw untaken(ways, shown.why)
    }
    const missing = needed.filter((scope) => !shown.caller.scopes.has(scope))
    if (missing.length > 0) throw unscoped(ways, needed, missing)
    const { id, perDay } = shown.caller
    const wait = perDay === undefined ? undefined : quota.take(id, perDay, clock())
    if (wait !== undefined) throw spent(shown.caller, wait)
  })
  if (isAsked) app.addHook('onSend', async (request, reply) => keepPrivate(request, reply))
  return { keysAreRead: () => keys?.isRead() ?? true }
}

function followedKeys(app: FastifyInstance, { settings, lookMilliseconds }: Access): FollowedKeys | undefined {
  if (settings.keysFile === undefined) return undefined
  const keys = followKeys(settings.keysFile, app.log, lookMilliseconds)
  app.addHook('onClose', async () => keys.stop())
  return keys
}

/** The scopes that a request needs; none where no route takes it, as OPTIONS, which asks before a page has a key to send. */
function needs(request: FastifyRequest) {
  const { url } = request.routeOptions
  return request.is404 || url === undefined ? [] : scopesOfRequest(url, request.headers['content-type'])
}

/** What tells the caller of a request: undefined where it shows nothing. */
function callerReader(
  app: FastifyInstance,
  { settings, clock = Date.now, cooldownMilliseconds = 30_000 }: Access,
  keys: FollowedKeys | undefined,
): (request: FastifyRequest) => Promise<Shown | undefined> {
  const failed = (why: string) => app.log.warn({ why }, 'the issuer of tokens could not be asked')
  const check = settings.oidc === undefined ? undefined : tokenCheck(settings.oidc, { clock, cooldownMilliseconds, failed })
  return async (request) => {
    const credential = credentialOf(request)
    switch (credential.kind) {
      case 'none':
        return undefined
      case 'several':
        return { why: 'The request shows more than one key or token; send one.' }
      case 'unreadable':
        return { why: 'Authorization does not hold Bearer and a token.' }
      case 'key':
        return keys === undefined
          ? { why: 'No keys are taken here, only tokens in Authorization.' }
          : keys.ring().caller(credential.key, clock())
      case 'token':
        return check === undefined ? { why: 'No tokens are taken here; a key goes in x-api-key.' } : await check(credential.token)
    }
  }
}

/** Holds caches on the way to asking again for each caller: what one may see is not for the next. */
async function keepPrivate(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (needs(request).length === 0) return
  const said = reply.getHeader('cache-control')
  if (said === undefined || said === 'no-cache') reply.header('cache-control', 'private, no-cache')
}
