import { between, grid } from './grid.ts'

/** A measure less its target at some values of the quantity. */
export type Curve = (values: readonly number[]) => Float64Array

/** Two neighbouring values between which a curve goes over 0. */
export interface Bracket {
  low: number
  high: number
  rises: boolean
  /** The curve does not close in on 0 however near the two come: it jumps. */
  jumps: boolean
}

/** Where to look: the two ends, the central value, and the least amount of the measure that is shown. */
export interface Within {
  low: number
  high: number
  centre: number
  unit: number
}

/** Where a curve goes over 0, where it comes nearest to it, and whether there were more places than are told. */
export interface Searched {
  brackets: Bracket[]
  nearest: number
  isCut: boolean
}

/** At most so many places are told. */
const mostBrackets = 50
/** At most so many turns of the curve near 0 are looked at more closely. */
const mostTurns = 24
/** A turn is looked at in so many rounds, each as many values across. */
const rounds = 5
const across = 33
/** Refinement looks at so many values between two neighbours at a time, until they are a ten-thousand-millionth apart. */
const finer = 129
const finest = 1e-10
/** A last look is so many times as near as the one before it; a curve without a jump has come as much closer. */
const jumpLeft = 0.5

/**
 * Finds where a curve crosses 0 between two ends. A value whose curve is 0 counts with the side after it, so that a touch is two places
 * or none. Sampled on a grid; then again around every turn that comes near 0 without crossing, since two crossings may lie between two values
 * of the grid; then between neighbours on either side, by ever finer grids.
 */
export function search(curve: Curve, { low, high, centre, unit }: Within): Searched {
  const sampled = sample(curve, grid(low, high, centre))
  const points = closer(curve, sampled)
  const found = crossings(points)
  let nearest = points[0] as Point
  for (const point of points) if (isNearer(point, nearest, centre)) nearest = point
  const told = found.slice(0, mostBrackets).flatMap(([one, other]) => refined(curve, one, other, unit))
  return { brackets: told.slice(0, mostBrackets), nearest: nearest.at, isCut: found.length > mostBrackets || told.length > mostBrackets }
}

interface Point {
  at: number
  off: number
}

function sample(curve: Curve, values: ArrayLike<number>): Point[] {
  const all = Array.from(values)
  const off = curve(all)
  return all.map((at, place) => ({ at, off: off[place] as number }))
}

function isNearer(one: Point, other: Point, centre: number): boolean {
  const [a, b] = [Math.abs(one.off), Math.abs(other.off)]
  return a < b || (a === b && Math.abs(one.at - centre) < Math.abs(other.at - centre))
}

/** The neighbours between which a curve changes its side; 0 is taken for above. */
function crossings(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).flatMap((point, place): [Point, Point][] => {
    const before = points[place] as Point
    return before.off >= 0 === point.off >= 0 ? [] : [[before, point]]
  })
}

/** The sampled points and more of them around each turn towards 0, the nearest turns first. */
function closer(curve: Curve, sampled: readonly Point[]): Point[] {
  const turns = turnsOf(sampled)
    .sort(([, one], [, other]) => Math.abs(one.off) - Math.abs(other.off))
    .slice(0, mostTurns)
  const more = turns.flatMap(([before, , after]) => {
    let points = [before, after]
    const kept: Point[] = []
    for (let round = 0; round < rounds; round++) {
      const [first, last] = [points[0] as Point, points.at(-1) as Point]
      points = sample(curve, between(first.at, last.at, across))
      kept.push(...points)
      if (crossings(points).length > 0) break
      const lowest = points.reduce(
        (least, point, place) => (Math.abs(point.off) < Math.abs((points[least] as Point).off) ? place : least),
        0,
      )
      points = points.slice(Math.max(0, lowest - 1), lowest + 2)
      if (points.length < 2) break
    }
    return kept
  })
  const byValue = new Map([...sampled, ...more].map((point) => [point.at, point]))
  return [...byValue.values()].sort((one, other) => one.at - other.at)
}

/** Three neighbours of which the middle one is nearest to 0, all on one side of it. */
function turnsOf(points: readonly Point[]): [Point, Point, Point][] {
  return points.slice(2).flatMap((after, place): [Point, Point, Point][] => {
    const [before, at] = [points[place] as Point, points[place + 1] as Point]
    const [a, b, c] = [before.off, at.off, after.off].map(Math.abs) as [number, number, number]
    const isOneSide = before.off >= 0 === at.off >= 0 && at.off >= 0 === after.off >= 0
    return isOneSide && b <= a && b <= c && (b < a || b < c) ? [[before, at, after]] : []
  })
}

/** Every place between two neighbours where the curve changes its side, as near as float64 and ten decimal places go. */
function refined(curve: Curve, one: Point, other: Point, unit: number): Bracket[] {
  const width = other.at - one.at
  const points = sample(curve, between(one.at, other.at, finer))
  const isDone = width / (finer - 1) <= finest || width <= Math.abs(other.at) * 1e-13
  const found = crossings(points)
  if (!isDone) return found.slice(0, mostBrackets).flatMap(([from, to]) => refined(curve, from, to, unit))
  return found.slice(0, 1).map(([from, to]) => {
    const [last, before] = [Math.abs(to.off - from.off), Math.abs(other.off - one.off)]
    return { low: from.at, high: to.at, rises: to.off > from.off, jumps: last > before * jumpLeft && last > unit }
  })
}
