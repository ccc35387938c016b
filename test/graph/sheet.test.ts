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
    Object.entries(lines).map(([id, values]) => ({ id, owner: id, sheet: 'sheet', period: 'month' as const, values })),
  )
  const rows = [...sheet.rows.values()].flat()
  const at = (row: SheetRow, column: number) => `${'ABCDEFGH'[column]}${rows.indexOf(row) + 1}`
  const references: References = {
    cell: ({ row, column, fixed }) => (fixed ? `$${at(row, column).replace(/\d/, '$$$&')}` : at(row, column)),
    range: (first, last) => `${at(first.row, first.column)}:${at(last.row, last.column)}`,
    input: (path) => path,
    columns: (from, to, row) => `COLUMNS($${at(row, from)}:${at(row, to)})`,
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

t.test('a line that shows what another line computes refers to it, and to the cell in its own column', async (t) => {
  const { graph, a, b } = inputs()
  const product = a.times(b)
  t.same(cellsOf(graph, { first: [product, a], second: [product, product.plus(a)] }), {
    A1: 'a*b',
    B1: 'a',
    A2: 'A1',
    B2: 'A2+a',
  })
  // The same every month: each month reads its own column, though all of them are one node.
  t.same(cellsOf(graph, { first: [product, product, product], second: [product.plus(a), product.plus(a), product.plus(a)] }), {
    A1: 'a*b',
    B1: 'a*b',
    C1: 'a*b',
    A2: 'A1+a',
    B2: 'B1+a',
    C2: 'C1+a',
  })
})

t.test('what is used twice or divides stands in a row of workings of its owner, in the column that needs it', async (t) => {
  const { graph, a, b, c } = inputs()
  const shared = a.plus(b).times(c)
  t.same(cellsOf(graph, { first: [graph.zero, shared.plus(a)], second: [graph.zero, shared.minus(b)] }), {
    A1: '0',
    B1: 'B2+a',
    B2: '(a+b)*c',
    A3: '0',
    B3: 'B4-b',
    B4: '(a+b)*c',
  })
  t.same(cellsOf(graph, { share: [a.over(b.plus(c))] }), { A1: 'IF(A2=0,0,a/A2)', A2: 'b+c' })
})

t.test('what rests on inputs alone is worked out once, and what rests on the month in every month', async (t) => {
  const { graph, a, b, c } = inputs()
  const months = [a.times(b), a.times(c), b.times(c)]
  const fixed = a.plus(b).over(c)
  const first = months.map((month) => month.times(fixed).plus(month.over(graph.one.minus(month))))
  const cells = cellsOf(graph, { months, first })
  t.same([cells.A2, cells.B2, cells.C2], ['A1*$A$3+IF(A4=0,0,A1/A4)', 'B1*$A$3+IF(B4=0,0,B1/B4)', 'C1*$A$3+IF(C4=0,0,C1/C4)'])
  t.equal(cells.A3, 'IF(c=0,0,(a+b)/c)')
  t.same([cells.A4, cells.B4, cells.C4], ['1-A1', '1-B1', '1-C1'])
  t.notOk(cells.B3)
})

t.test('a month that is 0 because what it rests on is takes the formula of its row', async (t) => {
  const { graph, a, b, c } = inputs()
  const zero = graph.zero
  const came = [zero, zero, a.times(b), a.times(c)]
  const all = [b, b, b, b].map((each, month) => each.plus(graph.constant(month)).times(c))
  const left = all.map((each, month) => each.minus(came[month] as Expression))
  const stock: Expression[] = []
  for (const [month, each] of came.entries()) stock.push((stock[month - 1] ?? zero).times(a).plus(each))
  const cells = cellsOf(graph, { came, all, left, stock })
  t.same([cells.A3, cells.B3, cells.C3, cells.D3], ['A2-A1', 'B2-B1', 'C2-C1', 'D2-D1'])
  // The first month has none before it.
  t.same([cells.A4, cells.B4, cells.C4, cells.D4], ['0', 'A4*a+B1', 'B4*a+C1', 'C4*a+D1'])
  // A formula that would say something else is not taken: here the second month is 0 by itself.
  const other = cellsOf(graph, { came: all, doubled: [all[0]?.times(a), zero, all[2]?.times(a), all[3]?.times(a)] as Expression[] })
  t.same([other.A2, other.B2, other.C2], ['A1*a', '0', 'C1*a'])
})

t.test('months that are counted', async (t) => {
  const { graph, a } = inputs()
  const up = [0, 0, 1, 2, 3].map((month) => (month === 0 ? graph.zero : min(graph.one, graph.constant(month).over(a))))
  const down = [9, 8, 7, 6, 5].map((month) => graph.constant(month).over(a))
  const cells = cellsOf(graph, { up, down })
  t.same(
    [cells.C1, cells.D1, cells.E1],
    [1, 2, 3].map((_, place) => `MIN(1,IF(a=0,0,COLUMNS($C1:${'CDE'[place]}1)/a))`),
  )
  t.same([cells.A2, cells.B2], ['IF(a=0,0,(10-COLUMNS($A2:A2))/a)', 'IF(a=0,0,(10-COLUMNS($A2:B2))/a)'])
})

t.test('formulas taken from neighbours never go round in a circle', async (t) => {
  const { graph, a, b } = inputs()
  // In the first column both lines show one node; each could be computed from the other there.
  const x = [a.times(b)]
  const y = [a.times(b)]
  for (let month = 1; month < 4; month++) {
    const from = graph.constant(month + 1).times(a)
    x.push(from)
    y.push(from.plus(graph.constant(month).times(b)))
  }
  const cells = cellsOf(graph, { x, z: [graph.zero, ...[1, 2, 3].map((month) => graph.constant(month).times(b))], y })
  t.equal(cells.A1, 'a*b')
  t.equal(cells.A3, 'A1+A2')
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
