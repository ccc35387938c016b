import * as Plot from '@observablehq/plot'
import { anchorAt, linesAcross, valueAxis } from './axis.ts'
import { drawn } from './drawing.ts'
import { writtenAs } from './measured.ts'
import { palette } from './palette.ts'
import type { ChartSize } from './size.ts'

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
export function histogramChart(id: string, data: HistogramData, size: ChartSize = 'wide'): string {
  const { measure, isPounds, central, edges, counts } = data
  const bins = counts.map((count, place) => ({ from: edges[place] as number, to: edges[place + 1] as number, count }))
  const writing = writtenAs(isPounds)
  const across = valueAxis([...edges, central], writing, size, isPounds ? 1 : 0)
  const up = valueAxis([0, ...counts], writtenAs(false), size, 1)
  type Bin = (typeof bins)[number]
  return drawn(
    { id, title: `${measure} over the draws`, description: described(data) },
    {
      height: 300,
      marginTop: 46,
      marginBottom: 34,
      marginLeft: up.margin,
      marginRight: 26,
      x: across.options,
      y: up.options,
      marks: [
        linesAcross(up),
        Plot.rectY(bins, {
          x1: 'from',
          x2: 'to',
          y1: 0,
          y2: 'count',
          fill: ({ to }: Bin) => (to <= 0 ? palette.loss : palette.whole),
          inset: bins.length > 40 && size === 'narrow' ? 0.2 : 0.5,
        }),
        Plot.ruleY([0], { stroke: palette.ink }),
        Plot.ruleX([central], { stroke: 'white', strokeWidth: 4 }),
        Plot.ruleX([central], { stroke: palette.ink, strokeWidth: 2, strokeDasharray: '5,3' }),
        Plot.text([central], {
          x: (value: number) => value,
          frameAnchor: 'top',
          text: () => `central ${writing.short(central)}`,
          textAnchor: anchorAt(central, across.scale.domain),
          dy: -16,
          fontWeight: 'bold',
        }),
        Plot.text(['draws'], { frameAnchor: 'top-left', text: (words: string) => words, textAnchor: 'start', dx: 6 - up.margin, dy: -34 }),
      ],
    },
    { size, legend: legend(bins) },
  )
}

/** The key, where there are draws on both sides of 0. */
function legend(bins: readonly { to: number }[]) {
  const entries = [
    { name: 'below 0', stroke: palette.loss, fill: palette.loss, isThere: bins.some(({ to }) => to <= 0) },
    { name: '0 or above', stroke: palette.whole, fill: palette.whole, isThere: bins.some(({ to }) => to > 0) },
  ]
  return entries.every(({ isThere }) => isThere) ? entries : []
}

function described({ isPounds, central, counts, below, above, p5, p95, notNegative }: HistogramData): string {
  const { long } = writtenAs(isPounds)
  const share = notNegative === undefined ? '' : `; ${percent(notNegative)} of the draws are 0 or above`
  const outside = below + above
  const all = outside + counts.reduce((sum, count) => sum + count, 0)
  const left = outside === 0 ? '' : ` Of ${all} draws ${outside} lie beyond the ends of the chart.`
  return `Nine draws in ten lie between ${long(p5)} and ${long(p95)}; the central value is ${long(central)}${share}.${left}`
}

/** A share of draws to a tenth of a per cent; never all or none where it is not. */
function percent(share: number): string {
  if (share > 0 && share < 0.0005) return 'less than 0.1%'
  return share < 1 && share > 0.9995 ? 'more than 99.9%' : `${Number((share * 100).toFixed(1))}%`
}
