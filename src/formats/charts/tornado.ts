import * as Plot from '@observablehq/plot'
import { anchorAt, linesUp, valueAxis } from './axis.ts'
import { drawn } from './drawing.ts'
import { type Written, writtenAs } from './measured.ts'
import { inkOf, palette } from './palette.ts'
import { type ChartSize, sizes } from './size.ts'
import { type EndOfBar, endInWords, endLabelsOf, endsOf, roomFor } from './tornado-ends.ts'
import { namesOf } from './tornado-names.ts'

/** What one assumption does to a measure from the low end of its range to the high one, in its own unit. */
export interface TornadoBar {
  /** The assumption in words; what it belongs to may stand before a colon. */
  label: string
  /** The ends of the range as decimal texts, such as 0.25. */
  low: string
  high: string
  /** Whether they are pounds. */
  isPounds?: boolean
  atLow: number
  atHigh: number
}

/** A measure, its central value, and the assumptions that move it, the widest first. */
export interface TornadoData {
  measure: string
  central: number
  /** Whether the measure is pounds. */
  isPounds: boolean
  /** How many assumptions have a range, shown or not. */
  ranges: number
  bars: readonly TornadoBar[]
}

const marginTop = 34
const marginBottom = 30
const labelWidth = 280

/** The tornado: how far each assumption moves a measure, the widest on top. Labels stand beside the bars, or above them in a narrow one. */
export function tornadoChart(id: string, data: TornadoData, size: ChartSize = 'wide'): string {
  const { measure, central, isPounds, bars } = data
  const writing = writtenAs(isPounds)
  const caption = { id, title: `What moves ${measure}`, description: described(data, writing) }
  if (bars.length === 0) return drawn(caption, { height: 90, axis: null }, { size, nothing: nothing(data, writing) })
  const { width, type } = sizes[size]
  const isWide = size === 'wide'
  const ends = bars.flatMap(endsOf)
  const labels = bars.flatMap((bar, place) => endLabelsOf(bar, place, central))
  const frame = width - (isWide ? labelWidth : 14) - 22
  const axis = valueAxis([central, ...ends.map(({ at }) => at), ...roomFor(labels, data, frame, type - 1)], writing, size, isPounds ? 1 : 0)
  const [left, right] = isWide ? [labelWidth, Math.max(22, axis.overhang[1])] : axis.overhang.map((each) => Math.max(14, each))
  const names = namesOf(bars, isWide ? labelWidth - 14 : width - 12, size)
  const inset = { insetTop: names.above + (isWide ? 8 : 3), insetBottom: isWide ? 8 : 6 }
  const middle = (names.above + (isWide ? 0 : -3)) / 2
  return drawn(
    caption,
    {
      height: marginTop + marginBottom + bars.length * names.row,
      marginLeft: left as number,
      marginRight: right as number,
      marginTop,
      marginBottom,
      x: axis.options,
      y: { type: 'band', domain: [...bars.keys()], label: null, axis: null, padding: 0 },
      marks: [
        linesUp(axis),
        Plot.barX(
          ends.toSorted((one, other) => Math.abs(other.at - central) - Math.abs(one.at - central)),
          {
            y: 'place',
            x1: central,
            x2: 'at',
            fill: ({ end }: EndOfBar) => (end === 'low' ? palette.innerBand : palette.whole),
            stroke: palette.whole,
            strokeWidth: 0.8,
            ...inset,
          },
        ),
        Plot.tickX(bars, { x: () => central, y: (_, place: number) => place, stroke: palette.ink, insetTop: names.above, insetBottom: 0 }),
        Plot.text([central], {
          x: (value: number) => value,
          frameAnchor: 'top',
          text: () => `central ${writing.short(central)}`,
          textAnchor: anchorAt(central, axis.scale.domain),
          dy: -16,
          fontWeight: 'bold',
        }),
        ...(['end', 'start'] as const).map((textAnchor) =>
          Plot.text(
            labels.filter(({ anchor }) => anchor === textAnchor),
            {
              y: 'place',
              x: 'at',
              text: 'words',
              textAnchor,
              dx: textAnchor === 'end' ? -5 : 5,
              dy: middle,
              fontSize: type - 1,
              fill: inkOf.other,
              stroke: 'white',
              strokeWidth: 3,
            },
          ),
        ),
        ...names.lines.map(({ text, place, dy, isOwner }) =>
          Plot.text([text], {
            y: () => place,
            frameAnchor: 'left',
            text: (line: string) => line,
            textAnchor: isWide ? 'end' : 'start',
            dx: isWide ? -12 : 6 - (left as number),
            dy,
            fontSize: names.type,
            stroke: 'white',
            strokeWidth: 4,
            fill: isOwner ? inkOf.other : palette.ink,
          }),
        ),
      ],
    },
    { size, legend },
  )
}

const legend = [
  { name: 'at its low end', stroke: palette.whole, fill: palette.innerBand },
  { name: 'at its high end', stroke: palette.whole, fill: palette.whole },
]

function nothing({ measure, central, ranges }: TornadoData, { short }: Written): string {
  return ranges === 0 ? `No assumption has a range: ${measure} stays ${short(central)}` : `No range moves ${measure} from ${short(central)}`
}

function described({ measure, central, ranges, bars }: TornadoData, { long }: Written): string {
  const told = bars.map((bar) => {
    const { label, low, high, atLow, atHigh } = bar
    return `${label}: ${long(atLow)} at ${endInWords(bar, low, 10)}, ${long(atHigh)} at ${endInWords(bar, high, 10)}`
  })
  const begin = `${measure.charAt(0).toUpperCase()}${measure.slice(1)} is ${long(central)}.`
  if (ranges === 0) return `${begin} No assumption has a range, so that nothing moves it.`
  if (bars.length === 0) return `${begin} No range moves it.`
  const left = ranges - bars.length
  const rest = left === 0 ? '' : ` ${left} more ${left === 1 ? 'range moves' : 'ranges move'} it less, or not at all.`
  return `${begin} ${told.join('; ')}.${rest}`
}
