import fc from 'fast-check'
import t from 'tap'
import { exponential, logarithm } from '../../src/uncertainty/elementary.ts'
import { near } from './numbers.ts'

t.test('e to the power x: known values', async (t) => {
  // python3 -c "import mpmath as m; m.mp.dps=30; [print(m.nstr(m.exp(m.mpf(str(x))),20)) for x in (-700.5,-20,-0.5,1e-10,1,3.25,88,709.5)]"
  const known: [string, string][] = [
    ['-700.5', '5.9801961186397912e-305'],
    ['-20', '2.0611536224385579e-9'],
    ['-0.5', '0.6065306597126334'],
    ['1e-10', '1.0000000001'],
    ['1', '2.7182818284590452'],
    ['3.25', '25.790339917193062'],
    ['88', '1.6516362549940019e38'],
    ['709.5', '1.3549863193146328e308'],
  ]
  for (const [x, expected] of known) t.ok(near(exponential(Number(x)), Number(expected), 5e-16), `${x}: ${exponential(Number(x))}`)
  t.equal(exponential(0), 1)
  t.equal(exponential(-745), 5e-324, 'the least number above 0')
  t.equal(exponential(-800), 0)
  t.equal(exponential(710), Number.POSITIVE_INFINITY)
  t.ok(Number.isNaN(exponential(Number.NaN)))
})

t.test('the natural logarithm: known values', async (t) => {
  // python3 -c "import mpmath as m; m.mp.dps=30; [print(m.nstr(m.log(m.mpf(x)),20)) for x in (5e-324,1e-300,1e-10,0.1,0.9999999,1.5,2,10,12345.678,1.7976931348623157e308)]"
  const known: [string, string][] = [
    ['5e-324', '-744.44007192138126'],
    ['1e-300', '-690.77552789821371'],
    ['1e-10', '-23.025850929940457'],
    ['0.1', '-2.3025850929940456'],
    ['0.9999999', '-1.0000000494736474e-7'],
    ['1.5', '0.40546510810816438'],
    ['2', '0.69314718055994531'],
    ['10', '2.302585092994046'],
    ['12345.678', '9.421061321291832'],
    ['1.7976931348623157e308', '709.782712893384'],
  ]
  for (const [x, expected] of known) t.ok(near(logarithm(Number(x)), Number(expected), 5e-16), `${x}: ${logarithm(Number(x))}`)
  t.equal(logarithm(1), 0)
  t.equal(logarithm(0), Number.NEGATIVE_INFINITY)
  t.equal(logarithm(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY)
  t.ok(Number.isNaN(logarithm(-1)))
})

t.test('within 1e-15 of the engine, and each undoes the other', async (t) => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => near(exponential(x), Math.exp(x), 1e-15)),
    { numRuns: 2000, seed: 7 },
  )
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => near(logarithm(x), Math.log(x), 1e-15)),
    { numRuns: 2000, seed: 8 },
  )
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => Math.abs(logarithm(exponential(x)) - x) < 1e-14),
    { numRuns: 2000, seed: 9 },
  )
  t.pass()
})
