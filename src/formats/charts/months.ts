import * as Plot from '@observablehq/plot'
import { palette } from './palette.ts'

/** One line of a chart by month. */
export interface MonthlyLine {
  name: string
  values: readonly number[]
  look: 'whole' | 'other' | 'loss' | 'gain'
}

/** How each look is dashed, so that lines are apart without colour too. */
const dashes = { whole: 'none', other: '6,3', loss: '2,3', gain: '10,3,2,3' } as const
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The axes of a chart by month from `start`, such as 2026-04; the year is written under every April. */
export function byMonth(start: string, count: number): Plot.PlotOptions {
  const [year = 0, month = 1] = start.split('-').map(Number)
  const first = (16 - month) % 12
  const every = count > 120 ? 24 : 12
  const ticks = Array.from({ length: Math.max(0, Math.ceil((count - first) / every)) }, (_, place) => first + place * every)
  const named = (at: number) => {
    const months = year * 12 + month - 1 + at
    return `${monthNames[months % 12]} ${Math.floor(months / 12)}`
  }
  return {
    marginRight: 150,
    x: { domain: [0, Math.max(1, count - 1)], label: null, ticks: ticks.length > 1 ? ticks : [0, count - 1], tickFormat: named },
    y: { label: null, ticks: 6, nice: true },
  }
}

/** The lines, each named at its right end, the names kept apart. */
export function monthlyLines(lines: readonly MonthlyLine[]): Plot.Markish[] {
  const points = lines.flatMap(({ name, values, look }) => values.map((value, month) => ({ name, month, value, look })))
  const ends = lines.map(({ name, values, look }) => ({ name, month: values.length - 1, value: values.at(-1) ?? 0, look }))
  type Point = (typeof points)[number]
  const apart = keptApart(
    ends.map(({ value }) => value),
    Math.max(1, ...points.map(({ value }) => value)) / 16,
  )
  return [
    Plot.gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: 6 }),
    Plot.ruleY([0], { stroke: palette.ink }),
    ...lines.map(({ name, look }) =>
      Plot.lineY(
        points.filter((point) => point.name === name),
        { x: 'month', y: 'value', stroke: palette[look], strokeWidth: 2.2, strokeDasharray: dashes[look] },
      ),
    ),
    Plot.text(ends, {
      x: 'month',
      y: (_: Point, place: number) => apart[place] as number,
      text: 'name',
      textAnchor: 'start',
      dx: 8,
      fill: ({ look }: Point) => palette[look],
      fontWeight: 'bold',
    }),
  ]
}

/** Moves values apart until neighbours are `gap` from each other, keeping their order and their middle. */
export function keptApart(values: readonly number[], gap: number): number[] {
  const order = values.map((value, place) => ({ value, place })).sort((one, other) => one.value - other.value)
  const placed: number[] = []
  for (const { value } of order) placed.push(Math.max(value, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + gap))
  const shift = placed.reduce((sum, value, place) => sum + value - (order[place]?.value ?? 0), 0) / Math.max(1, placed.length)
  const apart = new Array<number>(values.length).fill(0)
  for (const [rank, { place }] of order.entries()) apart[place] = (placed[rank] as number) - shift
  return apart
}
