import t from 'tap'
import { type CrossProducts, crossProductsOf, mergedCrossProducts } from '../../src/uncertainty/cross-products.ts'
import { regressionShares } from '../../src/uncertainty/regression-shares.ts'
import { Sampler } from '../../src/uncertainty/sampler.ts'
import { near, range } from './numbers.ts'

function crossed(columns: number[][]): CrossProducts {
  return crossProductsOf(columns.map((column) => Float64Array.from(column)))
}

t.test('a straight line of two ranges that are not correlated', async (t) => {
  // x = ±1, y = ±1 in all four ways; the measure 3x + 4y + 100 has variance 9 + 16: standardised 3/5 and 4/5, shares 9/25 and 16/25.
  const { explained, shares } = regressionShares(
    ['x', 'y'],
    crossed([
      [1, 1, -1, -1],
      [1, -1, 1, -1],
      [107, 99, 101, 93],
    ]),
  )
  t.ok(near(explained as number, 1, 1e-14))
  t.ok(near(shares[0]?.coefficient as number, 0.6, 1e-14) && near(shares[1]?.coefficient as number, 0.8, 1e-14))
  t.ok(near(shares[0]?.share as number, 0.36, 1e-14) && near(shares[1]?.share as number, 0.64, 1e-14))
})

t.test('correlated ranges and a bend: the coefficients of an independent program', async (t) => {
  const columns = [
    [1, 2, 3, 4, 5, 6],
    [2, 1, 4, 3, 7, 5],
    [3, 5, 11, 14, 30, 31],
  ]
  // x, y, m as above, standardised: z = (v - v.mean())/v.std(); numpy.linalg.lstsq(c_[zx, zy], zm); R² = 1 - residual/6
  const { explained, shares } = regressionShares(['x', 'y'], crossed(columns))
  t.ok(near(shares[0]?.coefficient as number, 0.6726329910547575, 1e-12), `${shares[0]?.coefficient}`)
  t.ok(near(shares[1]?.coefficient as number, 0.3607447548376325, 1e-12), `${shares[1]?.coefficient}`)
  t.ok(near(explained as number, 0.9668280016495236, 1e-12), `${explained}`)
  t.ok(near((shares[0]?.share as number) + (shares[1]?.share as number), explained as number, 1e-14), 'shares sum to R²')
})

t.test('ranges that never vary, and ranges that wholly move with others', async (t) => {
  const x = [1, 2, 3, 4, 7, 9]
  const twin = x.map((value) => 10 - 2 * value)
  const { shares } = regressionShares(['x', 'still', 'twin'], crossed([x, x.map(() => 0.1), twin, x.map((value) => 3 * value)]))
  t.ok(near(shares[0]?.share as number, 1, 1e-9))
  t.same(shares[1], { path: 'still', coefficient: 0, share: 0 })
  t.same(shares[2], { path: 'twin', coefficient: null, share: null, movesWith: 'x' })
  const flat = regressionShares(['x'], crossed([x, x.map(() => 0.1)]))
  t.same(flat, { explained: null, shares: [{ path: 'x', coefficient: null, share: null }] })
  t.throws(
    () =>
      regressionShares(
        ['x', 'y'],
        crossed([
          [1, 2],
          [2, 1],
          [3, 4],
        ]),
      ),
    RangeError,
  )
})

t.test('cross products merge in blocks to those of all draws', async (t) => {
  const inputs = [range('a', 'pert', '1', '2', '9'), range('b', 'normal', '1000', '1010', '1020')]
  const correlations = [{ between: ['a', 'b'], rho: 0.7 }]
  const sampler = new Sampler({ inputs, correlations, seed: 's', sampling: 'random', draws: 3000 })
  const blocks = [0, 1, 2].map((block) => sampler.block(block))
  const merged = blocks.map(crossProductsOf).reduce(mergedCrossProducts)
  const all = crossProductsOf([0, 1].map((place) => Float64Array.from(blocks.flatMap((block) => [...(block[place] as Float64Array)]))))
  t.equal(merged.count, 3000)
  for (const [at, product] of all.products.entries()) t.ok(near(merged.products[at] as number, product, 1e-11))
  for (const [at, mean] of all.means.entries()) t.ok(near(merged.means[at] as number, mean, 1e-13))
})
