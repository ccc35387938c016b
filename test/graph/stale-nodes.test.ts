import t from 'tap'
import { readExactly } from '../../src/graph/exact.ts'
import { Graph } from '../../src/graph/graph.ts'
import { staleNodes } from '../../src/graph/stale-nodes.ts'

t.test('what is read again is what depends on an input that has changed, and what is new', async (t) => {
  const graph = new Graph()
  const a = graph.input('a')
  const b = graph.input('b')
  const c = graph.input('c')
  const ab = a.times(b)
  const bc = b.plus(c)
  const all = graph.sum([a, bc, ab])
  const fixed = bc.over(graph.constant('4')).round2()
  const before = readExactly(graph, (path) => ({ a: '2', b: '3', c: '5' })[path] as string)
  const isStale = (texts: string[]) => {
    const stale = staleNodes(graph, texts, before)
    return [a, b, c, ab, bc, all, fixed].map(({ index }) => stale[index])
  }
  t.same(isStale(['2', '3', '5']), [0, 0, 0, 0, 0, 0, 0])
  // a is in a × b and in the sum of all three; b and c, their sum and its quarter stand as they were.
  t.same(isStale(['7', '3', '5']), [1, 0, 0, 1, 0, 1, 0])
  t.same(isStale(['2', '3', '6']), [0, 0, 1, 0, 1, 1, 1])
  const added = all.minus(a)
  t.equal(staleNodes(graph, ['2', '3', '5'], before)[added.index], 1, 'a node made since then')
  // 2 + (3 + 5) + 2 × 3 = 16, less 2; with a of 7: 7 + 8 + 21 = 36, less 7.
  t.equal(String(readExactly(graph, (path) => ({ a: '2', b: '3', c: '5' })[path] as string, before).of(added)), '14')
  t.equal(String(readExactly(graph, (path) => ({ a: '7', b: '3', c: '5' })[path] as string, before).of(added)), '29')
})

t.test('what was read with more digits, or is to be, is read anew', async (t) => {
  const graph = new Graph()
  const a = graph.input('a')
  const third = a.over(graph.constant('3'))
  const other = graph.input('b').over(graph.constant('3'))
  const read = (given: string, before?: ReturnType<typeof readExactly>) =>
    readExactly(graph, (path) => (path === 'a' ? given : '1'), before)
  const usual = read('1')
  // 34 digits do not reach the penny under 10³⁰: there are 30 − 20 more.
  const great = read('1000000000000000000000000000000', usual)
  t.equal(String(great.of(other)).length, '0.'.length + 44)
  t.equal(String(great.of(third)).replace('.', ''), '3'.repeat(44))
  t.equal(String(read('2', great).of(other)).length, '0.'.length + 34)
  t.equal(String(read('2', great).of(third)), `0.${'6'.repeat(33)}7`)
})
