import { Exact, exactNumber } from '../../graph/exact.ts'

/** The ends of a slider and how far it goes at once, as decimal texts. */
export interface Slider {
  low: string
  high: string
  step: string
}

const zero = exactNumber(0)
const nice = ['5', '2', '1'].map((digit) => exactNumber(digit))
/** A slider has at least so many places where it can, so that it moves freely, and few enough for the keys of a keyboard. */
const places = 50

/**
 * The slider of a value: from the ends of its range where it has one; else from half to half as much again within what is legal, and the whole of
 * it for a proportion. It reaches the value as it stands. None where there is no sensible end, as for 0 of anything.
 */
export function sliderOf(
  value: string,
  unit: string,
  range: { low: string; high: string } | undefined,
  legal: { minimum: string; maximum: string },
): Slider | undefined {
  const at = exactNumber(value)
  const [least, most] = [exactNumber(legal.minimum), exactNumber(legal.maximum)]
  const ends =
    range !== undefined
      ? [exactNumber(range.low), exactNumber(range.high)]
      : unit === 'proportion'
        ? [zero, exactNumber(1)]
        : [at.times('0.5'), at.times('1.5')]
  const low = clipped(Exact.min(...ends, at), least, most)
  const high = clipped(Exact.max(...ends, at), least, most)
  if (!high.greaterThan(low)) return undefined
  return { low: low.toFixed(), high: high.toFixed(), step: stepOf(low, high, at).toFixed() }
}

function clipped(value: Exact, least: Exact, most: Exact): Exact {
  return Exact.max(least, Exact.min(most, value)).toDecimalPlaces(10)
}

/** The longest of 1, 2 and 5 of some power of ten by which both ends and the value are reached, in enough places; else a hundredth of the way. */
function stepOf(low: Exact, high: Exact, at: Exact): Exact {
  const span = high.minus(low)
  const power = Math.floor(Math.log10(span.toNumber()))
  for (let down = 0; down < 6; down += 1) {
    for (const digit of nice) {
      const step = digit.times(exactNumber(10).pow(power - down))
      const isReached = span.modulo(step).isZero() && at.minus(low).modulo(step).isZero()
      if (isReached && span.dividedBy(step).greaterThanOrEqualTo(places)) return step
    }
  }
  return span.dividedBy(100).toDecimalPlaces(10)
}
