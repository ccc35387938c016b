import type { FastifyReply } from 'fastify'
import { WorkError } from '../uncertainty/work-error.ts'

/** A signal that is aborted when whoever asked goes away before the answer has left. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new WorkError('gone', 'The client went away.'))
  })
  return gone.signal
}
