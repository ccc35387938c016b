import t from 'tap'
import { type Formula, formulaOf } from '../../src/graph/formula.ts'
import { Graph, max, min } from '../../src/graph/graph.ts'

t.test('every operation is written with its operands, in their order', async (t) => {
  const graph = new Graph()
  const [a, b, c] = [graph.input('a'), graph.input('b'), graph.input('c')]
  const shown = (formula: Formula) => ('of' in formula ? [formula.is, formula.of.map(({ index }) => index)] : formula)
  t.same(shown(formulaOf(graph.constant('1.5'))), { is: 'constant', value: '1.5' })
  t.same(shown(formulaOf(a)), { is: 'input', path: 'a' })
  t.same(shown(formulaOf(a.plus(b))), ['plus', [a.index, b.index]])
  t.same(shown(formulaOf(b.minus(a))), ['minus', [b.index, a.index]])
  t.same(shown(formulaOf(a.times(b))), ['times', [a.index, b.index]])
  t.same(shown(formulaOf(b.over(a))), ['over', [b.index, a.index]])
  t.same(shown(formulaOf(min(a, b))), ['min', [a.index, b.index]])
  t.same(shown(formulaOf(max(a, b))), ['max', [a.index, b.index]])
  t.same(shown(formulaOf(a.floor())), ['floor', [a.index]])
  t.same(shown(formulaOf(a.round2())), ['round2', [a.index]])
  t.same(shown(formulaOf(a.squareRoot())), ['squareRoot', [a.index]])
  const twelfth = formulaOf(a.twelfthRoot())
  t.equal(twelfth.is, 'squareRoot')
  t.same(shown(formulaOf(graph.sum([a, b, c]))), ['sum', [a.index, b.index, c.index]])
})
