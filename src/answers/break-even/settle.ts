import type { Assumption } from '../../case/complete.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import { checked } from '../checked.ts'
import { Figures } from '../figures.ts'
import type { Measure } from '../measure.ts'
import type { VariedCase } from '../varied.ts'
import type { Curve } from './search.ts'

/** A decimal value of a quantity with the measure there, read exactly. */
export interface Settled {
  value: Exact
  measure: Exact
}

/** Decimals of a case have so many places. */
const places = 10
/** So many values are tried on either side of where a curve crosses. */
const tried = 96
/** At most so many values are read exactly before the nearest is taken. */
const mostExact = 8

/** The exact reader at other values of one quantity. */
export class ExactAt {
  private readonly varied: VariedCase
  private readonly measure: Measure
  private readonly assumption: Assumption

  constructor(varied: VariedCase, measure: Measure, assumption: Assumption) {
    this.varied = varied
    this.measure = measure
    this.assumption = assumption
  }

  /** The measure at a value, every check of the answer made. Throws CheckFailure where one fails. */
  at(value: Exact): Settled {
    const { complete, register, method } = this.varied.figures
    const { path } = this.assumption
    const text = value.toFixed()
    const figures = new Figures(complete, new Map(register).set(path, { ...this.assumption, value: text }), method, this.varied.figures)
    checked(figures)
    // As it is shown: to the penny, or to the last place of its unit.
    return { value, measure: exactNumber(this.measure.figure(figures.of(this.measure.line)).toString()) }
  }
}

/** Where to settle: the decimals of the two ends, the target, and the least amount of the measure that is shown. */
export interface Bounds {
  low: Exact
  high: Exact
  target: Exact
  unit: number
}

/**
 * The decimal of fewest places at which a measure is its target as shown, near where its curve crosses; else the one that comes nearest. `smooth`
 * is the curve without rounding and `shown` the curve as the answer rounds it, which is a staircase of pence.
 */
export function settled(exact: ExactAt, smooth: Curve, shown: Curve, root: number, { low, high, target, unit }: Bounds): Settled {
  const near = Math.max(1e-9, Math.abs(root) * 1e-6)
  const [below, above] = smooth([root - near, root + near]) as unknown as [number, number]
  const slope = Math.abs(above - below) / (2 * near)
  const apart = Math.max(10 ** -places, slope === 0 ? 0 : (10 * unit) / slope / tried)
  const middle = exactNumber(root)
  const candidates = [
    ...Array.from({ length: places + 1 }, (_, few) => middle.toDecimalPlaces(few)),
    ...Array.from({ length: 2 * tried + 1 }, (_, place) => exactNumber(root + (place - tried) * apart).toDecimalPlaces(places)),
  ].filter((value) => value.greaterThanOrEqualTo(low) && value.lessThanOrEqualTo(high))
  const off = shown(candidates.map((value) => value.toNumber()))
  const order = [...candidates.keys()].sort(
    (one, other) => miss(off[one] as number, unit) - miss(off[other] as number, unit) || one - other,
  )
  let best: Settled | undefined
  const missed = ({ measure }: Settled) => measure.minus(target).abs()
  for (const [rank, place] of order.slice(0, mostExact).entries()) {
    const found = exact.at(candidates[place] as Exact)
    if (best === undefined || missed(found).lessThan(missed(best))) best = found
    // None of the others promises to come nearer than this one was found to.
    const next = order[rank + 1]
    if (missed(best).isZero() || next === undefined || missed(best).lessThanOrEqualTo(miss(off[next] as number, unit) * unit)) break
  }
  return best ?? exact.at(middle.toDecimalPlaces(places))
}

/**
 * The first of some values at which a measure is its target as shown; none where it is so at none of them. What float64 sees far from the target
 * is not read exactly, which takes thousands of times as long; a few pence may be its last digits.
 */
export function touchedAt(exact: ExactAt, shown: Curve, values: readonly Exact[], { target, unit }: Pick<Bounds, 'target' | 'unit'>) {
  const off = shown(values.map((value) => value.toNumber()))
  return values
    .filter((_, place) => Math.abs(off[place] as number) <= 10 * unit)
    .map((value) => exact.at(value))
    .find(({ measure }) => measure.equals(target))
}

/** How far off a value is, in whole units: what differs by less than one is alike. */
function miss(off: number, unit: number): number {
  return Math.round(Math.abs(off) / unit)
}

/** The two decimals, a ten-thousand-millionth apart where float64 reaches as far, on either side of a jump, and the measure at each. */
export function sidesOf(exact: ExactAt, from: number, to: number, rises: boolean, target: Exact): { below: Settled; above: Settled } {
  const isBefore = ({ measure }: Settled) => measure.lessThan(target) === rises
  const step = exactNumber(10).toPower(-places)
  let below = exact.at(exactNumber(from).toDecimalPlaces(places))
  let above = exact.at(exactNumber(to).toDecimalPlaces(places))
  // The exact reader may see the jump a few last digits away from where float64 did.
  for (let away = 1; away <= 1 << 20 && !isBefore(below); away *= 4) below = exact.at(below.value.minus(step.times(away)))
  for (let away = 1; away <= 1 << 20 && isBefore(above); away *= 4) above = exact.at(above.value.plus(step.times(away)))
  while (above.value.minus(below.value).greaterThan(step)) {
    const middle = exact.at(above.value.plus(below.value).dividedBy(2).toDecimalPlaces(places))
    if (middle.value.equals(above.value) || middle.value.equals(below.value)) break
    if (isBefore(middle)) below = middle
    else above = middle
  }
  return { below, above }
}

/** The least amount of a measure that is shown: a penny, or the last place of its unit. */
export function leastShown(measure: Measure): number {
  const [, part = ''] = measure.figure(0).toString().split('.')
  return 10 ** -part.length
}
