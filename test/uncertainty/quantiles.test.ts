import fc from 'fast-check'
import t from 'tap'
import { quantileBy, quantileSorted } from '../../src/uncertainty/quantiles.ts'

t.test('type 7, as d3 and NumPy have it', async (t) => {
  // numpy.quantile([3,6,7,8,8,10,13,15,16,20], p): 3, 7.25, 9, 14.5, 20; at 0.05: 3 + 0.45 × 3 = 4.35
  const sorted = Float64Array.of(3, 6, 7, 8, 8, 10, 13, 15, 16, 20)
  for (const [p, expected] of [
    [0, 3],
    [0.25, 7.25],
    [0.5, 9],
    [0.75, 14.5],
    [1, 20],
  ] as const)
    t.equal(quantileSorted(sorted, p), expected)
  t.ok(Math.abs(quantileSorted(sorted, 0.05) - 4.35) < 1e-12)
  t.equal(quantileSorted(Float64Array.of(7), 0.3), 7)
})

t.test('no values, or a chance outside 0 to 1, is refused', async (t) => {
  t.throws(() => quantileSorted(new Float64Array(0), 0.5), RangeError)
  for (const p of [-0.1, 1.1, Number.NaN]) t.throws(() => quantileSorted(Float64Array.of(1), p), RangeError)
})

t.test('never falls, lies between the ends, and is the same one value at a time', async (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ max: 100, min: 0 }),
      (list, p) => {
        const sorted = Float64Array.from(list).sort()
        const at = quantileSorted(sorted, p / 100)
        const inside = at >= (sorted[0] as number) && at <= (sorted.at(-1) as number)
        const rises = p === 100 || at <= quantileSorted(sorted, (p + 1) / 100) + 1e-9
        return inside && rises && at === quantileBy(sorted.length, p / 100, (place) => sorted[place] as number)
      },
    ),
    { numRuns: 500, seed: 7 },
  )
  t.pass()
})
