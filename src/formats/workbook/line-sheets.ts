import { exactNumber, nearlyFloat } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import type { Sheet, SheetRow } from '../../graph/sheet.ts'
import type { BookLine } from './book-lines.ts'
import type { WorkbookContent } from './content.ts'
import { type Content, Grid, letters } from './grid.ts'
import { type Block, firstValue, type Layout } from './layout.ts'
import { type LineSheet, lineSheets } from './places.ts'
import type { Look } from './styles.ts'
import { WorkingWords } from './working-words.ts'

const about: Readonly<Record<LineSheet, string>> = {
  Flows: 'Month by month: children, families, what each intervention reaches and avoids, and cash by month.',
  Ladder: 'Month by month: where the places or entries avoided on each cost line go.',
  Ledger:
    'By financial year: prices, and every posting in cash money and in money of the base year. Only here is money rounded, to the penny.',
  'Financial case': 'The body’s cash by financial year, and cumulatively by month.',
  'Budget position':
    'Budgets of placements and services only: what the package costs, grants and direct savings are in the financial case and not here.',
  'Economic case': 'Benefits and costs to everyone in money of the base year, and their present values.',
}

/** Owners that are no part of a case. */
const general: Readonly<Record<string, string>> = {
  headline: 'The case as a whole',
  financial: 'The body’s cash',
  position: 'The budget of placements and services',
  economic: 'Everyone, in money of the base year',
  'economic.fiscal': 'Budgets alone',
  'economic.public': 'With economic and social value',
  prices: 'Prices',
}

/** A line that never comes to so many is shown with four places. */
const few = 100

/** The sheets of named lines: one row a line, one column a period, workings in grey under the line that needs them. */
export function lineGrids(content: WorkbookContent, lines: readonly BookLine[], sheet: Sheet, layout: Layout): Grid[] {
  const { method, exactOf, ownerTitleOf } = content
  const words = new WorkingWords(content, lines, sheet)
  const { timeline } = method.book
  const periods = {
    case: ['Over the case'],
    year: timeline.financialYears.map(({ year }) => year),
    month: timeline.months,
  }
  return lineSheets.map((name) => {
    const grid = new Grid(name)
    grid.columns([58, 22, 46, 15, ...timeline.months.map(() => 13)])
    grid.freezeAt(0, firstValue)
    if (layout.blocks.get(name)?.some(({ period }) => period === 'month')) {
      grid.overPages()
      grid.repeat('$A:$C')
    }
    grid.put(0, 0, name, 'title')
    grid.put(1, 0, about[name], 'subtitle')
    for (const block of layout.blocks.get(name) ?? []) writeBlock(grid, block, periods[block.period])
    return grid
  })

  function writeBlock(grid: Grid, { period, top, owners }: Block, headings: readonly string[]): void {
    const hasTotal = period === 'year' && headings.length > 1
    grid.putRow(top, 0, ['Line', 'Unit', 'Line id'], 'heading')
    grid.putRow(top, firstValue, [...headings, ...(hasTotal ? ['Total'] : [])], 'period')
    for (const { owner, row, lines: own } of owners) {
      grid.putRow(row, 0, [titleOf(owner), ...Array.from({ length: headings.length + (hasTotal ? 3 : 2) }, () => '')], 'group')
      for (const line of own) writeLine(grid, line, hasTotal && line.addsUp)
    }
  }

  function writeLine(grid: Grid, line: BookLine, withTotal: boolean): void {
    const { id, label, unit, values, shownId } = line
    const look = lookFor(line)
    for (const [place, row] of (sheet.rows.get(id) ?? []).entries()) {
      const at = layout.rowOf(row)
      const isWorking = row.level > 0
      if (isWorking) {
        grid.outline(at, row.level)
        const working = words.of(row)
        grid.putRow(at, 0, [`Working ${place} of: ${label}`, working.unit, working.words], 'working')
      } else grid.putRow(at, 0, [label, unit, shownId], 'label')
      for (const [column, value] of row.cells.entries()) {
        if (value !== undefined)
          grid.put(at, firstValue + column, contentOf(sheet, layout, row, column, value, exactOf), isWorking ? 'workingNumber' : look)
      }
      if (withTotal && !isWorking) {
        const total = values.reduce((sum, value) => sum.plus(exactOf(value)), exactNumber(0))
        const range = `${letters(firstValue)}${at + 1}:${letters(firstValue + values.length - 1)}${at + 1}`
        grid.put(at, firstValue + values.length, { formula: `SUM(${range})`, value: nearlyFloat(total) }, look)
      }
    }
  }

  /** How a line looks: small numbers of children or places with two places more, so that they are not shown as nothing. */
  function lookFor({ look, values }: BookLine): Look {
    return look === 'number' && values.every((value) => exactOf(value).abs().lessThan(few)) ? 'smallNumber' : look
  }

  /** What an owner of lines is called, and its path. */
  function titleOf(owner: string): string {
    const words = general[owner] ?? ownerTitleOf(owner)
    return words === '' ? owner : `${words} · ${owner}`
  }
}

/** What a cell of the sheet reader holds: its formula with its value now, or a plain number for a constant. */
export function contentOf(
  sheet: Sheet,
  layout: Layout,
  row: SheetRow,
  column: number,
  expression: Expression,
  exactOf: WorkbookContent['exactOf'],
): Content {
  const value = nearlyFloat(exactOf(expression))
  const formula = sheet.text(row, column, layout.references)
  return /^-?[0-9.]+$/.test(formula) ? value : { formula, value }
}
