import { Candidates } from './candidates.ts'
import { cellText, type Reference } from './cell-text.ts'
import { asLeaf, type CellTree, leavesOf, shapeOf, treeOf } from './cell-tree.ts'
import { withoutCircles } from './circles.ts'
import type { Expression, Graph } from './graph.ts'
import { Operation } from './operations.ts'
import { formulasAlong, type RowFormula } from './row-formulas.ts'
import { Workings } from './workings.ts'

/** How long a column of a row is. */
export type Period = 'month' | 'year' | 'case'

/** A line to be written as one row: a value for each column. */
export interface SheetLine {
  id: string
  /** Whose line it is: a formula refers to cells of the same owner first, and workings are kept by owner. */
  owner: string
  /** The sheet that it stands on: a formula refers to cells of its own sheet before those of another. */
  sheet: string
  period: Period
  values: readonly Expression[]
  /** Whether it only reads other lines, as a check does, so that no formula refers to it. */
  onlyReads?: true
}

/** One row of a sheet: a line, or a working that stands under the row that first needs it. */
export interface SheetRow {
  id: string
  owner: string
  sheet: string
  period: Period
  /** Where it stands among the lines. */
  order: number
  /** How many rows above it are workings of the same line; 0 for the line itself. */
  level: number
  onlyReads?: true
  cells: (Expression | undefined)[]
}

/** How a formula refers to cells and inputs; `from` is the row that the formula stands in. */
export interface References {
  cell: (cell: Reference<SheetRow>, from: SheetRow) => string
  /** A run of cells of one row. */
  range: (first: Reference<SheetRow>, last: Reference<SheetRow>, from: SheetRow) => string
  input: (path: string) => string
  /** The columns from one of a row up to another, as a count. */
  columns: (from: number, to: number, row: SheetRow) => string
}

/** A row of workings with what it has been made for, so that the next of the same kind stands in it too. */
interface WorkingRow {
  row: SheetRow
  kinds: Set<string>
}

/**
 * Reads a graph as the cells of a spreadsheet: one row a line, one column a period, and a row of workings where a formula would be hard to
 * follow. The formulas are the graph's own, so a sheet cannot say anything else than the answer. A formula runs along its row as far as
 * it can: a node may stand in several cells, and a formula refers to the one that the formulas beside it refer to.
 */
export class Sheet {
  /** The rows of each line by its id: its own first, then its workings. */
  readonly rows = new Map<string, SheetRow[]>()
  private readonly candidates: Candidates
  private readonly workingRows = new Map<string, WorkingRow[]>()
  private readonly workings: Workings
  private readonly formulas = new Map<SheetRow, (RowFormula | undefined)[]>()

  /** `months` are the months of each year, for sums over a year whose months are all one node. */
  constructor(graph: Graph, lines: readonly SheetLine[], months: readonly (readonly number[])[] = []) {
    this.candidates = new Candidates(months)
    const named = new Set<number>()
    for (const [order, { id, owner, sheet, period, values, onlyReads = false }] of lines.entries()) {
      const row: SheetRow = { id, owner, sheet, period, order, level: 0, cells: [...values] }
      this.rows.set(id, [row])
      if (onlyReads) {
        row.onlyReads = true
        continue
      }
      for (const [column, value] of row.cells.entries()) {
        if (value === undefined || !isComputed(value)) continue
        named.add(value.index)
        this.candidates.add(value, row, column)
      }
    }
    this.workings = new Workings(graph, named)
    for (const { values } of lines) this.workings.evenOut(values)
    for (const { id } of lines) {
      const row = this.rows.get(id)?.[0] as SheetRow
      for (const [column, value] of row.cells.entries()) {
        if (value !== undefined && this.treeAt(row, column).is !== 'cell') this.placeWorkings(value, id, row, column, '')
      }
    }
    for (const rows of this.rows.values()) {
      // A working stands below the row that uses it, and is laid along its row first.
      for (const row of rows.toReversed()) {
        const trees = row.cells.map((value, column) => (value === undefined ? undefined : this.treeAt(row, column)))
        this.formulas.set(row, formulasAlong(row, trees, this.candidates))
      }
    }
    withoutCircles(this.formulas)
  }

  /** The formula of one cell, without its equals sign; a constant's is its number. */
  text(row: SheetRow, column: number, references: References): string {
    const { tree, cells } = this.formulaAt(row, column)
    return cellText(tree, cells, {
      cell: (cell) => references.cell(cell, row),
      range: (first, last) => references.range(first, last, row),
      input: references.input,
      columnsFrom: (from) => references.columns(from, column, row),
    })
  }

  /** The formula of one cell as a tree, with the cells that it refers to from left to right. */
  formulaAt(row: SheetRow, column: number): RowFormula {
    return (this.formulas.get(row) as (RowFormula | undefined)[])[column] as RowFormula
  }

  /** The formula of a cell down to other cells: another line's cell in the same column is referred to rather than computed again. */
  private treeAt(row: SheetRow, column: number): CellTree {
    const value = row.cells[column] as Expression
    if (!isComputed(value)) return asLeaf(value)
    const isElsewhere = row.onlyReads ? this.candidates.isNamed(value) : this.candidates.isShownBefore(value, row, column)
    return row.level === 0 && isElsewhere ? asLeaf(value) : treeOf(value, this.workings)
  }

  /** Gives every working of a formula a cell of its own owner, in the column of the formula. */
  private placeWorkings(value: Expression, line: string, under: SheetRow, column: number, place: string): void {
    const formula = this.workings.formula(value)
    if (!('of' in formula)) return
    for (const [position, term] of formula.of.entries()) {
      const at = `${place}.${position}`
      if (!this.workings.isReferred(term)) {
        this.placeWorkings(term, line, under, column, at)
      } else if (isComputed(term) && this.needsCell(term, under, column)) {
        const row = this.workingRow(line, under, column, [`${under.id} ${shapeOf(treeOf(term, this.workings), true)}`, `${under.id}${at}`])
        row.cells[column] = term
        this.candidates.add(term, row, column)
        this.placeWorkings(term, line, row, column, '')
      }
    }
  }

  /**
   * Whether a node needs a cell of workings in a column. What rests on cells of the column is worked out in every column that needs it,
   * though its value may be an earlier one's too; what rests on inputs alone is worked out once.
   */
  private needsCell(term: Expression, under: SheetRow, column: number): boolean {
    if (this.candidates.isNamed(term) || this.candidates.isWorkedOut(term, under, column)) return false
    if (!this.candidates.isWorkedOut(term, under)) return true
    return this.restsOn(treeOf(term, this.workings), under, column)
  }

  /** Whether all cells of a formula that move with the months stand in a column, as those of the month before do not. */
  private restsOn(tree: CellTree, row: SheetRow, column: number): boolean {
    const moving = leavesOf(tree).filter((leaf) => this.candidates.isIn(leaf, row))
    return moving.length > 0 && moving.every((leaf) => this.candidates.isIn(leaf, row, column))
  }

  /** The row of a working: the one of its kind, or of its place in the formula, where that column is free. */
  private workingRow(line: string, under: SheetRow, column: number, kinds: readonly [string, string]): SheetRow {
    const rows = this.rows.get(line) as SheetRow[]
    const made = this.workingRows.get(line) ?? []
    for (const kind of kinds) {
      const known = made.find((each) => each.kinds.has(kind) && each.row.cells[column] === undefined)
      if (known === undefined) continue
      for (const each of kinds) known.kinds.add(each)
      return known.row
    }
    const { owner, sheet, period, order } = under
    const row: SheetRow = { id: `${line} working ${made.length + 1}`, owner, sheet, period, order, level: under.level + 1, cells: [] }
    this.workingRows.set(line, [...made, { row, kinds: new Set(kinds) }])
    rows.push(row)
    return row
  }
}

function isComputed({ graph, index }: Expression): boolean {
  return (graph.operation[index] as number) > Operation.input
}
