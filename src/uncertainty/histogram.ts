import type { Spread } from './spread.ts'

/** Counts of draws between round edges: bin k holds what is at least edges[k] and below edges[k + 1]; `below` and `above` what lies outside. */
export interface Histogram {
  edges: number[]
  counts: number[]
  below: number
  above: number
}

/**
 * A histogram of about `about` bins for a chart, with round edges (1, 2 or 5 times a power of ten apart) from the 0.1% quantile to the 99.9%,
 * so that one far draw does not press all others into one bin. Draws that are all one value give one bin of no width.
 * Source: the ticks of d3-array for the round steps.
 */
export function histogramOf(spread: Spread, about = 40): Histogram {
  const inner = [spread.quantile(0.001), spread.quantile(0.999)] as const
  const [from, to] = inner[1] > inner[0] ? inner : [spread.minimum, spread.maximum]
  if (!(to > from)) return { edges: [from, from], counts: [spread.count], below: 0, above: 0 }
  const { multiple, power } = roundStep((to - from) / about)
  const edge = (steps: number) => (power >= 0 ? steps * multiple * Number(`1e${power}`) : (steps * multiple) / Number(`1e${-power}`))
  const first = Math.floor(from / edge(1))
  const last = Math.floor(to / edge(1)) + 1
  const edges = Array.from({ length: last - first + 1 }, (_, index) => edge(first + index))
  const below = edges.map((at) => spread.countBelow(at))
  const counts = below.slice(1).map((count, index) => count - (below[index] as number))
  return { edges, counts, below: below[0] as number, above: spread.count - (below.at(-1) as number) }
}

/** The round step nearest to one of this size: 1, 2, 5 or 10 times a power of ten. */
function roundStep(size: number): { multiple: number; power: number } {
  const [digits = '', exponent = ''] = size.toExponential().split('e')
  const mantissa = Number(digits)
  const power = Number(exponent)
  if (mantissa >= Math.sqrt(50)) return { multiple: 1, power: power + 1 }
  return { multiple: mantissa >= Math.sqrt(10) ? 5 : mantissa >= Math.sqrt(2) ? 2 : 1, power }
}
