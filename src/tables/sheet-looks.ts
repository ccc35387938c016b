import type { CellStyle, CellValue, ColumnDef } from 'hucre/xlsx'
import { type Column, help } from './columns.ts'

/*
 * How the sheets of the template look: faces, colours, and how wide and high things must be for nothing to be cut off.
 */

const colours = { required: '1F3864', optional: '8EA9DB', help: 'F2F2F2', line: 'BFBFBF', grey: '7F7F7F' }
const line = { style: 'thin', color: { rgb: colours.line } } as const
export const border = { top: line, bottom: line, left: line, right: line }
export const face = { name: 'Calibri', size: 11 } as const

const filled = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } }, border })

/** The name of a sheet and what it is for. */
export const sheetTitle: CellStyle = {
  font: { ...face, bold: true, size: 14, color: { rgb: colours.required } },
  alignment: { vertical: 'center' },
}
/** What a sheet is for, beside its name. */
export const sheetAbout: CellStyle = { font: { ...face, color: { rgb: '404040' } }, alignment: { vertical: 'center' } }
/** A heading of the instructions. */
export const heading = (isFirst: boolean): CellStyle => ({
  font: { ...face, bold: true, size: isFirst ? 16 : 12, color: { rgb: colours.required } },
  alignment: { vertical: 'bottom' },
})
/** The title of a column or a field. */
export const columnTitle = (required: boolean): CellStyle => ({
  ...filled(required ? colours.required : colours.optional),
  font: { ...face, bold: true, color: { rgb: required ? 'FFFFFF' : '000000' } },
  alignment: { vertical: 'center', wrapText: true },
})
export const helpLook: CellStyle = {
  ...filled(colours.help),
  font: { ...face, size: 9, color: { rgb: '404040' } },
  alignment: { wrapText: true, vertical: 'top' },
}
export const exampleLook: CellStyle = { ...helpLook, font: { ...face, size: 9, italic: true, color: { rgb: colours.grey } } }
/** The names that the reader matches: there, and not in the way. */
export const codeLook: CellStyle = {
  ...filled(colours.help),
  font: { name: 'Consolas', size: 8, color: { rgb: colours.grey } },
  alignment: { vertical: 'center' },
}

const isNumeric = ({ field }: Column) => field.is === 'quantity' || field.is === 'rates' || field.is === 'count'
const isFlag = ({ field }: Column) => field.is === 'choice' && field.kind === 'flag'
/** Whether a column holds texts of more than a line. */
export const isProse = ({ header }: Column): boolean =>
  ['source', 'note', 'notes', 'description', 'action', 'title'].includes(header.split('.').at(-1) as string)

/** The look of a cell to be filled in. */
export function dataLook(column: Column): CellStyle {
  const isPounds = column.field.is === 'quantity' && column.field.domain.unit === 'pounds'
  const alignment = { vertical: 'top', wrapText: isProse(column) } as const
  if (isPounds) return { numFmt: '#,##0.00', border, alignment }
  // LibreOffice would show 1 for TRUE.
  if (isFlag(column)) return { numFmt: '"TRUE";"TRUE";"FALSE"', border, alignment }
  // Plain text, so that 2026-04 stays what it is. What may be a number or text, such as the new value of a variant, is left to the spreadsheet.
  // Set in from the edge, so that a word does not touch the amount in the cell before it.
  return isNumeric(column) || isFlag(column) || column.field.is === 'map' || column.header === 'at'
    ? { border, alignment }
    : { numFmt: '@', border, alignment: { ...alignment, horizontal: 'left', indent: 1 } }
}

/** How wide a column is: enough for its name in the case, and for what it is likely to hold. */
export function widthOf(column: Column): ColumnDef & { width: number } {
  const least = column.header.length + 3
  const last = column.header.split('.').at(-1) as string
  if (['source', 'note', 'description'].includes(last)) return { width: 44 }
  if (['title', 'action'].includes(last)) return { width: 38 }
  if (['path', 'first', 'second'].includes(last)) return { width: 52 }
  if (column.header === 'value' && column.field.is === 'map') return { width: 38 }
  // An amount may be the id of a built-in figure, and an id may be long.
  if (last === 'amount') return { width: 26 }
  return { width: Math.max(least, isNumeric(column) ? 15 : 20) }
}

/** How high a row of help must be. */
export function helpHeight(columns: readonly Column[]): number {
  return Math.max(...columns.map((column) => textHeight(help(column), widthOf(column).width, 12.5)))
}

/** Rows are as high as their longest prose, which is wrapped. */
export function rowHeight(columns: readonly Column[], row: readonly CellValue[]): number {
  const prose = columns.map((column, at) => (isProse(column) ? textHeight(row[at], widthOf(column).width) : 0))
  return Math.max(16, ...prose)
}

/** How high a cell must be for a text, wrapped at so many characters. */
export function textHeight(text: CellValue | undefined, width: number, ofLine = 15): number {
  const lines = String(text ?? '')
    .split('\n')
    .reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / width)), 0)
  return Math.min(400, lines * ofLine + 4)
}
