import t from 'tap'
import { ExactValues, exactNumber, readExactly } from '../../src/graph/exact.ts'
import { agreement, cubeRoot, readFloat64 } from '../../src/graph/float64.ts'
import { type Expression, Graph, max, min } from '../../src/graph/graph.ts'

type Formula = (a: Expression, b: Expression) => Expression

/** A formula's float64 value and magnitude, with a and b given as texts. */
function floating(formula: Formula, a: string, b = '0'): { value: number; magnitude: number } {
  const graph = new Graph()
  const built = formula(graph.input('a'), graph.input('b'))
  const exact = readExactly(graph, (path) => (path === 'a' ? a : b))
  const { values, magnitudes } = readFloat64(graph, exact)
  return { value: values[built.index] as number, magnitude: magnitudes[built.index] as number }
}

/** The same, where the exact reader is made to say that the formula's argument and its result are something else. */
function besideFalse(formula: (a: Expression) => Expression, a: string, said: { argument: string; result: string }): number {
  const graph = new Graph()
  const a_ = graph.input('a')
  // Twice a half of a: an argument that the float reader works out by itself.
  const argument = a_.times(graph.constant('0.5')).plus(a_.times(graph.constant('0.5')))
  const built = formula(argument)
  const values = [...readExactly(graph, () => a).values]
  values[argument.index] = exactNumber(said.argument)
  values[built.index] = exactNumber(said.result)
  return readFloat64(graph, new ExactValues(values)).values[built.index] as number
}

t.test('each operation, and the magnitude its error is measured against', async (t) => {
  // Magnitudes: the larger of the two added; each times the other; the dividend's over the divisor.
  t.same(
    floating((a, b) => a.plus(b), '8', '-7.5'),
    { value: 0.5, magnitude: 8 },
  )
  t.same(
    floating((a, b) => a.minus(b), '8', '7.5'),
    { value: 0.5, magnitude: 8 },
  )
  t.same(
    floating((a, b) => a.times(b), '-8', '0.25'),
    { value: -2, magnitude: 2 },
  )
  t.same(
    floating((a, b) => a.over(b), '-8', '0.25'),
    { value: -32, magnitude: 32 },
  )
  t.same(floating(min, '8', '0.25'), { value: 0.25, magnitude: 8 })
  t.same(floating(max, '0.25', '8'), { value: 8, magnitude: 8 })
  t.same(
    floating((a) => a.floor(), '2.5'),
    { value: 2, magnitude: 2.5 },
  )
  t.same(
    floating((a) => a.round2(), '2.345'),
    { value: 2.35, magnitude: 2.35 },
  )
  t.same(
    floating((a) => a.squareRoot(), '6.25'),
    { value: 2.5, magnitude: 2.5 },
  )
  t.same(
    floating((a) => a.twelfthRoot(), '4096'),
    { value: 2, magnitude: 2 },
  )
  t.same(
    floating((a, b) => a.graph.sum([a, b, b]), '1', '-6'),
    { value: -11, magnitude: 6 },
  )
})

t.test('magnitudes remember what cancelled', async (t) => {
  // (8 − 7.5) × 4 came from 8 × 4; ÷ 4 from 8 ÷ 4; its root from (8 ÷ 0.5) × √0.5.
  const less: Formula = (a, b) => a.minus(b)
  t.equal(floating((a, b) => less(a, b).times(a.graph.constant(4)), '8', '7.5').magnitude, 32)
  t.equal(floating((a, b) => less(a, b).over(a.graph.constant(4)), '8', '7.5').magnitude, 2)
  t.equal(floating((a, b) => less(a, b).squareRoot(), '8', '7.5').magnitude, 16 * Math.sqrt(0.5))
  // 4 ÷ (8 − 7.5) = 8: an error of 8 parts in the divisor is worth 8 × 8 ÷ 0.5.
  t.equal(floating((a, b) => a.graph.constant(4).over(less(a, b)), '8', '7.5').magnitude, 128)
})

t.test('a root of 0 is 0, without an error', async (t) => {
  t.same(
    floating((a) => a.squareRoot(), '0'),
    { value: 0, magnitude: 0 },
  )
  t.same(
    floating((a) => a.twelfthRoot(), '0'),
    { value: 0, magnitude: 0 },
  )
})

t.test('a divisor that is 0 exactly, and a last digit in float64, is 0', async (t) => {
  // 0.3 − 0.1 − 0.2 is 0, and −2.8 × 10⁻¹⁷ in float64.
  t.ok(0.3 - 0.1 - 0.2 < 0)
  const nothing: Formula = (a) => a.minus(a.graph.constant('0.1')).minus(a.graph.constant('0.2'))
  t.same(
    floating((a, b) => b.over(nothing(a, b)), '0.3', '5'),
    { value: 0, magnitude: 0 },
  )
  t.same(
    floating((a, b) => a.over(b), '5', '0'),
    { value: 0, magnitude: 0 },
  )
})

t.test('a divisor that is 0 in float64, and a last digit exactly, is what the exact reader says', async (t) => {
  // A third three times is 0.999… of 34 digits, and 1 in float64: less 1 it is −10⁻³⁴ and 0. Over itself it is 1, and no 0.
  const graph = new Graph()
  const residue = graph.input('a').over(graph.constant('3')).times(graph.constant('3')).minus(graph.input('a'))
  const quotient = residue.times(graph.constant('5')).over(residue)
  const { values } = readFloat64(
    graph,
    readExactly(graph, () => '1'),
  )
  t.equal(values[residue.index], 0)
  t.equal(values[quotient.index], 5)
})

t.test('a divisor that only the exact reader takes for 0 is a disagreement', async (t) => {
  const graph = new Graph()
  const a = graph.input('a')
  const twice = a.plus(a)
  const quotient = graph.constant(6).over(twice)
  const values = [...readExactly(graph, () => '1').values]
  values[twice.index] = exactNumber(0)
  values[quotient.index] = exactNumber(0)
  t.equal(readFloat64(graph, new ExactValues(values)).values[quotient.index], 3)
})

t.test('on a step the exact side is taken', async (t) => {
  // 1.1 + 2.2 − 0.3 is 3, and 3.0000000000000004 in float64; less 10⁻⁹ it stands on the very step, and float64 may fall to either side.
  for (const place of ['0.000000001', '0.0000000010000001', '0.0000000009999999']) {
    const built: Formula = (a) => {
      const constant = (text: string) => a.graph.constant(text)
      return a.plus(constant('2.2')).minus(constant('0.3')).minus(constant(place)).floor()
    }
    const expected = place === '0.0000000010000001' ? 2 : 3
    t.equal(floating(built, '1.1').value, expected, `3 − ${place}`)
  }
  // 1.005 is 1.00499999999999989… in float64, and exactly half a penny.
  t.equal(floating((a) => a.round2(), '1.005').value, 1.01)
  t.equal(floating((a) => a.round2(), '-1.005').value, -1.01)
})

t.test('away from the step float64 keeps its own view', async (t) => {
  const floor = (argument: Expression) => argument.floor()
  const round2 = (argument: Expression) => argument.round2()
  t.equal(besideFalse(floor, '2.5', { argument: '7.5', result: '7' }), 2)
  t.equal(besideFalse(floor, '-2.5', { argument: '7.5', result: '7' }), -3)
  t.equal(besideFalse(floor, '2.9999999999', { argument: '7.5', result: '7' }), 3, 'and forgives a last digit by itself')
  t.equal(besideFalse(round2, '2.675', { argument: '7.5', result: '7.5' }), 2.68)
  t.equal(besideFalse(round2, '-2.675', { argument: '7.5', result: '7.5' }), -2.68)
  t.equal(besideFalse(round2, '-2.674', { argument: '7.5', result: '7.5' }), -2.67)
  // Within a thousand-millionth of its argument, what the exact reader says is taken, right or wrong.
  t.equal(besideFalse(floor, '2.5', { argument: '2.5', result: '7' }), 7)
  t.equal(besideFalse(floor, '2.5', { argument: String(2.5 + 3 * agreement), result: '7' }), 2)
})

t.test('cube roots by Newton’s method', async (t) => {
  for (const [value, root] of [
    [0, 0],
    [1, 1],
    [0.125, 0.5],
    [8, 2],
    [27, 3],
    [0.001, 0.1],
    [1e-15, 1e-5],
    [1e15, 1e5],
    [0.729, 0.9],
  ] as const) {
    const found = cubeRoot(value)
    t.ok(Math.abs(found - root) <= 2e-15 * root, `the cube root of ${value} is ${root}: ${found}`)
  }
})
