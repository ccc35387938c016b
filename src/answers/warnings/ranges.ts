import type { Figures } from '../figures.ts'
import { valueNamed } from './named.ts'
import type { Warning } from './warning.ts'

/** Warnings about ranges: a correlation whose quantity has none, because it was set to a plain number. */
export function rangeWarnings(figures: Figures): Warning[] {
  const { complete, register } = figures
  return complete.correlations.flatMap(({ between }, place): Warning[] => {
    const plain = between.filter((path) => register.get(path)?.range === undefined)
    if (plain.length === 0) return []
    return [
      {
        code: 'correlation-without-range',
        path: `correlations.${place}`,
        message: `${plain.map((path) => valueNamed(figures, path)).join(' and ')} ${plain.length === 1 ? 'has' : 'have'} no range, so this correlation has no effect. Give a range, or leave the correlation out.`,
      },
    ]
  })
}
