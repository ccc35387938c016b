import t from 'tap'
import { BlockMoments } from '../../src/uncertainty/block-moments.ts'
import { varianceOf } from '../../src/uncertainty/moments.ts'
import { Sampler, type SamplerOptions } from '../../src/uncertainty/sampler.ts'
import { type Spread, spreadFor } from '../../src/uncertainty/spread.ts'
import { near, range } from './numbers.ts'

/*
 * Draws against distributions that are known on paper, within four standard errors.
 */

const draws = 60_000

function simulated(
  options: Partial<SamplerOptions> & Pick<SamplerOptions, 'inputs'>,
  measure: (row: number[]) => number,
): { moments: BlockMoments; spread: Spread } {
  const sampler = new Sampler({ correlations: [], seed: '2026', sampling: 'random', draws, ...options })
  const moments = new BlockMoments()
  let spread: Spread | undefined
  for (let block = 0; block < sampler.blocks; block++) {
    const columns = sampler.block(block)
    const values = Float64Array.from({ length: sampler.length(block) }, (_, draw) =>
      measure(columns.map((column) => column[draw] as number)),
    )
    moments.add(block, values)
    spread ??= spreadFor(sampler.draws, values)
    spread.add(values)
  }
  return { moments, spread: spread as Spread }
}

const sum = (row: number[]) => row.reduce((all, value) => all + value, 0)
const product = (row: number[]) => row.reduce((all, value) => all * value, 1)

t.test('the sum of three uniforms: Irwin and Hall', async (t) => {
  const { moments, spread } = simulated({ inputs: ['a', 'b', 'c'].map((path) => range(path, 'uniform', '0', '0.5', '1')) }, sum)
  const { mean } = moments.total()
  const error = moments.standardError('random') as number
  t.ok(near(error, Math.sqrt(3 / 12 / draws), 0.02), 'variance 3 ÷ 12')
  t.ok(Math.abs(mean - 1.5) < 4 * error, `mean ${mean}`)
  // The variance of the variance of n values is about (kurtosis − 1) σ⁴ ÷ n; the kurtosis of the sum of three is 3 − 6/5 ÷ 3 = 2.6.
  t.ok(Math.abs((varianceOf(moments.total()) as number) - 0.25) < 4 * 0.25 * Math.sqrt(1.6 / draws))
  // Below 1 the distribution function is x³ ÷ 6 and the density x² ÷ 2; it mirrors at 1.5.
  for (const p of [0.01, 0.05, 0.1]) {
    const x = Math.cbrt(6 * p)
    const within = (4 * Math.sqrt((p * (1 - p)) / draws)) / ((x * x) / 2)
    t.ok(Math.abs(spread.quantile(p) - x) < within, `P${100 * p}: ${spread.quantile(p)}, ${x}`)
    t.ok(Math.abs(spread.quantile(1 - p) - (3 - x)) < within, `P${100 - 100 * p}`)
  }
})

t.test('the product of two lognormals is lognormal', async (t) => {
  const inputs = [range('a', 'lognormal', '50', '100', '200', '0'), range('b', 'lognormal', '0.1', '0.2', '0.4', '0')]
  const { moments, spread } = simulated({ inputs }, product)
  // Each has a median of √(low × high) and ln-deviation ln 4 ÷ (2 × 1.959964); the product has median 100 × 0.2 = 20 and √2 times the deviation.
  const s = (Math.SQRT2 * Math.log(4)) / (2 * 1.959963984540054)
  const { mean } = moments.total()
  t.ok(Math.abs(mean - 20 * Math.exp((s * s) / 2)) < 4 * (moments.standardError('random') as number), `mean ${mean}`)
  const variance = (Math.exp(s * s) - 1) * 400 * Math.exp(s * s)
  // Kurtosis of a lognormal: w⁴ + 2w³ + 3w² − 3, w = exp(s²).
  const w = Math.exp(s * s)
  const kurtosis = w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3
  t.ok(Math.abs((varianceOf(moments.total()) as number) - variance) < 4 * variance * Math.sqrt((kurtosis - 1) / draws))
  // scipy.stats.norm.ppf([0.05, 0.5, 0.9])
  for (const [p, z] of [
    [0.05, -1.6448536269514729],
    [0.5, 0],
    [0.9, 1.2815515655446004],
  ] as const) {
    const x = 20 * Math.exp(s * z)
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / (s * x)
    t.ok(Math.abs(spread.quantile(p) - x) < (4 * Math.sqrt((p * (1 - p)) / draws)) / density, `P${100 * p}: ${spread.quantile(p)}, ${x}`)
  }
})

t.test('two correlated normals: the variance of their sum', async (t) => {
  const inputs = [
    range('a', 'normal', '-1.959963984540054', '0', '1.959963984540054'),
    range('b', 'normal', '-3.919927969080108', '0', '3.919927969080108'),
  ]
  const { moments } = simulated({ inputs, correlations: [{ between: ['a', 'b'], rho: '-0.6' }] }, sum)
  // 1 + 4 + 2 × 1 × 2 × r, where r = 2 sin(π × −0.6 ÷ 6); a normal sum has kurtosis 3.
  const expected = 5 + 4 * 2 * Math.sin((Math.PI * -0.6) / 6)
  t.ok(Math.abs((varianceOf(moments.total()) as number) - expected) < 4 * expected * Math.sqrt(2 / draws))
})

t.test('latin hypercube: the error of a mean is less than half, and it is stated rightly', async (t) => {
  const inputs = ['a', 'b', 'c'].map((path) => range(path, 'pert', '1', '3', '10'))
  const measure = (row: number[]) => product(row) / 10 + sum(row)
  const runs = (sampling: SamplerOptions['sampling']) =>
    Array.from({ length: 40 }, (_, run) => {
      const { moments } = simulated({ inputs, sampling, draws: 8192, seed: `run ${run}` }, measure)
      return { mean: moments.total().mean, stated: moments.standardError(sampling) as number }
    })
  const scatter = (of: { mean: number }[]) => {
    const mean = of.reduce((all, run) => all + run.mean, 0) / of.length
    return Math.sqrt(of.reduce((all, run) => all + (run.mean - mean) ** 2, 0) / (of.length - 1))
  }
  const random = runs('random')
  const stratified = runs('latin-hypercube')
  t.ok(scatter(stratified) < scatter(random) / 2, `${scatter(stratified)} against ${scatter(random)}`)
  // The scatter of 40 runs is itself known to one part in √78, about 11%.
  for (const [name, of] of Object.entries({ random, stratified })) {
    const stated = Math.sqrt(of.reduce((all, run) => all + run.stated ** 2, 0) / of.length)
    t.ok(near(stated, scatter(of), 0.45), `${name}: stated ${stated}, found ${scatter(of)}`)
  }
})
