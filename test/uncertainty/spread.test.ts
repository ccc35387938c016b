import t from 'tap'
import { BinnedSpread, type BinnedSpreadData, binsAround } from '../../src/uncertainty/binned-spread.ts'
import { histogramOf } from '../../src/uncertainty/histogram.ts'
import { KeptSpread } from '../../src/uncertainty/kept-spread.ts'
import { mostOutliers } from '../../src/uncertainty/outliers.ts'
import { Sampler } from '../../src/uncertainty/sampler.ts'
import { type Spread, spreadFor, spreadFrom } from '../../src/uncertainty/spread.ts'
import { range } from './numbers.ts'

const chances = [0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1]

function blocks(draws: number, heavy = false): Float64Array[] {
  const input = heavy ? range('a', 'lognormal', '1', '10', '100', '0') : range('a', 'pert', '10', '20', '90')
  const sampler = new Sampler({ inputs: [input], correlations: [], seed: 'spread', sampling: 'random', draws })
  return Array.from({ length: sampler.blocks }, (_, block) => sampler.block(block)[0] as Float64Array)
}

const filled = (spread: Spread, values: readonly Float64Array[]) => {
  for (const block of values) spread.add(block)
  return spread
}

const told = (spread: Spread) => [spread.count, spread.minimum, spread.maximum, ...chances.map((p) => spread.quantile(p))]

t.test('up to 20,000 draws are kept, more are counted', async (t) => {
  const pilot = Float64Array.of(1, 2)
  t.ok(spreadFor(20_000, pilot) instanceof KeptSpread)
  t.ok(spreadFor(20_001, pilot) instanceof BinnedSpread)
})

t.test('counted in bins, every quantile is within a bin of the exact one', async (t) => {
  for (const heavy of [false, true]) {
    const values = blocks(100_000, heavy)
    const exact = filled(new KeptSpread(), values)
    const binned = filled(spreadFor(100_000, values[0] as Float64Array), values)
    t.equal(binned.count, 100_000)
    for (const p of chances) {
      const apart = Math.abs(binned.quantile(p) - exact.quantile(p))
      t.ok(apart <= binned.resolution(p), `${p}: ${apart} apart, resolution ${binned.resolution(p)}`)
      t.equal(exact.resolution(p), 0)
    }
    t.ok(binned.resolution(0.5) < (exact.maximum - exact.minimum) / 10_000, 'and a bin is narrow')
    for (const x of [0, 12, 25.5, 60, 1e6]) {
      const below = exact.countBelow(x)
      t.ok(Math.abs(binned.countBelow(x) - below) <= 40, `${x}: ${binned.countBelow(x)} and ${below}`)
    }
    t.equal(exact.countBelow(exact.minimum), 0)
    t.equal(exact.countBelow(exact.maximum), 99_999)
  }
})

t.test('the order of blocks and of merging changes nothing, nor does sending them between threads', async (t) => {
  const values = blocks(40_000, true)
  for (const draws of [20_000, 40_000]) {
    const fresh = () => spreadFor(draws, values[0] as Float64Array)
    const all = filled(fresh(), values)
    const even = filled(fresh(), values.filter((_, block) => block % 2 === 0).toReversed())
    const odd = filled(
      fresh(),
      values.filter((_, block) => block % 2 === 1),
    )
    const sent = spreadFrom(structuredClone(odd.data))
    sent.merge(even)
    t.same(told(sent), told(all))
    t.same(histogramOf(sent), histogramOf(all))
  }
})

t.test('far values are kept until there are too many; then their ends are, and the resolution says so', async (t) => {
  const data = () => binsAround(Float64Array.of(0, 1))
  const few = filled(new BinnedSpread(data()), [Float64Array.of(0.5, 100, -7, 0.25)])
  t.same([few.minimum, few.quantile(1 / 3), few.quantile(1), few.count], [-7, few.quantile(1 / 3), 100, 4])
  t.equal(few.resolution(1), few.resolution(0.5), 'still exact')
  t.same(few.countBelow(50), 3)
  const far = Float64Array.from({ length: mostOutliers + 1 }, (_, index) => 10 + index)
  const many = filled(new BinnedSpread(data()), [Float64Array.of(0.5), far])
  t.equal((many.data as BinnedSpreadData).above.values.length, 0)
  t.equal(many.resolution(0.9), mostOutliers)
  t.ok(many.resolution(0) < 1e-4, 'but the other end is as fine as before')
  t.same([many.quantile(1), many.count], [10 + mostOutliers, mostOutliers + 2])
  t.ok(Math.abs(many.quantile(0.5) - (10 + mostOutliers / 2)) < 2, 'a straight line between the ends')
  t.ok(Math.abs(many.countBelow(1010) - 1001) <= 1)
  const halves = [far.subarray(0, 3000), far.subarray(3000)].map((half) => filled(new BinnedSpread(data()), [half]))
  const other = filled(new BinnedSpread(data()), [Float64Array.of(0.5)])
  for (const half of halves.toReversed()) other.merge(half)
  t.same(told(other), told(many), 'in whatever order they came')
})

t.test('a measure that is always the same', async (t) => {
  for (const value of [0, -123.45, 1e12]) {
    const one = Float64Array.of(value, value)
    for (const spread of [filled(new KeptSpread(), [one]), filled(new BinnedSpread(binsAround(one)), [one])]) {
      t.same(told(spread), [2, value, value, ...chances.map(() => value)])
      t.same(histogramOf(spread), { edges: [value, value], counts: [2], below: 0, above: 0 })
    }
  }
})

t.test('a draw that is no number, an empty pilot and bins that differ are refused', async (t) => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    for (const spread of [new KeptSpread(), new BinnedSpread(binsAround(Float64Array.of(1)))]) {
      t.throws(() => spread.add(Float64Array.of(1, bad)), new RangeError(`draw 1 of a block is ${bad}, which is no number`))
    }
  }
  t.throws(() => binsAround(new Float64Array(0)), RangeError)
  const binned = () => new BinnedSpread(binsAround(Float64Array.of(1, 2)))
  t.throws(() => binned().merge(new BinnedSpread(binsAround(Float64Array.of(1, 3)))), TypeError)
  t.throws(() => binned().merge(new KeptSpread()), TypeError)
  t.throws(() => new KeptSpread().merge(binned()), TypeError)
})

t.test('histograms have round edges and lose no draw', async (t) => {
  // 0.5, 1.5 … 99.5: the 0.1% and 99.9% quantiles are 0.599 and 99.401; 98.8 ÷ 40 = 2.47, so steps of 2 from 0 to 100
  const spread = filled(new KeptSpread(), [Float64Array.from({ length: 100 }, (_, index) => index + 0.5)])
  const { edges, counts, below, above } = histogramOf(spread)
  t.same(
    edges,
    Array.from({ length: 51 }, (_, index) => 2 * index),
  )
  t.same(counts, Array(50).fill(2))
  t.same([below, above], [0, 0])
  const small = filled(new KeptSpread(), [Float64Array.of(0.1, 0.2, 0.3, 0.4)])
  t.same(histogramOf(small, 3).edges, [0.1, 0.2, 0.3, 0.4], 'no 0.30000000000000004; half of 0.4 lies below')
  for (const heavy of [false, true]) {
    const values = blocks(30_000, heavy)
    for (const filledSpread of [
      filled(new KeptSpread(), values),
      filled(new BinnedSpread(binsAround(values[0] as Float64Array)), values),
    ]) {
      const histogram = histogramOf(filledSpread)
      const all = histogram.counts.reduce((sum, count) => sum + count, 0)
      t.equal(all + histogram.below + histogram.above, 30_000)
      t.ok(histogram.counts.length >= 20 && histogram.counts.length <= 70, `${histogram.counts.length} bins`)
      t.ok(histogram.below <= 30 && histogram.above <= 30)
    }
  }
})
