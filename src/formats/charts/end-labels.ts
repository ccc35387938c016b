import * as Plot from '@observablehq/plot'
import { fitted } from './label.ts'
import { sizes } from './size.ts'

/** A name at the right end of a line, at a value. */
export interface EndLabel {
  name: string
  value: number
  fill: string
}

/** The frame that the labels must stay in, in units of the chart, and the values at its foot and its head. */
export interface Frame {
  top: number
  bottom: number
  domain: readonly [from: number, to: number]
  /** Width of the margin at the right. */
  room: number
}

const lineHeight = 1.15

/** Names in the right margin beside the ends of lines, wrapped, and moved apart where they would touch. For wide charts. */
export function endLabels(labels: readonly EndLabel[], { top, bottom, domain: [from, to], room }: Frame): Plot.Markish {
  const { type } = sizes.wide
  const unit = (to - from) / (bottom - top)
  const wrapped = labels.map(({ name }) => fitted(name, room - 14, type, 3, true))
  const blocks = labels.map(({ value }, place) => ({
    at: bottom - (value - from) / unit,
    high: (wrapped[place] as string[]).length * type * lineHeight + 3,
  }))
  const apart = keptApart(blocks, top, bottom)
  return Plot.text(labels, {
    frameAnchor: 'right',
    y: (_: EndLabel, place: number) => from + (bottom - (apart[place] as number)) * unit,
    text: (_: EndLabel, place: number) => (wrapped[place] as string[]).join('\n'),
    textAnchor: 'start',
    dx: 8,
    fill: 'fill',
    fontWeight: 'bold',
  })
}

/** Moves blocks along a line until none touches another or leaves the ends, keeping their order and, where there is room, their middle. */
export function keptApart(blocks: readonly { at: number; high: number }[], top: number, bottom: number): number[] {
  const order = blocks.map((block, place) => ({ ...block, place })).sort((one, other) => one.at - other.at)
  const placed = order.map(({ at }) => at)
  const gap = (rank: number) => ((order[rank]?.high ?? 0) + (order[rank + 1]?.high ?? 0)) / 2
  for (let rank = 1; rank < placed.length; rank++)
    placed[rank] = Math.max(placed[rank] as number, (placed[rank - 1] as number) + gap(rank - 1))
  const drift = placed.reduce((sum, at, rank) => sum + at - (order[rank]?.at ?? 0), 0) / Math.max(1, placed.length)
  const centred = placed.map((at) => at - drift)
  for (const [rank, { high }] of order.entries()) {
    const before = rank === 0 ? top + high / 2 : (centred[rank - 1] as number) + gap(rank - 1)
    centred[rank] = Math.max(centred[rank] as number, before)
  }
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const after = rank === order.length - 1 ? bottom - (order[rank]?.high ?? 0) / 2 : (centred[rank + 1] as number) - gap(rank)
    centred[rank] = Math.min(centred[rank] as number, after)
  }
  const apart = new Array<number>(blocks.length).fill(0)
  for (const [rank, { place }] of order.entries()) apart[place] = centred[rank] as number
  return apart
}
