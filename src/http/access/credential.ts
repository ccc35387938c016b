import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { keyInCookies, takesCookie } from './cookie.ts'

/** The option of an address that carries a key, for programs that can send no header: WEBSERVICE and Power Query. */
export const keyOption = 'key'
/** The header that carries a key. */
export const keyHeader = 'x-api-key'

/** What a request shows of who makes it. */
export type Credential =
  | { kind: 'none' }
  | { kind: 'key'; key: string }
  | { kind: 'token'; token: string }
  /** An Authorization that is not `Bearer`. */
  | { kind: 'unreadable' }
  /** More than one, so that nobody knows which of them is meant. */
  | { kind: 'several' }

interface Shown {
  keys: readonly string[]
  /** Every Authorization, also where there are several: Node itself keeps the first alone. */
  authorizations: readonly string[]
  /** The key of the page's cookie, where it counts; only looked at where nothing else is shown. */
  cookie: string | undefined
}

const shownBy = new WeakMap<IncomingMessage, Shown>()

/**
 * Takes what shows who calls out of a request before anything else reads it: the key out of its address, and its headers for keys and tokens. So
 * no log, error, link, tag or kept answer can hold it. Gives the address without the key.
 */
export function takeCredential(request: IncomingMessage & { originalUrl?: string }): string {
  const { headers, url = '/' } = request
  const authorizations = valuesOf(request, 'authorization')
  const inHeader = valuesOf(request, keyHeader)
  delete headers.authorization
  delete headers[keyHeader]
  const [path = '', ...query] = url.split('?')
  const { key: inCookie, rest: otherCookies } = keyInCookies(headers.cookie ?? '')
  if (otherCookies === undefined) delete headers.cookie
  else headers.cookie = otherCookies
  const cookie = takesCookie(request.method ?? '', path) ? inCookie : undefined
  const parts = query.join('?').split('&')
  const inAddress = parts.filter(isKey).map((part) => decoded(part.slice(part.indexOf('=') + 1)))
  shownBy.set(request, { keys: [...inAddress, ...inHeader].filter((key) => key !== ''), authorizations, cookie })
  if (inAddress.length === 0) return url
  const rest = parts.filter((part) => !isKey(part))
  const bare = rest.length === 0 ? path : `${path}?${rest.join('&')}`
  // Fastify keeps the address as it came beside the one it goes on with.
  request.originalUrl = bare
  return bare
}

/** Whether a request to the page came with the cookie that keeps a key. */
export function keepsKey({ raw }: FastifyRequest): boolean {
  return shownBy.get(raw)?.cookie !== undefined
}

/** What a request showed: a header, or the key that its address held; or else, at the page, the key of its cookie. */
export function credentialOf({ raw }: FastifyRequest): Credential {
  const { keys, authorizations, cookie } = shownBy.get(raw) ?? { keys: [], authorizations: [], cookie: undefined }
  if (keys.length + authorizations.length > 1) return { kind: 'several' }
  const [key] = keys
  const [authorization] = authorizations
  if (key !== undefined) return { kind: 'key', key }
  if (authorization === undefined) return cookie === undefined ? { kind: 'none' } : { kind: 'key', key: cookie }
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  return token === undefined ? { kind: 'unreadable' } : { kind: 'token', token }
}

/** What a header says, as often as it comes. */
function valuesOf({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name)
}

/** Whether a part of a query is the key: also where its name is percent-encoded, or has no value. */
function isKey(part: string): boolean {
  return decoded(part.split('=')[0] as string) === keyOption
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
