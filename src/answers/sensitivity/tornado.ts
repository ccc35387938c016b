import { canonical } from '../../case/decimal-text.ts'
import type { ReadCase } from '../../case/read-case.ts'
import { exactNumber } from '../../graph/exact.ts'
import type { Measure } from '../measure.ts'
import type { Point, Probe } from '../probe.ts'
import { settingBeyond } from '../setting.ts'
import type { VariedCase } from '../varied.ts'
import type { ReadQuantity } from './quantities.ts'

/** One bar of a tornado: a measure with one quantity at its low and at its high end, everything else as it stands. */
export type Bar = ReturnType<typeof tornado>[number]

/** Between the ends so many values are looked at, to see whether the measure moves one way. */
const between = 15
/** A step back smaller than this part of the largest value is a last digit of float64. */
const lastDigits = 1e-10

/** The readers of a measure while any quantity varies: rounded to pence as in the answer, and not. */
export interface Readers {
  ready: ReadCase
  varied: VariedCase
  pence: Probe
  smooth: Probe
}

interface Ends {
  quantity: ReadQuantity
  low: string
  high: string
}

/** The bars of the quantities that have a range, the longest first. */
export function tornado(readers: Readers, measure: Measure, quantities: readonly ReadQuantity[]) {
  return bars(
    readers,
    measure,
    quantities.flatMap((quantity) => {
      const { range } = quantity.assumption
      return range === undefined ? [] : [{ quantity, low: canonical(range.low), high: canonical(range.high) }]
    }),
  )
}

/**
 * The bars of the quantities without a range, a tenth of their value either side within what is legal, the longest first. A tenth is no
 * measure of how unsure somebody is, so these are not to be put beside the others. What stands at 0 has no tenth.
 */
export function withoutRange(readers: Readers, measure: Measure, quantities: readonly ReadQuantity[]) {
  return bars(
    readers,
    measure,
    quantities.flatMap((quantity) => {
      const { assumption, centre, least, most } = quantity
      if (assumption.range !== undefined || centre === 0) return []
      const value = exactNumber(assumption.value)
      const ends = [value.times('0.9'), value.times('1.1')].sort((one, other) => one.comparedTo(other))
      const [low, high] = ends.map((end) =>
        canonical(
          exactNumber(Math.max(least, Math.min(most, end.toNumber())))
            .toDecimalPlaces(10)
            .toFixed(),
        ),
      )
      return low === undefined || high === undefined || low === high ? [] : [{ quantity, low, high }]
    }),
  )
}

function bars({ ready, varied, pence, smooth }: Readers, measure: Measure, all: readonly Ends[]) {
  const ends = all.flatMap(({ quantity: { path }, low, high }): Point[] => [low, high].map((value) => ({ path, value: Number(value) })))
  const measured = pence.read(ends)
  const steps = all.flatMap(({ quantity: { path, centre }, low, high }) =>
    inSteps(Number(low), centre, Number(high)).map((value) => ({ path, value })),
  )
  const curves = smooth.read(steps)
  const central = varied.float(measure.line)
  return all
    .map(({ quantity: { path, assumption }, low, high }, place) => {
      const [atLow, atHigh] = measured.subarray(2 * place, 2 * place + 2) as unknown as [number, number]
      const span = [atLow, atHigh, central]
      const swing = Math.max(...span) - Math.min(...span)
      const curve = curves.subarray(place * (between + 2), (place + 1) * (between + 2))
      return {
        swing,
        bar: {
          path,
          unit: assumption.unit,
          low,
          central: assumption.value,
          high,
          atLow: measure.figure(atLow),
          atHigh: measure.figure(atHigh),
          swing: measure.figure(swing),
          oneWay: movesOneWay(curve),
          setLow: settingBeyond(ready, path, low),
          setHigh: settingBeyond(ready, path, high),
        },
      }
    })
    .sort((one, other) => other.swing - one.swing)
    .map(({ bar }) => bar)
}

/** Values from one end over the centre to the other, in order. */
function inSteps(low: number, centre: number, high: number): number[] {
  const even = Array.from({ length: between + 1 }, (_, place) => low + ((high - low) * place) / between)
  return [...even, centre].sort((one, other) => one - other)
}

function movesOneWay(curve: Float64Array): boolean {
  const least = lastDigits * curve.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  const moves = curve.subarray(1).map((value, place) => value - (curve[place] as number))
  return !(moves.some((move) => move > least) && moves.some((move) => move < -least))
}
