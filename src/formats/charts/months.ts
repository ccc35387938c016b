import * as Plot from '@observablehq/plot'
import { monthAfter, monthsBetween } from '../../case/calendar.ts'
import { linesAcross, valueAxis } from './axis.ts'
import { type Caption, drawn } from './drawing.ts'
import { endLabels } from './end-labels.ts'
import { writtenAs } from './measured.ts'
import { inkOf, type Look, palette } from './palette.ts'
import { type ChartSize, sizes } from './size.ts'

/** One line of a chart by month. */
export interface MonthlyLine {
  name: string
  values: readonly number[]
  look: Look
}

/** How each look is dashed, so that lines are apart without colour too. */
const dashes = { whole: undefined, other: '7,4', loss: '2,3', gain: '10,3,2,3' } as const
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const marginTop = 30
const marginBottom = 34
const marginRight = { wide: 130, narrow: 30 }
/** Width that the name of a month takes below the axis. */
const monthWidth = { wide: 66, narrow: 56 }
/** Below this many children or families there is no line to see. */
const least = 1e-6
/** The axis spans one child or place at least, or a tenth where there are few. */
const leastSpan = 1

/** Lines by month from `start`, such as 2026-04. What they count stands above the axis, which begins near the lowest value where none is near 0. */
export function monthlyChart(
  caption: Caption,
  start: string,
  counted: string,
  lines: readonly MonthlyLine[],
  size: ChartSize,
  nothing?: string,
): string {
  const values = lines.flatMap((line) => line.values)
  const axis = valueAxis(axisValues(values), writtenAs(false), size, 0.001)
  const [from] = axis.scale.domain
  const marginLeft = Math.max(axis.margin, monthWidth[size] / 2)
  const count = Math.max(...lines.map((line) => line.values.length))
  const fits = Math.max(1, Math.floor((sizes[size].width - axis.margin - marginRight[size]) / monthWidth[size]))
  const frame = { top: marginTop, bottom: sizes[size].height - marginBottom, domain: axis.scale.domain, room: marginRight.wide }
  const says = from > 0 ? `${counted}; the axis begins at ${axis.written(from)}, not at 0` : counted
  return drawn(
    {
      ...caption,
      description: from > 0 ? `${caption.description} The axis begins at ${axis.written(from)}, not at 0.` : caption.description,
    },
    {
      marginTop,
      marginBottom,
      marginLeft,
      marginRight: marginRight[size],
      x: {
        type: 'linear',
        domain: [0, Math.max(1, count - 1)],
        label: null,
        ticks: monthTicks(start, count, fits),
        tickFormat: (at: number) => monthName(start, at),
      },
      y: axis.options,
      marks: [
        linesAcross(axis),
        ...(from <= 0 ? [Plot.ruleY([0], { stroke: palette.ink })] : []),
        ...lines.map(({ values: monthly, look }) =>
          Plot.lineY(monthly, {
            x: (_, month) => month,
            y: (value: number) => value,
            stroke: palette[look],
            strokeWidth: 2.2,
            ...(dashes[look] && { strokeDasharray: dashes[look] }),
          }),
        ),
        Plot.text([says], {
          frameAnchor: 'top-left',
          text: (words: string) => words,
          textAnchor: 'start',
          dx: 6 - marginLeft,
          dy: -20,
          fill: inkOf.other,
        }),
        ...(size === 'wide' ? [endLabels(ends(lines), frame)] : []),
      ],
    },
    {
      size,
      nothing,
      legend:
        size === 'wide'
          ? []
          : lines.map(({ name, look }) => ({ name, stroke: palette[look], ...(dashes[look] && { dashes: dashes[look] }) })),
    },
  )
}

/** Whether two series are the same but for last digits. */
export function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.every((value, month) => Math.abs(value - (other[month] ?? 0)) < least)
}

/**
 * Values that the axis must take in: from 0 where the lowest is not far above it, else from about the lowest, for differences to be seen; but a
 * fraction of one child is not drawn as large as a crowd.
 */
function axisValues(values: readonly number[]): number[] {
  const seen = values.map((value) => (Math.abs(value) < least ? 0 : value))
  const [lowest, highest] = [Math.min(...seen), Math.max(...seen)]
  if (lowest > 0 && lowest < 0.5 * highest) return [0, ...seen]
  const short = Math.max(0, Math.min(leastSpan, highest / 10) - (highest - lowest)) / 2
  return [...seen, Math.max(Math.min(0, lowest), lowest - short), highest + short]
}

function ends(lines: readonly MonthlyLine[]) {
  return lines.map(({ name, values, look }) => ({ name, value: values.at(-1) ?? 0, fill: inkOf[look] }))
}

/** Every April, or every second, fifth or tenth, whichever leaves no more than fit; the first and the last month where there is one April or none. */
function monthTicks(start: string, count: number, fits: number): number[] {
  const first = (((3 - monthsBetween('0000-01', start)) % 12) + 12) % 12
  for (const years of [1, 2, 5, 10]) {
    const ticks = Array.from({ length: Math.max(0, Math.ceil((count - first) / (12 * years))) }, (_, place) => first + place * 12 * years)
    if (ticks.length <= 1) return count > 1 ? [0, count - 1] : [0]
    if (ticks.length <= fits) return ticks
  }
  return [0, count - 1]
}

function monthName(start: string, at: number): string {
  const month = monthAfter(start, at)
  return `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
}
