import t from 'tap'
import { type Expression, Graph, max, min } from '../../src/graph/graph.ts'
import { type References, Sheet, type SheetRow } from '../../src/graph/sheet.ts'

/*
 * The sheet reader on graphs small enough to write every formula by hand. Rows are numbered in the order of the lines, workings under
 * the line that needs them; columns are A, B, C.
 */

/** The formulas of lines by cell: A1, B1 … */
function cellsOf(graph: Graph, lines: Record<string, Expression[]>): Record<string, string> {
  const sheet = new Sheet(
    graph,
    Object.entries(lines).map(([id, values]) => ({ id, values })),
  )
  const rows = [...sheet.rows.values()].flat()
  const at = (row: SheetRow, column: number) => `${'ABCDEFGH'[column]}${rows.indexOf(row) + 1}`
  const references: References = {
    cell: ({ row, column }) => at(row, column),
    range: (first, last) => `${at(first.row, first.column)}:${at(last.row, last.column)}`,
    input: (path) => path,
  }
  return Object.fromEntries(
    rows.flatMap((row) =>
      row.cells.flatMap((value, column) => (value === undefined ? [] : [[at(row, column), sheet.text(row, column, references)]])),
    ),
  )
}

function inputs() {
  const graph = new Graph()
  return { graph, a: graph.input('a'), b: graph.input('b'), c: graph.input('c') }
}

t.test('every operation, with brackets only where they are needed', async (t) => {
  const { graph, a, b, c } = inputs()
  const formula = (value: Expression) => cellsOf(graph, { line: [value] }).A1
  t.equal(formula(a.plus(b)), 'a+b')
  t.equal(formula(a.minus(b)), 'a-b')
  t.equal(formula(a.minus(b.minus(c))), 'a-(b-c)')
  t.equal(formula(a.minus(b).minus(c)), 'a-b-c')
  t.equal(formula(a.minus(b.times(c))), 'a-b*c')
  t.equal(formula(a.plus(b).times(c)), '(a+b)*c')
  t.equal(formula(a.times(b).times(c)), 'a*b*c')
  t.equal(formula(a.negative()), '-a')
  t.equal(formula(a.plus(b).negative()), '-(a+b)')
  t.equal(formula(a.over(b)), 'IF(b=0,0,a/b)', 'nothing shared out among nobody is nothing')
  t.equal(formula(a.over(graph.constant(12))), 'a/12')
  t.equal(formula(a.times(b.over(graph.constant(12)))), 'a*b/12')
  t.equal(formula(a.times(b.over(c))), 'a*IF(c=0,0,b/c)')
  t.equal(formula(min(a, b)), 'MIN(a,b)')
  t.equal(formula(a.positive()), 'MAX(a,0)')
  t.equal(formula(a.floor()), 'INT(a+0.000000001)')
  t.equal(formula(a.round2()), 'ROUND(ROUND(a,10),2)')
  t.equal(formula(a.squareRoot()), 'SQRT(a)')
  t.equal(formula(a.twelfthRoot()), 'SQRT(SQRT(POWER(a,1/3)))')
  t.equal(formula(graph.constant('1.5')), '1.5')
  t.equal(formula(graph.constant(-2).times(a)), '(-2)*a')
})

t.test('chains are flat, neighbours are ranges, and the same cell again is a product', async (t) => {
  const { graph, a, b, c } = inputs()
  const series = [a.times(b), a.times(c), b.times(c)]
  const [x, y, z] = series as [Expression, Expression, Expression]
  const cells = cellsOf(graph, {
    series,
    sum: [graph.sum([x, y, z])],
    part: [y.plus(z)],
    apart: [graph.sum([z, x, a])],
    again: [graph.sum([x, x, x, x])],
    least: [min(min(min(graph.zero, x), y), z)],
    most: [max(max(x, y), a)],
  })
  t.match(cells, {
    A1: 'a*b',
    B1: 'a*c',
    C1: 'b*c',
    A2: 'SUM(A1:C1)',
    A3: 'SUM(B1:C1)',
    A4: 'C1+A1+a',
    A5: '4*A1',
    A6: 'MIN(0,A1:C1)',
    A7: 'MAX(A1:B1,a)',
  })
})

t.test('a line that shows what another line computes refers to it', async (t) => {
  const { graph, a, b } = inputs()
  const product = a.times(b)
  t.same(cellsOf(graph, { first: [product, a], second: [product, product.plus(a)] }), {
    A1: 'a*b',
    B1: 'a',
    A2: 'A1',
    B2: 'A1+a',
  })
})

t.test('what is used twice or divides stands in a row of workings, in the column that needs it', async (t) => {
  const { graph, a, b, c } = inputs()
  const shared = a.plus(b).times(c)
  t.same(cellsOf(graph, { first: [graph.zero, shared.plus(a)], second: [graph.zero, shared.minus(b)] }), {
    A1: '0',
    B1: 'B2+a',
    B2: '(a+b)*c',
    A3: '0',
    B3: 'B2-b',
  })
  t.same(cellsOf(graph, { share: [a.over(b.plus(c))] }), { A1: 'IF(A2=0,0,a/A2)', A2: 'b+c' })
})

t.test('a formula too deep to follow is cut into workings, none of them longer than a person reads', async (t) => {
  const { graph, a, b } = inputs()
  let deep = a
  for (let step = 0; step < 40; step++) deep = deep.times(b).plus(a).minus(b.times(deep))
  const cells = Object.values(cellsOf(graph, { deep: [deep] }))
  t.ok(cells.length > 10)
  t.ok(Math.max(...cells.map((text) => text.length)) < 200)
})

t.test('more terms than one function takes', async (t) => {
  const graph = new Graph()
  const terms = Array.from({ length: 450 }, (_, place) => graph.input(`i${place}`))
  const text = cellsOf(graph, { sum: [graph.sum(terms)] }).A1 ?? ''
  t.match(text, /^SUM\(SUM\(i0,.*,i199\),SUM\(i200,.*,i399\),SUM\(i400,.*,i449\)\)$/)
})
