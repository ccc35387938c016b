/*
 * What is known to hold the main thread up for longer than it should: entries whose work is done on the main thread and is heavy. Empty this list
 * when that work moves into threads. `notSent`: too heavy to be sent at all until its cost is limited.
 */

/** Why an entry holds the main thread up. */
export interface Known {
  reason: string
  notSent?: true
}

const limitless = 'nothing prices a case before the work begins: minutes, and gigabytes'

export const known: Readonly<Record<string, Known>> = {
  'the largest legal case, appraised': { reason: limitless, notSent: true },
  'the largest legal case, as a workbook': { reason: limitless, notSent: true },
  'the largest legal case, a million draws': { reason: limitless, notSent: true },
}
