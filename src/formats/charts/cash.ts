import * as Plot from '@observablehq/plot'
import { anchorAt, linesAcross, valueAxis } from './axis.ts'
import { drawn } from './drawing.ts'
import { endLabels } from './end-labels.ts'
import type { LegendEntry } from './legend.ts'
import { writtenAs } from './measured.ts'
import { inkOf, palette } from './palette.ts'
import { shortPounds, wholePounds } from './pounds.ts'
import { type ChartSize, sizes } from './size.ts'

/** Cumulative net cash at the end of each financial year, in pounds; with quantiles where it was simulated. */
export interface CashData {
  years: readonly {
    year: string
    /** Months of the case until its end. */
    months: number
    cumulative: number
    quantiles?: { p5: number; p25: number; p75: number; p95: number }
  }[]
  paybackStatus: 'never-negative' | 'paid-back' | 'not-within-horizon'
  /** When it is paid back for good, where it is within the horizon: the year, the month in words, and after how many months of the case. */
  payback?: { year: string; month: string; after: number }
}

const none = { p5: 0, p25: 0, p75: 0, p95: 0 }
const margins = { marginTop: 30, marginBottom: 50 }
const marginRight = { wide: 112, narrow: 28 }
/** Width that the name of a year takes below the axis. */
const yearWidth = { wide: 60, narrow: 52 }

/** Cumulative net cash by financial year, from nothing at the start, with its fan and the month of payback. */
export function cashChart(id: string, data: CashData, size: ChartSize = 'wide'): string {
  const { years, payback } = data
  const last = years.at(-1)
  if (last === undefined) throw new RangeError('a case has at least one year')
  const points = [{ year: 'Start', months: 0, cumulative: 0, quantiles: none }, ...years]
  const isSimulated = years.every(({ quantiles }) => quantiles !== undefined)
  const fan = isSimulated ? points.map(({ months, quantiles }) => ({ months, ...(quantiles ?? none) })) : []
  const values = [0, ...points.map(({ cumulative }) => cumulative), ...fan.flatMap(({ p5, p95 }) => [p5, p95])]
  const isNothing = values.every((value) => Math.round(value) === 0)
  const axis = valueAxis(values, writtenAs(true), size, 1)
  const across = sizes[size].width - axis.margin - marginRight[size]
  const ticks = apartFromTheEnd(
    points.map(({ months }) => months),
    (last.months * yearWidth[size]) / across,
  )
  const names = new Map(points.map(({ months, year }) => [months, year]))
  const frame = {
    top: margins.marginTop,
    bottom: sizes[size].height - margins.marginBottom,
    domain: axis.scale.domain,
    room: marginRight.wide,
  }
  const central = { name: `central ${shortPounds(last.cumulative)}`, value: last.cumulative, fill: inkOf.whole }
  return drawn(
    { id, title: 'Cumulative net cash', description: described(data, isSimulated) },
    {
      ...margins,
      marginLeft: axis.margin,
      marginRight: marginRight[size],
      x: {
        type: 'linear',
        domain: [0, last.months],
        label: null,
        ticks,
        tickFormat: (at: number) => names.get(at) ?? '',
      },
      y: axis.options,
      marks: [
        linesAcross(axis),
        Plot.areaY(fan, { x: 'months', y1: 'p5', y2: 'p95', fill: palette.outerBand }),
        Plot.areaY(fan, { x: 'months', y1: 'p25', y2: 'p75', fill: palette.innerBand }),
        ...(fan.length === 0
          ? []
          : (['p5', 'p95'] as const).map((y) => Plot.line(fan, { x: 'months', y, stroke: palette.bandEdge, strokeWidth: 1 }))),
        Plot.ruleY([0], { stroke: palette.ink }),
        Plot.text(['at the end of each financial year'], {
          frameAnchor: 'bottom-right',
          text: (words: string) => words,
          textAnchor: 'end',
          dy: 42,
          fill: inkOf.other,
        }),
        ...(payback === undefined ? [] : paybackMarks(payback, last.months)),
        Plot.line(points, { x: 'months', y: 'cumulative', stroke: palette.whole, strokeWidth: 2.5 }),
        Plot.dot(points, { x: 'months', y: 'cumulative', fill: palette.whole, r: points.length > 16 ? 2.5 : 3.5 }),
        ...(size === 'wide' ? [endLabels([central], frame)] : []),
      ],
    },
    {
      size,
      legend: legend(size === 'wide' ? [] : [central.name], isSimulated),
      nothing: isNothing ? 'No net cash in any year' : undefined,
    },
  )
}

/** Places on an axis that are at least `gap` apart, counted from the last, which is always among them. */
function apartFromTheEnd(places: readonly number[], gap: number): number[] {
  const kept: number[] = []
  for (const place of places.toReversed()) if (kept.length === 0 || (kept[0] as number) - place >= gap) kept.unshift(place)
  return kept
}

function paybackMarks({ month, after }: NonNullable<CashData['payback']>, months: number): Plot.Markish[] {
  return [
    Plot.ruleX([after], { stroke: palette.gain, strokeWidth: 1.5, strokeDasharray: '4,3' }),
    Plot.text([after], {
      x: (at: number) => at,
      frameAnchor: 'top',
      text: () => `paid back ${month}`,
      textAnchor: anchorAt(after, [0, months]),
      dy: -14,
      fontWeight: 'bold',
      fill: inkOf.gain,
    }),
  ]
}

function legend(lines: readonly string[], isSimulated: boolean): LegendEntry[] {
  const bands = [
    { name: 'half the draws', stroke: palette.bandEdge, fill: palette.innerBand },
    { name: '9 draws in 10', stroke: palette.bandEdge, fill: palette.outerBand },
  ]
  return [...lines.map((name) => ({ name, stroke: palette.whole })), ...(isSimulated ? bands : [])]
}

function described({ years, paybackStatus, payback }: CashData, isSimulated: boolean): string {
  const list = years.map(({ year, cumulative }) => `${wholePounds(cumulative)} at the end of ${year}`).join(', ')
  const paid =
    paybackStatus === 'never-negative'
      ? 'It is never below nothing.'
      : payback === undefined
        ? 'It is not paid back within the horizon.'
        : `It is paid back for good in ${payback.month}.`
  const drawn = isSimulated ? years.at(-1)?.quantiles : undefined
  const spread =
    drawn === undefined
      ? ''
      : ` Nine draws in ten end between ${wholePounds(drawn.p5)} and ${wholePounds(drawn.p95)}, half of them between ${wholePounds(drawn.p25)} and ${wholePounds(drawn.p75)}.`
  return `Cumulative net cash: ${list}. ${paid}${spread}`
}
