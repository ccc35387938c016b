/** Every warning's code; codes are stable, sentences may improve. */
export const warningCodes = [
  'share-capped',
  'events-exceed-baseline',
  'opening-not-steady',
  'growth-default',
  'backfill-default',
  'inflation-zero',
  'demand-above-capacity',
  'waiting-list-never-clears',
  'ends-before-effects',
  'benefits-beyond-horizon',
  'grant-ends',
  'unfilled-budget',
  'uncontrolled-evidence',
  'no-release-plan',
  'below-zero',
  'years-not-financial',
  'list-longer-than-horizon',
  'outside-horizon',
  'not-used',
  'funder-like-body',
  'correlation-without-range',
  'variants-ignored',
] as const
export type WarningCode = (typeof warningCodes)[number]

/** Something a finance officer should know before relying on the answer, and can act on. */
export interface Warning {
  code: WarningCode
  message: string
  /** The path of the value that it is about. */
  path: string
}
