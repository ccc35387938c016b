/** How many values there were, their mean, and the sum of the squares of their distances from it. */
export interface Moments {
  count: number
  mean: number
  squares: number
}

/** The moments of no values. */
export const noMoments: Moments = { count: 0, mean: 0, squares: 0 }

/** The moments of one block of values: first the mean, then the distances from it. */
export function momentsOf(values: Float64Array): Moments {
  const count = values.length
  if (count === 0) return noMoments
  let sum = 0
  for (let index = 0; index < count; index++) sum += values[index] as number
  const rough = sum / count
  let distance = 0
  let squares = 0
  for (let index = 0; index < count; index++) {
    const apart = (values[index] as number) - rough
    distance += apart
    squares += apart * apart
  }
  // What rounding left in the mean is taken out of both.
  return { count, mean: rough + distance / count, squares: Math.max(0, squares - (distance * distance) / count) }
}

/** The moments of two sets of values together. Source: T. F. Chan, G. H. Golub and R. J. LeVeque (1979), Updating formulae for computing sample variances. */
export function mergedMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b
  if (b.count === 0) return a
  const count = a.count + b.count
  const apart = b.mean - a.mean
  return {
    count,
    mean: a.mean + apart * (b.count / count),
    squares: a.squares + b.squares + apart * apart * a.count * (b.count / count),
  }
}

/** The sample variance, with count − 1 below the line; null where one value or none leaves it unknown. */
export function varianceOf({ count, squares }: Moments): number | null {
  return count < 2 ? null : squares / (count - 1)
}
