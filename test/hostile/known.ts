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

const megabyteOfText = 'a megabyte of text is parsed and judged on the main thread, YAML at 2 s a megabyte and JSON at 0.7 s'
const bookHere = 'a workbook is written on the main thread'
const appraisedHere = 'a large case is appraised on the main thread'

export const known: Readonly<Record<string, Known>> = {
  'the largest legal case, appraised': { reason: limitless, notSent: true },
  'the largest legal case, as a workbook': { reason: limitless, notSent: true },
  'the largest legal case, a million draws': { reason: limitless, notSent: true },
  '100,000 YAML lists inside each other': { reason: megabyteOfText },
  '100,000 YAML maps in a line': { reason: megabyteOfText },
  '5,000 YAML maps by indentation': { reason: megabyteOfText },
  '60,000 unknown keys in YAML': { reason: megabyteOfText },
  '45,000 unknown keys': { reason: megabyteOfText },
  '20,000 demands, all of them wrong': { reason: megabyteOfText },
  'HEAD of a workbook': { reason: bookHere },
  'a large case, as a workbook': { reason: bookHere },
  'a large case, appraised': { reason: appraisedHere },
  'a large case, explained': { reason: appraisedHere },
  'a large case, its slopes': { reason: appraisedHere },
}
