import { padded, widthOf, wrapped } from './columns.ts'
import type { Pen, Tone } from './pen.ts'

/** A column of a table: its heading (lines parted by \n) and which side its cells keep to. */
export interface Column {
  heading: string
  side: 'left' | 'right'
  /** At most this wide: longer cells go on over the next lines. */
  most?: number
}

/** A row of cells, one for each column; `rule` draws a line above it, and `tone` colours it. */
export interface Row {
  cells: readonly string[]
  rule?: boolean
  tone?: Tone
}

const gap = '  '

/** Lays out a table: headings, then rows, every column as wide as its widest cell. Figures keep to the right. */
export function table(pen: Pen, columns: readonly Column[], rows: readonly Row[]): string[] {
  const headings = columns.map(({ heading }) => heading.split('\n'))
  const bodies = rows.map(({ cells }) => columns.map(({ most }, at) => linesOf(cells[at] ?? '', most)))
  const widths = columns.map((_, at) => Math.max(...[headings, ...bodies].map((lines) => widest(lines[at] ?? []))))
  const layOut = (cells: readonly (readonly string[])[], from: 'top' | 'bottom') => {
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) => {
      const parts = columns.map(({ side }, at) => {
        const lines = cells[at] ?? []
        const text = lines[from === 'top' ? line : line - height + lines.length] ?? ''
        return padded(text, widths[at] ?? 0, side)
      })
      return parts.join(gap).trimEnd()
    })
  }
  const across = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1))
  const rule = pen.colour('quiet', (pen.ascii ? '-' : '─').repeat(across))
  return [
    ...layOut(headings, 'bottom').map((line) => pen.colour('quiet', line)),
    ...rows.flatMap(({ rule: isRuled, tone }, at) => {
      const lines = layOut(bodies[at] ?? [], 'top')
      return [...(isRuled ? [rule] : []), ...lines.map((line) => (tone === undefined ? line : pen.colour(tone, line)))]
    }),
  ]
}

function linesOf(cell: string, most: number | undefined): string[] {
  return most === undefined ? [cell] : wrapped(cell, most)
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(widthOf))
}
