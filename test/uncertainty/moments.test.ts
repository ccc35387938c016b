import fc from 'fast-check'
import t from 'tap'
import { BlockMoments } from '../../src/uncertainty/block-moments.ts'
import { mergedMoments, momentsOf, noMoments, varianceOf } from '../../src/uncertainty/moments.ts'
import { Sampler } from '../../src/uncertainty/sampler.ts'
import { near, range } from './numbers.ts'

t.test('moments of a few values', async (t) => {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 40 ÷ 8 = 5; squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; variance 32 ÷ 7
  const moments = momentsOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))
  t.same(moments, { count: 8, mean: 5, squares: 32 })
  t.equal(varianceOf(moments), 32 / 7)
  t.equal(varianceOf(momentsOf(Float64Array.of(3))), null, 'one value says nothing of how values vary')
  t.same(momentsOf(new Float64Array(0)), noMoments)
})

t.test('a small spread on a large mean keeps its digits', async (t) => {
  // 1e9 + (0, 1, 2): mean 1e9 + 1, squares 2
  t.same(momentsOf(Float64Array.of(1e9, 1e9 + 1, 1e9 + 2)), { count: 3, mean: 1e9 + 1, squares: 2 })
})

t.test('merged in parts is the same as all at once', async (t) => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(values, fc.nat(60), (list, at) => {
      const all = momentsOf(Float64Array.from(list))
      const merged = mergedMoments(momentsOf(Float64Array.from(list.slice(0, at))), momentsOf(Float64Array.from(list.slice(at))))
      const mean = list.reduce((sum, value) => sum + value, 0) / list.length
      const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0)
      return [all, merged].every(
        (moments) =>
          moments.count === list.length &&
          Math.abs(moments.mean - mean) < 1e-9 &&
          Math.abs(moments.squares - squares) <= 1e-9 * squares + 1e-6,
      )
    }),
    { numRuns: 500, seed: 7 },
  )
  t.pass()
})

t.test('the order in which blocks are worked out changes no bit', async (t) => {
  const sampler = new Sampler({
    inputs: [range('a', 'pert', '1', '2', '9')],
    correlations: [],
    seed: 's',
    sampling: 'random',
    draws: 20_000,
  })
  const forward = new BlockMoments()
  const backward = new BlockMoments()
  for (let block = 0; block < sampler.blocks; block++) forward.add(block, sampler.block(block)[0] as Float64Array)
  for (let block = sampler.blocks - 1; block >= 0; block--) backward.set(block, momentsOf(sampler.block(block)[0] as Float64Array))
  t.same(forward.total(), backward.total())
  t.equal(forward.standardError('random'), backward.standardError('random'))
  t.equal(forward.total().count, 20_000)
})

t.test('a block that is missing or added twice is an error', async (t) => {
  const moments = new BlockMoments()
  moments.add(1, Float64Array.of(1))
  t.throws(() => moments.total(), new RangeError('block 0 is missing'))
  t.throws(() => moments.add(1, Float64Array.of(1)), new RangeError('block 1 is added twice'))
  t.same(new BlockMoments().total(), noMoments)
})

t.test('standard errors: s ÷ √n for random draws; of block means for latin hypercube, unknown for few blocks', async (t) => {
  const moments = new BlockMoments()
  for (const [block, values] of [
    [1, 3],
    [2, 6],
    [4, 4],
    [1, 1],
  ].entries())
    moments.add(block, Float64Array.from(values))
  t.equal(moments.standardError('latin-hypercube'), null)
  moments.add(4, Float64Array.of(9))
  // 1 3 2 6 4 4 1 1 9: mean 31/9; Σx² = 165, so squares = 165 − 961/9 = 524/9, variance 524/72, error √(524/72 ÷ 9)
  t.ok(near(moments.standardError('random') as number, Math.sqrt(524 / 72 / 9), 1e-14))
  // Block means 2 4 4 1 9, weights 2/9 (four times) and 1/9; distances from 31/9: −13/9 5/9 5/9 −22/9 50/9.
  // Weighted: −26 10 10 −44 50, all ÷ 81; squares 676 + 100 + 100 + 1936 + 2500 = 5312; error √(5312 × 5 ÷ 4) ÷ 81
  t.ok(near(moments.standardError('latin-hypercube') as number, Math.sqrt(5312 * 1.25) / 81, 1e-14))
  const one = new BlockMoments()
  one.add(0, Float64Array.of(2))
  t.equal(one.standardError('random'), null)
})
