import type { Writable } from 'node:stream'

/** A stream for logs that outlasts its end: what cannot be written is counted, and the service goes on. */
export interface LastingStream {
  write: (line: string) => void
  lost: () => number
}

/** Writes to a stream whose disk may fill or whose reader may go away: an error that nobody hears would stop the program. */
export function lastingStream(stream: Writable): LastingStream {
  let lost = 0
  stream.on('error', () => {})
  return {
    write: (line) => {
      stream.write(line, (error) => {
        if (error) lost += 1
      })
    },
    lost: () => lost,
  }
}
