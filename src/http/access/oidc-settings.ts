import { isLoopback } from './loopback.ts'

/** Whose tokens are taken, and how they are read. */
export interface OidcSettings {
  issuer: string
  audience: string
  /** Where the issuer's public keys are; where absent, its discovery document says. */
  jwksUri?: string
  algorithms: readonly string[]
  /** How far the issuer's clock may be from ours. */
  clockToleranceSeconds: number
  /** The claim that holds the scopes; where absent, `scope`, or `scp` where there is none. */
  scopeClaim?: string
  /** What stands before our words in that claim, such as cashable: or api://cashable/. */
  scopePrefix: string
}

/** Signatures that are made with one key and checked with another. With any other, who can check a token could make one. */
const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const usualAlgorithms = 'RS256,PS256,ES256,EdDSA'
const mostTolerance = 300

const names = [
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'OIDC_JWKS_URI',
  'OIDC_ALGORITHMS',
  'OIDC_CLOCK_TOLERANCE_SECONDS',
  'OIDC_SCOPE_CLAIM',
  'OIDC_SCOPE_PREFIX',
] as const

/** Reads the OIDC settings; undefined where there are none. Throws a plain sentence where one is missing or makes no sense. */
export function readOidcSettings(environment: Readonly<Record<string, string | undefined>>): OidcSettings | undefined {
  const set = names.filter((name) => environment[name])
  if (set.length === 0) return undefined
  const [issuer, audience] = ['OIDC_ISSUER', 'OIDC_AUDIENCE'].map((name) => {
    const text = environment[name]
    if (text) return text
    throw new Error(`${set[0]} is set and ${name} is not; tokens need both an issuer and an audience.`)
  }) as [string, string]
  const { OIDC_JWKS_URI, OIDC_ALGORITHMS, OIDC_CLOCK_TOLERANCE_SECONDS, OIDC_SCOPE_CLAIM, OIDC_SCOPE_PREFIX } = environment
  holdToSafe('OIDC_ISSUER', issuer)
  if (OIDC_JWKS_URI) holdToSafe('OIDC_JWKS_URI', OIDC_JWKS_URI)
  return {
    issuer,
    audience,
    ...(OIDC_JWKS_URI ? { jwksUri: OIDC_JWKS_URI } : {}),
    algorithms: algorithmsOf(OIDC_ALGORITHMS || usualAlgorithms),
    clockToleranceSeconds: toleranceOf(OIDC_CLOCK_TOLERANCE_SECONDS || '30'),
    ...(OIDC_SCOPE_CLAIM ? { scopeClaim: OIDC_SCOPE_CLAIM } : {}),
    scopePrefix: OIDC_SCOPE_PREFIX ?? '',
  }
}

/** Whether keys may be fetched from an address: nobody on the way can put others in their place. */
export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))
}

function holdToSafe(name: string, address: string): void {
  if (!isSafe(address)) throw new Error(`${name} is an address that starts with https://, and not ${JSON.stringify(address)}.`)
}

function algorithmsOf(text: string): string[] {
  return text.split(',').map((part) => {
    const algorithm = part.trim()
    if (asymmetric.includes(algorithm)) return algorithm
    throw new Error(`OIDC_ALGORITHMS has some of ${asymmetric.join(', ')} with commas between, and not ${JSON.stringify(algorithm)}.`)
  })
}

function toleranceOf(text: string): number {
  if (/^[0-9]{1,3}$/.test(text) && Number(text) <= mostTolerance) return Number(text)
  throw new Error(`OIDC_CLOCK_TOLERANCE_SECONDS is a whole number from 0 to ${mostTolerance}, and not ${JSON.stringify(text)}.`)
}
