import * as Plot from '@observablehq/plot'
import { widthOfText } from './label.ts'
import type { Written } from './measured.ts'
import { palette } from './palette.ts'
import { type RoundScale, roundScale } from './scale.ts'
import { type ChartSize, sizes } from './size.ts'

/** An axis of values: its scale for Plot, its grid, and the margin that its labels take. */
export interface ValueAxis {
  scale: RoundScale
  options: Plot.ScaleOptions
  margin: number
  /** Half the widths of its first and its last label, which stand out beyond an axis across. */
  overhang: readonly [first: number, last: number]
  /** A value of the axis as its ticks are written. */
  written: (value: number) => string
}

/** An axis over some values with round ends; in pounds its ticks are a pound apart at least. Where all values are nothing, 0 is its only tick. */
export function valueAxis(values: readonly number[], { ticks: writing }: Written, size: ChartSize, leastStep = 0): ValueAxis {
  const whole = roundScale(values, size === 'wide' ? 6 : 4, leastStep)
  const isNothing = values.every((value) => Math.abs(value) <= leastStep / 2)
  const scale = isNothing ? { ...whole, ticks: [0] } : whole
  const tickFormat = writing(scale.ticks)
  const labels = scale.ticks.map((tick) => widthOfText(tickFormat(tick), sizes[size].type))
  const half = (width: number | undefined) => Math.ceil((width ?? 0) / 2) + 2
  const options = { domain: [...scale.domain], ticks: [...scale.ticks], tickFormat, label: null }
  return {
    scale,
    options,
    margin: Math.ceil(Math.max(...labels)) + 14,
    overhang: [half(labels[0]), half(labels.at(-1))],
    written: tickFormat,
  }
}

/** Faint lines across the chart at the ticks of an axis upwards. */
export function linesAcross({ scale }: ValueAxis): Plot.Markish {
  return Plot.gridY([...scale.ticks], { stroke: palette.grid, strokeOpacity: 1 })
}

/** Faint lines up the chart at the ticks of an axis across. */
export function linesUp({ scale }: ValueAxis): Plot.Markish {
  return Plot.gridX([...scale.ticks], { stroke: palette.grid, strokeOpacity: 1 })
}

/** Which side of its place a label stands on, so that it stays within the chart: after it in the left quarter, before it in the right one. */
export function anchorAt(value: number, [from, to]: readonly [number, number]): 'start' | 'middle' | 'end' {
  const part = (value - from) / (to - from)
  return part < 0.25 ? 'start' : part > 0.75 ? 'end' : 'middle'
}
