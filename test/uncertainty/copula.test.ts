import fc from 'fast-check'
import t from 'tap'
import { Copula } from '../../src/uncertainty/copula.ts'
import { normalCorrelation } from '../../src/uncertainty/normal-correlation.ts'
import { uniforms } from '../../src/uncertainty/streams.ts'
import { UnusableRanges } from '../../src/uncertainty/unusable-ranges.ts'
import { correlation, near, ranks, same } from './numbers.ts'

const draws = 40_000

function columns(paths: readonly string[], length = draws): Float64Array[] {
  return paths.map((path) => {
    const column = new Float64Array(length)
    uniforms('copula', path, 0, column)
    return column
  })
}

function correlated(paths: readonly string[], correlations: { between: [string, string]; rho: string | number }[]): Float64Array[] {
  const made = columns(paths)
  new Copula(paths, correlations).correlate(made)
  return made
}

t.test('the normal correlation of a rank correlation is 2 sin(πρ ÷ 6)', async (t) => {
  for (const rho of [-1, -0.99, -0.5, -0.01, 0, 0.2, 0.7, 1]) {
    t.ok(Math.abs(normalCorrelation(rho) - 2 * Math.sin((Math.PI * rho) / 6)) < 3e-16, `${rho}`)
    t.ok(near((6 / Math.PI) * Math.asin(normalCorrelation(rho) / 2), rho, 1e-14), 'and back')
  }
  t.equal(normalCorrelation(1), 1)
  t.equal(normalCorrelation(-1), -1)
})

t.test('draws have the rank correlations that were asked for', async (t) => {
  for (const rho of [-0.9, -0.3, 0.5, 0.8]) {
    const [a, b] = correlated(['a', 'b'], [{ between: ['a', 'b'], rho: String(rho) }]) as [Float64Array, Float64Array]
    const found = correlation(ranks(a), ranks(b))
    // The standard error of a rank correlation is at most 1.06 (1 − ρ²) ÷ √n for normal scores (Bonett and Wright 2000: √(1 + ρ²/2) (1 − ρ²) ÷ √n).
    const error = (Math.sqrt(1 + (rho * rho) / 2) * (1 - rho * rho)) / Math.sqrt(draws)
    t.ok(Math.abs(found - rho) < 4 * error, `${rho}: ${found}`)
  }
})

t.test('each column stays uniform, and those without a correlation are left alone', async (t) => {
  const paths = ['x', 'b', 'a', 'y']
  const before = columns(paths)
  const after = correlated(paths, [{ between: ['b', 'a'], rho: 0.7 }])
  t.ok(same(after[0], before[0]))
  t.ok(same(after[3], before[3]))
  for (const column of [after[1], after[2]] as [Float64Array, Float64Array]) {
    const sorted = column.slice().sort()
    const apart = sorted.reduce((most, u, place) => Math.max(most, Math.abs(u - place / draws)), 0)
    t.ok(apart * Math.sqrt(draws) < 1.9495, 'scipy.stats.kstwobign.ppf(0.999)')
    t.ok(sorted.every((u) => u > 0 && u < 1))
  }
})

t.test('three paths at once, and two groups apart', async (t) => {
  const paths = ['a', 'b', 'c', 'd', 'e']
  const made = correlated(paths, [
    { between: ['a', 'b'], rho: 0.6 },
    { between: ['b', 'c'], rho: -0.4 },
    { between: ['d', 'e'], rho: 0.5 },
  ])
  const rank = made.map(ranks)
  const expected: [number, number, number][] = [
    [0, 1, 0.6],
    [1, 2, -0.4],
    [0, 2, 0],
    [3, 4, 0.5],
    [0, 3, 0],
    [2, 4, 0],
  ]
  for (const [one, other, rho] of expected) {
    const found = correlation(rank[one] as Float64Array, rank[other] as Float64Array)
    t.ok(Math.abs(found - rho) < 4 / Math.sqrt(draws), `${paths[one]} and ${paths[other]}: ${found}`)
  }
})

t.test('the order of columns and of correlations changes no draw', async (t) => {
  const given: { between: [string, string]; rho: number }[] = [
    { between: ['a', 'b'], rho: 0.6 },
    { between: ['b', 'c'], rho: -0.4 },
  ]
  const [a, b, c] = correlated(['a', 'b', 'c'], given)
  const moved = correlated(['c', 'a', 'b'], given.toReversed())
  for (const [place, column] of [c, a, b].entries()) t.ok(same(moved[place], column))
})

t.test('a correlation of exactly 1 or −1 is allowed: they move as one', async (t) => {
  const [a, b] = correlated(['a', 'b'], [{ between: ['a', 'b'], rho: '1' }]) as [Float64Array, Float64Array]
  t.ok(same(a, b))
  const [c, d] = correlated(['c', 'd'], [{ between: ['c', 'd'], rho: '-1' }]) as [Float64Array, Float64Array]
  t.ok(c.every((u, draw) => Math.abs(u + (d[draw] as number) - 1) < 1e-15))
  const twins = correlated(
    ['a', 'b', 'c'],
    [
      { between: ['a', 'b'], rho: 1 },
      { between: ['a', 'c'], rho: 0.5 },
      { between: ['b', 'c'], rho: 0.5 },
    ],
  )
  t.ok(same(twins[0], twins[1]))
})

t.test('correlations that contradict each other are refused, naming the paths', async (t) => {
  const refused = (correlations: { between: [string, string]; rho: number | string }[], paths: string[], message: RegExp) => {
    const error = t.throws(() => new Copula(['a', 'b', 'c', 'd'], correlations)) as unknown as UnusableRanges
    t.ok(error instanceof UnusableRanges)
    t.same(error.paths, paths)
    t.match(error.message, message)
  }
  const pair = (one: string, other: string, rho: number | string) => ({ between: [one, other] as [string, string], rho })
  refused(
    [pair('a', 'b', 0.9), pair('b', 'c', 0.9), pair('a', 'c', -0.9), pair('c', 'd', 0.1)],
    ['a', 'b', 'c'],
    /Bring them nearer to 0\.$/,
  )
  refused([pair('a', 'b', 0.9), pair('b', 'c', 0.9)], ['a', 'b', 'c'], /contradict each other: .* A pair that is not given counts as 0/)
  refused([pair('a', 'b', 1), pair('b', 'c', 0.5)], ['a', 'b', 'c'], /contradict/)
  refused([pair('a', 'b', 1.01)], ['a', 'b'], /from -1 to 1, and it is 1\.01/)
  refused([pair('a', 'b', 'much')], ['a', 'b'], /it is much/)
  refused([pair('a', 'a', 1)], ['a'], /itself/)
  refused([pair('a', 'b', 0.1), pair('b', 'a', 0.1)], ['b', 'a'], /twice/)
})

t.test('a correlation with a path that has no range has no effect', async (t) => {
  const left = correlated(['a', 'b'], [{ between: ['a', 'gone'], rho: 0.5 }])
  for (const [place, column] of columns(['a', 'b']).entries()) t.ok(same(left[place], column))
})

t.test('correlations that quantities made of the same parts have are always taken', async (t) => {
  // Any rows of unit length give a matrix that is positive semidefinite; its rank correlations are 6/π asin(r/2).
  const row = fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 })
    .map((values) => values.with(0, (values[0] as number) || 1))
  const paths = ['a', 'b', 'c', 'd']
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (rows) => {
      const lengths = rows.map((each) => Math.sqrt(each.reduce((sum, value) => sum + value * value, 0)))
      const rho = (i: number, j: number) => {
        const product = rows[i]?.reduce((sum, value, k) => sum + value * (rows[j]?.[k] as number), 0) as number
        const r = (0.999 * product) / (lengths[i] as number) / (lengths[j] as number)
        return (6 / Math.PI) * Math.asin(r / 2)
      }
      const all = paths.flatMap((one, i) =>
        paths.slice(i + 1).map((other, k) => ({ between: [one, other] as const, rho: rho(i, i + 1 + k) })),
      )
      new Copula(paths, all)
      return true
    }),
    { numRuns: 300, seed: 7 },
  )
  t.pass()
})
