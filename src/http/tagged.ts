import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Sends a text or a file with a strong ETag: the start of the result's hash, the same in every format, and then of the text's own. A request that
 * has the text already, by If-None-Match, is told so with 304. Source: RFC 9110, sections 8.8.3 and 13.1.2.
 */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, text: string | Buffer, resultHash: string): FastifyReply {
  const own = createHash('sha256').update(text).digest('hex')
  const etag = `"${resultHash.slice(0, 32)}-${own.slice(0, 16)}"`
  // A spreadsheet that keeps an answer must ask whether it still holds: another version of the program may stand at the same address.
  reply.header('etag', etag).header('cache-control', 'no-cache')
  if (isNamed(request.headers['if-none-match'], etag)) return reply.code(304).removeHeader('content-type').send()
  return reply.send(text)
}

/** Whether an If-None-Match names a tag; W/ makes no difference here. */
function isNamed(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((each) => each.replace(/^W\//, '') === etag)
}
