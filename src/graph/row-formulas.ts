import { type Candidate, type Candidates, cellOf, farness } from './candidates.ts'
import type { Reference } from './cell-text.ts'
import { type CellTree, leavesOf, meaningOf, refilled, shapeOf } from './cell-tree.ts'
import type { Expression } from './graph.ts'
import { withCounts } from './row-counts.ts'
import type { SheetRow } from './sheet.ts'

/** The formula of one cell: its tree, and the cells that its leaves refer to. */
export interface RowFormula {
  tree: CellTree
  cells: readonly Reference<SheetRow>[]
  /** What the cell would hold by itself, where it holds the formula of the cells beside it. */
  own?: RowFormula
}

/** Neighbouring columns with one formula. */
interface Run {
  from: number
  until: number
  tree: CellTree
  /** What each leaf may refer to, the same for every column of the run. */
  choices: Candidate[][]
}

/**
 * The formulas of a row, the same along it as far as that can be. Columns that have one shape and may refer to cells placed alike form a
 * run; then a run, the longest first, takes in columns beside it that are written otherwise and say the same with its formula: a month
 * that is 0 because what it rests on is. Whether two formulas say the same is decided on the formulas and never on values.
 */
export function formulasAlong(row: SheetRow, own: readonly (CellTree | undefined)[], candidates: Candidates): (RowFormula | undefined)[] {
  const trees = withCounts(own)
  const formulas: (RowFormula | undefined)[] = new Array(trees.length)
  const taken = new Uint8Array(trees.length)
  const runs = runsOf(row, trees, candidates)
  for (const run of runs.sort((one, other) => weight(other) - weight(one))) {
    const chosen = run.choices.map((choices) => best(choices, row, run.from))
    for (let column = run.from; column < run.until; column++) if (taken[column] === 0) write(column)
    // The months of one year are not those of the next moved along by a column.
    if (!('of' in run.tree) || chosen.some((choice) => isFiner(choice.row, row))) continue
    for (let column = run.until; says(column); column++) write(column, ownFormula(column))
    for (let column = run.from - 1; says(column); column--) write(column, ownFormula(column))

    function write(column: number, own?: RowFormula): void {
      const cells = chosen.map((choice) => cellOf(choice, column))
      formulas[column] = { tree: run.tree, cells, ...(own === undefined ? {} : { own }) }
      taken[column] = 1
    }

    /** Whether the formula of the run says in another column what stands there. */
    function says(column: number): boolean {
      const tree = trees[column]
      if (tree === undefined || taken[column] !== 0) return false
      const nodes = chosen.map((choice) => shownAt(choice, column))
      if (nodes.some((node) => node === undefined)) return false
      const meaning = filled(run.tree, column, nodes as Expression[])
      return meaning === filled(tree, column, leavesOf(tree)) || meaning === `@${row.cells[column]?.index}`
    }
  }
  return formulas

  function ownFormula(column: number): RowFormula {
    const tree = trees[column] as CellTree
    const choices = choicesOf(row, column, tree, candidates)
    return { tree, cells: choices.map((each) => cellOf(best(each, row, column), column)) }
  }
}

function filled(tree: CellTree, column: number, nodes: readonly Expression[]): string {
  let next = 0
  return meaningOf(refilled(tree, column, () => nodes[next++] as Expression))
}

/** The longest first, and a formula before a plain number. */
function weight({ from, until, tree }: Run): number {
  return until - from + ('of' in tree ? 1000 : tree.is === 'cell' ? 500 : 0)
}

function runsOf(row: SheetRow, trees: readonly (CellTree | undefined)[], candidates: Candidates): Run[] {
  const runs: Run[] = []
  let shape = ''
  for (const [column, tree] of trees.entries()) {
    if (tree === undefined) continue
    const choices = choicesOf(row, column, tree, candidates)
    const own = shapeOf(tree)
    const run = runs.at(-1)
    if (run !== undefined && run.until === column && shape === own) {
      const both = run.choices.map((before, place) => common(before, choices[place] as Candidate[]))
      if (both.every((each) => each.length > 0)) {
        run.choices = both
        run.until = column + 1
        continue
      }
    }
    shape = own
    runs.push({ from: column, until: column + 1, tree, choices })
  }
  return runs
}

/** What each leaf of a tree may refer to; leaves of a list that stand beside each other in some row are kept beside each other. */
function choicesOf(row: SheetRow, column: number, tree: CellTree, candidates: Candidates): Candidate[][] {
  const choices = leavesOf(tree).map((leaf) => candidates.of(leaf, row, column, tree.is === 'cell'))
  let next = 0
  visit(tree)
  return choices

  function visit(part: CellTree): void {
    if (part.is === 'cell') next++
    if (!('of' in part)) return
    const isList = part.is === 'sum' || part.is === 'min' || part.is === 'max'
    for (let place = 0; place < part.of.length; place++) {
      const from = next
      visit(part.of[place] as CellTree)
      if (!isList || part.of[place]?.is !== 'cell' || (place > 0 && part.of[place - 1]?.is === 'cell')) continue
      let count = 1
      while (part.of[place + count]?.is === 'cell') count++
      if (count > 1) keepBeside(from, from + count)
    }
  }

  function keepBeside(from: number, until: number): void {
    for (let place = from; place < until; ) {
      const runs = (choices[place] as Candidate[]).map((first) => ({ first, length: runFrom(first, place, until) }))
      const longest = runs.reduce((most, { length }) => Math.max(most, length), 1)
      if (longest > 1) {
        const starts = runs.filter(({ length }) => length === longest).map(({ first }) => first)
        for (let step = 0; step < longest; step++) choices[place + step] = starts.map((first) => ({ ...first, by: first.by + step }))
      }
      place += longest
    }
  }

  /** How many leaves from a place on stand beside each other from a cell on. */
  function runFrom(first: Candidate, place: number, until: number): number {
    let length = 1
    while (place + length < until && choices[place + length]?.some((each) => isSame(each, { ...first, by: first.by + length }))) length++
    return length
  }
}

function isFiner(other: SheetRow, row: SheetRow): boolean {
  return other.period === 'month' && row.period !== 'month'
}

function shownAt(choice: Candidate, column: number): Expression | undefined {
  const cell = cellOf(choice, column)
  return cell.row.cells[cell.column]
}

function isSame(one: Candidate, other: Candidate): boolean {
  return one.row === other.row && one.fixed === other.fixed && one.by === other.by
}

function common(before: readonly Candidate[], now: readonly Candidate[]): Candidate[] {
  return before.filter((each) => now.some((other) => isSame(each, other)))
}

function best(choices: readonly Candidate[], row: SheetRow, column: number): Candidate {
  return choices.reduce((least, each) => (farness(each, row, column) < farness(least, row, column) ? each : least))
}
