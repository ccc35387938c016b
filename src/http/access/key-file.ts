import { readFileSync, statSync } from 'node:fs'
import type { FastifyBaseLogger } from 'fastify'
import { KeyLineError, readKeyLines } from '../../keys/key-line.ts'
import { KeyRing } from './key-ring.ts'

/** The keys of a file, followed as the file changes. */
export interface FollowedKeys {
  /** The keys as they now are. */
  ring: () => KeyRing
  stop: () => void
}

/**
 * Reads a file of keys and looks every so often, in milliseconds, whether it has changed: a look is one call of the system, and works where
 * notices of changes do not, as in a mounted volume. A file that has become unreadable or illegal is logged, and the keys before it hold.
 * Throws a plain sentence where the file is no good to begin with.
 */
export function followKeys(file: string, log: FastifyBaseLogger, everyMilliseconds = 1000): FollowedKeys {
  let seen = stateOf(file)
  let ring = readOrThrow(file)
  const look = () => {
    const state = stateOf(file)
    if (state === seen) return
    seen = state
    try {
      ring = readOrThrow(file)
      log.info({ file }, 'keys read anew')
    } catch (error) {
      log.error({ file, problem: (error as Error).message }, 'keys not read; those from before hold')
    }
  }
  const timer = setInterval(look, everyMilliseconds).unref()
  return { ring: () => ring, stop: () => clearInterval(timer) }
}

/** What changes when a file is written, or when another takes its place. */
function stateOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? 'absent' : [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ')
}

function readOrThrow(file: string): KeyRing {
  try {
    return new KeyRing(readKeyLines(readFileSync(file, 'utf8')))
  } catch (error) {
    const why = error instanceof KeyLineError ? error.message : `it cannot be read (${(error as NodeJS.ErrnoException).code})`
    throw new Error(`API_KEYS_FILE ${JSON.stringify(file)}: ${why}.`)
  }
}
