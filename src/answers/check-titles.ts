import type { CompleteCase } from '../case/complete.ts'
import { checkName } from '../method/check-names.ts'
import { ownerWords } from './explanation/titles.ts'

/** What a check says in plain English, and of what part of the case and when ('' for the whole case). Throws an Error for an id without words. */
export function checkTitle(complete: CompleteCase, id: string): { words: string; of: string } {
  const { words, owner, year } = checkName(id)
  return { words, of: [ownerWords(complete, owner), year].filter((part) => part !== undefined && part !== '').join(' · ') }
}
