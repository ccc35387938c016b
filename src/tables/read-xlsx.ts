import { type Cell as LibraryCell, readXlsx, type Sheet } from 'hucre/xlsx'
import type { Cell, GridRow } from './cells.ts'
import { type Part, partsOf, unpacked, ZipFault } from './zip-bounds.ts'

/*
 * The one reader of workbooks, and the one place that knows the library for it. It runs in a thread of its own (workbook-thread.ts).
 */

/** A block of cells made one; rows are counted from 1 and columns from 0. */
export interface Merged {
  row: number
  column: number
  lastRow: number
  lastColumn: number
}

/** A sheet as it came: what is in its cells, and what is odd about it. */
export interface RawSheet {
  name: string
  isHidden: boolean
  merged: Merged[]
  rows: GridRow[]
}

/** A sheet has at most this many rows with something in them, and as many cells a row: far more than the template filled with the largest legal case. */
const mostRows = 10_000
const mostCells = 1000

/** Reads every sheet of a workbook. Throws a ZipFault or an error of the library where it cannot. */
export async function readSheets(bytes: Buffer): Promise<RawSheet[]> {
  const parts = partsOf(bytes)
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  const read = sheets.map(sheetOf)
  for (const text of sheetTexts(bytes, parts)) soundValues(text, stringsIn(bytes, parts))
  const found = read.reduce((sum, { formulas }) => sum + formulas, 0)
  // A formula that the library passes over would leave its old result behind, in silence.
  if (found < formulasIn(bytes, parts)) throw new ZipFault('it holds a kind of formula that is not read')
  return read.map(({ sheet }) => sheet)
}

function formulasIn(bytes: Buffer, parts: readonly Part[]): number {
  return sheetTexts(bytes, parts).reduce((sum, text) => sum + (text.match(/<(?:\w+:)?f[\s/>]/g)?.length ?? 0), 0)
}

/** What stands between the sheetData marks of each sheet. */
function sheetTexts(bytes: Buffer, parts: readonly Part[]): string[] {
  const sheets = parts.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  return sheets.map((part) => {
    const text = unpacked(bytes, part).toString('latin1')
    return /<(?:\w+:)?sheetData[\s>]([\s\S]*?)<\/(?:\w+:)?sheetData>/.exec(text)?.[1] ?? ''
  })
}

/** How many texts the cells of a workbook share. */
function stringsIn(bytes: Buffer, parts: readonly Part[]): number {
  const part = parts.find(({ name }) => /^xl\/sharedStrings\.xml$/i.test(name))
  return part === undefined
    ? 0
    : (unpacked(bytes, part)
        .toString('latin1')
        .match(/<(?:\w+:)?si[\s/>]/g)?.length ?? 0)
}

// No < stands inside a mark, and to look beyond one would take the square of the length.
const cellWithValue = /<(?:\w+:)?c\s([^<>]*[^<>/])>(?:(?!<\/?(?:\w+:)?c[\s>])[\s\S])*?<(?:\w+:)?v[^>]*>([^<]*)</g

/** The library reads a text that is not there as an empty cell, and 0x10 as 16. Throws a ZipFault for such values. */
function soundValues(text: string, strings: number): void {
  for (const [, attributes = '', value = ''] of text.matchAll(cellWithValue)) {
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n'
    const isSound =
      type === 's'
        ? /^\d+$/.test(value) && Number(value) < strings
        : type !== 'n' || value === '' || /^-?\d+(\.\d*)?([eE][+-]?\d+)?$/.test(value)
    if (isSound) continue
    throw new ZipFault(`its cell ${/\br="(\w+)"/.exec(attributes)?.[1] ?? ''} holds a value that cannot be read: ${value.slice(0, 40)}`)
  }
}

function sheetOf({ name, rows, cells = new Map(), merges = [], hidden, veryHidden }: Sheet): { sheet: RawSheet; formulas: number } {
  const formulas = [...cells.values()].filter(({ formula }) => formula !== undefined).length
  const spilled = spills(cells)
  const read = rows.flatMap((row, index): GridRow[] => {
    const its = row.map((value, column) => cellOf(value, cells.get(`${index},${column}`), spilled.get(`${index},${column}`)))
    return its.some((cell) => cell !== undefined) ? [{ at: index + 1, cells: its }] : []
  })
  if (read.length > mostRows) throw new ZipFault(`a sheet has ${read.length} rows, and at most ${mostRows} are read`, true)
  const widest = read.find(({ cells }) => cells.length > mostCells)
  if (widest !== undefined) throw new ZipFault(`row ${widest.at} has ${widest.cells.length} cells, and at most ${mostCells} are read`, true)
  const merged = merges.map(({ startRow, startCol, endRow, endCol }) => ({
    row: startRow + 1,
    column: startCol,
    lastRow: endRow + 1,
    lastColumn: endCol,
  }))
  return { sheet: { name, isHidden: hidden === true || veryHidden === true, merged, rows: read }, formulas }
}

/** A formula over several cells stands in the first of them alone; the others hold its results. */
function spills(cells: ReadonlyMap<string, LibraryCell>): Map<string, string> {
  const found = new Map<string, string>()
  for (const { formula, formulaType, formulaRef } of cells.values()) {
    const area = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(formulaRef ?? '')
    if (formulaType !== 'array' || formula === undefined || area === null) continue
    const [, left = '', top = '', right = '', bottom = ''] = area
    for (let row = Number(top) - 1; row < Math.min(Number(bottom), Number(top) + 5000); row += 1)
      for (let column = columnOf(left); column <= Math.min(columnOf(right), columnOf(left) + 100); column += 1)
        found.set(`${row},${column}`, formula)
  }
  return found
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellOf(value: unknown, detail: LibraryCell | undefined, spilled: string | undefined): Cell | undefined {
  const formula = detail?.formula ?? spilled
  // LibreOffice saves a plain TRUE as the formula TRUE().
  const constant = /^(TRUE|FALSE)(\(\))?$/i.exec(formula ?? '')?.[1]
  if (constant !== undefined) return { is: 'flag', flag: constant.toUpperCase() === 'TRUE' }
  if (formula !== undefined) return { is: 'formula', formula: formula.slice(0, 200) }
  if (detail?.type === 'error') return { is: 'error', text: String(value) }
  if (value === null || value === '') return undefined
  if (typeof value === 'string') return { is: 'text', text: value }
  if (typeof value === 'number') return { is: 'number', number: value }
  if (typeof value === 'boolean') return { is: 'flag', flag: value }
  const isDate = value instanceof Date && !Number.isNaN(value.getTime())
  if (!isDate) return { is: 'error', text: 'a date out of reach' }
  return { is: 'date', day: value.toISOString().slice(0, 10), showsDay: showsDay(detail?.style?.numFmt) }
}

/** Whether a number format shows the day of the month. Without a known format it is taken to. */
function showsDay(format: string | undefined): boolean {
  return format === undefined || /d/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
}
