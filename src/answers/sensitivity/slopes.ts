import { nearlyFloat } from '../../graph/exact.ts'
import { readFloat64 } from '../../graph/float64.ts'
import type { Expression } from '../../graph/graph.ts'
import { slopes } from '../../graph/slopes.ts'
import type { Measure } from '../measure.ts'
import { type Point, Probe } from '../probe.ts'
import type { VariedCase } from '../varied.ts'
import { inputsBeneathSteps } from './nodes.ts'
import type { ReadQuantity } from './quantities.ts'

/** What a small change of a quantity does to a measure, by one of its own unit. */
export interface SlopeOf {
  /** The slope; where a rise and a fall differ, that of a rise, or of a fall at the upper legal end. */
  derivative: number
  /** The slope over a longer way where whole steps lie between, because jumps are no slope; else the derivative. */
  average: number
  /** What a fall and a rise do by themselves, where they differ. */
  sides?: { below: number | undefined; above: number | undefined }
  /** Whether what the sides show is a jump of whole steps. */
  jumps?: true
  /** Whether whole steps lie between the quantity and the measure. */
  stepped: boolean
}

/** How far the sides are looked at, as a part of the value: near enough that no cap lies between, far enough for float64. */
const nearby = 1e-4
/** The same where whole steps lie between: jumps are averaged over a tenth of the value. */
const wide = 0.1
/** Averages over that long a way that differ from the slope by no more than this part have met no jump, only a bend. */
const bend = 0.25
/** Two slopes are the same where they differ by no more than this part. */
const alike = 1e-4
/** What float64 leaves of a difference of two values, as a part of the largest amount that was added up. */
const noise = 4e-13

/**
 * The slope of a measure by every quantity: by reverse mode in one pass, held against finite differences on either side, read without the
 * rounding to pence, a ten-thousandth of the value away and half as far (Richardson), so that a cap or a queue that just binds is seen.
 * Where the sides agree with each other and not with the pass, it stood on a tie, and the sides are right. Source: the design, slopes.
 */
export function slopesOf(
  varied: VariedCase,
  { line }: Measure,
  quantities: readonly ReadQuantity[],
  probe = smoothProbe(varied, line, quantities),
): SlopeOf[] {
  const { exact, method } = varied.figures
  const { graph } = method.book
  const values = Float64Array.from(exact.values, nearlyFloat)
  const { byInput } = slopes(graph, values, line)
  const stepped = inputsBeneathSteps(graph, values, line.index)
  const magnitude = Math.max(readFloat64(graph, exact).magnitudes[line.index] as number, 1e-6)
  const places = quantities.map((quantity) => {
    const isStepped = stepped.has(quantity.path) || isStep(quantity.path)
    return { quantity, isStepped, near: waysOf(quantity, nearby), far: isStepped ? waysOf(quantity, wide) : undefined }
  })
  const points = places.flatMap(({ quantity: { path, centre }, near, far }): Point[] => {
    const values = [centre, centre - near.below / 2, centre - near.below, centre + near.above / 2, centre + near.above]
    return [...values, ...(far === undefined ? [] : [centre - far.below, centre + far.above])].map((value) => ({ path, value }))
  })
  const read = probe.read(points)
  let taken = 0
  return places.map(({ quantity: { path }, near, far }): SlopeOf => {
    const [at, halfLow, low, halfHigh, high, farLow, farHigh] = read.subarray(taken, taken + (far === undefined ? 5 : 7))
    taken += far === undefined ? 5 : 7
    const told = byInput.get(path) ?? 0
    const centre = at as number
    const falls = sideOf(centre - (halfLow as number), centre - (low as number), near.below, noise * magnitude)
    const rises = sideOf((halfHigh as number) - centre, (high as number) - centre, near.above, noise * magnitude)
    const local = nearSlope(told, falls, rises)
    if (far === undefined) return local
    const sides = {
      below: far.below === 0 ? undefined : (centre - (farLow as number)) / far.below,
      above: far.above === 0 ? undefined : ((farHigh as number) - centre) / far.above,
    }
    const isFlat = (side: number | undefined) =>
      side === undefined || Math.abs(side - local.derivative) <= bend * Math.max(Math.abs(side), Math.abs(local.derivative))
    if (isFlat(sides.below) && isFlat(sides.above)) return { ...local, stepped: true }
    const average =
      ((far.above === 0 ? centre : (farHigh as number)) - (far.below === 0 ? centre : (farLow as number))) / (far.above + far.below)
    return { derivative: local.derivative, average, sides, jumps: true, stepped: true }
  })
}

/** The reader of a line while any of some quantities varies, postings not rounded. */
export function smoothProbe(varied: VariedCase, line: Expression, quantities: readonly ReadQuantity[]): Probe {
  const paths = quantities.map(({ path }) => path)
  return new Probe(varied, paths, [line], { pence: false })
}

/** What one side of a value shows: its slope, how well it is known, and whether it is a jump. */
interface Side {
  slope: number
  known: number
  isJump: boolean
}

/** The slope of one side from the change over half a way and over the whole; undefined where the legal domain ends. */
function sideOf(half: number, whole: number, way: number, least: number): Side | undefined {
  if (way === 0) return undefined
  // Twice the half way's slope less the whole way's takes the bend of a smooth curve out.
  const slope = (4 * half - whole) / way
  const known = (8 * least) / way
  return {
    slope: Math.abs(slope) <= known ? 0 : slope,
    known,
    isJump: Math.abs(half) > 0.9 * Math.abs(whole) && Math.abs(half) > 100 * least,
  }
}

/** The slope at a value from what reverse mode tells and from what is found on either side. */
function nearSlope(told: number, falls: Side | undefined, rises: Side | undefined): SlopeOf {
  const both = [falls, rises].filter((side) => side !== undefined && !side.isJump) as Side[]
  const same = (one: number, other: number, known: number) =>
    Math.abs(one - other) <= alike * Math.max(Math.abs(one), Math.abs(other)) + known
  if (both.every(({ slope, known }) => same(slope, told, known)))
    return smooth(both.some(({ slope }) => slope !== 0) || both.length === 0 ? told : quiet(told, both))
  const [first, second] = both as [Side, Side?]
  if (second === undefined) return smooth(first.slope)
  if (same(first.slope, second.slope, Math.max(first.known, second.known))) return smooth((first.slope + second.slope) / 2)
  return { derivative: second.slope, average: second.slope, sides: { below: first.slope, above: second.slope }, stepped: false }
}

/** A slope of reverse mode where the sides show none: 0 where it is no more than last digits. */
function quiet(told: number, sides: readonly Side[]): number {
  return Math.abs(told) <= 1e-4 * Math.min(...sides.map(({ known }) => known)) ? 0 : told
}

/** How far either side of a value is looked at; 0 where the legal domain ends. */
interface Ways {
  below: number
  above: number
}

function waysOf({ path, centre, least, most }: ReadQuantity, part: number): Ways {
  const size = centre === 0 ? Math.min(1, most - least) : Math.abs(centre)
  const way = centre === 0 && isStep(path) ? 1 : part * size
  return { below: Math.min(way, centre - least), above: Math.min(way, most - centre) }
}

/** Whether a quantity is a whole step itself, which is no step at all where it is 0. */
export function isStep(path: string): boolean {
  return path.endsWith('.release.step')
}

function smooth(slope: number): SlopeOf {
  return { derivative: slope, average: slope, stepped: false }
}
