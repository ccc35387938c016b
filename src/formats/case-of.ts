import type { Appraised } from '../answers/appraise.ts'
import type { CompleteCase } from '../case/complete.ts'

/** The case that an answer carries, as the complete case it is. An answer holds it as plain data on its way out. */
export function caseOf({ case: carried }: Appraised): CompleteCase {
  return carried as unknown as CompleteCase
}
