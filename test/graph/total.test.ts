import fc from 'fast-check'
import t from 'tap'
import { Exact, exactNumber } from '../../src/graph/exact.ts'
import { total } from '../../src/graph/total.ts'

const of = (...texts: string[]) => total(Exact, texts.map(exactNumber)).toFixed()

t.test('no terms, one term, and terms that are all 0', async (t) => {
  t.equal(of(), '0')
  t.equal(of('0', '0'), '0')
  t.equal(of('-1.5'), '-1.5')
  t.equal(of('0', '-1.5', '0'), '-1.5')
})

t.test('carries, borrows and cancels across words of seven digits', async (t) => {
  t.equal(of('9999999', '1'), '10000000')
  t.equal(of('99999999999999', '0.0000001', '0.9999999'), '100000000000000')
  t.equal(of('10000000', '-1'), '9999999')
  t.equal(of('1', '-10000000'), '-9999999')
  t.equal(of('0.0000001', '-100000000000000'), '-99999999999999.9999999')
  t.equal(of('12345678.5', '-12345678.5'), '0')
  t.equal(of('0.1', '0.2', '-0.3'), '0')
  t.equal(of('-3', '-4', '-9999993'), '-10000000')
})

t.test('every power of ten keeps its exponent', async (t) => {
  for (let power = -20; power <= 20; power++) t.equal(of(`1e${power}`, `1e${power}`), exactNumber(`2e${power}`).toFixed())
})

t.test('rounds once, half away from zero, at the 34th digit', async (t) => {
  // 1 and thirty-three 0s, then 0.4 + 0.4 + 0.4 below the last digit: together more than half of it, one by one each is lost.
  const large = `1${'0'.repeat(33)}`
  t.equal(of(large, '0.4', '0.4', '0.4'), `1${'0'.repeat(32)}1`)
  t.equal(of(large, '0.5'), `1${'0'.repeat(32)}1`)
  t.equal(of(`-${large}`, '-0.5'), `-1${'0'.repeat(32)}1`)
})

t.test('agrees with a chain of additions that has digits to spare, in any order', async (t) => {
  const Wide = Exact.clone({ precision: 200 })
  const number = fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -40, max: 10 }))
    .map(([digits, power]) => `${digits}e${power}`)
  fc.assert(
    fc.property(fc.array(number, { maxLength: 20 }), (texts) => {
      const wide = texts.reduce((sum, text) => sum.plus(text), new Wide(0)).toSignificantDigits(34, Exact.ROUND_HALF_UP)
      return of(...texts) === wide.toFixed() && of(...texts.toReversed()) === wide.toFixed()
    }),
    { numRuns: 2000, seed: 7 },
  )
  t.pass()
})
