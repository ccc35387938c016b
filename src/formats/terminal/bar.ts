import type { Exact } from '../../graph/exact.ts'
import type { Pen } from './pen.ts'

/** A scale for bars: the values at its two ends, of which 0 is never outside, and how many cells lie between. */
export interface Scale {
  low: Exact
  high: Exact
  cells: number
}

/** A bar from one value to another, with a line at 0 where the scale goes below it; a value too small for a cell keeps a sliver. */
export function bar(pen: Pen, { low, high, cells }: Scale, from: Exact, to: Exact): string {
  const range = high.minus(low)
  if (range.isZero()) return ''
  const cellOf = (value: Exact) => Math.round(value.minus(low).dividedBy(range).times(cells).toNumber())
  const [start, end] = [cellOf(from), cellOf(to)].sort((a, b) => a - b) as [number, number]
  const marks = pen.ascii ? { full: '#', sliver: ':', axis: '|' } : { full: '█', sliver: '▏', axis: '│' }
  const row = Array.from({ length: cells }, (_, cell) => (cell >= start && cell < end ? marks.full : ' '))
  if (start === end && !from.equals(to)) row[Math.min(start, cells - 1)] = marks.sliver
  if (!low.isNegative() || low.isZero()) return row.join('').trimEnd()
  const zero = cellOf(low.times(0))
  return [...row.slice(0, zero), marks.axis, ...row.slice(zero)].join('').trimEnd()
}
