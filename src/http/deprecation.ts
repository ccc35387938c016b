import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'

/** Since when something should no longer be used, until when it works, and where it says what to use instead. */
export interface Deprecation {
  /** The day from which it is deprecated: 2027-04-01. */
  since: string
  /** The first day on which it may be gone; none where that is not settled. */
  sunset?: string
  /** The address of what to read. */
  see: string
}

/** What a schema carries of its deprecation, for the document and for the headers. */
export const deprecationKey = 'x-deprecation'

/** A query parameter, or a whole operation as Fastify's schema, marked as deprecated. Throws an Error where a day is none, or the end is before the beginning. */
export function deprecated<S extends object>(schema: S, deprecation: Deprecation): S {
  const { since, sunset } = deprecation
  if (sunset !== undefined && secondsOf(sunset) < secondsOf(since))
    throw new Error(`what is deprecated on ${since} cannot end on ${sunset}`)
  secondsOf(since)
  return { ...schema, deprecated: true, [deprecationKey]: deprecation }
}

/**
 * Tells callers of what is deprecated, on every answer of such an operation and on every answer to a request that uses such a parameter: Deprecation
 * (RFC 9745), Sunset (RFC 8594), and links to what to read. Of several the earliest days are told.
 */
export function tellDeprecation(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const all = deprecationsOf(request)
    if (all.length === 0) return
    const earliest = (days: readonly string[]) => [...days].sort()[0] as string
    reply.header('deprecation', `@${secondsOf(earliest(all.map(({ since }) => since)))}`)
    const ends = all.flatMap(({ sunset }) => sunset ?? [])
    if (ends.length > 0) reply.header('sunset', new Date(secondsOf(earliest(ends)) * 1000).toUTCString())
    const links = new Set(
      all.flatMap(({ see, sunset }) => ['deprecation', ...(sunset === undefined ? [] : ['sunset'])].map((rel) => `<${see}>; rel="${rel}"`)),
    )
    reply.header('link', [...links].join(', '))
  })
}

/** Says of each parameter of the document that it is deprecated, where its schema does: that is where callers and their generators look. */
export function liftDeprecations(parameters: readonly unknown[] = []): void {
  for (const parameter of parameters as { deprecated?: boolean; schema?: { deprecated?: boolean } }[]) {
    if (parameter.schema?.deprecated === true) parameter.deprecated = true
  }
}

/** Everything deprecated that a request makes use of: its operation, and its parameters. */
function deprecationsOf({ routeOptions, query }: FastifyRequest): Deprecation[] {
  const schema = (routeOptions.schema ?? {}) as { querystring?: { properties?: Record<string, TSchema> } }
  const used = Object.keys(query as object).map((name) => schema.querystring?.properties?.[name])
  return [schema, ...used].flatMap((each) => (each as Record<string, Deprecation> | undefined)?.[deprecationKey] ?? [])
}

/** The beginning of a day, in seconds since 1970. Throws an Error where it is no day. */
function secondsOf(day: string): number {
  const milliseconds = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new Error(`${day} is no day: write it as 2027-04-01`)
  return milliseconds / 1000
}
