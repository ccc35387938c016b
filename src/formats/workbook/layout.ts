import type { Reference } from '../../graph/cell-text.ts'
import type { References, Sheet, SheetRow } from '../../graph/sheet.ts'
import type { BookLine } from './book-lines.ts'
import { address, inSheet, letters } from './grid.ts'
import { inputName } from './names.ts'
import { type LineSheet, lineSheets } from './places.ts'

/** The first column of values; the label, the unit and the line's id stand before it. */
export const firstValue = 3

/** Lines of one period, with their periods as headings, on one sheet. */
export interface Block {
  period: BookLine['period']
  top: number
  owners: readonly { owner: string; row: number; lines: readonly BookLine[] }[]
}

/** Where a row of the sheet reader stands in the workbook. */
interface Placed {
  sheet: string
  row: number
}

/** The blocks of every line sheet, and the row of every line, its workings under it. */
export class Layout {
  readonly blocks = new Map<LineSheet, Block[]>()
  private readonly placed = new Map<SheetRow, Placed>()

  constructor(sheet: Sheet, lines: readonly BookLine[]) {
    for (const name of lineSheets) this.blocks.set(name, this.arrange(name, sheet, lines))
  }

  /** Puts a row where nothing else has placed it: the checks stand on a sheet of their own. */
  place(row: SheetRow, sheet: string, at: number): void {
    this.placed.set(row, { sheet, row: at })
  }

  rowOf(row: SheetRow): number {
    return (this.placed.get(row) as Placed).row
  }

  /** How formulas on any sheet refer to cells: by address, with the sheet where it is another one, and to inputs by name. */
  readonly references: References = {
    cell: (cell, from) => `${this.sheetFrom(cell.row, from)}${this.referred(cell)}`,
    range: (first, last, from) => `${this.sheetFrom(first.row, from)}${this.referred(first)}:${this.referred(last)}`,
    input: inputName,
    columns: (from, to, row) => `COLUMNS($${this.addressOf(row, from)}:${this.addressOf(row, to)})`,
  }

  /** The range of a row's first `length` values, with its sheet. */
  range(row: SheetRow, length: number): string {
    return `${inSheet((this.placed.get(row) as Placed).sheet)}${this.addressOf(row, 0)}:${this.addressOf(row, length - 1)}`
  }

  /** A cell with its sheet. */
  cell(row: SheetRow, column = 0): string {
    return `${inSheet((this.placed.get(row) as Placed).sheet)}${this.addressOf(row, column)}`
  }

  private sheetFrom(row: SheetRow, from: SheetRow): string {
    const there = (this.placed.get(row) as Placed).sheet
    return there === this.placed.get(from)?.sheet ? '' : inSheet(there)
  }

  /** A cell as formulas refer to it: with dollars where the reference stays as the formula moves along its row. */
  private referred({ row, column, fixed }: Reference<SheetRow>): string {
    return fixed ? `$${letters(firstValue + column)}$${this.rowOf(row) + 1}` : this.addressOf(row, column)
  }

  private addressOf(row: SheetRow, column: number): string {
    return address(this.rowOf(row), firstValue + column)
  }

  private arrange(name: LineSheet, sheet: Sheet, lines: readonly BookLine[]): Block[] {
    const own = lines.filter((line) => line.sheet === name)
    const blocks: Block[] = []
    let at = 3
    for (const period of ['case', 'year', 'month'] as const) {
      const ofPeriod = own.filter((line) => line.period === period)
      if (ofPeriod.length === 0) continue
      const top = at++
      const owners = [...Map.groupBy(ofPeriod, ({ owner }) => owner)].map(([owner, list]) => {
        const row = at++
        for (const { id } of list) for (const each of sheet.rows.get(id) ?? []) this.place(each, name, at++)
        return { owner, row, lines: list }
      })
      blocks.push({ period, top, owners })
      at += 1
    }
    return blocks
  }
}
