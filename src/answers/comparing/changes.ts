import { follow, isFound } from '../../case/paths.ts'
import type { ReadyCase } from '../appraise.ts'
import { holderOf, inputWords, ownerWords } from '../explanation/titles.ts'

/** A value of the central case that a variant has otherwise. */
export interface Change {
  path: string
  /** What it is, in words. */
  label: string
  unit: string
  /** Null where the one case has no such value. */
  from: string | null
  to: string | null
  /** In the prices of which year an amount is in the central case and in the variant, where these differ. */
  fromPriceYear?: string
  toPriceYear?: string
  /** Whether the variant sets it, or something that it is part of; other values follow from those. */
  isSet: boolean
}

/** Every value that differs between two cases, as their registers have it, in the order of the case; `set` are the paths that a variant sets. */
export function changesOf(before: ReadyCase, after: ReadyCase, set: readonly string[]): Change[] {
  const paths = [...new Set([...before.register.keys(), ...after.register.keys()])]
  return paths.flatMap((path) => {
    const [old, now] = [before.register.get(path), after.register.get(path)]
    const from = old?.value ?? null
    const to = now?.value ?? null
    if (from === to) return []
    const { case: complete } = now === undefined ? before : after
    return [
      {
        path,
        label: labelOf(complete, path),
        unit: (now ?? old)?.unit ?? '',
        from,
        to,
        ...priceYears(before, after, path),
        isSet: set.some((each) => path === each || path.startsWith(`${each}.`)),
      },
    ]
  })
}

function priceYears(before: ReadyCase, after: ReadyCase, path: string): Pick<Change, 'fromPriceYear' | 'toPriceYear'> {
  if (!path.endsWith('.amount')) return {}
  const [old, now] = [before, after].map(({ register }) => register.get(path.replace(/amount$/, 'priceYear'))?.value)
  return old === undefined || now === undefined || old === now ? {} : { fromPriceYear: old, toPriceYear: now }
}

function labelOf(complete: ReadyCase['case'], path: string): string {
  const found = follow(complete, path)
  const field = isFound(found) ? found.field : undefined
  // Counts and choices are no inputs of a formula, so that the words of explanations leave them out.
  const isFixed = field?.is === 'count' || field?.is === 'choice'
  const words = isFixed ? (field.meaning?.split(/ \(|;/)[0] ?? path) : inputWords(complete, path)
  const owner = ownerWords(complete, holderOf(path))
  if (words === path) return path
  if (owner === '') return words
  return words.endsWith(')') ? `${words.slice(0, -1)}, ${owner})` : `${words} (${owner})`
}
