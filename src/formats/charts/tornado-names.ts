import { fitted } from './label.ts'
import type { ChartSize } from './size.ts'
import type { TornadoBar } from './tornado.ts'

/** One line of the name of a bar, and how far it stands from the middle of its row. */
export interface NameLine {
  text: string
  place: number
  dy: number
  /** Whether it says what the assumption belongs to, rather than what it is. */
  isOwner: boolean
}

/** The names of all bars in lines: what the assumption is, and below it what it belongs to, each shortened where it must be. */
export interface BarNames {
  lines: readonly NameLine[]
  type: number
  /** Height of a row, and how much of it above the bar is taken by the name. */
  row: number
  above: number
}

const looks = { wide: { type: 11.5, most: 2 }, narrow: { type: 11, most: 1 } } as const
/** An owner ends with the intervention, by which two bars may differ: it is not cut off. */
const mostOfOwner = 2
const lineHeight = 13

/** Names no wider than `width`, beside the bars of a wide chart and above those of a narrow one. */
export function namesOf(bars: readonly TornadoBar[], width: number, size: ChartSize): BarNames {
  const { type, most } = looks[size]
  const names = bars.map(({ label }) => {
    const colon = label.indexOf(': ')
    const words = colon === -1 ? label : label.slice(colon + 2)
    const what = fitted(words.charAt(0).toUpperCase() + words.slice(1), width, type, most)
    return { what, owner: colon === -1 ? [] : fitted(label.slice(0, colon), width, type, mostOfOwner) }
  })
  const tallest = Math.max(...names.map(({ what, owner }) => what.length + owner.length))
  const above = size === 'narrow' ? tallest * lineHeight + 2 : 0
  const row = size === 'narrow' ? above + 26 : Math.max(34, tallest * lineHeight + 8)
  const lines = names.flatMap(({ what, owner }, place) => {
    const all = [...what, ...owner]
    // A narrow name ends above its bar, so that what is left over lies between the bars.
    const first = size === 'narrow' ? -row / 2 + (tallest - all.length + 0.5) * lineHeight + 1 : (-(all.length - 1) * lineHeight) / 2
    return all.map((text, at) => ({ text, place, dy: first + at * lineHeight, isOwner: at >= what.length }))
  })
  return { lines, type, row, above }
}
