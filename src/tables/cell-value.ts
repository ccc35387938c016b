import { plainText, writtenNumber } from '../case/decimal-text.ts'
import type { Field } from '../case/fields.ts'
import { wholeNumber } from '../case/messages.ts'
import { type OddValue, oddNumber, oddText } from '../case/place.ts'
import { shortened } from '../case/problem.ts'
import { readJson } from '../case/read-json.ts'
import type { Cell } from './cells.ts'
import { unmarkedText } from './marked-text.ts'

/** What a cell gives for a field: a value for the case, and what is odd about the cell, which the value cannot show. */
export interface CellValue {
  value: unknown
  odd?: Omit<OddValue, 'pointer'>
}

const flag = /^(true|false)$/i
/** How a cell names a built-in published figure in place of a number. */
export const referenceMark = 'ref:'

/** Reads a cell as its field takes it. What the field does not take is left as it is, to be judged as the same value in a text would be. */
export function cellValue(cell: Cell, field: Field): CellValue {
  switch (cell.is) {
    case 'number':
      return numberValue(cell.number, field)
    case 'flag':
      return { value: field.is === 'text' ? String(cell.flag) : cell.flag }
    case 'date':
      return dateValue(cell, field)
    case 'formula':
      return refused('This cell holds a formula. Put the value itself here: copy the cell and paste it as a value.', `=${cell.formula}`)
    case 'error':
      return refused('This cell holds an error of the spreadsheet.', cell.text)
    default:
      return textValue(unmarkedText(cell.text), field)
  }
}

function refused(message: string, got: string, expected = 'a value'): CellValue {
  return { value: got, odd: { message, got: shortened(got), expected } }
}

/** A number of a cell in at most 15 significant digits, which is as many as a spreadsheet shows: 0.1 and not what binary makes of it. */
export function shownNumber(number: number): string {
  return plainText(Number(number.toPrecision(15)))
}

function numberValue(number: number, field: Field): CellValue {
  const written = shownNumber(number)
  if (field.is === 'choice' && isDayNumber(number) && (field.unit === 'month' || field.unit === 'financial year')) {
    const expected = field.unit === 'month' ? 'a month written YYYY-MM, such as 2026-04' : 'a financial year such as 2026-27'
    const message = `This is the number that a spreadsheet keeps for a date. Give the cell the format Text and write the ${field.unit} again.`
    return { value: written, odd: { message, got: written, expected } }
  }
  if (field.is === 'text' || (field.is === 'choice' && field.kind === 'word')) return { value: written }
  const odd = oddNumber(written)
  return { value: writtenNumber(written), ...(odd === undefined ? {} : { odd }) }
}

/** Whether a number may be a day as spreadsheets count them: whole, from 1927 to 2173. */
function isDayNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 10_000 && number < 100_000
}

function textValue(text: string, field: Field): CellValue {
  const fault = oddText(text)
  if (fault !== undefined) return { value: text, odd: fault }
  if (field.is === 'quantity' || field.is === 'rates') {
    return { value: text.startsWith(referenceMark) ? { ref: text.slice(referenceMark.length).trim() } : text }
  }
  if (field.is === 'count' && wholeNumber.test(text)) return { value: Number(text) }
  if (field.is === 'choice' && field.kind === 'flag' && flag.test(text)) return { value: text.toLowerCase() === 'true' }
  return { value: text }
}

/** A spreadsheet turns 2026-04 into the first of that month, and 2010-11 too, although that is a financial year: both are taken back. */
function dateValue({ day, showsDay }: Cell & { is: 'date' }, field: Field): CellValue {
  const month = day.slice(0, 7)
  if (field.is === 'choice' && field.unit === 'month') {
    if (day.endsWith('-01') || !showsDay) return { value: month }
    return refused(`A month is expected here, and this is one day of it. Write ${month}.`, day, 'a month written YYYY-MM, such as 2026-04')
  }
  if (field.is === 'choice' && field.unit === 'financial year') return financialYear(day, month)
  return refused('This cell holds a date. Give it the format Text (or Number) and write the value again.', day)
}

function financialYear(day: string, month: string): CellValue {
  const [year = '', after = ''] = month.split('-')
  // 2010-11 typed into a cell becomes November 2010, which lies in that financial year; January to March lie in the year before.
  const isTyped = day.endsWith('-01') && Number(after) === (Number(year) + 1) % 100 && Number(after) >= 4
  if (isTyped) return { value: month }
  const message = 'The spreadsheet has made a date of this. Give the cell the format Text and write the financial year again.'
  return refused(message, day, 'a financial year such as 2026-27')
}

/** Reads the new value of a variant: as its field takes it, or as JSON where it starts as JSON does, as with --set. Throws a CaseError where that is no JSON. */
export function variantValue(cell: Cell, field: Field): CellValue {
  if (cell.is !== 'text' || field.is === 'text' || !/^\s*[[{]/.test(cell.text)) return cellValue(cell, field)
  const { value, odd } = readJson(cell.text)
  const [first] = odd
  return first === undefined ? { value } : { value, odd: first }
}
