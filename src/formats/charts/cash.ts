import * as Plot from '@observablehq/plot'
import { drawn } from './drawing.ts'
import { palette } from './palette.ts'
import { shortPounds, wholePounds } from './pounds.ts'

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

/** Cumulative net cash by year, from nothing at the start, with its fan and the month of payback. */
export function cashChart(id: string, { years, paybackStatus, payback }: CashData): string {
  const last = years.at(-1)
  if (last === undefined) throw new RangeError('a case has at least one year')
  const start = { year: 'Start', cumulative: 0, quantiles: { p5: 0, p25: 0, p75: 0, p95: 0 } }
  const isSimulated = years.every(({ quantiles }) => quantiles !== undefined)
  const points = [start, ...years]
  const fan = isSimulated ? points.map(({ year, quantiles }) => ({ year, ...(quantiles as typeof start.quantiles) })) : []
  const paid = years.find(({ year }) => year === payback?.year)
  const band = (from: 'p5' | 'p25', to: 'p95' | 'p75', fill: string) => Plot.areaY(fan, { x: 'year', y1: from, y2: to, fill })
  const title = 'Cumulative net cash'
  const paidWords =
    paybackStatus === 'never-negative'
      ? 'It is never below nothing.'
      : payback === undefined
        ? 'It is not paid back within the horizon.'
        : `It is paid back for good in ${payback.month}.`
  const list = years.map(({ year, cumulative }) => `${wholePounds(cumulative)} at the end of ${year}`).join(', ')
  const spread =
    isSimulated && last.quantiles !== undefined
      ? ` Nine draws in ten end between ${wholePounds(last.quantiles.p5)} and ${wholePounds(last.quantiles.p95)}.`
      : ''
  return drawn(
    { id, title, description: `${title}: ${list}. ${paidWords}${spread}` },
    {
      marginRight: 110,
      x: { type: 'point', domain: points.map(({ year }) => year), label: null, padding: 0.1 },
      y: { label: null, tickFormat: shortPounds, ticks: 6, nice: true },
      marks: [
        Plot.gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: 6 }),
        band('p5', 'p95', palette.outerBand),
        band('p25', 'p75', palette.innerBand),
        Plot.ruleY([0], { stroke: palette.ink }),
        Plot.line(points, { x: 'year', y: 'cumulative', stroke: palette.whole, strokeWidth: 2.5 }),
        Plot.dot(points, { x: 'year', y: 'cumulative', fill: palette.whole, r: 3.5 }),
        Plot.text([last], {
          x: 'year',
          y: 'cumulative',
          text: ({ cumulative }: typeof last) => `central ${shortPounds(cumulative)}`,
          textAnchor: 'start',
          dx: 8,
          fontWeight: 'bold',
        }),
        ...(fan.length === 0
          ? []
          : [
              Plot.text([fan.at(-1)], {
                x: 'year',
                y: 'p95',
                text: () => '9 draws in 10',
                textAnchor: 'start',
                dx: 8,
                fill: palette.other,
              }),
              Plot.text([fan.at(-1)], {
                x: 'year',
                y: 'p25',
                text: () => 'half the draws',
                textAnchor: 'start',
                dx: 8,
                fill: palette.other,
              }),
            ]),
        ...(paid === undefined || payback === undefined
          ? []
          : [
              Plot.text([paid], {
                x: 'year',
                y: 'cumulative',
                text: () => `paid back ${payback.month}`,
                dy: -14,
                fontWeight: 'bold',
                fill: palette.gain,
              }),
            ]),
      ],
    },
  )
}
