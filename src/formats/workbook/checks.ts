import { nearlyFloat } from '../../graph/exact.ts'
import type { Sheet } from '../../graph/sheet.ts'
import type { WorkbookContent } from './content.ts'
import { address, Grid } from './grid.ts'
import { firstValue, type Layout } from './layout.ts'
import { contentOf } from './line-sheets.ts'

const first = 5

/** The name that the sheet reader knows the two sides of a check by. */
export function checkLine(id: string): string {
  return `check ${id}`
}

/** Places the checks on their sheet, each with its workings under it. */
export function placeChecks({ method }: WorkbookContent, sheet: Sheet, layout: Layout): void {
  let at = first
  for (const { id } of method.checks) for (const row of sheet.rows.get(checkLine(id)) ?? []) layout.place(row, 'Checks', at++)
}

/** The checks sheet: two ways to the same figure, recomputed with the book, and one cell that says whether all agree. */
export function checksGrid({ answer, method, exactOf, checkTitleOf }: WorkbookContent, sheet: Sheet, layout: Layout): Grid {
  const grid = new Grid('Checks')
  grid.columns([72, 76, 50, 18, 18, 16, 14, 10])
  grid.repeat('$5:$5')
  grid.freezeAt(first, 0)
  grid.put(0, 0, 'Checks', 'title')
  grid.put(
    1,
    0,
    'Two ways to the same figure. The book stands only while they agree, to a penny for each posting that rounds on the way.',
    'subtitle',
  )
  grid.putRow(first - 1, 0, ['Check', 'Of', 'Id', 'One way', 'The other', 'Difference', 'Allowed', 'Agrees'], 'heading')
  let last = first
  for (const { id, left, right, tolerance } of method.checks) {
    for (const row of sheet.rows.get(checkLine(id)) ?? []) {
      const at = layout.rowOf(row)
      const isWorking = row.level > 0
      if (isWorking) grid.outline(at, row.level)
      if (isWorking) grid.put(at, 0, 'working', 'working')
      else {
        const { words, of } = checkTitleOf(id)
        grid.putRow(at, 0, [words, of], 'label')
        grid.put(at, 2, id, 'note')
      }
      for (const [column, value] of row.cells.entries()) {
        if (value !== undefined)
          grid.put(at, firstValue + column, contentOf(sheet, layout, row, column, value, exactOf), isWorking ? 'workingNumber' : 'number')
      }
      last = at
      if (isWorking) continue
      const [one, other, difference, allowed] = [0, 1, 2, 3].map((place) => address(at, firstValue + place)) as [
        string,
        string,
        string,
        string,
      ]
      const apart = exactOf(left).minus(exactOf(right))
      grid.put(at, firstValue + 2, { formula: `${one}-${other}`, value: nearlyFloat(apart) }, 'workingNumber')
      grid.put(at, firstValue + 3, Number(tolerance), 'factor')
      // A spreadsheet adds in binary, so that sums of pennies differ in their last digits; the sixth place is far below a penny, and of
      // a million million pounds so is one part in ten million million.
      grid.put(at, firstValue + 4, {
        formula: `ABS(ROUND(${difference},6))<=${allowed}+ABS(${one})*1E-13`,
        value: apart.abs().lessThanOrEqualTo(tolerance),
      })
    }
  }
  madeBy(grid, last + 2, answer)
  const agrees = `${address(first, firstValue + 4)}:${address(last, firstValue + 4)}`
  const count = method.checks.length
  grid.put(
    2,
    0,
    {
      formula: `IF(COUNTIF(${agrees},TRUE)=${count},"All ${count} checks agree","BROKEN: a check fails, and no figure of this book stands")`,
      value: `All ${count} checks agree`,
    },
    'verdict',
  )
  for (const [place, [formula, rgb]] of [
    ['LEFT($A$3,3)="All"', 'C6EFCE'],
    ['LEFT($A$3,3)<>"All"', 'FF9C9C'],
  ].entries() as ArrayIterator<[number, [string, string]]>) {
    grid.rule({
      type: 'expression',
      priority: place + 1,
      formula,
      range: 'A3',
      style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } },
    })
  }
  grid.rule({
    type: 'expression',
    priority: 3,
    // A working has no answer here, and an empty cell is as good as FALSE to a comparison.
    formula: `AND(ISLOGICAL($${address(first, firstValue + 4)}),NOT($${address(first, firstValue + 4)}))`,
    range: agrees,
    style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF9C9C' }, bgColor: { rgb: 'FF9C9C' } } },
  })
  return grid
}

/** What it takes to get this book's figures again: the program, the method, the built-in figures, the case. */
function madeBy(grid: Grid, at: number, { model, caseHash, resultHash }: WorkbookContent['answer']): void {
  const rows = [
    ['Made by', `${model.name} ${model.version}`],
    ['Version of the method', model.method],
    ['Built-in figures as of', model.referenceData],
    ['Commit of the source', model.commit],
    ['SHA-256 of the case as first answered', caseHash],
    ['SHA-256 of the figures as first answered', resultHash],
  ] as const
  grid.put(at, 0, 'What made these figures', 'heading')
  for (const [place, row] of rows.entries()) grid.putRow(at + 1 + place, 0, row, 'note')
}
