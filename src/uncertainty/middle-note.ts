import type { Shape } from '../case/quantity.ts'

/** How far central may lie from the middle, as a share of the distance from low to high, before it is worth a note: a rounding in writing. */
const worthSaying = 0.005

/**
 * Says where the draws of a normal or lognormal range centre, if that is elsewhere than the central value which the point answer uses:
 * normal on the middle of low and high, lognormal on their geometric middle. Undefined for the other shapes, which use central.
 */
export function middleNote(shape: Shape, low: number, central: number, high: number): string | undefined {
  if (shape !== 'normal' && shape !== 'lognormal') return undefined
  const middle = shape === 'normal' ? low + (high - low) / 2 : Math.sqrt(low) * Math.sqrt(high)
  if (Math.abs(central - middle) <= worthSaying * (high - low)) return undefined
  const name = shape === 'normal' ? 'the middle' : 'the geometric middle'
  return (
    `Half of the draws lie below ${written(middle)}, ${name} of low and high, because they are the ends of a 95% interval; ` +
    `the point answer uses ${written(central)}.`
  )
}

/** A number in at most six significant digits, without an exponent. */
function written(value: number): string {
  const rounded = Number(value.toPrecision(6))
  return String(rounded).includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : String(rounded)
}
