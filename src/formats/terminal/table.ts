import { cut, padded, widthOf, wrapped } from './columns.ts'
import { type Pen, type Tone, written } from './pen.ts'

/** A column of a table: its heading (lines parted by \n) and which side its cells keep to. */
export interface Column {
  heading: string
  side: 'left' | 'right'
  /** At most this wide: a longer cell goes on over more lines, and is cut in the last. */
  most?: number
}

/** A row of cells, one for each column; `rule` draws a line above it, and `tone` colours it. */
export interface Row {
  cells: readonly string[]
  rule?: boolean
  tone?: Tone | undefined
}

const gap = '  '
const linesOfACell = 4

/** A column of figures. */
export function figures(heading: string): Column {
  return { heading, side: 'right' }
}

/** Lays out a table: headings, then rows, every column as wide as its widest cell. */
export function table(pen: Pen, columns: readonly Column[], rows: readonly Row[]): string[] {
  const headings = columns.map(({ heading }) => heading.split('\n').map((line) => written(pen, line)))
  const bodies = rows.map(({ cells }) => columns.map(({ most }, at) => linesOf(pen, cells[at] as string, most)))
  const widths = columns.map((_, at) => Math.max(...[headings, ...bodies].map((cells) => widest(cells[at] as string[]))))

  function laidOut(cells: readonly (readonly string[])[], from: 'top' | 'bottom'): string[] {
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) => {
      const parts = columns.map(({ side }, at) => {
        const lines = cells[at] as string[]
        const text = lines[from === 'top' ? line : line - height + lines.length] ?? ''
        return padded(text, widths[at] as number, side)
      })
      return parts.join(gap).trimEnd()
    })
  }

  const across = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1))
  const rule = pen.colour('quiet', (pen.ascii ? '-' : '─').repeat(across))
  return [
    ...laidOut(headings, 'bottom').map((line) => pen.colour('quiet', line)),
    ...rows.flatMap(({ rule: isRuled, tone }, at) => {
      const lines = laidOut(bodies[at] as string[][], 'top')
      return [...(isRuled ? [rule] : []), ...lines.map((line) => (tone === undefined ? line : pen.colour(tone, line)))]
    }),
  ]
}

function linesOf(pen: Pen, cell: string, most: number | undefined): string[] {
  const text = written(pen, cell)
  if (most === undefined) return [text]
  const lines = wrapped(text, most)
  if (lines.length <= linesOfACell) return lines
  const last = lines.slice(linesOfACell - 1).join(' ')
  return [...lines.slice(0, linesOfACell - 1), cut(last, most, pen.ascii ? '...' : '…')]
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(widthOf))
}
