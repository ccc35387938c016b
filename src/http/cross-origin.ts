import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Lets programs in pages of any origin read every answer, as scripts in spreadsheets on the web are. The service keeps no secrets and no
 * sessions; who reaches it is decided by whoever runs it. Source: the Fetch standard, CORS protocol.
 */
export function openToOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => void reply.headers(openHeaders))
}

/** What every answer says to pages of other origins. */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'content-disposition, etag, x-request-id',
} as const

/** What an OPTIONS that asks before a request from a page is told; nothing more than Allow where it does not ask, as LibreOffice's does not. */
export function preflight(request: FastifyRequest, allow: string): Record<string, string> {
  if (request.headers['access-control-request-method'] === undefined) return {}
  return {
    'access-control-allow-methods': allow,
    'access-control-allow-headers': 'accept, content-type, if-none-match',
    'access-control-max-age': '86400',
  }
}
