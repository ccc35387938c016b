import type { FastifyReply } from 'fastify'

/** A signal that is aborted when whoever asked goes away before the answer has left. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new Error('the client went away'))
  })
  return gone.signal
}
