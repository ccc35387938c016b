import type { FastifyInstance, FastifyRequest } from 'fastify'

/** The origins whose pages may read answers: all of them, or those of a list. */
export type Origins = '*' | readonly string[]

const exposed = [
  'content-disposition',
  'etag',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'www-authenticate',
  'x-request-id',
].join(', ')

/**
 * Lets programs in pages of these origins read every answer, as scripts in spreadsheets on the web do. All origins are safe where keys or tokens
 * are asked for: a browser sends neither of its own accord, as it would a cookie, so a page must have been given one. Source: the Fetch
 * standard, CORS protocol.
 */
export function openToOrigins(app: FastifyInstance, origins: Origins): void {
  app.addHook('onRequest', async (request, reply) => void reply.headers(openHeaders(request, origins)))
  if (origins === '*') return
  // Whoever keeps answers must not give one page's to another; a route may have said what else its answer varies with.
  app.addHook('onSend', async (_request, reply) => {
    const vary = [reply.getHeader('vary') ?? []].flat()
    reply.header('vary', [...vary, 'origin'].join(', '))
  })
}

/** What an answer says to the page that asked for it. */
export function openHeaders({ headers }: FastifyRequest, origins: Origins): Record<string, string> {
  const { origin } = headers
  if (origins !== '*' && (origin === undefined || !origins.includes(origin))) return {}
  return { 'access-control-allow-origin': origins === '*' ? '*' : (origin as string), 'access-control-expose-headers': exposed }
}

/** What an OPTIONS that asks before a request from a page is told; nothing more than Allow where it does not ask, as LibreOffice's does not. */
export function preflight(request: FastifyRequest, allow: string): Record<string, string> {
  if (request.headers['access-control-request-method'] === undefined) return {}
  return {
    'access-control-allow-methods': allow,
    'access-control-allow-headers': 'accept, authorization, content-type, if-none-match, x-api-key',
    'access-control-max-age': '86400',
  }
}
