import type { FastifyServerOptions } from 'fastify'
import { framesOf } from '../frames.ts'
import { readTraceparent } from './traceparent.ts'

type Logger = FastifyServerOptions['logger']

/** How errors, requests and answers may be written: nothing that somebody sent. */
const serializers = {
  err: ({ name, code, stack }: NodeJS.ErrnoException) => ({ type: name, code, at: framesOf(stack) }),
  req: ({ method, routeOptions }: { method: string; routeOptions?: { url?: string | undefined } }) => ({
    method,
    route: routeOptions?.url ?? 'none',
  }),
  // The reader of forms tells its options, and among them all the headers of the request.
  busboyOptions: () => undefined,
  res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
}

/**
 * A logger that cannot write what is in a case, whoever logs: the framework writes errors with their messages, which may quote one, and addresses,
 * which may hold its values. An error is its name, its code and where it came from; of a message everything in double quotes is left out.
 */
export function safeLogger(logger: Logger): Logger {
  if (typeof logger !== 'object' || logger === null) return logger
  return { ...logger, serializers, hooks: { logMethod } } as unknown as Logger
}

/**
 * The logger of one request: every line of it has the request's id, and the id of its caller's trace where there is one. An x-request-id that a caller
 * sends is not taken: ours name one request each, and a text from outside may hold anything; a trace's id is 32 digits and no more.
 */
export const requestLogger: NonNullable<FastifyServerOptions['childLoggerFactory']> = (logger, bindings, options, raw) => {
  const caller = readTraceparent(raw.headers.traceparent)
  return logger.child(caller === undefined ? bindings : { ...bindings, traceId: caller.traceId }, options)
}

/** Stands before every line: the message of an error would become that of the line. */
function logMethod(this: unknown, args: unknown[], method: (...args: never[]) => void): void {
  const [first, second] = args
  const facts = first instanceof Error ? { err: first } : first
  const error = typeof facts === 'object' && facts !== null && 'err' in facts && facts.err instanceof Error ? facts.err : undefined
  const said = typeof second === 'string' && second !== error?.message ? quoteless(second) : undefined
  const message = said ?? (error === undefined ? undefined : 'error')
  const safe = typeof facts === 'string' ? [quoteless(facts)] : message === undefined ? [facts] : [facts, message]
  Reflect.apply(method, this, safe)
}

function quoteless(message: string): string {
  return message.replace(/"[^"]*"/g, '"…"')
}
