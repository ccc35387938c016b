import * as Plot from '@observablehq/plot'
import { linesAcross, valueAxis } from './axis.ts'
import { type Caption, drawn } from './drawing.ts'
import { fitted } from './label.ts'
import type { LadderBar } from './ladder.ts'
import { writtenAs } from './measured.ts'
import { palette } from './palette.ts'
import { sizes } from './size.ts'

const { width, type } = sizes.wide
const marginRight = 12
const mostLines = 4

/** The ladder with bars upwards beside each other, for a wide chart. */
export function ladderUp(caption: Caption, bars: readonly LadderBar[], nothing?: string): string {
  const axis = valueAxis([0, ...bars.flatMap(({ from, to }) => [from, to])], writtenAs(true), 'wide', 1)
  const places = [...bars.keys()]
  const room = (width - axis.margin - marginRight) / bars.length - 6
  const labels = bars.map(({ label }) => fitted(label, room, type, mostLines))
  const lines = Math.max(...labels.map(({ length }) => length))
  const x = (place: number) => place
  return drawn(
    caption,
    {
      marginLeft: axis.margin,
      marginRight,
      marginTop: 26,
      marginBottom: 16 + lines * type * 1.05,
      x: { type: 'band', domain: places, padding: 0.25, label: null },
      y: axis.options,
      marks: [
        linesAcross(axis),
        Plot.barY(bars, { x: (_, place: number) => place, y1: 'from', y2: 'to', fill: ({ kind }: LadderBar) => palette[kind] }),
        Plot.link(places.slice(0, -1), {
          x1: x,
          x2: (place: number) => place + 1,
          y1: (place: number) => bars[place]?.to,
          y2: (place: number) => bars[place]?.to,
          stroke: palette.other,
          strokeDasharray: '2,2',
        }),
        Plot.ruleY([0], { stroke: palette.ink }),
        Plot.text(places, {
          x,
          y: (place: number) => Math.max(0, bars[place]?.from ?? 0, bars[place]?.to ?? 0),
          text: (place: number) => bars[place]?.words,
          dy: -9,
          fontWeight: 'bold',
          stroke: 'white',
          strokeWidth: 4,
          fill: palette.ink,
        }),
        Plot.axisX({ tickSize: 0, tickFormat: (place: number) => labels[place]?.join('\n') }),
      ],
    },
    { size: 'wide', nothing },
  )
}
