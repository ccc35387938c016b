import { readFileSync, statSync } from 'node:fs'
import type { FastifyBaseLogger } from 'fastify'
import { KeyLineError, readKeyLines } from '../../keys/key-line.ts'
import { KeyRing } from './key-ring.ts'

/** Room for some five thousand keys. */
const mostMegabytes = 1

/** The keys of a file, followed as the file changes. */
export interface FollowedKeys {
  /** The keys as they now are. */
  ring: () => KeyRing
  /** Whether the file could be read when it was last looked at. */
  isRead: () => boolean
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
  let isRead = true
  const look = () => {
    const state = stateOf(file)
    if (state === seen) return
    seen = state
    try {
      ring = readOrThrow(file)
      isRead = true
      log.info({ file, keys: ring.names }, 'keys read anew')
    } catch (error) {
      isRead = false
      log.error({ file, problem: (error as Error).message }, 'keys not read; those from before hold')
    }
  }
  const timer = setInterval(look, everyMilliseconds).unref()
  return { ring: () => ring, isRead: () => isRead, stop: () => clearInterval(timer) }
}

/** What changes when a file is written, when another takes its place, and when it cannot be looked at: that must not stop the service. */
function stateOf(file: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
    return [ino, size, mtimeNs, ctimeNs].join(' ')
  } catch (error) {
    return codeOf(error)
  }
}

function readOrThrow(file: string): KeyRing {
  try {
    return new KeyRing(readKeyLines(textOf(file)))
  } catch (error) {
    const why = error instanceof KeyLineError || error instanceof UnreadFile ? error.message : `it cannot be read (${codeOf(error)})`
    throw new Error(`API_KEYS_FILE ${JSON.stringify(file)}: ${why}.`)
  }
}

/** A file that is not read, and why. */
class UnreadFile extends Error {}

/** The text of a file that is one, and no larger than keys could make it: to read a pipe would wait for its writer, and everybody with it. */
function textOf(file: string): string {
  const stat = statSync(file)
  if (!stat.isFile()) throw new UnreadFile('it is not a file')
  if (stat.size > mostMegabytes * 1024 * 1024) throw new UnreadFile(`it has more than ${mostMegabytes} MB`)
  return readFileSync(file, 'utf8')
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown'
}
