import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'

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

const keysOf = new WeakMap<IncomingMessage, readonly string[]>()

/**
 * Takes the key out of a request's address before anything reads it, so that no log, error, link, tag or kept answer can hold it. Gives the
 * address without it.
 */
export function withoutKey(request: IncomingMessage & { originalUrl?: string }): string {
  const url = request.url ?? '/'
  const start = url.indexOf('?')
  if (start === -1) return url
  const parts = url.slice(start + 1).split('&')
  const rest = parts.filter((part) => !isKey(part))
  if (rest.length === parts.length) return url
  keysOf.set(
    request,
    parts.filter(isKey).map((part) => decoded(part.slice(part.indexOf('=') + 1))),
  )
  const path = url.slice(0, start)
  const bare = rest.length === 0 ? path : `${path}?${rest.join('&')}`
  // Fastify keeps the address as it came beside the one it goes on with.
  request.originalUrl = bare
  return bare
}

/** What a request shows: a header, or the key that its address held. */
export function credentialOf({ headers, raw }: FastifyRequest): Credential {
  const { authorization } = headers
  const keys = [...(keysOf.get(raw) ?? []), ...[headers[keyHeader] ?? []].flat()].filter((key) => key !== '')
  if (keys.length + (authorization === undefined ? 0 : 1) > 1) return { kind: 'several' }
  const [key] = keys
  if (key !== undefined) return { kind: 'key', key }
  if (authorization === undefined) return { kind: 'none' }
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  return token === undefined ? { kind: 'unreadable' } : { kind: 'token', token }
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
