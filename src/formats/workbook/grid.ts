import type {
  Cell,
  CellStyle,
  ConditionalRule,
  DataValidation,
  FreezePane,
  MergeRange,
  PageSetup,
  RowDef,
  SheetChart,
  WriteSheet,
} from 'hucre'
import { shownLength } from './shown-length.ts'
import { type Look, styles } from './styles.ts'

/** What a cell holds: a text, a number, or a formula with the value that it has now. */
export type Content = string | number | boolean | { formula: string; value: string | number | boolean }

/** Characters to spare beside the longest number: its margins, and a digit and a comma more once an input is changed. */
const spare = 3

/** A sheet while it is written, cell by cell; rows and columns count from 0. */
export class Grid {
  readonly name: string
  private readonly cells = new Map<string, Partial<Cell>>()
  private readonly rows: (string | number | boolean | null)[][] = []
  private readonly rowDefs = new Map<number, RowDef>()
  private readonly validations: DataValidation[] = []
  private readonly rules: ConditionalRule[] = []
  private readonly charts: SheetChart[] = []
  private readonly merges: MergeRange[] = []
  private widths: readonly number[] = []
  /** The most characters that a number takes in each column. */
  private readonly longest: number[] = []
  private repeated: string | undefined
  private printed: string | undefined
  private freeze: FreezePane | undefined
  private print: PageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }

  constructor(name: string) {
    this.name = name
  }

  put(row: number, column: number, content: Content, look: Look = 'plain'): void {
    while (this.rows.length <= row) this.rows.push([])
    const value = typeof content === 'object' ? content.value : content
    const line = this.rows[row] as (string | number | boolean | null)[]
    while (line.length <= column) line.push(null)
    line[column] = value
    const style: CellStyle = styles[look]
    if (typeof value === 'number' && style.numFmt !== undefined)
      this.longest[column] = Math.max(this.longest[column] ?? 0, shownLength(value, style.numFmt))
    this.cells.set(
      `${row},${column}`,
      typeof content === 'object' ? { style, formula: content.formula, formulaResult: content.value } : { style },
    )
  }

  /** Writes contents side by side from a column on. */
  putRow(row: number, from: number, contents: readonly (Content | undefined)[], look: Look = 'plain'): void {
    for (const [place, content] of contents.entries()) if (content !== undefined) this.put(row, from + place, content, look)
  }

  /** Puts a row under the one it explains: grey, and folded away where the reader asks for it. */
  outline(row: number, level: number): void {
    this.rowDefs.set(row, { ...this.rowDefs.get(row), outlineLevel: Math.min(level, 7) })
  }

  /** The least widths of the columns, in characters: a column is wider where a number in it needs more. */
  columns(widths: readonly number[]): void {
    this.widths = widths
  }

  freezeAt(rows: number, columns: number): void {
    this.freeze = { rows, columns }
  }

  /** Prints on upright pages, as wide as one. */
  portrait(): void {
    this.print = { ...this.print, orientation: 'portrait' }
  }

  /** Prints over as many pages as it takes, about a year on each. */
  overPages(): void {
    this.print = { orientation: 'landscape', scale: 45 }
  }

  /** Repeats rows or columns on every printed page: $4:$4 or $A:$C. */
  repeat(range: string): void {
    this.repeated = range
  }

  /** Prints the first rows and columns only, up to a row and a column. */
  printTo(row: number, column: number): void {
    this.printed = `$A$1:$${letters(column)}$${row + 1}`
  }

  /** The names that say what is printed, and repeated in print; the library leaves out the quotation marks of a sheet's name. */
  get printNames(): { name: string; range: string; scope: string }[] {
    return Object.entries({ Print_Titles: this.repeated, Print_Area: this.printed }).flatMap(([name, range]) =>
      range === undefined ? [] : [{ name: `_xlnm.${name}`, range: `${inSheet(this.name)}${range}`, scope: this.name }],
    )
  }

  /** Makes one cell of some in a row. */
  merge(row: number, from: number, to: number): void {
    this.merges.push({ startRow: row, startCol: from, endRow: row, endCol: to })
  }

  /** Gives a row a height in lines of text. */
  height(row: number, linesOfText: number): void {
    this.rowDefs.set(row, { ...this.rowDefs.get(row), height: 13.5 * linesOfText })
  }

  validate(validation: DataValidation): void {
    this.validations.push(validation)
  }

  rule(rule: ConditionalRule): void {
    this.rules.push(rule)
  }

  chart(chart: SheetChart): void {
    this.charts.push(chart)
  }

  /** The sheet as the library takes it. */
  finished(): WriteSheet {
    return {
      name: this.name,
      rows: this.rows,
      cells: this.cells,
      columns: this.widths.map((width, column) => ({ width: Math.max(width, (this.longest[column] ?? 0) + spare) })),
      rowDefs: this.rowDefs,
      outlineProperties: { summaryBelow: false },
      ...(this.freeze === undefined ? {} : { freezePane: this.freeze }),
      dataValidations: this.validations,
      conditionalRules: this.rules,
      charts: this.charts,
      view: { showGridLines: false },
      merges: this.merges,
      pageSetup: { paperSize: 'a4', ...this.print },
      headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
    }
  }
}

/** The letters of a column, counted from 0: A, B, …, Z, AA. */
export function letters(column: number): string {
  let left = column + 1
  let name = ''
  for (; left > 0; left = Math.floor((left - 1) / 26)) name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return name
}

/** A cell's address in its sheet, both counted from 0. */
export function address(row: number, column: number): string {
  return `${letters(column)}${row + 1}`
}

/** A sheet's name as formulas write it, with its exclamation mark. */
export function inSheet(name: string): string {
  return /^[A-Za-z]+$/.test(name) ? `${name}!` : `'${name}'!`
}
