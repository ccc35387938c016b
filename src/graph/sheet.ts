import type { Expression, Graph } from './graph.ts'
import { Operation } from './operations.ts'
import { type CellFormula, Workings } from './workings.ts'

/** A line to be written as one row: a value for each column. */
export interface SheetLine {
  id: string
  values: readonly Expression[]
}

/** One row of a sheet: a line, or a working that stands under the row that first needs it. */
export interface SheetRow {
  id: string
  /** How many rows above it are workings of the same line; 0 for the line itself. */
  level: number
  cells: (Expression | undefined)[]
}

/** Where a node stands. */
export interface Home {
  row: SheetRow
  column: number
}

/** How a formula refers to cells and inputs; `from` is the row that the formula stands in. */
export interface References {
  cell: (home: Home, from: SheetRow) => string
  /** A run of cells of one row. */
  range: (first: Home, last: Home, from: SheetRow) => string
  input: (path: string) => string
}

/** The most arguments that a spreadsheet takes in one function. */
const mostArguments = 200

/**
 * Reads a graph as the cells of a spreadsheet: one row a line, one column a period, and a row of workings where a formula would be hard to
 * follow. The formulas are the graph's own, so a sheet cannot say anything else than the answer.
 */
export class Sheet {
  /** The rows of each line by its id: its own first, then its workings. */
  readonly rows = new Map<string, SheetRow[]>()
  /** The cell whose formula computes each node. */
  private readonly homes = new Map<number, Home>()
  /** Every cell of a line that shows a node, its home among them: what a range may run over. */
  private readonly places = new Map<number, Home[]>()
  private readonly workings: Workings

  constructor(graph: Graph, lines: readonly SheetLine[]) {
    for (const { id, values } of lines) this.claim({ id, level: 0, cells: [...values] })
    this.workings = new Workings(graph, new Set(this.homes.keys()))
    for (const { id, values } of lines) {
      const row = this.rows.get(id)?.[0] as SheetRow
      for (const [column, value] of values.entries()) {
        if (this.isHomeOf(value, row, column)) this.placeWorkings(value, id, row, column, '')
      }
    }
  }

  /** The formula of one cell, without its equals sign; a constant's is its number. */
  text(row: SheetRow, column: number, references: References): string {
    const value = row.cells[column] as Expression
    const home = this.homes.get(value.index)
    if (home !== undefined && !this.isHomeOf(value, row, column)) return references.cell(home, row)
    return this.written(value, row, references).text
  }

  private claim(row: SheetRow): void {
    this.rows.set(row.id, [row])
    for (const [column, value] of row.cells.entries()) {
      if (value === undefined || !isComputed(value)) continue
      const home = { row, column }
      if (!this.homes.has(value.index)) this.homes.set(value.index, home)
      this.places.set(value.index, [...(this.places.get(value.index) ?? []), home])
    }
  }

  private isHomeOf(value: Expression, row: SheetRow, column: number): boolean {
    const home = this.homes.get(value.index)
    return home?.row === row && home.column === column
  }

  /** Gives every working of a formula a cell, in the column of the formula, in a row for the same place in the formula. */
  private placeWorkings(value: Expression, line: string, under: SheetRow, column: number, place: string): void {
    for (const [position, term] of termsOf(this.workings.formula(value)).entries()) {
      const at = `${place}.${position}`
      if (!this.workings.isReferred(term)) {
        this.placeWorkings(term, line, under, column, at)
      } else if (isComputed(term) && !this.homes.has(term.index)) {
        const row = this.workingRow(line, `${under.id}${at}`, under.level + 1, column)
        row.cells[column] = term
        this.homes.set(term.index, { row, column })
        this.placeWorkings(term, line, row, column, '')
      }
    }
  }

  /** The row of a working, made where it is new or where its cell is taken. */
  private workingRow(line: string, id: string, level: number, column: number): SheetRow {
    const rows = this.rows.get(line) as SheetRow[]
    const known = rows.find((row) => row.id === id && row.cells[column] === undefined)
    if (known !== undefined) return known
    const row: SheetRow = { id, level, cells: [] }
    rows.push(row)
    return row
  }

  private written(value: Expression, row: SheetRow, references: References): Written {
    const formula = this.workings.formula(value)
    const part = (term: Expression): Written => {
      const home = this.homes.get(term.index)
      return home === undefined ? this.written(term, row, references) : atom(references.cell(home, row))
    }
    if (formula.is === 'constant') return formula.value.startsWith('-') ? sum(formula.value) : atom(formula.value)
    if (formula.is === 'input') return atom(references.input(formula.path))
    const { of } = formula
    const [a, b] = of as [Expression, Expression]
    switch (formula.is) {
      case 'minus':
        return sum(a.isZero ? `-${tight(part(b), 2)}` : `${part(a).text}-${tight(part(b), 2)}`)
      case 'times':
        return { text: `${tight(part(a), 2)}*${tight(part(b), 2)}`, binds: 2 }
      case 'over': {
        const divisor = tight(part(b), 3)
        const quotient = `${tight(part(a), 2)}/${divisor}`
        return isConstant(b) ? { text: quotient, binds: 2 } : atom(`IF(${divisor}=0,0,${quotient})`)
      }
      case 'floor':
        return atom(`INT(${part(a).text}+0.000000001)`)
      case 'round2':
        return atom(`ROUND(ROUND(${part(a).text},10),2)`)
      case 'squareRoot':
        return atom(`SQRT(${part(a).text})`)
      case 'cubeRoot':
        return atom(`POWER(${part(a).text},1/3)`)
      case 'min':
        return atom(called('MIN', this.list('min', of, row, references, part)))
      case 'max':
        return atom(called('MAX', this.list('max', of, row, references, part)))
      default: {
        const terms = this.list('sum', of, row, references, part)
        const hasRange = terms.some((term) => term.includes(':'))
        return !hasRange && terms.length <= 3 ? sum(terms.join('+')) : atom(called('SUM', terms))
      }
    }
  }

  /** The terms of a sum, least or greatest, with runs of neighbouring cells as ranges and the same cell again and again as a product. */
  private list(
    is: 'sum' | 'min' | 'max',
    of: readonly Expression[],
    row: SheetRow,
    references: References,
    part: (term: Expression) => Written,
  ): string[] {
    const written: string[] = []
    for (let place = 0; place < of.length; ) {
      const term = of[place] as Expression
      const again = is === 'sum' ? repeats(of, place) : 1
      const run = this.run(of, place)
      if (run.first !== undefined && run.length > again) written.push(references.range(run.first, run.last, row))
      else written.push(again > 1 ? `${again}*${tight(part(term), 2)}` : part(term).text)
      place += Math.max(run.length, again)
    }
    return written
  }

  /** The longest run of neighbouring cells that shows the terms from a place on; of length 0 where there is none of two cells. */
  private run(
    of: readonly Expression[],
    place: number,
  ): { first: Home; last: Home; length: number } | { length: 0; first?: never; last?: never } {
    let longest: { first: Home; last: Home; length: number } | { length: 0; first?: never; last?: never } = { length: 0 }
    for (const first of this.places.get((of[place] as Expression).index) ?? []) {
      let length = 1
      // An input beside a line's cells is not part of the line.
      while (
        this.places.has(of[place + length]?.index ?? -1) &&
        first.row.cells[first.column + length]?.index === of[place + length]?.index
      )
        length++
      const last = { row: first.row, column: first.column + length - 1 }
      if (length > 1 && length > longest.length) longest = { first, last, length }
    }
    return longest
  }
}

/** How many times the term at a place is repeated from there on. */
function repeats(of: readonly Expression[], place: number): number {
  let count = 1
  while (of[place + count]?.index === of[place]?.index) count++
  return count
}

/** A piece of a formula and how tightly it holds together: 1 a sum, 2 a product, 3 a single thing. */
interface Written {
  text: string
  binds: 1 | 2 | 3
}

function atom(text: string): Written {
  return { text, binds: 3 }
}

function sum(text: string): Written {
  return { text, binds: 1 }
}

/** A piece in brackets unless it holds together at least as tightly as its place needs. */
function tight({ text, binds }: Written, needed: 2 | 3): string {
  return binds >= needed ? text : `(${text})`
}

function called(name: 'SUM' | 'MIN' | 'MAX', terms: readonly string[]): string {
  if (terms.length <= mostArguments) return `${name}(${terms.join(',')})`
  const parts: string[] = []
  for (let from = 0; from < terms.length; from += mostArguments) parts.push(`${name}(${terms.slice(from, from + mostArguments).join(',')})`)
  return `${name}(${parts.join(',')})`
}

function termsOf(formula: CellFormula): readonly Expression[] {
  return 'of' in formula ? formula.of : []
}

function isComputed({ graph, index }: Expression): boolean {
  return (graph.operation[index] as number) > Operation.input
}

function isConstant({ graph, index }: Expression): boolean {
  return graph.operation[index] === Operation.constant
}
