export const bindKinds = [
  'warm-up',
  'closed',
  'capacity',
  'queue',
  'cap',
  'overlap',
  'nothing-avoided',
  'funder',
  'fixed',
  'growth',
  'backfill',
  'release',
  'notice',
  'step',
  'floor',
  'rounding',
] as const

/** What holds a figure where it is: a cap, a queue, growth, the rules of a release plan, rounding. */
export interface Bind {
  kind: (typeof bindKinds)[number]
  sentence: string
}
