import { isLoopback } from './loopback.ts'
import { type OidcSettings, readOidcSettings } from './oidc-settings.ts'
import { readTrustedProxies } from './trusted-proxies.ts'

/** Who may call the service, how often, and from which pages. */
export interface AccessSettings {
  /** The file of keys. */
  keysFile?: string
  /** Whose tokens are taken. */
  oidc?: OidcSettings
  /** The origins whose pages may read answers; a star for all. */
  origins: '*' | readonly string[]
  /** For how long browsers are told to come by HTTPS alone; 0 for not told. */
  hstsSeconds: number
  /** How many requests a caller may make in a minute; 0 for any number. */
  requestsPerMinute: number
  /** Whether anyone may call although others than this machine reach the service. */
  anyone: boolean
  /** The proxies that are believed when they say for whom they ask. */
  proxies?: readonly string[]
}

/** The sentence that lets anyone call. It is long so that nobody sets it without reading it. */
export const anyoneSentence = 'yes, anyone who reaches this address may call'

/** LibreOffice asks up to four times for a cell: this is a sheet of 1,500 cells, recalculated every minute. */
const usualPerMinute = 6000
const mostPerMinute = 10_000_000
const mostHstsSeconds = 63_072_000

/** No keys and no limits: what a service has that only its own machine reaches. */
export const openAccess: AccessSettings = { origins: '*', hstsSeconds: 0, requestsPerMinute: 0, anyone: false }

/**
 * Reads API_KEYS_FILE, OIDC_…, ALLOW_ANYONE, CORS_ORIGINS, HSTS_SECONDS, RATE_LIMIT_PER_MINUTE and TRUST_PROXY. Throws a plain sentence where
 * one of them makes no sense, or where others than this machine would reach a service that asks nobody who they are.
 */
export function readAccessSettings(environment: Readonly<Record<string, string | undefined>>, host: string): AccessSettings {
  const { API_KEYS_FILE, ALLOW_ANYONE, CORS_ORIGINS, HSTS_SECONDS, RATE_LIMIT_PER_MINUTE, TRUST_PROXY } = environment
  const oidc = readOidcSettings(environment)
  const anyone = saidAnyone(ALLOW_ANYONE)
  const isAsked = Boolean(API_KEYS_FILE) || oidc !== undefined
  if (anyone && isAsked)
    throw new Error('ALLOW_ANYONE lets anyone call, and API_KEYS_FILE and OIDC_ISSUER do not; set the one or the others.')
  const proxies = readTrustedProxies(TRUST_PROXY)
  const reached = !isLoopback(host)
    ? `HOST is ${JSON.stringify(host)}, which others than this machine may reach`
    : proxies && 'TRUST_PROXY is set, so others than this machine come through a proxy'
  if (reached !== undefined && !isAsked && !anyone) {
    throw new Error(
      `${reached}, and nothing says who may call. Set API_KEYS_FILE or OIDC_ISSUER, or say in words that nobody is asked: ALLOW_ANYONE=${JSON.stringify(anyoneSentence)}.`,
    )
  }
  const perMinute = isAsked || anyone ? usualPerMinute : 0
  return {
    ...(API_KEYS_FILE ? { keysFile: API_KEYS_FILE } : {}),
    ...(oidc === undefined ? {} : { oidc }),
    origins: originsOf(CORS_ORIGINS || '*'),
    hstsSeconds: wholeNumber('HSTS_SECONDS', HSTS_SECONDS || '0', mostHstsSeconds),
    requestsPerMinute: wholeNumber('RATE_LIMIT_PER_MINUTE', RATE_LIMIT_PER_MINUTE || String(perMinute), mostPerMinute),
    anyone,
    ...(proxies === undefined ? {} : { proxies }),
  }
}

function saidAnyone(text: string | undefined): boolean {
  if (!text) return false
  if (text === anyoneSentence) return true
  throw new Error(`ALLOW_ANYONE is left out or is exactly ${JSON.stringify(anyoneSentence)}, and not ${JSON.stringify(text)}.`)
}

/** Origins as a browser writes them: https://sheets.example, without a path. `none` is no origin at all. */
function originsOf(text: string): '*' | string[] {
  if (text === '*') return '*'
  if (text === 'none') return []
  return text.split(',').map((part) => {
    const origin = part.trim()
    if (URL.canParse(origin) && new URL(origin).origin === origin && !origin.includes('*')) return origin
    throw new Error(
      `CORS_ORIGINS is *, none, or origins such as https://sheets.example with commas between, and not ${JSON.stringify(origin)}.`,
    )
  })
}

function wholeNumber(name: string, text: string, most: number): number {
  if (!/^[0-9]{1,9}$/.test(text) || Number(text) > most) {
    throw new Error(`${name} is a whole number from 0 to ${most}, and not ${JSON.stringify(text)}.`)
  }
  return Number(text)
}
