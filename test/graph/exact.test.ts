import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import t from 'tap'
import { compare, exactNumber, nearlyFloat, readExactly, roundToPence, wholeSteps } from '../../src/graph/exact.ts'
import { type Expression, Graph, max, min } from '../../src/graph/graph.ts'

/** The exact value of a formula of a and b. */
function exactly(formula: (a: Expression, b: Expression) => Expression, a: string, b = '0'): string {
  const graph = new Graph()
  const built = formula(graph.input('a'), graph.input('b'))
  return readExactly(graph, (path) => (path === 'a' ? a : b))
    .of(built)
    .toFixed()
}

t.test('the four operations, at 34 digits', async (t) => {
  t.equal(
    exactly((a, b) => a.plus(b), '0.1', '0.2'),
    '0.3',
  )
  t.equal(
    exactly((a, b) => a.minus(b), '0.1', '0.3'),
    '-0.2',
  )
  t.equal(
    exactly((a, b) => a.times(b), '1.1', '1.1'),
    '1.21',
  )
  // 34 threes; and 2 ÷ 3 ends in a 7, half away from zero.
  t.equal(
    exactly((a, b) => a.over(b), '1', '3'),
    `0.${'3'.repeat(34)}`,
  )
  t.equal(
    exactly((a, b) => a.over(b), '-2', '3'),
    `-0.${'6'.repeat(33)}7`,
  )
})

t.test('a value that is 0 only when read', async (t) => {
  t.equal(
    exactly((a, b) => a.plus(b), '0', '5'),
    '5',
  )
  t.equal(
    exactly((a, b) => a.plus(b), '5', '0'),
    '5',
  )
  t.equal(
    exactly((a, b) => a.minus(b), '0', '5'),
    '-5',
  )
  t.equal(
    exactly((a, b) => a.minus(b), '5', '0'),
    '5',
  )
  t.equal(
    exactly((a, b) => a.times(b), '0', '5'),
    '0',
  )
  t.equal(
    exactly((a, b) => a.times(b), '5', '0'),
    '0',
  )
  t.equal(
    exactly((a, b) => a.over(b), '0', '5'),
    '0',
  )
  t.equal(
    exactly((a, b) => a.over(b), '5', '0'),
    '0',
    'a ÷ 0 is 0',
  )
  t.equal(
    exactly((a, b) => a.over(b), '0', '0'),
    '0',
    '0 ÷ 0 is 0',
  )
})

t.test('the lesser and the greater', async (t) => {
  for (const [a, b, lesser, greater] of [
    ['1', '2', '1', '2'],
    ['2', '1', '1', '2'],
    ['-1', '1', '-1', '1'],
    ['-2', '-1', '-2', '-1'],
    ['3', '3', '3', '3'],
    ['0', '-0.5', '-0.5', '0'],
    ['0', '0.5', '0', '0.5'],
  ] as const) {
    t.equal(exactly(min, a, b), lesser, `min(${a}, ${b})`)
    t.equal(exactly(max, a, b), greater, `max(${a}, ${b})`)
  }
  t.equal(
    exactly((a) => a.positive(), '-3'),
    '0',
  )
  t.equal(
    exactly((a) => a.positive(), '3'),
    '3',
  )
  t.equal(
    exactly((a) => a.absolute(), '-3'),
    '3',
  )
  t.equal(
    exactly((a) => a.absolute(), '3'),
    '3',
  )
})

t.test('a floor forgives a lost last digit, and no more than a thousand-millionth', async (t) => {
  for (const [given, expected] of [
    ['3.9999999999', '4'],
    ['3.999999999', '4'],
    ['3.9999999989', '3'],
    ['4', '4'],
    ['4.9', '4'],
    ['-0.0000000005', '0'],
    ['-0.5', '-1'],
    ['-1', '-1'],
  ] as const) {
    t.equal(
      exactly((a) => a.floor(), given),
      expected,
      `floor of ${given}`,
    )
    t.equal(wholeSteps(exactNumber(given)).plus(0).toFixed(), expected)
  }
})

t.test('pence are rounded half away from zero, after ten places', async (t) => {
  for (const [given, expected] of [
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['0.0049', '0'],
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['2.675', '2.68'],
    // Ten places first: 0.00499999995 is 0.0050000000 there, and so a penny; 0.00499999994 is 0.0049999999.
    ['0.00499999995', '0.01'],
    ['0.00499999994', '0'],
    ['-0.00499999995', '-0.01'],
    ['-0.00499999994', '0'],
    // A third of 0.015 lost its last digit, and is still half a penny.
    ['0.0049999999999999999999999999999999', '0.01'],
  ] as const) {
    t.equal(
      exactNumber(exactly((a) => a.round2(), given))
        .plus(0)
        .toFixed(),
      exactNumber(expected).toFixed(),
      `round2 of ${given}`,
    )
    t.equal(roundToPence(exactNumber(given)).plus(0).toFixed(), expected)
  }
})

t.test('roots', async (t) => {
  t.equal(
    exactly((a) => a.squareRoot(), '2'),
    // √2 = 1.4142135623730950488016887242096980785696718… to 34 digits.
    '1.414213562373095048801688724209698',
  )
  // 4096 = 2¹², 531441 = 3¹², and 0.282429536481 = 0.9¹².
  t.equal(
    exactly((a) => a.twelfthRoot(), '4096'),
    '2',
  )
  t.equal(
    exactly((a) => a.twelfthRoot(), '531441'),
    '3',
  )
  t.equal(
    exactly((a) => a.twelfthRoot(), '0.282429536481'),
    '0.9',
  )
  t.equal(
    exactly((a) => a.twelfthRoot(), '0'),
    '0',
  )
})

t.test('a sum of many, some of them 0 when read', async (t) => {
  const graph = new Graph()
  const paths = ['a', 'b', 'c', 'd', 'e']
  const sum = graph.sum(paths.map((path) => graph.input(path)))
  const given: Record<string, string> = { a: '0', b: '0.1', c: '0', d: '0.2', e: '-0.05' }
  t.equal(
    readExactly(graph, (path) => given[path] ?? '')
      .of(sum)
      .toFixed(),
    '0.25',
  )
  t.equal(
    readExactly(graph, () => '0')
      .of(sum)
      .toFixed(),
    '0',
  )
})

t.test('a graph that has grown since it was read is read again with its new constants', async (t) => {
  const graph = new Graph()
  const x = graph.input('x')
  const first = x.plus(graph.constant(3))
  t.equal(
    readExactly(graph, () => '2')
      .of(first)
      .toFixed(),
    '5',
  )
  const more = x.times(graph.constant('0.5'))
  t.equal(
    readExactly(graph, () => '7')
      .of(more)
      .toFixed(),
    '3.5',
  )
})

t.test('values that were let go are asked for in vain, and not answered with nothing', async (t) => {
  const graph = new Graph()
  const x = graph.input('x').plus(graph.constant(1))
  const values = readExactly(graph, () => '2')
  t.equal(values.of(x).toFixed(), '3')
  values.letGo()
  t.throws(() => values.of(x), /no value here any more/)
  t.throws(() => values.sum([x]), /no value here any more/)
})

/** Decimals of many sizes, as texts: up to 34 digits with the point anywhere. */
const decimals = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 34 }),
    fc.integer({ min: -40, max: 30 }),
  )
  .map(([sign, digits, exponent]) => `${sign}${digits.join('')}e${exponent}`)

t.test('compare says what decimal.js says', async (t) => {
  const near = fc.tuple(decimals, fc.integer({ min: -2, max: 2 })).map(([a, step]) => {
    const value = new Decimal(a)
    return [a, value.plus(new Decimal(`${step}e${value.e - 30}`)).toString()] as const
  })
  fc.assert(
    fc.property(fc.oneof(fc.tuple(decimals, decimals), near), ([a, b]) => {
      return Math.sign(compare(exactNumber(a), exactNumber(b))) === exactNumber(a).comparedTo(exactNumber(b))
    }),
    { numRuns: 2000, seed: 1 },
  )
  // A longer number that begins with the shorter one, either sign, is further from zero.
  t.ok(compare(exactNumber('1.00000001'), exactNumber('1')) > 0)
  t.ok(compare(exactNumber('1'), exactNumber('1.00000001')) < 0)
  t.ok(compare(exactNumber('-1.00000001'), exactNumber('-1')) < 0)
  t.ok(compare(exactNumber('-1'), exactNumber('-1.00000001')) > 0)
  t.equal(compare(exactNumber('0'), exactNumber('-0')), 0)
})

t.test('the nearest float64 is what reading the text gives, to 1 in 10¹⁴', async (t) => {
  const near = (text: string) => {
    const read = Number(text)
    const quick = nearlyFloat(exactNumber(text))
    return Math.abs(quick - read) <= 1e-14 * Math.abs(read)
  }
  fc.assert(
    fc.property(decimals, (text) => near(text)),
    { numRuns: 2000, seed: 2 },
  )
  for (const whole of ['0', '1', '-1', '9999999', '10000000', '99999999999999', '100000000000000', '1e200', '-1e-200', '1e-15']) {
    t.equal(nearlyFloat(exactNumber(whole)), Number(whole), whole)
  }
  t.equal(nearlyFloat(exactNumber('1e400')), Number.POSITIVE_INFINITY)
  t.equal(nearlyFloat(exactNumber('1e-400')), 0)
  t.equal(nearlyFloat(exactNumber('-Infinity')), Number.NEGATIVE_INFINITY)
  t.ok(Number.isNaN(nearlyFloat(exactNumber('NaN'))))
})
