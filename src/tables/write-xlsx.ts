import { type Cell, type CellStyle, type CellValue, type ColumnDef, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { columnLetters } from './cells.ts'
import { type Column, help } from './columns.ts'
import { type Instruction, instructions } from './instructions.ts'
import { caseFields, instructionsName, type Table, tables } from './tables.ts'
import type { Written, WrittenTables } from './to-tables.ts'
import { type Validation, validationOf } from './validation.ts'

/*
 * The tables as a workbook to fill in: a sheet a table, with what to know above each header, and the one place that writes it with the library.
 */

const titleRow = 1
const helpRow = 2
const headerRow = 3
const firstRow = headerRow + 1
/** Blank rows that are ready to be filled in: their text cells are text, so that the spreadsheet makes no date of 2026-04. */
const blankRows = 40
/** The rows that are held to what their column takes. */
const validatedTo = 1000

const colours = { required: '1F3864', optional: '8EA9DB', help: 'F2F2F2', line: 'BFBFBF', fixed: 'EDEDED' }
const line = { style: 'thin', color: { rgb: colours.line } } as const
const border = { top: line, bottom: line, left: line, right: line }
const face = { name: 'Calibri', size: 11 } as const
const title: CellStyle = { font: { ...face, bold: true, size: 14 } }
const helpStyle: CellStyle = {
  font: { ...face, size: 9, color: { rgb: '404040' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colours.help } },
  alignment: { wrapText: true, vertical: 'top' },
  border,
}
const headerStyle = (required: boolean): CellStyle => ({
  font: { ...face, bold: true, color: { rgb: required ? 'FFFFFF' : '000000' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: required ? colours.required : colours.optional } },
  border,
  alignment: { vertical: 'center' },
})

/** The tables as the bytes of an .xlsx workbook, with instructions, help, and validation. */
export async function tablesWorkbook(rows: WrittenTables): Promise<Uint8Array> {
  const sheets = tables.map((table) => (table.kind === 'fields' ? fieldsSheet : sheetOf)(table, rows.get(table.name) ?? []))
  return await writeXlsx({
    sheets: [instructionsSheet(instructions(tables)), ...sheets],
    properties: { title: 'A business case, to be filled in', creator: 'cashable' },
    defaultFont: face,
  })
}

function sheetOf(table: Table, rows: readonly Written[][]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: CellValue, style: CellStyle) => cells.set(`${row - 1},${column}`, { value, style })
  put(titleRow, 0, `${table.name}: ${table.about}`, title)
  for (const [at, column] of table.columns.entries()) {
    put(helpRow, at, help(column), helpStyle)
    put(headerRow, at, column.header, headerStyle(column.required))
    for (let index = 0; index < rows.length + blankRows; index += 1)
      put(firstRow + index, at, cellValue(rows[index]?.[at]), dataStyle(column))
  }
  const last = Math.max(validatedTo, firstRow + rows.length + blankRows)
  const dataValidations = table.columns.map((column, at) => {
    const parent =
      column.header === table.of && table.list.length > 0
        ? tables.find(({ list }) => list.length === 1 && list[0] === table.list[0])
        : undefined
    const validation = validationOf(column)
    const ids =
      parent === undefined
        ? {}
        : { from: `'${parent.name}'!$A$${firstRow}:$A$${validatedTo}`, refusal: `Choose the id of one row of ${parent.name}.` }
    return written({ ...validation, ...ids }, column.header, `${columnLetters(at)}${firstRow}`, `${columnLetters(at)}${last}`)
  })
  return {
    name: table.name,
    columns: table.columns.map(widthOf),
    cells,
    rows: [],
    rowDefs: new Map([
      [titleRow - 1, { height: 24 }],
      [helpRow - 1, { height: heightOf(table.columns) }],
      [headerRow - 1, { height: 20 }],
      ...rows.map((row, index) => [firstRow + index - 1, { height: rowHeight(table.columns, row) }] as const),
    ]),
    freezePane: { rows: headerRow, columns: table.of === undefined ? 1 : 2 },
    dataValidations,
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: table.columns.length > 8 ? 2 : 1,
      fitToHeight: 0,
      printTitlesRow: `$1:$${headerRow}`,
      printTitlesColumn: '$A:$A',
    },
  }
}

/** The sheet of a table whose rows are fields: their values stand one under another, each with its own validation. */
function fieldsSheet(table: Table, rows: readonly Written[][]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: CellValue, style: CellStyle) => cells.set(`${row - 1},${column}`, { value, style })
  put(titleRow, 0, `${table.name}: ${table.about}`, title)
  for (const [at, column] of table.columns.entries()) put(headerRow, at, column.header, headerStyle(true))
  const fixed: CellStyle = { ...helpStyle, font: { ...face, size: 10 } }
  for (const [index, field] of caseFields.entries()) {
    const row = rows[index] ?? []
    put(firstRow + index, 0, field.header, { ...headerStyle(field.required), alignment: { vertical: 'top' } })
    const style = dataStyle(field)
    put(firstRow + index, 1, cellValue(row[1]), { ...style, alignment: { ...style.alignment, horizontal: 'left', wrapText: true } })
    put(firstRow + index, 2, cellValue(row[2]), fixed)
  }
  return {
    name: table.name,
    columns: [{ width: 24 }, { width: 60 }, { width: 80 }],
    cells,
    rows: [],
    rowDefs: new Map(
      caseFields.map((field, index) => [
        firstRow + index - 1,
        { height: Math.max(textHeight(cellValue(rows[index]?.[1]), 64), textHeight(help(field), 100)) },
      ]),
    ),
    freezePane: { rows: headerRow, columns: 1 },
    dataValidations: caseFields.map((field, index) =>
      written(validationOf(field), field.header, `B${firstRow + index}`, `B${firstRow + index}`),
    ),
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function instructionsSheet(lines: readonly Instruction[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const heights = new Map<number, { height: number }>()
  const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
  const merges = []
  for (const [row, each] of lines.entries()) {
    if ('heading' in each) {
      cells.set(`${row},0`, {
        value: each.heading,
        style: {
          font: { ...face, bold: true, size: row === 0 ? 16 : 12, color: { rgb: colours.required } },
          alignment: { vertical: 'bottom' },
        },
      })
      heights.set(row, { height: row === 0 ? 26 : 28 })
    } else if ('term' in each) {
      cells.set(`${row},0`, { value: each.term, style: { ...wrapped, font: { ...face, bold: true } } })
      cells.set(`${row},1`, { value: each.text, style: wrapped })
      heights.set(row, { height: textHeight(each.text, 112) })
    } else {
      merges.push({ startRow: row, endRow: row, startCol: 0, endCol: 1 })
      cells.set(`${row},0`, { value: each.text, style: wrapped })
      heights.set(row, { height: textHeight(each.text, 130) })
    }
  }
  return {
    name: instructionsName,
    columns: [{ width: 20 }, { width: 110 }],
    cells,
    rows: [],
    merges,
    rowDefs: heights,
    view: { showGridLines: false },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** A number is a number where a spreadsheet keeps all its digits, and text where it would lose some. */
function cellValue(cell: Written): CellValue {
  if (cell === undefined) return null
  if ('flag' in cell) return cell.flag
  // A workbook writes control characters as _x000D_, so that a text which says just that needs its first stroke written so.
  if ('text' in cell) return cell.text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  const digits = cell.number.replace(/^-?0*\.?0*/, '').replace('.', '')
  return digits.length > 15 ? cell.number : Number(cell.number)
}

const isNumeric = ({ field }: Column) => field.is === 'quantity' || field.is === 'rates' || field.is === 'count'
const isProse = ({ header }: Column) => ['source', 'note', 'notes', 'description'].includes(header.split('.').at(-1) as string)
const isFlag = ({ field }: Column) => field.is === 'choice' && field.kind === 'flag'

function dataStyle(column: Column): CellStyle {
  const isPounds = column.field.is === 'quantity' && column.field.domain.unit === 'pounds'
  const alignment = { vertical: 'top', wrapText: isProse(column) } as const
  if (isPounds) return { numFmt: '#,##0.00', border, alignment }
  // Plain text, so that 2026-04 stays what it is. What may be a number or text, such as the new value of a variant, is left to the spreadsheet.
  return isNumeric(column) || isFlag(column) || column.field.is === 'map' || column.header === 'at'
    ? { border, alignment }
    : { numFmt: '@', border, alignment }
}

function widthOf(column: Column): ColumnDef & { width: number } {
  const least = column.header.length + 4
  const last = column.header.split('.').at(-1) as string
  if (['source', 'note', 'description'].includes(last)) return { width: 44 }
  if (['title', 'action', 'path', 'first', 'second'].includes(last)) return { width: Math.max(least, 38) }
  // An amount may be the id of a built-in figure.
  if (last === 'amount') return { width: 28 }
  return { width: Math.max(least, isNumeric(column) ? 15 : 17) }
}

function heightOf(columns: readonly Column[]): number {
  return Math.max(...columns.map((column) => textHeight(help(column), widthOf(column).width * 1.1, 12.5)))
}

/** Rows are as high as their longest prose, which is wrapped. */
function rowHeight(columns: readonly Column[], row: readonly Written[]): number {
  const prose = columns.map((column, at) => (isProse(column) ? textHeight(cellValue(row[at]), widthOf(column).width) : 0))
  return Math.max(16, ...prose)
}

function textHeight(text: CellValue, width: number, ofLine = 15): number {
  const lines = String(text ?? '')
    .split('\n')
    .reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / width)), 0)
  return Math.min(400, lines * ofLine + 4)
}

function written(validation: Validation, header: string, first: string, last: string): DataValidation {
  const { words, from, formula, whole, prompt, refusal } = validation
  const said = {
    inputTitle: header.slice(0, 32),
    inputMessage: prompt,
    showInputMessage: true,
    allowBlank: true,
    range: `${first}:${last}`,
  }
  const held = { showErrorMessage: true, errorStyle: 'stop', errorTitle: 'Not taken', errorMessage: refusal.slice(0, 220) } as const
  if (from !== undefined) return { type: 'list', formula1: from, ...said, ...held }
  if (words !== undefined) return { type: 'list', values: [...words], ...said, ...held }
  if (whole !== undefined)
    return { type: 'whole', operator: 'between', formula1: String(whole.minimum), formula2: String(whole.maximum), ...said, ...held }
  if (formula !== undefined) return { type: 'custom', formula1: formula.replaceAll('{cell}', first), ...said, ...held }
  return { type: 'textLength', operator: 'lessThanOrEqual', formula1: '20000', ...said }
}
