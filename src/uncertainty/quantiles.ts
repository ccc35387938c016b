/**
 * The quantile at p (0 … 1) of sorted values: a straight line between the two values around position (count − 1) × p.
 * Throws RangeError for no values or a p outside 0 … 1. Source: type 7 of R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages; d3-array.
 *
 * quantileSorted(Float64Array.of(0, 10, 30), 0.75) is 20.
 */
export function quantileSorted(sorted: Float64Array, p: number): number {
  return quantileBy(sorted.length, p, (place) => sorted[place] as number)
}

/** The same quantile where values are had one at a time: `valueAt` gives the value that `place` values are not above, 0 … count − 1. */
export function quantileBy(count: number, p: number, valueAt: (place: number) => number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile is at 0 to 1, and this is at ${p}`)
  if (count === 0) throw new RangeError('no values have no quantile')
  const position = (count - 1) * p
  const place = Math.floor(position)
  const value = valueAt(place)
  const part = position - place
  return part === 0 ? value : value + (valueAt(place + 1) - value) * part
}
