import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { isScope, type Scope } from '../../keys/scopes.ts'
import type { Shown } from './key-ring.ts'
import { isSafe, type OidcSettings } from './oidc-settings.ts'
import { unchecked } from './refusals.ts'

/** What a check of tokens takes from outside. */
export interface TokenSurroundings {
  /** The time in milliseconds since 1970. */
  clock: () => number
  /** How long after its keys were fetched the issuer is not asked again for a key that is not among them. */
  cooldownMilliseconds: number
  /** Told why an issuer could not be asked. */
  failed: (why: string) => void
}

/** What tells the caller of a token, or why there is none. Throws an HttpProblem where the issuer cannot be asked. */
export type TokenCheck = (token: string) => Promise<Shown>

const patience = 5000
const longestSubject = 200

/**
 * A check of an issuer's tokens: signature by its public keys, algorithm, issuer, audience, the time between `nbf` and `exp`, and scopes.
 * Source: RFC 7519, RFC 8725, OpenID Connect Discovery 1.0, section 4.
 */
export function tokenCheck(settings: OidcSettings, { clock, cooldownMilliseconds, failed }: TokenSurroundings): TokenCheck {
  const keys = keysOf(settings, cooldownMilliseconds, clock)
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms: [...settings.algorithms],
        clockTolerance: settings.clockToleranceSeconds,
        currentDate: new Date(clock()),
        requiredClaims: ['exp'],
      })
      return callerOf(payload, settings)
    } catch (error) {
      const why = reasonOf(error)
      if (why !== undefined) return { why }
      failed(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
      throw unchecked()
    }
  }
}

function callerOf(payload: JWTPayload, { scopeClaim, scopePrefix }: OidcSettings): Shown {
  const subject = [payload.sub, payload.client_id, payload.azp].find((each) => typeof each === 'string' && each !== '')
  if (subject === undefined) return { why: 'The token does not say whose it is: it has no sub, client_id or azp.' }
  // What an issuer writes goes into logs: one line, and not without end.
  const shown = String(subject).replace(/\p{C}/gu, '?').slice(0, longestSubject)
  return { caller: { id: `token ${shown}`, scopes: new Set(scopesOf(payload, scopeClaim, scopePrefix)) } }
}

/** The scopes of a token: the words of a text with blanks between, or a list of words; words that mean nothing here are passed over. */
function scopesOf(payload: JWTPayload, claim: string | undefined, prefix: string): Scope[] {
  const said = claim === undefined ? (payload.scope ?? payload.scp) : payload[claim]
  const words = typeof said === 'string' ? said.split(' ') : Array.isArray(said) ? said.filter((word) => typeof word === 'string') : []
  return words.flatMap((word) => (word.startsWith(prefix) ? [word.slice(prefix.length)] : [])).filter(isScope)
}

/** Why a token is not taken, in words that quote nothing of it; undefined where the fault is not the token's. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof errors.JWTExpired) return 'The token has expired.'
  if (error instanceof errors.JWTClaimValidationFailed) return claimReasons[error.claim] ?? 'A claim of the token is missing or wrong.'
  const code = error instanceof errors.JOSEError ? error.code : undefined
  return code === undefined ? undefined : reasons[code]
}

const claimReasons: Readonly<Record<string, string>> = {
  aud: 'The token is for another audience.',
  iss: 'The token is from another issuer.',
  nbf: 'The token is not yet good.',
  exp: 'The token does not say when it ends.',
}
const reasons: Readonly<Record<string, string>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: 'The token is signed in a way that is not taken here.',
  ERR_JOSE_NOT_SUPPORTED: 'The token asks for something that is not taken here.',
  ERR_JWKS_NO_MATCHING_KEY: 'The token is signed with a key that its issuer does not have.',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'The token does not say which key it is signed with.',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'The signature of the token is wrong.',
  ERR_JWS_INVALID: 'The token cannot be read.',
  ERR_JWT_INVALID: 'The token cannot be read.',
}

/** The public keys of an issuer, fetched when first needed; where they are is asked of the issuer itself, if nobody has said. */
function keysOf({ issuer, jwksUri }: OidcSettings, cooldownDuration: number, clock: () => number): JWTVerifyGetKey {
  const remote = (address: string) => createRemoteJWKSet(new URL(address), { timeoutDuration: patience, cooldownDuration })
  if (jwksUri !== undefined) return remote(jwksUri)
  let found: Promise<JWTVerifyGetKey> | undefined
  let failedAt = Number.NEGATIVE_INFINITY
  return async (header, token) => {
    // An issuer that failed is left alone for a moment; until then, and while it is asked, all callers share one question.
    if (found === undefined && clock() - failedAt < Math.min(patience, cooldownDuration)) throw new Error('the issuer failed a moment ago')
    found ??= discovered(issuer).then(remote)
    found.catch(() => {
      found = undefined
      failedAt = clock()
    })
    return (await found)(header, token)
  }
}

async function discovered(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw new Error(`the discovery document answers ${response.status}`)
  const { issuer: named, jwks_uri: jwksUri } = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown }
  if (named !== issuer) throw new Error('the discovery document names another issuer')
  if (typeof jwksUri !== 'string' || !isSafe(jwksUri)) throw new Error('the discovery document has no jwks_uri that starts with https://')
  return jwksUri
}
