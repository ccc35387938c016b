import t from 'tap'
import { readExactly } from '../../src/graph/exact.ts'
import { Graph, max, min } from '../../src/graph/graph.ts'

t.test('zero and one fold away while building', async (t) => {
  const graph = new Graph()
  const x = graph.input('x')
  const { zero, one } = graph
  const size = graph.size

  t.equal(x.plus(zero), x)
  t.equal(zero.plus(x), x)
  t.equal(x.minus(zero), x)
  t.equal(x.minus(x), zero)
  t.equal(x.times(one), x)
  t.equal(one.times(x), x)
  t.equal(x.times(zero), zero)
  t.equal(zero.times(x), zero)
  t.equal(x.over(one), x)
  t.equal(x.over(zero), zero)
  t.equal(zero.over(x), zero)
  t.equal(zero.negative(), zero)
  for (const plain of [zero, one]) {
    t.equal(plain.floor(), plain)
    t.equal(plain.round2(), plain)
    t.equal(plain.squareRoot(), plain)
    t.equal(plain.twelfthRoot(), plain)
  }
  t.equal(min(x, x), x)
  t.equal(max(x, x), x)
  t.equal(graph.size, size, 'and no node was made')
  t.ok(zero.isZero && one.isOne && !zero.isOne && !one.isZero && !x.isZero && !x.isOne)
})

t.test('one divided by something, and zero less something, do not fold', async (t) => {
  const graph = new Graph()
  const x = graph.input('x')
  const values = readExactly(graph, () => '4')
  t.equal(values.of(x).toFixed(), '4')
  const inverse = graph.one.over(x)
  const negative = x.negative()
  const read = readExactly(graph, () => '4')
  t.equal(read.of(inverse).toFixed(), '0.25')
  t.equal(read.of(negative).toFixed(), '-4')
})

t.test('the same constant, input or operation is one node', async (t) => {
  const graph = new Graph()
  const x = graph.input('x')
  const y = graph.input('y')
  t.equal(graph.input('x'), x)
  t.not(x, y)
  t.equal(graph.constant(12), graph.constant('12'))
  t.equal(graph.constant('0'), graph.zero)
  t.equal(graph.constant(1), graph.one)
  t.equal(x.plus(y).index, x.plus(y).index)
  t.not(x.plus(y).index, y.plus(x).index, 'the order of operands is kept')
  t.not(x.plus(y).index, x.minus(y).index)
  t.equal(x.squareRoot().index, x.squareRoot().index)
  t.same(graph.inputs, ['x', 'y'])
})

t.test('a sum leaves out zeros, is zero when empty, and its only term when there is one', async (t) => {
  const graph = new Graph()
  const [x, y, z] = [graph.input('x'), graph.input('y'), graph.input('z')] as const
  t.equal(graph.sum([]), graph.zero)
  t.equal(graph.sum([graph.zero, graph.zero]), graph.zero)
  t.equal(graph.sum([graph.zero, x]), x)
  t.equal(graph.sum([x, graph.zero, y]).index, x.plus(y).index)
  const three = graph.sum([x, y, graph.zero, z])
  t.equal(graph.operandCount, 3)
  t.equal(
    readExactly(graph, (path) => ({ x: '0.1', y: '0.2', z: '0.3' })[path] ?? '')
      .of(three)
      .toFixed(),
    '0.6',
  )
})

t.test('a graph outgrows its first arrays and keeps every node and its sharing', async (t) => {
  const graph = new Graph()
  const x = graph.input('x')
  const chain = (length: number) => {
    let total = x
    for (let step = 0; step < length; step++) total = total.plus(graph.one)
    return total
  }
  // 140,000 nodes: past the first 32,768 of the arrays twice, and past half of the sharing table's 131,072 places twice.
  const last = chain(140_000)
  const size = graph.size
  t.equal(chain(140_000).index, last.index, 'the second chain is the first')
  t.equal(graph.size, size)
  t.equal(
    readExactly(graph, () => '0.5')
      .of(last)
      .toFixed(),
    '140000.5',
  )
})

t.test('a sum outgrows the first array of operands', async (t) => {
  const graph = new Graph()
  const x = graph.input('x')
  const y = graph.input('y')
  // 1 + 2 + … + 70,000 = 70,000 × 70,001 ÷ 2 = 2,450,035,000, each times x = 2, added up by one node of 70,000 operands.
  const terms = Array.from({ length: 70_000 }, (_, place) => x.times(graph.constant(place + 1)))
  const before = graph.sum([x, y, x])
  const sum = graph.sum(terms)
  const values = readExactly(graph, (path) => (path === 'x' ? '2' : '3'))
  t.equal(values.of(sum).toFixed(), '4900070000')
  t.equal(values.of(before).toFixed(), '7', 'what stood in the array before has moved along')
})
