import t from 'tap'
import { allDigits, arithmetic } from '../../src/graph/arithmetic.ts'
import { readExactly } from '../../src/graph/exact.ts'
import { formulaOf } from '../../src/graph/formula.ts'
import { type Expression, Graph, max, min } from '../../src/graph/graph.ts'
import { inside, type Part, roomOf } from '../../src/graph/part.ts'
import { inWords, type Vocabulary } from '../../src/graph/words.ts'
import { writeOut, writtenSum } from '../../src/graph/write-out.ts'
import { workedOut } from '../answers/worked-out.ts'

/* Formulas written by hand beside the words and figures they should read as. Inputs are called by their paths. */

const called = (expression: Expression): string => {
  const formula = formulaOf(expression)
  return formula.is === 'input' ? formula.path : formula.is === 'constant' ? formula.value : '?'
}
const vocabulary: Vocabulary = {
  leaf: called,
  working: ({ working }) => `working ${working.number}`,
  added: (leaves) => leaves.map((leaf) => ({ text: called(leaf), leaves: [leaf] })),
  alike: (parts) => parts.map((part) => ({ parts: [part] })),
  listed: (leaves) => leaves.map(called),
}
const never = () => false

function both(expression: Expression, values: Record<string, string> = {}) {
  const { part, workings } = writeOut(expression, never)
  const exact = readExactly(expression.graph, (path) => values[path] ?? '1')
  const figure = (each: Part) => allDigits(exact.of(each.expression as Expression))
  return { words: inWords(part, vocabulary), figures: arithmetic(part, figure), workings, part, value: exact.of(expression) }
}

t.test('brackets stand only where they are needed', async (t) => {
  const graph = new Graph()
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((path) => graph.input(path)) as [Expression, Expression, Expression, Expression]
  const values = { a: '2', b: '3', c: '5', d: '7' }
  const reads = (expression: Expression, words: string, figures: string) => {
    const read = both(expression, values)
    t.equal(read.words, words)
    t.equal(read.figures, figures)
    t.equal(workedOut(read.figures).toFixed(20), read.value.toFixed(20), words)
  }
  reads(a.plus(b).times(c), '(a + b) × c', '(2 + 3) * 5')
  reads(a.plus(b.times(c)), 'a + b × c', '2 + 3 * 5')
  reads(a.minus(b.minus(c)), 'a + c − b', '2 + 5 - 3')
  reads(a.minus(b).minus(c), 'a − b − c', '2 - 3 - 5')
  reads(a.over(b.times(c)), 'a ÷ (b × c)', '2 / (3 * 5)')
  reads(a.over(b).times(c), 'a ÷ b × c', '2 / 3 * 5')
  reads(a.times(b.over(c)), 'a × (b ÷ c)', '2 * (3 / 5)')
  reads(min(a, b).times(c), '(the lesser of a and b) × c', 'min(2, 3) * 5')
  reads(max(a.minus(b), graph.zero), 'a − b, or 0 if that is below 0', 'max(2 - 3, 0)')
  reads(max(a, graph.zero).plus(b), '(a, or 0 if that is below 0) + b', 'max(2, 0) + 3')
  reads(a.absolute(), 'a without its sign', 'max(2, -2)')
  reads(a.times(b).round2(), 'a × b, rounded to pence', 'round2(2 * 3)')
  reads(d.over(a).floor().times(a), '(the whole part of d ÷ a) × a', 'floor(7 / 2) * 2')
  reads(a.over(d).twelfthRoot(), 'the twelfth root of (a ÷ d)', 'sqrt(sqrt(cbrt(2 / 7)))')
})

t.test('a rolling sum reads as what it holds, not as what it added and took off', async (t) => {
  const graph = new Graph()
  const months = Array.from({ length: 6 }, (_, t) => graph.input(`m${t}`))
  let rolling = graph.zero
  for (const [place, month] of months.entries()) {
    rolling = rolling.plus(month)
    const gone = months[place - 3]
    if (gone !== undefined) rolling = rolling.minus(gone)
  }
  t.equal(both(rolling).words, 'm3 + m4 + m5')
})

t.test('a part used twice is a working, unless it is small', async (t) => {
  const graph = new Graph()
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((path) => graph.input(path)) as Expression[] as [
    Expression,
    Expression,
    Expression,
    Expression,
    Expression,
  ]
  const small = a.plus(b)
  t.equal(both(small.times(small.plus(c))).words, '(a + b) × (a + b + c)')
  const large = a.times(b).times(c).times(d).times(e)
  const read = both(large.plus(a).times(large))
  t.equal(read.words, '(working 1 + a) × working 1')
  t.equal(read.workings.length, 1)
  t.equal(inWords(read.workings[0]?.part as Part, vocabulary), 'a × b × c × d × e')
})

t.test('a formula is never longer than its bound, however long or deep what it says', async (t) => {
  const graph = new Graph()
  const rate = graph.input('rate')
  let chain = graph.input('start')
  for (let month = 0; month < 360; month++) chain = chain.times(rate).plus(graph.input(`in${month}`))
  const long = graph.sum(Array.from({ length: 2000 }, (_, place) => graph.input(`x${place}`).times(graph.input(`y${place}`))))
  const listed = Array.from({ length: 1000 }, (_, place) => graph.input(`z${place}`)).reduce((least, each) => min(least, each))
  for (const expression of [chain, long, listed]) {
    const { part, workings } = writeOut(expression, never)
    t.ok(workings.length > 1)
    for (const each of [part, ...workings.map((working) => working.part)]) t.ok(roomOf(each) <= 200, `${roomOf(each)}`)
    t.same(
      workings.map(({ number }) => number),
      workings.map((_, place) => place + 1),
      'numbered in the order in which they can be worked out',
    )
    const leaves = new Set<number>()
    const collect = (each: Part) => (each.is === 'leaf' ? void leaves.add(each.expression.index) : inside(each).forEach(collect))
    collect(part)
    t.equal(leaves.size, expression === chain ? 362 : expression === long ? 4000 : 1000, 'and nothing is left out')
  }
})

t.test('a sum of nothing is 0', async (t) => {
  const graph = new Graph()
  const { part } = writtenSum([graph.zero])
  t.equal(inWords(part, vocabulary), '0')
  t.equal(
    arithmetic(part, () => '?'),
    '0',
  )
})
