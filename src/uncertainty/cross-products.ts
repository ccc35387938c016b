/** How some columns vary together: their means, and the sums of the products of their distances from them, row by row of the lower triangle. */
export interface CrossProducts {
  count: number
  means: Float64Array
  products: Float64Array
}

/** The place of a pair of columns in the products, for column ≤ row. */
export function pairAt(row: number, column: number): number {
  return (row * (row + 1)) / 2 + column
}

/** The cross products of one block of columns. */
export function crossProductsOf(columns: readonly Float64Array[]): CrossProducts {
  const count = (columns[0] as Float64Array).length
  const means = Float64Array.from(columns, (column) => column.reduce((sum, value) => sum + value, 0) / count)
  const apart = columns.map((column, place) => column.map((value) => value - (means[place] as number)))
  const products = new Float64Array(pairAt(columns.length, 0))
  for (const [row, one] of apart.entries()) {
    for (let column = 0; column <= row; column++) {
      const other = apart[column] as Float64Array
      let sum = 0
      for (let draw = 0; draw < count; draw++) sum += (one[draw] as number) * (other[draw] as number)
      products[pairAt(row, column)] = sum
    }
  }
  return { count, means, products }
}

/** The cross products of two sets of draws together; merge blocks in their order, and the result does not depend on who worked them out. */
export function mergedCrossProducts(a: CrossProducts, b: CrossProducts): CrossProducts {
  const count = a.count + b.count
  const apart = b.means.map((mean, place) => mean - (a.means[place] as number))
  const weight = a.count * (b.count / count)
  const products = new Float64Array(a.products.length)
  for (let row = 0; row < apart.length; row++) {
    for (let column = 0; column <= row; column++) {
      const at = pairAt(row, column)
      const between = (apart[row] as number) * (apart[column] as number) * weight
      products[at] = (a.products[at] as number) + (b.products[at] as number) + between
    }
  }
  return { count, means: a.means.map((mean, place) => mean + (apart[place] as number) * (b.count / count)), products }
}
