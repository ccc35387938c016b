import { inflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import t from 'tap'
import { unseen, withChartsMended } from '../../src/formats/workbook/chart-parts.ts'
import { Grid } from '../../src/formats/workbook/grid.ts'
import { type Step, waterfall } from '../../src/formats/workbook/waterfall.ts'
import { withParts } from '../../src/formats/workbook/zip-parts.ts'
import { exactNumber } from '../../src/graph/exact.ts'
import { noOffice, Office } from '../libreoffice/office.ts'

/** A ladder on a sheet of its own: what there is in B1, what is taken in B2 and on, what is then left in C. */
function ladder(gross: number, taken: readonly number[]): Grid {
  const grid = new Grid('Ladder')
  grid.put(0, 0, 'Gross')
  grid.put(0, 1, gross)
  const end = {
    label: 'A1',
    words: 'Gross',
    amount: 'B1',
    exact: exactNumber(gross),
    isEnd: true,
    left: 'B1',
    leftExact: exactNumber(gross),
  }
  const steps: Step[] = [end]
  let left = gross
  for (const [place, amount] of taken.entries()) {
    const row = place + 1
    left -= amount
    grid.put(row, 0, `Rung ${row}`)
    grid.put(row, 1, amount)
    grid.put(row, 2, { formula: `${row === 1 ? 'B1' : `C${row}`}-B${row + 1}`, value: left })
    steps.push({
      ...end,
      isEnd: false,
      label: `A${row + 1}`,
      words: `Rung ${row}`,
      amount: `B${row + 1}`,
      exact: exactNumber(amount),
      left: `C${row + 1}`,
      leftExact: exactNumber(left),
    })
  }
  waterfall(grid, workingsAt, 'Ladder', steps, { row: 0, column: 8 })
  return grid
}
const workingsAt = 10

/** From where to where a spreadsheet draws what is seen of a column: values above nothing are stacked upwards, those below it downwards. */
function drawn([base = 0, ...seen]: readonly number[]): [number, number] {
  const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0)
  const up = sum(seen.filter((value) => value > 0))
  const down = sum(seen.filter((value) => value < 0))
  if (base > 0 && down < 0) throw new Error('a base above nothing with a part below nothing')
  if (base < 0 && up > 0) throw new Error('a base below nothing with a part above nothing')
  return [Math.min(base, 0) + down + Math.max(base, 0), Math.max(base, 0) + up + Math.min(base, 0)]
}

/** Ladders, and where each of their columns must be drawn: gross, then from what was left before to what is left after. */
const ladders: { gross: number; taken: number[]; columns: [number, number][]; why: string }[] = [
  {
    gross: 100,
    taken: [30, 20],
    columns: [
      [0, 100],
      [70, 100],
      [50, 70],
    ],
    why: 'falls above nothing',
  },
  {
    gross: 100,
    taken: [-25, 40],
    columns: [
      [0, 100],
      [100, 125],
      [85, 125],
    ],
    why: 'a rise, then a fall',
  },
  {
    gross: 40,
    taken: [100, -30, -90],
    columns: [
      [0, 40],
      [-60, 40],
      [-60, -30],
      [-30, 60],
    ],
    why: 'a fall across nothing, a rise below it, a rise across it',
  },
  {
    gross: -50,
    taken: [-20, 10],
    columns: [
      [-50, 0],
      [-50, -30],
      [-40, -30],
    ],
    why: 'a gross below nothing',
  },
  {
    gross: 50,
    taken: [50, 0, -10],
    columns: [
      [0, 50],
      [0, 50],
      [0, 0],
      [0, 10],
    ],
    why: 'down to nothing and up again',
  },
]

t.test('the columns of a waterfall are drawn where they belong, as written', async (t) => {
  for (const { gross, taken, columns, why } of ladders) {
    const { rows = [] } = ladder(gross, taken).finished()
    const parts = columns.map((_, place) => (rows[workingsAt + 2 + place] ?? []).slice(1, 7).map(Number))
    t.same(parts.map(drawn), columns, why)
  }
})

t.test('the columns of a waterfall are drawn where they belong, recalculated', { skip: noOffice }, async (t) => {
  const office = new Office()
  t.teardown(() => office.end())
  // One book, written for other figures than those that are then set: the formulas alone place the columns.
  const bytes = await writeXlsx({ sheets: [ladder(1, [0, 0, 0]).finished()] })
  const cells = [0, 1, 2, 3].flatMap((place) => 'BCDEFG'.split('').map((column) => `Ladder!${column}${workingsAt + 3 + place}`))
  const labels = [0, 1, 2].map((place) => `Ladder!A${workingsAt + 3 + place}`)
  const runs = await office.recalculated(
    bytes,
    ladders.map(({ gross, taken: [one = 0, two = 0, three = 0] }) => ({
      set: { 'Ladder!B1': gross, 'Ladder!B2': one, 'Ladder!B3': two, 'Ladder!B4': three },
      cells: [...cells, ...labels],
    })),
  )
  for (const [run, { columns, why }] of ladders.entries()) {
    const values = cells.map((cell) => Number(runs[run]?.cells[cell]))
    const parts = columns.map((_, place) => values.slice(place * 6, place * 6 + 6))
    t.same(parts.map(drawn), columns, why)
    t.same(runs[run]?.errors, [])
  }
  t.same(
    labels.map((label) => runs[1]?.cells[label]),
    ['Gross\n£100', 'Rung 1\n+£25', 'Rung 2\n−£40'],
  )
})

/** The text of one part of a workbook. */
function partOf(bytes: Uint8Array, part: string): string {
  let found = ''
  withParts(
    bytes,
    (name) => name === part,
    (text) => {
      found = text
      return text
    },
  )
  return found
}

t.test('the unseen series has no fill, and no bar loses its colour below nothing', async (t) => {
  const book = withChartsMended(await writeXlsx({ sheets: [ladder(100, [30, 20]).finished()] }))
  const chart = partOf(book, 'xl/charts/chart1.xml')
  const series = chart.match(/<c:ser>.*?<\/c:ser>/gs) ?? []
  t.equal(series.length, 6)
  t.match(
    series[0],
    /<c:v>Unseen base<\/c:v><\/c:tx><c:spPr><a:noFill\/><a:ln><a:noFill\/><\/a:ln><\/c:spPr><c:invertIfNegative val="0"\/>/,
  )
  for (const each of series.slice(1)) t.match(each, /<a:srgbClr val="[0-9A-F]{6}"\/>.*<\/c:spPr><c:invertIfNegative val="0"\/><c:cat>/s)
  t.notMatch(chart, /alpha/)
})

t.test('a chart that is not as the library wrote it is refused', async (t) => {
  const series = [{ name: 'Seen', values: 'A1:A2', color: '1F5C99' }]
  const chartOf = (more: object) =>
    writeXlsx({
      sheets: [
        {
          name: 'One',
          rows: [[1], [2]],
          charts: [{ type: 'column', series, anchor: { from: { row: 0, col: 0 } }, axes: { y: { gridlines: { major: true } } }, ...more }],
        },
      ],
    })
  const [noneUnseen, noLines, noColour] = await Promise.all([
    chartOf({}),
    chartOf({ axes: {} }),
    chartOf({
      series: [
        { ...series[0], color: unseen },
        { name: 'Bare', values: 'A1:A2' },
      ],
    }),
  ])
  t.throws(() => withChartsMended(noneUnseen), /0 charts have an unseen series/)
  t.throws(() => withChartsMended(noLines), /no lines across/)
  t.throws(() => withChartsMended(noColour), /no colour of its own/)
  t.throws(() => withParts(new Uint8Array(100), () => true, String), /no plain zip file/)
})

t.test('a part written anew leaves the others as they are', async (t) => {
  const book = await writeXlsx({ sheets: [ladder(100, [30, 20]).finished()] })
  const name = 'xl/charts/chart1.xml'
  const text = 'x'.repeat(10_000)
  const changed = withParts(
    book,
    (each) => each === name,
    () => text,
  )
  t.equal(partOf(changed, name), text)
  for (const other of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', '[Content_Types].xml'])
    t.equal(partOf(changed, other), partOf(book, other))
  // The packed bytes stand where the directory says, and unpack to the text.
  const file = Buffer.from(changed)
  const local = file.indexOf(Buffer.from(name)) - 30
  t.equal(
    inflateRawSync(file.subarray(local + 30 + name.length, local + 30 + name.length + file.readUInt32LE(local + 18))).toString(),
    text,
  )
})
