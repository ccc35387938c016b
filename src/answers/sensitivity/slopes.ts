import { nearlyFloat } from '../../graph/exact.ts'
import { readFloat64 } from '../../graph/float64.ts'
import { slopes } from '../../graph/slopes.ts'
import type { Measure } from '../measure.ts'
import { type Point, Probe } from '../probe.ts'
import type { VariedCase } from '../varied.ts'
import type { ReadQuantity } from './quantities.ts'

/** What a small change of a quantity does to a measure, by one of its own unit. */
export interface SlopeOf {
  /** The slope; where a rise and a fall differ, that of a rise, or of a fall at the upper legal end. */
  derivative: number
  /** The slope over a longer way where whole steps lie between, because jumps are no slope; else the derivative. */
  average: number
  /** What a fall and a rise do by themselves, where they differ. */
  sides?: { below: number | undefined; above: number | undefined }
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
export function slopesOf(varied: VariedCase, { line }: Measure, quantities: readonly ReadQuantity[]): SlopeOf[] {
  const { exact, method } = varied.figures
  const { graph } = method.book
  const { byInput, stepped } = slopes(graph, Float64Array.from(exact.values, nearlyFloat), line)
  const magnitude = Math.max(readFloat64(graph, exact).magnitudes[line.index] as number, 1e-6)
  const probe = new Probe(
    varied,
    quantities.map(({ path }) => path),
    [line],
    { pence: false },
  )
  const isBeneathStep = ({ path }: ReadQuantity) => stepped.has(path) || isStep(path)
  const ways = quantities.map((quantity) => waysOf(quantity, isBeneathStep(quantity)))
  const points = quantities.flatMap(({ path, centre }, place): Point[] => {
    const { below, above } = ways[place] as Ways
    return [centre, centre - below, centre - below / 2, centre + above, centre + above / 2].map((value) => ({ path, value }))
  })
  const values = probe.read(points)
  return quantities.map((quantity, place): SlopeOf => {
    const { path, centre } = quantity
    const { below, above } = ways[place] as Ways
    const [at, low, nearLow, high, nearHigh] = values.subarray(5 * place, 5 * place + 5) as unknown as Five
    const isStepped = isBeneathStep(quantity)
    const told = byInput.get(path) ?? 0
    const reach = Math.max(Math.abs(centre), below, above)
    const settled = (slope: number) => (Math.abs(slope) * reach <= noise * magnitude ? 0 : slope)
    const clean = (slope: number) => (Math.abs(slope) * Math.max(below, above) <= 8 * noise * magnitude ? 0 : slope)
    if (isStepped) {
      const sides = {
        below: below === 0 ? undefined : clean((at - low) / below),
        above: above === 0 ? undefined : clean((high - at) / above),
      }
      const average = settled(((above === 0 ? at : high) - (below === 0 ? at : low)) / (above + below))
      const isSmooth = [sides.below, sides.above].every((side) => {
        return side === undefined || Math.abs(side - told) <= bend * Math.max(Math.abs(side), Math.abs(told))
      })
      if (isSmooth) return { ...smooth(settled(told)), stepped: true }
      return { derivative: settled(told), average, sides, stepped: true }
    }
    // 2 × the half way's slope − the whole way's takes the bend of a smooth curve out.
    const falls = below === 0 ? undefined : (4 * (at - nearLow) - (at - low)) / below
    const rises = above === 0 ? undefined : (4 * (nearHigh - at) - (high - at)) / above
    const same = (one: number, other: number, way: number) =>
      Math.abs(one - other) <= alike * Math.max(Math.abs(one), Math.abs(other)) + (8 * noise * magnitude) / way
    const isTold = (side: number | undefined, way: number) => side === undefined || same(side, told, way)
    if (isTold(falls, below) && isTold(rises, above)) return smooth(settled(told))
    if (falls === undefined || rises === undefined) return smooth(settled((falls ?? rises) as number))
    if (same(falls, rises, Math.min(below, above))) return smooth(settled((falls + rises) / 2))
    const sides = { below: clean(falls), above: clean(rises) }
    return { derivative: sides.above, average: sides.above, sides, stepped: false }
  })
}

type Five = [number, number, number, number, number]

/** How far either side of a value is looked at; 0 where the legal domain ends. */
interface Ways {
  below: number
  above: number
}

function waysOf({ path, centre, least, most }: ReadQuantity, isStepped: boolean): Ways {
  const size = centre === 0 ? Math.min(1, most - least) : Math.abs(centre)
  const way = centre === 0 && isStep(path) ? 1 : (isStepped ? wide : nearby) * size
  return { below: Math.min(way, centre - least), above: Math.min(way, most - centre) }
}

/** Whether a quantity is a whole step itself, which is no step at all where it is 0. */
export function isStep(path: string): boolean {
  return path.endsWith('.release.step')
}

function smooth(slope: number): SlopeOf {
  return { derivative: slope, average: slope, stepped: false }
}
