import type { Standing } from '../case/assemble.ts'
import { nearest, wordList } from '../case/nearest.ts'
import { type Problem, rendered } from '../case/problem.ts'
import { type Cell, columnLetters, type Grid, isBlank } from './cells.ts'
import { type Table, tables } from './tables.ts'

/** One row of a table, its cells by the headers of their columns. */
export interface TableRow {
  cell: (header: string) => Cell | undefined
  /** Where the cell of a column stands; where the table has no such column, the first cell of the row. */
  place: (header: string) => Standing
}

/** The rows of every table, by the table's name, and what is wrong with how the tables are laid out. */
export interface LaidOut {
  rows: ReadonlyMap<string, readonly TableRow[]>
  problems: Problem[]
}

/** The row of headers is looked for this far down; above it a person may write what they like. */
const headerWithin = 20

/** Finds the headers and the rows of every table. Every table must be there, though it may be empty: one that is lost would be a part of the case lost. */
export function laidOut(grids: readonly Grid[], what: 'sheet' | 'file'): LaidOut {
  const problems: Problem[] = []
  const rows = new Map<string, readonly TableRow[]>()
  if (!grids.some(({ name }) => tables.some((table) => table.name === name))) return { rows, problems: [notTheTemplate(grids, what)] }
  const missing = tables.filter(({ name }) => !grids.some((grid) => grid.name === name))
  for (const grid of grids) {
    const table = tables.find(({ name }) => name === grid.name)
    if (grid.isHidden === true) problems.push(hiddenSheet(grid))
    if (table === undefined) problems.push(unknownTable(grid, missing, what))
    else if (rows.has(table.name)) {
      const message = `The table ${table.name} is given twice; keep one.`
      problems.push({ pointer: '', path: '', message, got: 'two of them', expected: 'each table once', ...grid.place(1, 0) })
    } else rows.set(table.name, rowsOf(table, grid, what, problems))
  }
  if (missing.length > 0) problems.push(missingTables(missing, what))
  return { rows, problems }
}

/** Tables that are not there, said once for all of them. */
function missingTables(missing: readonly Table[], what: 'sheet' | 'file'): Problem {
  const names = wordList(
    missing.map(({ name, file }) => (what === 'sheet' ? name : `${file}.csv`)),
    'and',
  )
  const one = missing.length === 1
  const advice = one
    ? 'Put it back with its headers, empty if there is nothing to say: the template has it.'
    : 'Put them back with their headers, empty if there is nothing to say: the template has them.'
  const message = `The ${what}${one ? '' : 's'} ${names} ${one ? 'is' : 'are'} missing. ${advice}`
  return { pointer: '', path: '', message, got: 'nothing', expected: `${one ? `a ${what}` : `${what}s`} ${names}` }
}

function notTheTemplate(grids: readonly Grid[], what: 'sheet' | 'file'): Problem {
  const message =
    what === 'sheet'
      ? 'This workbook has none of the sheets of the template. Fill in the template, which is at /v1/template.xlsx or made by cashable template.'
      : 'None of these files is a table of the template. Send the CSV files of the template, which cashable template --csv makes, or its workbook.'
  const got =
    grids.length === 0
      ? `no ${what}s`
      : `the ${what}s ${wordList(
          grids.slice(0, 8).map(({ name }) => name),
          'and',
        )}`
  return {
    pointer: '',
    path: '',
    message,
    got,
    expected: wordList(
      tables.map(({ name, file }) => (what === 'sheet' ? name : `${file}.csv`)),
      'and',
    ),
  }
}

function unknownTable({ name, place }: Grid, missing: readonly Table[], what: 'sheet' | 'file'): Problem {
  const names = tables.map((table) => (what === 'sheet' ? table.name : table.file))
  const near = nearest(
    name,
    missing.map((table) => (what === 'sheet' ? table.name : table.file)),
  )
  const advice = near === undefined ? `The ${what}s are ${wordList(names, 'and')}; take this one out.` : `Did you mean ${near}?`
  const { cell: _, ...standing } = place(1, 0)
  const message = `There is no table for the ${what} ${rendered(name)}. ${advice}`
  return { pointer: '', path: '', message, got: rendered(name), expected: wordList(names), ...standing }
}

function hiddenSheet({ name, place }: Grid): Problem {
  const { cell: _, ...standing } = place(1, 0)
  const message = `The sheet ${name} is hidden, so nobody sees what it holds. Show it, or take it out.`
  return { pointer: '', path: '', message, got: 'a hidden sheet', expected: 'sheets that can be seen', ...standing }
}

/** A merged block hides all its cells but one, so that what a row or a column seems to hold is not what it holds. */
function mergedCells({ merged = [], place }: Grid, headerAt: number): Problem[] {
  return merged
    .filter(({ lastRow }) => lastRow >= headerAt)
    .slice(0, 20)
    .map(({ row, column, lastRow, lastColumn }) => {
      const area = `${cellName(row, column)}:${cellName(lastRow, lastColumn)}`
      const message = `The cells ${area} are merged. Unmerge them, and give each row its own value.`
      return { pointer: '', path: '', message, got: area, expected: 'cells that are not merged', ...place(row, column) }
    })
}

function rowsOf(table: Table, grid: Grid, what: 'sheet' | 'file', problems: Problem[]): TableRow[] {
  const key = table.columns[0]?.header as string
  const isHeader = (cells: readonly (Cell | undefined)[]) => cells.some((cell) => headerText(cell) === key)
  const header = grid.rows.slice(0, headerWithin).find(({ cells, at }) => at <= headerWithin && isHeader(cells))
  const other = otherTable(table, header ?? grid.rows[0])
  if (other !== undefined) {
    const message = `These are the columns of ${other.name}, and they stand in the ${what} of ${table.name}. Has one been put in the place of another?`
    problems.push({
      pointer: '',
      path: '',
      message,
      got: `the columns of ${other.name}`,
      expected: `the columns of ${table.name}`,
      ...grid.place(header?.at ?? 1, 0),
    })
    return []
  }
  if (header === undefined) {
    const expected = table.columns.map((column) => column.header).join(', ')
    const message = `There is no row of headers here: it starts with ${key}, and stands above the rows of the table.`
    problems.push({ pointer: '', path: '', message, got: 'no headers', expected, ...grid.place(1, 0) })
    return []
  }
  problems.push(...mergedCells(grid, header.at))
  const columns = columnsFound(table, grid, header, problems)
  const below = grid.rows.filter(({ at, cells }) => at > header.at && !cells.every(isBlank))
  if (below.length > table.most) {
    const message = `The table ${table.name} has at most ${table.most} rows, and this one has ${below.length}.`
    problems.push({
      pointer: '',
      path: '',
      message,
      got: String(below.length),
      expected: `at most ${table.most}`,
      ...grid.place(header.at, 0),
    })
    return []
  }
  const known = new Set(columns.values())
  for (const { at, cells } of below) {
    const stray = cells.findIndex((cell, column) => !isBlank(cell) && !known.has(column) && isBlank(header.cells[column]))
    if (stray !== -1) {
      const message = `This cell stands under no header, so it would be lost. ${what === 'sheet' ? 'Clear it, or put it into a column of the table.' : 'Is there a comma too many in this line?'}`
      problems.push({ pointer: '', path: '', message, got: cellText(cells[stray]), expected: 'a blank cell', ...grid.place(at, stray) })
    }
  }
  return below.map(({ at, cells }) => ({
    cell: (name) => cells[columns.get(name) ?? -1],
    place: (name) => grid.place(at, columns.get(name) ?? 0),
  }))
}

/** The table whose columns a row of headers has, all that it must have and no others, where that is another table than it should be. */
function otherTable(table: Table, header: Grid['rows'][number] | undefined): Table | undefined {
  const names = (header?.cells ?? []).filter((cell) => !isBlank(cell)).map(headerText)
  const isOf = ({ columns }: Table) =>
    names.length > 0 &&
    names.every((name) => columns.some((column) => column.header === name)) &&
    columns.every((column) => !column.required || names.includes(column.header))
  return isOf(table) ? undefined : tables.find(isOf)
}

function columnsFound(table: Table, grid: Grid, header: Grid['rows'][number], problems: Problem[]): Map<string, number> {
  const columns = new Map<string, number>()
  const names = table.columns.map((column) => column.header)
  const say = (column: number, message: string, expected: string, got = cellText(header.cells[column])) =>
    problems.push({ pointer: '', path: '', message, got, expected, ...grid.place(header.at, column) })
  for (const [column, cell] of header.cells.entries()) {
    if (isBlank(cell)) continue
    const name = headerText(cell)
    if (name !== undefined && columns.has(name)) say(column, `There are two columns ${name}; keep one.`, 'each column once')
    else if (name !== undefined && names.includes(name)) columns.set(name, column)
    else {
      const near = nearest(name ?? '', names)
      const advice = near === undefined ? `The columns of ${table.name} are ${wordList(names, 'and')}.` : `Did you mean ${near}?`
      say(column, `There is no column ${cellText(cell)} in ${table.name}. ${advice}`, wordList(names))
    }
  }
  for (const { header: name, required, meaning } of table.columns) {
    if (required && !columns.has(name)) say(0, `The column ${name} is missing: ${meaning}.`, `a column ${name}`, 'nothing')
  }
  return columns
}

function headerText(cell: Cell | undefined): string | undefined {
  return cell?.is === 'text' ? cell.text.trim() : undefined
}

/** A cell as a problem shows it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return 'nothing'
  if (cell.is === 'text') return rendered(cell.text)
  if (cell.is === 'number') return String(cell.number)
  if (cell.is === 'flag') return String(cell.flag)
  if (cell.is === 'date') return cell.day
  return cell.is === 'formula' ? `=${cell.formula}`.slice(0, 80) : cell.text
}

/** How a cell of a sheet is named: C4. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}
