import { type Exact, exactNumber, nearlyFloat } from '../../graph/exact.ts'
import { lined, quiet } from './chart-axes.ts'
import { unseen } from './chart-parts.ts'
import { type Content, type Grid, inSheet, letters } from './grid.ts'

/** One column of a waterfall: an end that stands on nothing, or what is taken (or, below 0, given back) on the way from one to the other. */
export interface Step {
  /** The cell of its label, and the label. */
  label: string
  words: string
  /** The cell of its amount, and the amount. */
  amount: string
  exact: Exact
  isEnd: boolean
  /** The cell of what is left after it, and what is left. */
  left: string
  leftExact: Exact
}

/** The columns that are stacked, from the bottom up. What crosses nothing has a part above it and a part below it. */
const columns = [
  { name: 'Unseen base', color: unseen },
  { name: 'Whole', color: '1F5C99' },
  { name: 'Falls, above 0', color: 'C8743C' },
  { name: 'Falls, below 0', color: 'C8743C' },
  { name: 'Rises, above 0', color: '4F8A54' },
  { name: 'Rises, below 0', color: '4F8A54' },
] as const

/**
 * Writes the workings of a waterfall below each other from a row on, live, and the chart that is drawn from them. A spreadsheet stacks
 * what is above nothing upwards and what is below it downwards, so a base is never needed under a column that crosses nothing.
 */
export function waterfall(grid: Grid, at: number, title: string, steps: readonly Step[], anchor: { row: number; column: number }): void {
  grid.put(at, 0, `Workings of the chart “${title}”: what each column stands on, and how far it falls or rises from there`, 'working')
  grid.put(at + 1, 0, 'Step', 'working')
  grid.putRow(
    at + 1,
    1,
    columns.map(({ name }) => name),
    'workingHeading',
  )
  for (const [place, step] of steps.entries()) {
    const row = at + 2 + place
    grid.put(row, 0, named(step), 'workingWrapped')
    grid.height(row, 1.8)
    for (const [column, content] of partsOf(step, steps[place - 1]).entries()) grid.put(row, 1 + column, content, 'workingPounds')
  }
  const range = (column: number) => `${inSheet(grid.name)}$${letters(column)}$${at + 3}:$${letters(column)}$${at + 2 + steps.length}`
  grid.chart({
    type: 'column',
    barGrouping: 'stacked',
    title: `${title}, £`,
    titleFontSize: 12,
    titleBold: true,
    series: columns.map(({ name, color }, column) => ({ name, values: range(1 + column), categories: range(0), color })),
    axes: {
      x: { ...quiet, tickLblPos: 'low' },
      y: { ...quiet, ...lined },
    },
    legend: false,
    gapWidth: 35,
    overlap: 100,
    // The workings may be hidden, and the chart stays.
    plotVisOnly: false,
    anchor: { from: { row: anchor.row, col: anchor.column }, to: { row: anchor.row + 19, col: anchor.column + 10 } },
  })
}

/** What stands under a column: its label and its amount, with the sign of what it does to what is left. */
function named({ label, words, amount, exact, isEnd }: Step): Content {
  const signs = isEnd ? { below: '−', above: '' } : { below: '+', above: '−' }
  const whole = Math.round(Math.abs(nearlyFloat(exact)))
  const sign = whole === 0 ? '' : exact.isNegative() ? signs.below : signs.above
  return {
    formula: `${label}&CHAR(10)&IF(ROUND(${amount},0)=0,"",IF(${amount}<0,"${signs.below}","${signs.above}"))&"£"&TEXT(ABS(${amount}),"#,##0")`,
    value: `${words}\n${sign}£${whole.toLocaleString('en-GB')}`,
  }
}

const zero = exactNumber(0)
const largest = (one: Exact, other: Exact) => (one.greaterThan(other) ? one : other)
const smallest = (one: Exact, other: Exact) => (one.lessThan(other) ? one : other)

/** The parts of one column: its base, its whole where it is an end, and its fall or rise above and below nothing. */
function partsOf(step: Step, before: Step | undefined): Content[] {
  if (step.isEnd || before === undefined) return [0, { formula: step.amount, value: nearlyFloat(step.exact) }, 0, 0, 0, 0]
  const [from, to] = [before.leftExact, step.leftExact]
  const [s, e] = [before.left, step.left]
  const up = (value: Exact) => largest(zero, value)
  const down = (value: Exact) => smallest(zero, value)
  return [
    {
      formula: `MAX(0,MIN(${s},${e}))+MIN(0,MAX(${s},${e}))`,
      value: nearlyFloat(up(smallest(from, to)).plus(down(largest(from, to)))),
    },
    0,
    { formula: `MAX(0,MAX(0,${s})-MAX(0,${e}))`, value: nearlyFloat(up(up(from).minus(up(to)))) },
    { formula: `MIN(0,MIN(0,${e})-MIN(0,${s}))`, value: nearlyFloat(down(down(to).minus(down(from)))) },
    { formula: `MAX(0,MAX(0,${e})-MAX(0,${s}))`, value: nearlyFloat(up(up(to).minus(up(from)))) },
    { formula: `MIN(0,MIN(0,${s})-MIN(0,${e}))`, value: nearlyFloat(down(down(from).minus(down(to)))) },
  ]
}
