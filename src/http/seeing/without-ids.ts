import type { CompleteCase } from '../../case/complete.ts'

/**
 * The id of a check or a line with every id that somebody chose replaced by its place among the ids of the case, counted from 1 in the order in
 * which they stand there: `ladder.demand.#1.costs.#2@2027-28`. An id may be the name of a place or of a person; its place is not, and whoever has
 * the case finds it again. Without the case there is only the first word, which is ours.
 */
export function withoutIds(id: string, complete: CompleteCase | undefined): string {
  const [kind = '', ...rest] = id.split(/(?<=[.@+])/)
  if (complete === undefined) return kind.replace(/[.@+]$/, '')
  const ids = [...new Set(idsIn(complete))]
  const hidden = rest.map((part) => {
    const place = ids.indexOf(part.replace(/[.@+]$/, ''))
    return place === -1 ? part : `#${place + 1}${/[.@+]$/.exec(part)?.[0] ?? ''}`
  })
  return [kind, ...hidden].join('')
}

function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}
