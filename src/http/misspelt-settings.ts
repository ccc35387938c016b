import { distance } from 'fastest-levenshtein'

/** The settings of the service whose names are long enough to be known when they are misspelt. */
export const settingNames = [
  ...['LOG_LEVEL', 'DRAIN_SECONDS', 'CHECK_BUNDLES', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'],
  ...['API_KEYS_FILE', 'ALLOW_ANYONE', 'CORS_ORIGINS', 'HSTS_SECONDS', 'RATE_LIMIT_PER_MINUTE', 'TRUST_PROXY'],
  ...[
    'OIDC_ISSUER',
    'OIDC_AUDIENCE',
    'OIDC_JWKS_URI',
    'OIDC_ALGORITHMS',
    'OIDC_CLOCK_TOLERANCE_SECONDS',
    'OIDC_SCOPE_CLAIM',
    'OIDC_SCOPE_PREFIX',
  ],
  ...['LIMIT_BODY_BYTES', 'LIMIT_DEPTH', 'LIMIT_MONTHS', 'LIMIT_INTERVENTIONS', 'LIMIT_LINES', 'LIMIT_DRAWS', 'LIMIT_BATCH_ROWS'],
  ...['LIMIT_OPERATIONS', 'LIMIT_TOTAL_OPERATIONS', 'WORK_THREADS', 'WORK_THREADS_KEPT'],
  ...['WORK_SECONDS', 'WORK_MEGABYTES', 'WORK_QUEUE'],
] as const

/** A letter too many or too few, or two that have changed places. */
const mostApart = 2

/**
 * What the surroundings set under a name that is almost one of a setting, as sentences. They hold much that is not ours, so that a name which is
 * like none of ours says nothing; but a setting passed over in silence, of who may call above all, is one that somebody relies on.
 */
export function misspeltSettings(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known: readonly string[] = settingNames
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name)) return []
    const near = known.find((each) => distance(each, name.toUpperCase().replaceAll('-', '_')) <= mostApart)
    return near === undefined ? [] : [`${name} is no setting and is passed over; did you mean ${near}?`]
  })
}
