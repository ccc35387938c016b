import { type CrossProducts, pairAt } from './cross-products.ts'

/** How much of a measure's variance a straight-line model puts down to one range. */
export interface RegressionShare {
  path: string
  /** Standard deviations that the measure moves by when this range moves by one and all others stay; null where it cannot be told apart. */
  coefficient: number | null
  /** The share of the measure's variance, so that the shares sum to `explained`; null where it cannot be told apart. */
  share: number | null
  /** The range that it wholly moves with, where it cannot be told apart from it. */
  movesWith?: string
}

/** The shares of a straight-line model, and how much of the variance it explains at all (R², 0 … 1); null where there is no variance. */
export interface RegressionShares {
  explained: number | null
  shares: RegressionShare[]
}

/** A column that varies by less than this of its mean does not vary: it is what rounding leaves. */
const rounding = 1e-12

/** What is left of a range's variance once those before it are known, below which it says nothing of its own. */
const nothingOfItsOwn = 1e-9

/**
 * Shares of variance for ranges that are correlated, where Sobol's do not apply: standardised regression coefficients, squared and scaled so that
 * they sum to R². The last column of the cross products is the measure, the others the ranges in the order of `paths`. A range that never
 * varies has a share of 0; one that wholly moves with those before it cannot be told apart, and says so.
 * Source: A. Saltelli and others (2008), Global sensitivity analysis: the primer, §1.2.5.
 */
export function regressionShares(paths: readonly string[], { count, means, products }: CrossProducts): RegressionShares {
  const measure = paths.length
  const between = (one: number, other: number) => products[one >= other ? pairAt(one, other) : pairAt(other, one)] as number
  const varies = (place: number) => {
    const least = rounding * (means[place] as number)
    return between(place, place) > count * least * least
  }
  if (!varies(measure)) {
    return { explained: null, shares: paths.map((path) => ({ path, coefficient: null, share: null })) }
  }
  if (count <= measure + 1) throw new RangeError(`${count} draws are too few to tell ${measure} ranges apart`)
  const correlation = (one: number, other: number) =>
    one === other ? 1 : between(one, other) / Math.sqrt(between(one, one)) / Math.sqrt(between(other, other))
  const varying = paths.flatMap((_, place) => (varies(place) ? [place] : []))
  const { rows, kept, dropped } = factor(varying, correlation)
  const target = kept.map((place) => correlation(place, measure))
  const forward = rows.map(() => 0)
  for (const [row, weights] of rows.entries()) {
    let left = target[row] as number
    for (let k = 0; k < row; k++) left -= (weights[k] as number) * (forward[k] as number)
    forward[row] = left / (weights[row] as number)
  }
  const explained = Math.min(
    1,
    forward.reduce((sum, value) => sum + value * value, 0),
  )
  const coefficients = new Map<number, number>()
  for (let row = rows.length - 1; row >= 0; row--) {
    let left = forward[row] as number
    for (let k = row + 1; k < rows.length; k++) left -= (rows[k]?.[row] as number) * (coefficients.get(kept[k] as number) as number)
    coefficients.set(kept[row] as number, left / (rows[row]?.[row] as number))
  }
  const squares = [...coefficients.values()].reduce((sum, value) => sum + value * value, 0)
  const shares = paths.map((path, place): RegressionShare => {
    const twin = dropped.get(place)
    if (twin !== undefined) return { path, coefficient: null, share: null, movesWith: paths[twin] as string }
    const coefficient = coefficients.get(place) ?? 0
    return { path, coefficient, share: squares > 0 ? (explained * coefficient * coefficient) / squares : 0 }
  })
  return { explained, shares }
}

/** The Cholesky rows of the ranges that say something of their own, and for each of the others the kept range it is closest to. */
function factor(places: readonly number[], correlation: (one: number, other: number) => number) {
  const rows: number[][] = []
  const kept: number[] = []
  const dropped = new Map<number, number>()
  for (const place of places) {
    const row: number[] = []
    let own = 1
    for (const [k, other] of kept.entries()) {
      const weights = rows[k] as number[]
      let left = correlation(place, other)
      for (let j = 0; j < k; j++) left -= (row[j] as number) * (weights[j] as number)
      const weight = left / (weights[k] as number)
      row.push(weight)
      own -= weight * weight
    }
    if (own > nothingOfItsOwn) {
      rows.push([...row, Math.sqrt(own)])
      kept.push(place)
    } else {
      const closest = kept.reduce((best, other) =>
        Math.abs(correlation(place, other)) > Math.abs(correlation(place, best)) ? other : best,
      )
      dropped.set(place, closest)
    }
  }
  return { rows, kept, dropped }
}
