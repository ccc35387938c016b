import { widthOfText } from './label.ts'
import type { ChartSize } from './size.ts'
import { sizes } from './size.ts'

/** One entry of a key: a dashed line or a filled patch, and what it stands for. */
export interface LegendEntry {
  name: string
  stroke: string
  /** As in stroke-dasharray; a whole line where it is absent. */
  dashes?: string
  /** The fill of a patch; where it is absent the entry is a line. */
  fill?: string
  /** What the patch looks like where it stands for points. */
  mark?: 'diamond' | 'dot'
}

/** Where an entry stands, in the units of the chart. */
export interface PlacedEntry extends LegendEntry {
  x: number
  y: number
}

/** Length of a sample. */
export const sample = 24
const gap = 6
const between = 16
const row = 17

/** The entries in rows from the top left, and how much height they take. */
export function placedLegend(entries: readonly LegendEntry[], size: ChartSize): { placed: readonly PlacedEntry[]; height: number } {
  const { width, type } = sizes[size]
  let [x, y] = [4, 12]
  const placed = entries.map((entry) => {
    const wide = sample + gap + widthOfText(entry.name, type)
    if (x > 4 && x + wide > width - 4) [x, y] = [4, y + row]
    const at = { ...entry, x, y }
    x += wide + between
    return at
  })
  return { placed, height: entries.length === 0 ? 0 : y + 6 }
}

/** Where the text of an entry begins, from the beginning of its sample. */
export const textAfter = sample + gap
