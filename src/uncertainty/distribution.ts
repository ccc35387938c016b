import type { Shape } from '../case/quantity.ts'
import { middleNote } from './middle-note.ts'
import { Constant } from './shapes/constant.ts'
import { LognormalRange } from './shapes/lognormal-range.ts'
import { NormalRange } from './shapes/normal-range.ts'
import { Pert } from './shapes/pert.ts'
import { Triangular } from './shapes/triangular.ts'
import { Uniform } from './shapes/uniform.ts'
import { UnusableRanges } from './unusable-ranges.ts'

/** How a quantity that somebody is unsure of is spread. */
export interface Distribution {
  /** The value that is not exceeded with chance u, for u strictly between 0 and 1; it never falls as u rises. */
  quantile(u: number): number
  /** The chance that was cut off beyond the legal domain of the field; 0 for shapes that end at low and high. */
  truncated: number
}

/** A quantity with a range; all numbers are decimal strings, and minimum and maximum are the ends of the field's legal domain. */
export interface UncertainInput {
  path: string
  central: string
  low: string
  high: string
  shape: Shape
  minimum: string
  maximum: string
}

/** A range's distribution; `note` says where the draws centre elsewhere than the point answer does. */
export interface ShapedRange {
  distribution: Distribution
  note?: string
}

/** A simulation makes several samplers of the same ranges, and the tables of a beta distribution take longer than a block of draws. */
const shapedBefore = new WeakMap<UncertainInput, ShapedRange>()

/**
 * The distribution of a range, which must not be changed afterwards.
 * Throws UnusableRanges where low, central and high are out of order or outside the domain, or a lognormal low end is not above 0.
 * Source: method, §9.
 */
export function distributionOf(input: Readonly<UncertainInput>): ShapedRange {
  const known = shapedBefore.get(input)
  if (known !== undefined) return known
  const range = shapedRange(input)
  shapedBefore.set(input, range)
  return range
}

function shapedRange(input: UncertainInput): ShapedRange {
  const { path, shape } = input
  const [central, low, high] = [Number(input.central), Number(input.low), Number(input.high)]
  const [minimum, maximum] = [Number(input.minimum), Number(input.maximum)]
  const inOrder = minimum <= low && low <= central && central <= high && high <= maximum
  if (!inOrder) {
    const got = `low ${input.low}, central ${input.central} and high ${input.high}`
    throw new UnusableRanges(
      [path],
      `${path}: a range runs from low by central to high, within ${input.minimum} to ${input.maximum}; this one has ${got}.`,
    )
  }
  if (shape === 'lognormal' && !(low > 0))
    throw new UnusableRanges([path], `${path}: the low end of a lognormal range must be above 0, and this one is ${input.low}.`)
  if (low === high) return { distribution: new Constant(low) }
  const note = middleNote(shape, low, central, high)
  return { distribution: shaped(shape, low, central, high, minimum, maximum), ...(note === undefined ? {} : { note }) }
}

function shaped(shape: Shape, low: number, central: number, high: number, minimum: number, maximum: number): Distribution {
  switch (shape) {
    case 'pert':
      return new Pert(low, central, high)
    case 'triangular':
      return new Triangular(low, central, high)
    case 'uniform':
      return new Uniform(low, high)
    case 'normal':
      return new NormalRange(low, high, minimum, maximum)
    case 'lognormal':
      return new LognormalRange(low, high, minimum, maximum)
  }
}
