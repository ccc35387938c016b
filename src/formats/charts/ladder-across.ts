import * as Plot from '@observablehq/plot'
import { linesUp, valueAxis } from './axis.ts'
import { type Caption, drawn } from './drawing.ts'
import { fitted, widthOfText } from './label.ts'
import { isSliver, type LadderBar } from './ladder-bar.ts'
import { writtenAs } from './measured.ts'
import { palette } from './palette.ts'
import { sizes } from './size.ts'

const { width, type } = sizes.narrow
/** Height of a bar with its label above it. */
const row = 40
const words = 6

/** The ladder with bars across below each other, each under its label, for a narrow chart. */
export function ladderAcross(caption: Caption, bars: readonly LadderBar[], nothing?: string): string {
  const axis = valueAxis([0, ...bars.flatMap(({ from, to }) => [from, to])], writtenAs(true), 'narrow', 1)
  const places = [...bars.keys()]
  const [left, right] = axis.overhang.map((each) => Math.max(12, each)) as [number, number]
  const unit = (axis.scale.domain[1] - axis.scale.domain[0]) / (width - left - right)
  const y = (place: number) => place
  const labels = bars.map(({ label, words: amount }) => {
    const [line = ''] = fitted(label, width - 24 - widthOfText(amount, type, true) - words, type, 1)
    return line
  })
  return drawn(
    caption,
    {
      height: 34 + row * bars.length,
      marginLeft: left,
      marginRight: right,
      marginTop: 6,
      marginBottom: 28,
      x: axis.options,
      y: { type: 'band', domain: places, label: null, axis: null, padding: 0 },
      marks: [
        linesUp(axis),
        Plot.barX(bars, {
          y: (_, place: number) => place,
          x1: 'from',
          x2: 'to',
          fill: ({ kind }: LadderBar) => palette[kind],
          insetTop: 19,
          insetBottom: 5,
        }),
        Plot.tickX(bars.filter(isSliver(unit)), {
          x: 'from',
          y: (bar: LadderBar) => bars.indexOf(bar),
          stroke: ({ kind }: LadderBar) => palette[kind],
          strokeWidth: 2,
          insetTop: 19,
          insetBottom: 5,
        }),
        Plot.tickX(places, { x: () => 0, y, stroke: palette.ink, insetTop: 17, insetBottom: 0 }),
        Plot.text(places, {
          y,
          frameAnchor: 'left',
          text: (place: number) => labels[place],
          textAnchor: 'start',
          dx: 8 - left,
          dy: -10,
          stroke: 'white',
          strokeWidth: 4,
          fill: palette.ink,
        }),
        Plot.text(places, {
          y,
          frameAnchor: 'right',
          text: (place: number) => bars[place]?.words,
          textAnchor: 'end',
          dx: right - 8,
          dy: -10,
          fontWeight: 'bold',
          stroke: 'white',
          strokeWidth: 4,
          fill: palette.ink,
        }),
      ],
    },
    { size: 'narrow', nothing },
  )
}
