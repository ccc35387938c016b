import * as Plot from '@observablehq/plot'
import { drawn } from './drawing.ts'
import { palette } from './palette.ts'
import { shortPounds, wholePounds } from './pounds.ts'

/** How the draws of a measure are spread. */
export interface HistogramData {
  measure: string
  /** Whether the measure is pounds. */
  isPounds: boolean
  central: number
  edges: readonly number[]
  counts: readonly number[]
  /** Draws below the first edge and at or above the last. */
  below: number
  above: number
  p5: number
  p95: number
  /** The share of draws at 0 or above, 0 … 1, where it is known. */
  notNegative?: number
}

/** The draws of a measure, those below nothing apart from the others, with its central value. */
export function histogramChart(id: string, { measure, central, edges, counts, p5, p95, notNegative }: HistogramData): string {
  const bins = counts.map((count, place) => ({ from: edges[place] as number, to: edges[place + 1] as number, count }))
  type Bin = (typeof bins)[number]
  const share = notNegative === undefined ? '' : `; ${(notNegative * 100).toFixed(1)}% are 0 or above`
  return drawn(
    {
      id,
      title: `${measure} over the draws`,
      description: `Nine draws in ten lie between ${wholePounds(p5)} and ${wholePounds(p95)}; the central value is ${wholePounds(central)}${share}.`,
    },
    {
      height: 300,
      x: { label: null, tickFormat: shortPounds, ticks: 8 },
      y: { label: '↑ draws', ticks: 5, nice: true },
      marks: [
        Plot.gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: 5 }),
        Plot.rectY(bins, { x1: 'from', x2: 'to', y: 'count', fill: ({ to }: Bin) => (to <= 0 ? palette.loss : palette.whole), inset: 0.5 }),
        Plot.ruleY([0], { stroke: palette.ink }),
        Plot.ruleX([central], { stroke: palette.ink, strokeWidth: 2, strokeDasharray: '5,3' }),
        Plot.text([central], {
          x: (value: number) => value,
          frameAnchor: 'top',
          text: () => `central ${shortPounds(central)}`,
          dy: -14,
          fontWeight: 'bold',
        }),
      ],
    },
  )
}
