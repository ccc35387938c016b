import { type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { columnLetters } from './cells.ts'
import { help } from './columns.ts'
import { type BesideField, besideFields, exampleOf } from './examples.ts'
import { instructionsSheet } from './instructions-sheet.ts'
import {
  codeLook,
  columnTitle,
  dataLook,
  exampleLook,
  face,
  helpHeight,
  helpLook,
  rowHeight,
  sheetAbout,
  sheetTitle,
  textHeight,
  widthOf,
} from './sheet-looks.ts'
import { caseFields, type Table, tables } from './tables.ts'
import { titleOf } from './titles.ts'
import type { Written, WrittenTables } from './to-tables.ts'
import { type Validation, validationOf } from './validation.ts'

/*
 * The tables as a workbook to fill in, and the one place that writes it with the library. A sheet is a table: above its rows stand the titles of
 * the columns, what to know of each, an example, and the names that the reader matches. What stands above those names is not read back.
 */

const rowOf = { title: 1, titles: 2, help: 3, example: 4, header: 5 } as const
const firstRow = rowOf.header + 1
/** Blank rows that are ready to be filled in: their text cells are text, so that the spreadsheet makes no date of 2026-04. */
const blankRows = 40
/** The rows that are held to what their column takes. */
const validatedTo = 1000
/** No example can be taken for a value, in any cell it may be copied to. */
const exampleMark = 'e.g. '

/** The tables as the bytes of an .xlsx workbook, with instructions, help, and validation. */
export async function tablesWorkbook(rows: WrittenTables): Promise<Uint8Array> {
  const sheets = tables.map((table) => (table.kind === 'fields' ? fieldsSheet : sheetOf)(table, rows.get(table.name) ?? []))
  return await writeXlsx({
    sheets: [instructionsSheet(), ...sheets],
    properties: { title: 'A business case, to be filled in', creator: 'cashable' },
    defaultFont: face,
  })
}

function sheetOf(table: Table, rows: readonly Written[][]): WriteSheet {
  const { columns } = table
  const frozen = table.of === undefined ? 1 : 2
  const { cells, put } = page(table, frozen)
  for (const [at, column] of columns.entries()) {
    const example = exampleOf(table, at)
    put(rowOf.titles, at, titleOf(table.name, column.header), columnTitle(column.required))
    put(rowOf.help, at, help(column), helpLook)
    put(rowOf.example, at, example === undefined ? null : `${exampleMark}${example}`, exampleLook)
    put(rowOf.header, at, column.header, codeLook)
    for (let index = 0; index < rows.length + blankRows; index += 1)
      put(firstRow + index, at, cellValue(rows[index]?.[at]), dataLook(column))
  }
  return {
    name: table.name,
    columns: columns.map(widthOf),
    cells,
    rows: [],
    rowDefs: new Map([
      [rowOf.title - 1, { height: 26 }],
      [
        rowOf.titles - 1,
        { height: Math.max(...columns.map((column) => textHeight(titleOf(table.name, column.header), widthOf(column).width - 2))) },
      ],
      [rowOf.help - 1, { height: helpHeight(columns) }],
      [
        rowOf.example - 1,
        {
          height: Math.max(
            ...columns.map((column, at) => textHeight(`${exampleMark}${exampleOf(table, at)}`, widthOf(column).width, 12.5)),
          ),
        },
      ],
      [rowOf.header - 1, { height: 14 }],
      ...rows.map((row, index) => [firstRow + index - 1, { height: rowHeight(columns, row.map(cellValue)) }] as const),
    ]),
    freezePane: { rows: rowOf.header, columns: frozen },
    dataValidations: validations(table, Math.max(validatedTo, firstRow + rows.length + blankRows)),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: columns.length > 8 ? 2 : 1,
      fitToHeight: 0,
      printTitlesRow: `$${rowOf.titles}:$${rowOf.header}`,
      printTitlesColumn: `$A:$${columnLetters(frozen - 1)}`,
    },
  }
}

function validations(table: Table, last: number): DataValidation[] {
  return table.columns.map((column, at) => {
    const validation = validationOf(column)
    const parent = tables.find(({ name }) => name === holders[column.header])
    const isParent = parent !== undefined && parent !== table
    const ids = isParent
      ? { from: `'${parent.name}'!$A$${firstRow}:$A$${validatedTo}`, refusal: `Choose the id of one row of ${parent.name}.` }
      : {}
    return written(
      { ...validation, ...ids },
      titleOf(table.name, column.header),
      `${columnLetters(at)}${firstRow}`,
      `${columnLetters(at)}${last}`,
    )
  })
}

/** Columns that name the id of a row of another table. */
const holders: Readonly<Record<string, string>> = { demand: 'Demand', intervention: 'Interventions', variant: 'Variants' }

/** The columns of the sheet of fields: what the field is called, its value, and what to know of it; the name that the reader matches comes last. */
const fieldsColumns = [
  { header: 'name', width: 36 },
  { header: 'value', width: 50 },
  { header: 'about', width: 72 },
  { header: 'example', width: 36 },
  { header: 'field', width: 24 },
] as const
const fieldsHeader = 3
const firstField = fieldsHeader + 1

/** The sheet of a table whose rows are fields: their values stand one under another, each with its own validation. */
function fieldsSheet(table: Table, rows: readonly Written[][]): WriteSheet {
  const { cells, put } = page(table, 1)
  for (const [at, { header }] of fieldsColumns.entries()) {
    put(rowOf.titles, at, titleOf(table.name, header), columnTitle(header === 'value'))
    put(fieldsHeader, at, header, codeLook)
  }
  const place = table.columns.findIndex(({ header }) => header === 'value')
  const value = (index: number) => cellValue(rows[index]?.[place])
  for (const [index, field] of caseFields.entries()) {
    const { name = '', about = '', example } = besideFields[index] ?? {}
    const row = firstField + index
    const look = dataLook(field)
    put(row, 0, name, { ...columnTitle(field.required), alignment: { vertical: 'top', wrapText: true } })
    put(row, 1, value(index), { ...look, alignment: { ...look.alignment, horizontal: 'left', wrapText: true } })
    put(row, 2, about, { ...helpLook, font: { ...face, size: 10 } })
    put(row, 3, example === undefined ? null : `${exampleMark}${example}`, exampleLook)
    put(row, 4, field.header, codeLook)
  }
  return {
    name: table.name,
    columns: fieldsColumns.map(({ width }) => ({ width })),
    cells,
    rows: [],
    rowDefs: new Map([
      [rowOf.title - 1, { height: 26 }],
      [rowOf.titles - 1, { height: 20 }],
      ...caseFields.map((_, index) => [firstField + index - 1, { height: fieldHeight(value(index), besideFields[index]) }] as const),
    ]),
    freezePane: { rows: fieldsHeader, columns: 1 },
    dataValidations: caseFields.map((field, index) =>
      written(validationOf(field), titleOf(table.name, field.header), `B${firstField + index}`, `B${firstField + index}`),
    ),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${rowOf.titles}:$${fieldsHeader}`,
    },
  }
}

function fieldHeight(value: CellValue, { name = '', about = '', example = '' }: Partial<BesideField> = {}): number {
  const texts = [textHeight(name, 30), textHeight(value, 46), textHeight(about, 72), textHeight(`${exampleMark}${example}`, 38)]
  return Math.max(18, ...texts)
}

/** A sheet begun with its name, and beside the columns that stay where they are what it is for: there it is not cut off when the rest moves. */
function page({ name, about }: Table, frozen: number) {
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: CellValue, style: CellStyle) => cells.set(`${row - 1},${column}`, { value, style })
  put(rowOf.title, 0, name, sheetTitle)
  put(rowOf.title, frozen, about, sheetAbout)
  return { cells, put }
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
