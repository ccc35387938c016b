import type { CompleteCase } from '../case/complete.ts'
import { follow, isFound } from '../case/paths.ts'
import { holderOf, inputWords, ownerWords } from './explanation/titles.ts'

/** What an assumption is in plain English, with what it belongs to: “Functional Family Therapy: families referred a month at full rate”. */
export function inputTitle(complete: CompleteCase, path: string): string {
  const owner = ownerWords(complete, holderOf(path))
  const found = follow(complete, path)
  const field = isFound(found) ? found.field : undefined
  // Counts and choices are no inputs of a formula, so that the words of explanations leave them out.
  const isFixed = field?.is === 'count' || field?.is === 'choice'
  const words = isFixed ? (field.meaning?.split(/ \(|;/)[0] ?? path) : inputWords(complete, path)
  return owner === '' ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${owner}: ${words}`
}
