/** A pivot nearer 0 than this is taken to be 0: what rounding leaves of values that move wholly together. */
const rounding = 1e-12

/** The lower triangle L with L Lᵀ = the matrix; or how many leading rows of the matrix cannot be correlations of anything. */
export type Factor = { lower: readonly Float64Array[] } | { failsAt: number }

/**
 * Factors a symmetric matrix with ones on its diagonal. A pivot of 0 (within 1e-12) is allowed where the rest of its column is 0 too: then a
 * row is a mixture of those before it, as with a correlation of exactly 1. Source: the Cholesky–Banachiewicz algorithm.
 */
export function cholesky(matrix: readonly (readonly number[])[]): Factor {
  const lower: Float64Array[] = []
  for (const [row, entries] of matrix.entries()) {
    const line = new Float64Array(matrix.length)
    for (let column = 0; column <= row; column++) {
      const other = column === row ? line : (lower[column] as Float64Array)
      let left = entries[column] as number
      for (let k = 0; k < column; k++) left -= (line[k] as number) * (other[k] as number)
      if (column === row) {
        if (left < -rounding) return { failsAt: row + 1 }
        line[row] = left <= rounding ? 0 : Math.sqrt(left)
      } else {
        const pivot = other[column] as number
        // A row with a 0 pivot says nothing of its own, so nothing can be left for it to explain.
        if (pivot === 0 && Math.abs(left) > 1e-6) return { failsAt: row + 1 }
        line[column] = pivot === 0 ? 0 : left / pivot
      }
    }
    lower.push(line)
  }
  return { lower }
}
