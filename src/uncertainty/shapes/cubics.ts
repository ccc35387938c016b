/**
 * A smooth curve through values at even steps with known slopes there, as the four coefficients of a cubic in each step. Source: Hermite's
 * cubic interpolation; its error is at most step⁴ ÷ 384 × the greatest fourth derivative.
 */
export function hermiteCubics(values: Float64Array, slopes: Float64Array, step: number): Float64Array {
  const coefficients = new Float64Array(4 * (values.length - 1))
  for (let index = 0; index < values.length - 1; index++) {
    const value = values[index] as number
    const rise = (values[index + 1] as number) - value
    const here = (slopes[index] as number) * step
    const there = (slopes[index + 1] as number) * step
    const at = 4 * index
    coefficients[at] = value
    coefficients[at + 1] = here
    coefficients[at + 2] = 3 * rise - 2 * here - there
    coefficients[at + 3] = here + there - 2 * rise
  }
  return coefficients
}

/** The curve at a place counted in steps, from 0 to just below the number of steps. */
export function cubicAt(cubics: Float64Array, place: number): number {
  const step = Math.floor(place)
  const t = place - step
  const at = 4 * step
  const c0 = cubics[at] as number
  const c1 = cubics[at + 1] as number
  const c2 = cubics[at + 2] as number
  const c3 = cubics[at + 3] as number
  return c0 + t * (c1 + t * (c2 + t * c3))
}
