import { cholesky } from './cholesky.ts'
import { insideUnit } from './inside-unit.ts'
import { normalProbability, normalQuantile } from './normal.ts'
import { normalCorrelation } from './normal-correlation.ts'
import { UnusableRanges } from './unusable-ranges.ts'

/** How two ranges move together: `rho` is their rank correlation (Spearman's), −1 … 1, as a decimal string or a number. */
export interface Correlation {
  between: readonly [string, string] | readonly string[]
  rho: string | number
}

/** Ranges that are joined by correlations, directly or through others: their columns, and the triangle that mixes their normal scores. */
interface Group {
  columns: readonly number[]
  lower: readonly Float64Array[]
}

/**
 * Makes columns of uniform numbers move together: a Gaussian copula. Their normal scores are mixed by the Cholesky triangle of the
 * correlations and turned back; columns without a correlation are left alone, and each column on its own stays uniform. Pairs without a correlation have 0.
 * With Latin hypercube sampling the mixed columns are no longer one to a stratum, except the first of each group.
 */
export class Copula {
  private readonly groups: readonly Group[]

  /**
   * `paths` are those of the columns; a correlation with a path that is not among them (it has no range) has no effect.
   * Throws UnusableRanges where a rho is not −1 … 1, a pair is joined twice or with itself, or the correlations contradict each other.
   */
  constructor(paths: readonly string[], correlations: readonly Correlation[]) {
    const known = new Set(paths)
    const used = correlations.filter(({ between }) => between.every((path) => known.has(path)))
    const rhos = pairs(used)
    // In the order of their names, so that the order in which a case lists things does not change its draws.
    this.groups = joined(used).map((group) => ({
      columns: group.map((path) => paths.indexOf(path)),
      lower: mixing(group, rhos),
    }))
  }

  /** Correlates the columns of one block, in place. */
  correlate(columns: readonly Float64Array[]): void {
    for (const group of this.groups) mix(group, columns)
  }
}

const pairKey = (one: string, other: string) => JSON.stringify([one, other].sort())

function pairs(correlations: readonly Correlation[]): Map<string, number> {
  const rhos = new Map<string, number>()
  for (const { between, rho } of correlations) {
    const [one = '', other = ''] = between
    const value = Number(rho)
    if (one === other) throw new UnusableRanges([one], `${one} cannot be correlated with itself; name two different ranges.`)
    if (!(Math.abs(value) <= 1))
      throw new UnusableRanges([one, other], `The correlation between ${one} and ${other} must be from -1 to 1, and it is ${rho}.`)
    const key = pairKey(one, other)
    if (rhos.has(key)) throw new UnusableRanges([one, other], `${one} and ${other} are correlated twice; keep one.`)
    rhos.set(key, value)
  }
  return rhos
}

/** The paths in groups: two are in one group where correlations lead from one to the other. Paths and groups in the order of names. */
function joined(correlations: readonly Correlation[]): string[][] {
  const neighbours = new Map<string, string[]>()
  for (const { between } of correlations) {
    const [one = '', other = ''] = between
    neighbours.set(one, [...(neighbours.get(one) ?? []), other])
    neighbours.set(other, [...(neighbours.get(other) ?? []), one])
  }
  const groups: string[][] = []
  const seen = new Set<string>()
  for (const start of [...neighbours.keys()].sort()) {
    const group: string[] = []
    const waiting = [start]
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      group.push(path)
      waiting.push(...(neighbours.get(path) ?? []))
    }
    if (group.length > 0) groups.push(group.sort())
  }
  return groups
}

function mixing(group: readonly string[], rhos: ReadonlyMap<string, number>): readonly Float64Array[] {
  const matrix = group.map((one) => group.map((other) => (one === other ? 1 : normalCorrelation(rhos.get(pairKey(one, other)) ?? 0))))
  const factor = cholesky(matrix)
  if ('lower' in factor) return factor.lower
  const paths = group.slice(0, factor.failsAt)
  const missing = paths.flatMap((one, place) => paths.slice(place + 1).filter((other) => !rhos.has(pairKey(one, other))))
  const advice =
    missing.length > 0
      ? 'A pair that is not given counts as 0: give it a correlation too, or bring the others nearer to 0.'
      : 'Bring them nearer to 0.'
  throw new UnusableRanges(
    paths,
    `The correlations between ${paths.join(', ')} contradict each other: no quantities can move together in this way. ${advice}`,
  )
}

function mix({ columns, lower }: Group, blocks: readonly Float64Array[]): void {
  const mixed = columns.map((column) => blocks[column] as Float64Array)
  const draws = (mixed[0] as Float64Array).length
  for (const column of mixed) for (let draw = 0; draw < draws; draw++) column[draw] = normalQuantile(column[draw] as number)
  // From the last row upwards: a row needs the scores of the rows before it as they were.
  for (let row = mixed.length - 1; row >= 0; row--) {
    const column = mixed[row] as Float64Array
    const weights = lower[row] as Float64Array
    for (let draw = 0; draw < draws; draw++) {
      let score = 0
      for (let k = 0; k <= row; k++) score += (weights[k] as number) * ((mixed[k] as Float64Array)[draw] as number)
      column[draw] = insideUnit(normalProbability(score))
    }
  }
}
