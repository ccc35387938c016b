import { distance } from 'fastest-levenshtein'

const plain = (word: string) => word.toLowerCase().replace(/[^a-z0-9.]/g, '')

/** The candidate written most like a word, where two letters or at most a third of them differ (one letter of a short word); undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word.slice(0, 200))
  if (wanted === '') return undefined
  let best: string | undefined
  let least = (wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))) + 1
  for (const candidate of candidates) {
    const known = plain(candidate)
    if (Math.abs(known.length - wanted.length) >= least) continue
    const apart = distance(wanted, known)
    if (apart < least) {
      least = apart
      best = candidate
    }
  }
  return best
}

/** Words in a row: week, month, year or entry. */
export function wordList(words: readonly string[], last = 'or'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}
