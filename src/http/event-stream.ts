import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export const eventStreamType = 'text/event-stream'

/** One event of a stream. */
export interface ServerEvent {
  event: string
  data: unknown
}

/**
 * Answers with Server-Sent Events: what `work` tells while it runs, then what it gives. Each event's data is one line of JSON.
 * Source: HTML living standard, server-sent events.
 */
export function sendEvents(reply: FastifyReply, work: (tell: (event: ServerEvent) => void) => Promise<ServerEvent>): FastifyReply {
  const stream = new Readable({ read() {} })
  const tell = ({ event, data }: ServerEvent) => void stream.push(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  void work(tell).then(
    (last) => {
      tell(last)
      stream.push(null)
    },
    (error: Error) => stream.destroy(error),
  )
  return reply.type(`${eventStreamType}; charset=utf-8`).header('cache-control', 'no-store').header('x-accel-buffering', 'no').send(stream)
}
