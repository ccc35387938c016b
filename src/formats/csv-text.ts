/** A cell of a CSV text: text is guarded against being read as a formula, a number is written as it is, and nothing is empty. */
export type CsvCell = { text: string } | { number: string } | undefined

const readAsFormula = /^[=+\-@\t\r]/
const needsQuotes = /[",\r\n]/

/** Rows as CSV, RFC 4180: a comma between cells, CRLF after each row, quotes only where they are needed. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

// A spreadsheet runs a text that starts like a formula; an apostrophe before it keeps it a text. A number must never have one: −500 would not add up.
function csvCell(cell: CsvCell): string {
  if (cell === undefined) return ''
  if ('number' in cell) return cell.number
  const text = readAsFormula.test(cell.text) ? `'${cell.text}` : cell.text
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
