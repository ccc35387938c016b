/** The values, each of which must be finite: a draw that failed is never counted. Throws RangeError. */
export function finite(values: Float64Array): Float64Array {
  for (let index = 0; index < values.length; index++) {
    if (!Number.isFinite(values[index])) throw new RangeError(`draw ${index} of a block is ${values[index]}, which is no number`)
  }
  return values
}
