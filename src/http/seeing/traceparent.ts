/** Whose part a request is: the trace it belongs to, the span that asked, and whether that is being kept. */
export interface Caller {
  traceId: string
  spanId: string
  isSampled: boolean
}

const pattern = /^(?!ff)[0-9a-f]{2}-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?$/
const noTrace = /^0+$/

/** Reads a traceparent header; undefined where there is none or it is not one. Source: W3C Trace Context, level 1, section 3.2. */
export function readTraceparent(header: string | readonly string[] | undefined): Caller | undefined {
  const { traceId, spanId, flags, more } = (typeof header === 'string' ? pattern.exec(header)?.groups : undefined) ?? {}
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined
  if (noTrace.test(traceId) || noTrace.test(spanId)) return undefined
  // Later versions may say more; version 00 may not.
  if (more !== undefined && (header as string).startsWith('00')) return undefined
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}
