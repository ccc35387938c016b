import t from 'tap'
import { type DiscountBand, greenBookSchedule, greenBookSource } from '../../src/reference/discount.ts'

t.test('the schedule as printed', async (t) => {
  t.same(
    greenBookSchedule.map((band) => [band.fromYear, band.toYear, band.rate]),
    [
      [1, 30, '0.035'],
      [31, 75, '0.03'],
      [76, 125, '0.025'],
      [126, 200, '0.02'],
      [201, 300, '0.015'],
      [301, undefined, '0.01'],
    ],
  )
  t.match(greenBookSource.source, /Green Book/)
})

t.test('the bands leave no gap, and rates fall', async (t) => {
  for (const [n, band] of greenBookSchedule.entries()) {
    const before: DiscountBand | undefined = greenBookSchedule[n - 1]
    t.equal(band.fromYear, (before?.toYear ?? 0) + 1)
    if (before) t.ok(Number(band.rate) < Number(before.rate))
  }
})

t.test('the factors of the Northern Ireland guide follow from it', async (t) => {
  const factor = (year: number) => {
    let product = 1
    for (let n = 1; n <= year; n++) {
      const band = greenBookSchedule.find((each) => n >= each.fromYear && n <= (each.toYear ?? Infinity))
      product /= 1 + Number(band?.rate)
    }
    return product.toFixed(4)
  }
  const printed: [number, string][] = [
    [1, '0.9662'],
    [5, '0.8420'],
    [10, '0.7089'],
    [20, '0.5026'],
    [30, '0.3563'],
    [40, '0.2651'],
    [50, '0.1973'],
    [60, '0.1468'],
    [75, '0.0942'],
    [100, '0.0508'],
    [125, '0.0274'],
  ]
  for (const [year, expected] of printed) t.equal(factor(year), expected, `year ${year}`)
})
