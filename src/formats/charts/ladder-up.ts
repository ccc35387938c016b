import * as Plot from '@observablehq/plot'
import { linesAcross, valueAxis } from './axis.ts'
import { type Caption, drawn } from './drawing.ts'
import { fitted } from './label.ts'
import { isSliver, type LadderBar } from './ladder-bar.ts'
import { writtenAs } from './measured.ts'
import { palette } from './palette.ts'
import { sizes } from './size.ts'

const { width, height, type } = sizes.wide
const marginRight = 12
const marginTop = 26
const mostLines = 4
/** Height that the amount above a bar takes. */
const amountHeight = 18

/** The ladder with bars upwards beside each other, for a wide chart. */
export function ladderUp(caption: Caption, bars: readonly LadderBar[], nothing?: string): string {
  const axis = valueAxis([0, ...bars.flatMap(({ from, to }) => [from, to])], writtenAs(true), 'wide', 1)
  const places = [...bars.keys()]
  const room = (width - axis.margin - marginRight) / bars.length - 6
  const labels = bars.map(({ label }) => fitted(label, room, type, mostLines))
  const lines = Math.max(...labels.map(({ length }) => length))
  const x = (place: number) => place
  const bottom = 16 + lines * type * 1.05
  const unit = (axis.scale.domain[1] - axis.scale.domain[0]) / (height - marginTop - bottom)
  return drawn(
    caption,
    {
      marginLeft: axis.margin,
      marginRight,
      marginTop,
      marginBottom: bottom,
      x: { type: 'band', domain: places, padding: 0.25, label: null },
      y: axis.options,
      marks: [
        linesAcross(axis),
        Plot.barY(bars, { x: (_, place: number) => place, y1: 'from', y2: 'to', fill: ({ kind }: LadderBar) => palette[kind] }),
        Plot.tickY(bars.filter(isSliver(unit)), {
          x: (bar: LadderBar) => bars.indexOf(bar),
          y: 'from',
          stroke: ({ kind }: LadderBar) => palette[kind],
          strokeWidth: 2,
        }),
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
          y: (place: number) => topOf(bars[place] as LadderBar, amountHeight * unit),
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

/** Where the amount of a bar stands: on its upper end, or on the axis where it would lie across it. */
function topOf({ from, to }: LadderBar, room: number): number {
  const top = Math.max(from, to)
  return top < 0 && top > -room ? 0 : top
}
