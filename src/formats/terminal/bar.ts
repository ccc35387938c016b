import type { Exact } from '../../graph/exact.ts'
import type { Pen } from './pen.ts'

/** A scale for bars: the values at its two ends, and how many cells it has. */
export interface Scale {
  low: Exact
  high: Exact
  cells: number
}

/** A bar from one value to another on a scale; a value too small for a cell keeps a sliver, and none at all is left blank. */
export function bar(pen: Pen, { low, high, cells }: Scale, from: Exact, to: Exact): string {
  const range = high.minus(low)
  if (range.isZero() || from.equals(to)) return ''
  const cellOf = (value: Exact) => Math.round(value.minus(low).dividedBy(range).times(cells).toNumber())
  const [start, end] = [cellOf(from), cellOf(to)].sort((a, b) => a - b) as [number, number]
  const full = pen.ascii ? '#' : '█'
  const sliver = pen.ascii ? '|' : '▏'
  return `${' '.repeat(Math.min(start, cells - 1))}${start === end ? sliver : full.repeat(end - start)}`
}
