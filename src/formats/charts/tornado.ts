import * as Plot from '@observablehq/plot'
import { drawn } from './drawing.ts'
import { palette } from './palette.ts'
import { shortPounds, wholePounds } from './pounds.ts'

/** What one assumption does to a measure from the low end of its range to the high one, in its own unit. */
export interface TornadoBar {
  label: string
  /** The ends of the range in words, such as 0.25. */
  low: string
  high: string
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

/** The tornado: how far each assumption moves a measure, the widest on top. */
export function tornadoChart(id: string, { measure, central, bars }: TornadoData): string {
  const ends = bars.flatMap(({ label, low, high, atLow, atHigh }) => [
    { label, at: atLow, words: low, end: 'low' as const },
    { label, at: atHigh, words: high, end: 'high' as const },
  ])
  type End = (typeof ends)[number]
  const values = ends.map(({ at }) => at)
  const [least, most] = [Math.min(central, ...values), Math.max(central, ...values)]
  const margin = Math.max(most - least, 1) * 0.08
  const side = (isLeft: boolean) => ends.filter(({ at, label, end }) => isLeftEnd(label, end) === isLeft && at !== central)
  const isLeftEnd = (label: string, end: 'low' | 'high') => {
    const bar = bars.find((each) => each.label === label) as TornadoBar
    const isLowLeft = bar.atLow <= bar.atHigh
    return end === 'low' ? isLowLeft : !isLowLeft
  }
  const told = bars.map(
    ({ label, low, high, atLow, atHigh }) => `${label}: ${wholePounds(atLow)} at ${low}, ${wholePounds(atHigh)} at ${high}`,
  )
  const label = (isLeft: boolean) =>
    Plot.text(side(isLeft), { y: 'label', x: 'at', text: 'words', textAnchor: isLeft ? 'end' : 'start', dx: isLeft ? -5 : 5, fontSize: 11 })
  return drawn(
    { id, title: `What moves ${measure}`, description: `${measure} is ${wholePounds(central)}. ${told.join('; ')}.` },
    {
      height: 70 + bars.length * 26,
      marginLeft: 250,
      marginTop: 34,
      marginBottom: 26,
      y: { domain: bars.map((bar) => bar.label), label: null, padding: 0.3, tickSize: 0 },
      x: { label: null, tickFormat: shortPounds, ticks: 6, domain: [least - margin, most + margin] },
      marks: [
        Plot.gridX({ stroke: palette.grid, strokeOpacity: 1, ticks: 6 }),
        Plot.barX(ends, { y: 'label', x1: central, x2: 'at', fill: ({ end }: End) => (end === 'low' ? palette.innerBand : palette.whole) }),
        Plot.ruleX([central], { stroke: palette.ink }),
        Plot.text([central], {
          x: (value: number) => value,
          frameAnchor: 'top',
          text: () => `central ${shortPounds(central)}`,
          dy: -24,
          fontWeight: 'bold',
        }),
        label(true),
        label(false),
        Plot.axisY({ lineWidth: 18, tickSize: 0, label: null }),
      ],
    },
  )
}
