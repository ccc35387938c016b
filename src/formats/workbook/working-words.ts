import type { CellTree } from '../../graph/cell-tree.ts'
import type { Sheet, SheetRow } from '../../graph/sheet.ts'
import type { BookLine } from './book-lines.ts'
import type { WorkbookContent } from './content.ts'

/** Units that only scale what they are multiplied with. */
const plain = /^(|proportion.*|rate.*|factor|index|ratio|times|share.*)$/

/** What rows of workings are, in words and in what unit, read off their own formulas. */
export class WorkingWords {
  private readonly content: WorkbookContent
  private readonly lines: ReadonlyMap<string, BookLine>
  private readonly sheet: Sheet
  private readonly places = new Map<SheetRow, number>()
  /** The units found; undefined while one is looked for, since a running total refers to its own row. */
  private readonly units = new Map<SheetRow, string | undefined>()

  constructor(content: WorkbookContent, lines: readonly BookLine[], sheet: Sheet) {
    this.content = content
    this.lines = new Map(lines.map((line) => [line.id, line]))
    this.sheet = sheet
    for (const rows of sheet.rows.values()) for (const [place, row] of rows.entries()) this.places.set(row, place)
  }

  /** The unit of a row of workings, '' where it has none, and its formula with the names of what it is made from; a later month's stands for all. */
  of(row: SheetRow): { unit: string; words: string } {
    const names: string[] = []
    const token = (name: string, more = '') => `\u0001${names.push(`“${name}”${more}`) - 1}\u0002`
    const formula = this.sheet.text(row, lastOf(row), {
      cell: (cell) => token(cell.row === row ? 'this row before' : this.nameOf(cell.row)),
      // The colon is what a formula knows a range by.
      range: (first) => `${token(this.nameOf(first.row), ' in several columns')}:`,
      input: (path) => token(withoutOwner(this.content.titleOf(path))),
      columns: () => token('the number of the month'),
    })
    const spaced = formula
      .replaceAll(/[-+*/=]/g, ' $& ')
      .replaceAll(',', ', ')
      .replaceAll('*', '×')
      .replaceAll(' - ', ' − ')
      .replaceAll(' / ', ' ÷ ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks stand in no name
    const words = spaced.replaceAll(/\u0001(\d+)\u0002:?/g, (_, place) => names[Number(place)] ?? '')
    return { unit: this.unitOf(row) ?? 'factor', words: words.replaceAll(/(“[^”]+”)(?:, \1)+/g, '$1 of several lines').trim() }
  }

  private nameOf(row: SheetRow): string {
    const line = this.lines.get(row.id)
    return line === undefined ? `Working ${this.places.get(row)}` : line.label
  }

  private unitOf(row: SheetRow): string | undefined {
    const line = this.lines.get(row.id)
    if (line !== undefined) return line.unit
    if (this.units.has(row)) return this.units.get(row)
    this.units.set(row, undefined)
    const { tree, cells } = this.sheet.formulaAt(row, lastOf(row))
    let next = 0
    const unit = this.unitOfTree(tree, () => this.unitOf(cells[next++]?.row as SheetRow)) ?? 'factor'
    this.units.set(row, unit)
    return unit
  }

  /** The unit of a formula; undefined for a plain number, which goes with any. */
  private unitOfTree(tree: CellTree, leaf: () => string | undefined): string | undefined {
    if (tree.is === 'cell') return leaf()
    if (tree.is === 'input') return this.content.register.get(tree.path)?.unit
    if (!('of' in tree)) return undefined
    const units = tree.of.map((each) => this.unitOfTree(each, leaf))
    const [a, b] = units
    if (tree.is === 'times') return product(units)
    if (tree.is === 'over') return quotient(a, b)
    const unit = units.find((each) => each !== undefined && each !== '')
    // 1 + a rate is what something is multiplied with.
    return unit !== undefined && plain.test(unit) && tree.of.some(({ is }) => is === 'constant') ? 'factor' : unit
  }
}

/** What an input is without what it belongs to, which the heading above says. */
function withoutOwner(title: string): string {
  return title.slice(title.lastIndexOf(': ') + 1).trim()
}

function product(units: readonly (string | undefined)[]): string | undefined {
  const real = units.filter((unit) => unit !== undefined && !plain.test(unit)) as string[]
  return real.length === 0 ? units.find((unit) => unit !== undefined) : (real.find((unit) => unit.startsWith('pounds')) ?? real.join(' × '))
}

function quotient(a: string | undefined, b: string | undefined): string | undefined {
  if (b === undefined || plain.test(b)) return a
  if (a !== undefined && (a.includes(b) || b.includes(a))) return 'ratio'
  return a === undefined ? 'factor' : `${a} ÷ ${b}`
}

/** The last column that holds something: a month after the first ones, which are often shorter. */
function lastOf(row: SheetRow): number {
  return row.cells.findLastIndex((cell) => cell !== undefined)
}
