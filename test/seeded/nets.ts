import { independentCases } from './independent-cases.ts'

/*
 * Both nets, in a process of their own: the cases that another implementation has worked out, up to the first that disagrees, which is said
 * on a line of its own; then a file of hand-worked tests, which says by itself what fails.
 */

/** What the cases saw of an error. */
export interface Seen {
  /** How many cases were looked at. */
  cases: number
  /** The case and what was wrong with it; none where all agree. */
  wrong?: string
  /** How it was noticed: a figure that differs, a check that failed, or the program broke, which is no seeded error but a broken one. */
  by?: 'a figure' | 'a check' | 'a breakdown'
}

const [byHand, most] = process.argv.slice(2)
const seen = independentCases(most === undefined ? Number.POSITIVE_INFINITY : Number(most))
console.error(`seen: ${JSON.stringify(seen)}`)
await import(`../${byHand}`)
