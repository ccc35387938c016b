import type { Figures } from './figures.ts'

/** Where a figure of the answer is the value, or the sum of the values, of a line that goes by another name. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/^why\.cashable$/, 'headline.cashable'],
  [/^headline\.(npv|bcr)$/, 'economic.fiscal.$1'],
  [/^headline\.entriesAvoided\.([^.]+)$/, 'demand.$1.entriesAvoided'],
  [/^headline\.(\w+)$/, 'financial.$1'],
  [/^(?:cash|years\.cash)\.(\w+)$/, 'financial.$1'],
  [/^years\.position\.(\w+)$/, 'position.$1'],
  [/^(?:years\.)?real\.(\w+)$/, 'economic.$1'],
  [/^(interventions\.[^.]+)\.cash\.(\w+)$/, '$1.$2'],
  [/^(demand\.[^.]+)\.lines\.([^.]+)\.cash\.(\w+)$/, '$1.costs.$2.$3'],
  [/^(demand\.[^.]+)\.lines\.([^.]+)\.real\.(\w+)$/, '$1.costs.$2.$3Real'],
  [/^(demand\.[^.]+)\.lines\.([^.]+)\.(\w+)$/, '$1.costs.$2.$3'],
]

/**
 * The id of the line that an answer's own name for a figure stands for; the same id where it is no such name. Why cashable is less can be
 * asked of the horizon and of one year.
 */
export function otherNames(figures: Figures, id: string, period?: string): string {
  const { lines } = figures.method.book
  if (id === 'why.cashable' && period !== undefined) return 'financial.cashable'
  for (const [pattern, line] of patterns) {
    if (!pattern.test(id)) continue
    const meant = id.replace(pattern, line)
    for (const each of [meant, `${meant}Real`]) if (lines.has(each)) return each
  }
  const real = `${id}Real`
  return id.startsWith('economic.') && lines.has(real) ? real : id
}
