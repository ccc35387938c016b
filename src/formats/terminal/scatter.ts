import type { Exact } from '../../graph/exact.ts'
import type { Pen } from './pen.ts'

/** A point of a chart: where it stands, and how it is marked; a later point is drawn over an earlier one. */
export interface Point {
  x: Exact
  y: Exact
  mark: 'best' | 'frontier' | 'other'
}

const inColour = { best: '◆', frontier: '●', other: '·' } as const
const inAscii = { best: '*', frontier: 'o', other: '.' } as const

/** The lines of a chart, and the values at its ends. */
export interface Chart {
  lines: string[]
  across: Ends
  up: Ends
  /** Whether the limit lies within it. */
  showsLimit: boolean
}

/** The sign that stands for a mark. */
export function signOf(pen: Pen, mark: Point['mark']): string {
  return (pen.ascii ? inAscii : inColour)[mark]
}

/**
 * A chart of points in so many columns and rows, the lowest x at the left and the lowest y below; with a line at `limit` where one is given.
 * Nothing where all points stand in one place.
 */
export function scatter(
  pen: Pen,
  points: readonly Point[],
  { columns, rows, limit }: { columns: number; rows: number; limit?: Exact | undefined },
): Chart | undefined {
  const across = ends(points.map(({ x }) => x))
  const up = ends(points.map(({ y }) => y))
  if (across === undefined || up === undefined) return undefined
  const cells = Array.from({ length: rows }, () => new Array<string>(columns).fill(' '))
  const column = (x: Exact) => placeOf(x, across, columns)
  const inside = limit?.greaterThanOrEqualTo(across.least) && limit.lessThanOrEqualTo(across.most) ? limit : undefined
  if (inside !== undefined) for (const row of cells) row[column(inside)] = pen.ascii ? ':' : '┊'
  for (const { x, y, mark } of points) (cells[rows - 1 - placeOf(y, up, rows)] as string[])[column(x)] = signOf(pen, mark)
  const [side, corner, base] = pen.ascii ? ['|', '+', '-'] : ['│', '└', '─']
  const lines = [...cells.map((row) => `${side}${row.join('')}`.trimEnd()), `${corner}${(base as string).repeat(columns)}`]
  return { lines, across, up, showsLimit: inside !== undefined }
}

interface Ends {
  least: Exact
  most: Exact
}

function ends(values: readonly Exact[]): Ends | undefined {
  const [first] = values
  if (first === undefined) return undefined
  const least = values.reduce((one, other) => (other.lessThan(one) ? other : one), first)
  const most = values.reduce((one, other) => (other.greaterThan(one) ? other : one), first)
  return most.greaterThan(least) ? { least, most } : undefined
}

function placeOf(value: Exact, { least, most }: Ends, places: number): number {
  return value
    .minus(least)
    .dividedBy(most.minus(least))
    .times(places - 1)
    .round()
    .toNumber()
}
