import fc from 'fast-check'
import t, { type Test } from 'tap'
import { type Column, Columns } from '../../../src/graph/columns/columns.ts'
import { compiledKernel } from '../../../src/graph/columns/compiled-kernel.ts'
import { Instruction, pairs, wordsAnInstruction } from '../../../src/graph/columns/instruction.ts'
import type { Kernel } from '../../../src/graph/columns/kernel.ts'
import { kernelFor } from '../../../src/graph/columns/kernel-for.ts'
import { plainKernel } from '../../../src/graph/columns/plain-kernel.ts'
import { type Program, program, type Reading } from '../../../src/graph/columns/program.ts'
import { type Expression, Graph, max, min } from '../../../src/graph/graph.ts'

/** Reads outputs by both kernels, holds them to the same bytes, and gives plain lists of numbers. */
function read(t: Pick<Test, 'same'>, reading: Reading, inputs: Record<string, number[]>, width = 16): number[][] {
  const compiled = program(reading, width)
  const columns = new Map(Object.entries(inputs).map(([path, values]): [string, Column] => [path, Float64Array.from(values)]))
  const count = Object.values(inputs)[0]?.length ?? 1
  const [fast, plain] = [new Columns(compiled), new Columns(compiled, plainKernel(compiled))].map((each) => each.read(columns, count))
  t.same((fast as Column[]).map(bytes), (plain as Column[]).map(bytes), 'the two kernels give the same bytes')
  return (fast as Column[]).map((column) => [...column])
}

function bytes(column: Column): string {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('hex')
}

const noFold = (index: number): number => {
  throw new Error(`node ${index} was folded`)
}

t.test('each operation, column by column and beside a single number', async (t) => {
  const a = [6, -7.5, 0, 2.345, 1e6]
  const b = [4, -2.5, 0, -2.345, 0]
  const formulas: Record<string, [(a: Expression, b: Expression) => Expression, number[]]> = {
    plus: [(x, y) => x.plus(y), [10, -10, 0, 0, 1e6]],
    minus: [(x, y) => x.minus(y), [2, -5, 0, 4.69, 1e6]],
    times: [(x, y) => x.times(y), [24, 18.75, 0, -(2.345 * 2.345), 0]],
    'over, 0 where the divisor is': [(x, y) => x.over(y), [1.5, 3, 0, -1, 0]],
    min: [min, [4, -7.5, 0, -2.345, 0]],
    max: [max, [6, -2.5, 0, 2.345, 1e6]],
    floor: [(x) => x.floor(), [6, -8, 0, 2, 1e6]],
    // Half a penny goes away from zero on both sides.
    round2: [(x) => x.round2(), [6, -7.5, 0, 2.35, 1e6]],
    'round2 below zero': [(_, y) => y.round2(), [4, -2.5, 0, -2.35, 0]],
    squareRoot: [(x) => x.times(x).squareRoot(), [6, 7.5, 0, 2.345, 1e6]],
  }
  for (const [name, [formula, expected]] of Object.entries(formulas)) {
    const graph = new Graph()
    const output = formula(graph.input('a'), graph.input('b'))
    const constants = (index: number) => Number(graph.constants[graph.left[index] as number])
    const [got] = read(t, { graph, varying: new Set(['a', 'b']), outputs: [output], folded: constants }, { a, b })
    t.same(got, expected, name)
    for (const fixed of ['a', 'b'] as const) {
      for (const place of a.keys()) {
        const value = (fixed === 'a' ? a : b)[place] as number
        const isInput = (index: number) => graph.inputs[graph.left[index] as number] === fixed && graph.operation[index] === 1
        const other = fixed === 'a' ? 'b' : 'a'
        const folded = (index: number) => (isInput(index) ? value : index === output.index ? Number.NaN : constants(index))
        const [beside] = read(t, { graph, varying: new Set([other]), outputs: [output], folded }, { [other]: other === 'a' ? a : b })
        // Where only the fixed input is read, nothing varies and there is nothing to compare.
        if (Number.isNaN(beside?.[place] as number)) continue
        t.equal((beside as number[])[place], expected[place], `${name}, ${fixed} fixed at ${value}`)
      }
    }
  }
})

t.test('the twelfth root of a fade', async (t) => {
  const graph = new Graph()
  const root = graph.input('kept').twelfthRoot()
  const kept = [0, 0.5, 0.7, 0.999, 1]
  const [got] = read(t, { graph, varying: new Set(['kept']), outputs: [root], folded: noFold }, { kept })
  for (const [place, value] of (got as number[]).entries()) t.ok(Math.abs(value ** 12 - (kept[place] as number)) < 1e-15)
})

t.test('what varies with nothing is one number, and an output may be one', async (t) => {
  const graph = new Graph()
  const sum = graph.sum([graph.input('a'), graph.constant('2.5'), graph.input('b'), graph.constant('4')])
  const fixed = graph.input('b').times(graph.constant('3'))
  const values: Record<number, number> = {
    [graph.constant('2.5').index]: 2.5,
    [graph.constant('4').index]: 4,
    [graph.input('b').index]: 10,
    [fixed.index]: 30,
  }
  const got = read(
    t,
    { graph, varying: new Set(['a']), outputs: [sum, fixed, graph.input('a')], folded: (index) => values[index] as number },
    { a: [1, 2, 3, 4, 5, 6] },
  )
  t.same(got, [
    [17.5, 18.5, 19.5, 20.5, 21.5, 22.5],
    [30, 30, 30, 30, 30, 30],
    [1, 2, 3, 4, 5, 6],
  ])
})

t.test('dead lines are left out and columns are used again', async (t) => {
  const graph = new Graph()
  const a = graph.input('a')
  let chain = a
  const unread: Expression[] = []
  for (let step = 0; step < 100; step++) {
    unread.push(chain.times(graph.constant(step + 7)))
    chain = chain.times(graph.constant(2)).plus(a)
  }
  const { operations, columns } = program({ graph, varying: new Set(['a']), outputs: [chain], folded: () => 2 })
  t.equal(operations, 200, 'two instructions a link, nothing of what nobody asked for')
  t.equal(columns, 2, 'the input and one running value')
})

type Formula = (a: Expression, nought: Expression, one: Expression, five: Expression) => Expression

t.test('what changes nothing, and what is already written, takes no operation', async (t) => {
  /** The operations and the values of a formula over a = 3 and −5, beside three inputs that stand fixed at 0, 1 and 5. */
  const written = (formula: Formula) => {
    const graph = new Graph()
    const fixed = [graph.input('nought'), graph.input('one'), graph.input('five')] as const
    const output = formula(graph.input('a'), ...fixed)
    const values = new Map([...fixed.map((each, place) => [each.index, [0, 1, 5][place] as number] as const), [output.index, 0]])
    const reading = { graph, varying: new Set(['a']), outputs: [output], folded: (index: number) => values.get(index) ?? Number.NaN }
    const { operations, outputs } = program(reading)
    const [got] = outputs[0]?.varies ? read(t, reading, { a: [3, -5] }) : [undefined]
    return [operations, got ?? 'fixed']
  }
  // a + 5 is one operation, whether it is written a + five, a × 1 + five or five + a × 1.
  const expected: [string, Formula, number, number[] | 'fixed'][] = [
    ['once a', (a, _, one) => a.times(one), 0, [3, -5]],
    ['a of one', (a, _, one) => one.times(a), 0, [3, -5]],
    ['a over one', (a, _, one) => a.over(one), 0, [3, -5]],
    ['one over a is not a', (a, _, one) => one.over(a), 1, [1 / 3, -1 / 5]],
    ['a and nothing', (a, nought) => a.plus(nought), 0, [3, -5]],
    ['nothing and a', (a, nought) => nought.plus(a), 0, [3, -5]],
    ['a less nothing', (a, nought) => a.minus(nought), 0, [3, -5]],
    ['nothing less a is not a', (a, nought) => nought.minus(a), 1, [-3, 5]],
    ['the greater of a and nothing', (a, nought) => max(a, nought), 1, [3, 0]],
    ['a times nothing', (a, nought) => a.times(nought), 0, 'fixed'],
    ['what is only read to be multiplied by nothing', (a, nought) => a.floor().times(nought), 0, 'fixed'],
    ['nothing over a', (a, nought) => nought.over(a), 0, 'fixed'],
    ['a over nothing, which the method has as 0', (a, nought) => a.over(nought), 0, 'fixed'],
    ['the same from another line', (a, _, one, five) => a.plus(five).times(a.times(one).plus(five)), 2, [64, 0]],
    ['the same the other way round', (a, _, one, five) => a.plus(five).minus(five.plus(a.times(one))), 2, [0, 0]],
  ]
  for (const [name, formula, operations, values] of expected) t.same(written(formula), [operations, values], name)
})

t.test('a sum over many months takes one column, not one a month', async (t) => {
  const graph = new Graph()
  let month = graph.input('a')
  const months = Array.from({ length: 60 }, () => (month = month.times(graph.input('b')).plus(graph.input('a'))))
  const monthly = months.map((each) => each.times(graph.constant(3)))
  const { columns } = program({ graph, varying: new Set(['a', 'b']), outputs: [graph.sum(months), graph.sum(monthly)], folded: () => 3 })
  t.ok(columns <= 7, `${columns} columns`)
})

t.test('an input without a column is told, not taken for something else', async (t) => {
  const graph = new Graph()
  const compiled = program({ graph, varying: new Set(['a']), outputs: [graph.input('a').plus(graph.one)], folded: () => 1 })
  t.throws(() => new Columns(compiled).read(new Map(), 5), { message: 'a varies and was given no values where 5 are worked out' })
  t.throws(() => new Columns(compiled).read(new Map([['a', new Float64Array(4)]]), 5), {
    message: 'a varies and was given 4 values where 5 are worked out',
  })
})

/** A formula over three inputs as a tree, and what it is worth by ordinary JavaScript. */
const tree = fc.letrec<{ node: Tree }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Tree>({ input: 'a' }, { input: 'b' }, { input: 'c' }),
    fc.integer({ min: -9, max: 9 }).map((constant): Tree => ({ constant })),
    fc.record({
      kind: fc.constantFrom('plus', 'minus', 'times', 'over', 'min', 'max', 'sum', 'floor', 'squareRoot'),
      of: fc.array(tie('node'), { minLength: 3, maxLength: 3 }),
    }),
  ),
})).node
type Tree = { input: string } | { constant: number } | { kind: string; of: Tree[] }

function built(graph: Graph, each: Tree): Expression {
  if ('input' in each) return graph.input(each.input)
  if ('constant' in each) return graph.constant(String(each.constant))
  const [a, b, c] = each.of.map((part) => built(graph, part)) as [Expression, Expression, Expression]
  switch (each.kind) {
    case 'plus':
      return a.plus(b)
    case 'minus':
      return a.minus(b)
    case 'times':
      return a.times(b)
    case 'over':
      return a.over(b)
    case 'min':
      return min(a, b)
    case 'max':
      return max(a, b)
    case 'floor':
      return a.floor()
    case 'squareRoot':
      return a.absolute().squareRoot()
    default:
      return graph.sum([a, b, c, a])
  }
}

function worth(each: Tree, at: Record<string, number>): number {
  if ('input' in each) return at[each.input] as number
  if ('constant' in each) return each.constant
  const [a, b, c] = each.of.map((part) => worth(part, at)) as [number, number, number]
  switch (each.kind) {
    case 'plus':
      return a + b
    case 'minus':
      return a - b
    case 'times':
      return a * b
    case 'over':
      return b === 0 ? 0 : a / b
    case 'min':
      return Math.min(a, b)
    case 'max':
      return Math.max(a, b)
    case 'floor':
      return Math.floor(a + 1e-9)
    case 'squareRoot':
      return Math.sqrt(Math.abs(a))
    default:
      return a + b + c + a
  }
}

t.test('random formulas over random columns are worth what JavaScript says, whichever inputs vary', async (t) => {
  const numbers = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(tree, { minLength: 1, maxLength: 4 }),
      fc.record({ a: numbers, b: numbers, c: numbers }),
      fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      (trees, values, varying) => {
        const graph = new Graph()
        const outputs = trees.map((each) => built(graph, each))
        const fixed = Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list[0] as number]))
        const folded = (index: number) => worthOfNode(graph, index, fixed)
        const columns = read(
          t,
          { graph, varying: new Set(varying), outputs, folded },
          Object.fromEntries(varying.map((name) => [name, values[name as 'a']])),
        )
        trees.forEach((each, place) => {
          for (let row = 0; row < 6; row++) {
            const at = Object.fromEntries(
              Object.entries(values).map(([name, list]) => [name, (varying.includes(name) ? list[row] : list[0]) as number]),
            )
            const expected = worth(each, at)
            const got = columns[place]?.[row] as number
            // A sum's terms may be added in another order, and a floor may then stand on the other side of a whole number.
            if (Math.abs(got - expected) > 1e-9 * (1 + Math.abs(expected)) && !hasFloor(each))
              throw new Error(`${JSON.stringify(each)} at ${JSON.stringify(at)}: ${got}, expected ${expected}`)
          }
        })
      },
    ),
    { seed: 4, numRuns: 300 },
  )
})

function hasFloor(each: Tree): boolean {
  return 'kind' in each && (each.kind === 'floor' || each.of.some(hasFloor))
}

/** What a node that no varying input reaches is worth, by walking the graph. */
function worthOfNode(graph: Graph, index: number, fixed: Record<string, number>): number {
  const [l, r] = [graph.left[index] as number, graph.right[index] as number]
  const of = (place: number) => worthOfNode(graph, place, fixed)
  switch (graph.operation[index]) {
    case 0:
      return Number(graph.constants[l])
    case 1:
      return fixed[graph.inputs[l] as string] as number
    case 2:
      return of(l) + of(r)
    case 3:
      return of(l) - of(r)
    case 4:
      return of(l) * of(r)
    case 5:
      return of(r) === 0 ? 0 : of(l) / of(r)
    case 6:
      return Math.min(of(l), of(r))
    case 7:
      return Math.max(of(l), of(r))
    case 8:
      return Math.floor(of(l) + 1e-9)
    case 10:
      return Math.sqrt(of(l))
    default:
      return Array.from(graph.operands.subarray(l, l + r)).reduce((sum, place) => sum + of(place), 0)
  }
}

t.test('an engine without the compiled kernel’s instructions runs the plain one; any other fault is a fault', async (t) => {
  const graph = new Graph()
  const reading = { graph, varying: new Set(['a']), outputs: [graph.input('a').plus(graph.one)], folded: () => 1 }
  const compiled = program(reading, 16)
  const refusing = (name: string) => () => {
    throw Object.assign(new Error('no such instruction'), { name })
  }
  const columns = new Columns(compiled, kernelFor(compiled, refusing('CompileError')))
  t.same([...(columns.read(new Map([['a', Float64Array.of(1, 2, 3)]]), 3)[0] as Column)], [2, 3, 4])
  t.throws(() => kernelFor(compiled, refusing('RangeError')), { message: 'no such instruction' })
})

t.test('each pair gives the bytes of its two instructions, one after the other, by both kernels', async (t) => {
  const width = 16
  const columns = [
    [6, -7.5, 0, 2.345, 1e6, -0, 1e-9, -1e-9, 3.005, 1 / 3, -1e6, 41.999999999, 7, 8, -9, 0.005],
    [4, -2.5, 0, -2.345, 0, 5, -0, 1e300, 1e-300, 3, -1e6, 2, 7, -8, 0.1, 0.2],
    [1, 2, -3, 0, 1e6, -5, 12.5, -1e-9, 3, 1 / 7, 0.1, 2, -7, 8, 9, 1e12],
  ]
  const singles = Float64Array.of(3, 0, -0.07, 1e-3)
  const [first, second, third, between, to, firstSingle] = [0, 1, 2, 3, 4, 5].map((column) => column * width) as Six
  const run = (code: number[], kernelOf: (program: Program) => Kernel): string => {
    const kernel = kernelOf({ width, code: Int32Array.from(code), operations: 0, columns: 5, singles, inputs: [], outputs: [] })
    for (const [place, values] of columns.entries()) kernel.memory.set(values, place * width)
    kernel.run()
    return bytes(kernel.memory.slice(to, to + width))
  }
  const nameOf = (what: number) => Object.entries(Instruction).find(([, number]) => number === what)?.[0] as string
  for (const [both, [one, then]] of pairs) {
    for (let single = 0; single < singles.length; single++) {
      const place = firstSingle + single
      const left = nameOf(one).startsWith('of') ? place : first
      const right = nameOf(one).endsWith('By') ? place : second
      const last = nameOf(then).endsWith('By') ? place : third
      const separately = [one, between, left, right, right, then, to, between, last, last]
      const [expected, ...others] = [plainKernel, compiledKernel].flatMap((kernelOf) =>
        [separately, [both, to, left, right, last]].map((code) => run(code, kernelOf)),
      )
      t.same(others, [expected, expected, expected], `${nameOf(both)} with ${singles[single]}`)
      t.equal(nameOf(both), `${nameOf(one)}${nameOf(then).replace(/^./, (letter) => letter.toUpperCase())}`)
    }
  }
})
type Six = [number, number, number, number, number, number]

t.test('what one step alone reads is worked out with it, and no more columns are in use for that', async (t) => {
  const graph = new Graph()
  const [a, b, c] = ['a', 'b', 'c'].map((path) => graph.input(path)) as [Expression, Expression, Expression]
  const inOne = (output: Expression) => {
    const { code, operations } = program({ graph, varying: new Set(['a', 'b', 'c']), outputs: [output], folded: () => 2 })
    return `${operations} in ${code.length / wordsAnInstruction}`
  }
  t.equal(inOne(a.plus(b).plus(c)), '2 in 1')
  t.equal(inOne(c.plus(a.plus(b))), '2 in 1', 'on the right side of a sum too')
  t.equal(inOne(c.minus(a.plus(b))), '2 in 2', 'a difference is not turned round')
  t.equal(inOne(a.plus(b).times(a.plus(b))), '2 in 2', 'a square needs its value twice')
  t.equal(inOne(a.times(graph.constant(2)).times(graph.constant(2))), '2 in 1')
  const both = a.plus(b)
  const { code } = program({ graph, varying: new Set(['a', 'b', 'c']), outputs: [both, both.plus(c)], folded: () => 2 })
  t.equal(code.length / wordsAnInstruction, 2, 'what is asked for is written')
})
