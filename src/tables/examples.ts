import { help } from './columns.ts'
import { exampleCase } from './example-case.ts'
import { caseFields, type Table, tableOf } from './tables.ts'
import { titleOf } from './titles.ts'
import { scenarioInTables, type Written } from './to-tables.ts'

/*
 * What stands in the template beside the cells to be filled in: an example for each, and for the fields of the case their title and meaning.
 */

const written = scenarioInTables(exampleCase)
/** Values that cannot stand in one case with the other examples. */
const apart: Readonly<Record<string, string>> = { 'discounting.rate': '0.035' }

/** An example of what a column takes, by its place in the table: the first that the example case has there. */
export function exampleOf(table: Table, column: number): string | undefined {
  const rows = written.get(table.name) ?? []
  return textOf(rows.map((row) => row[column]).find((cell) => cell !== undefined))
}

/** What stands beside the value of a field of the case, to be read and not filled in. */
export interface BesideField {
  name: string
  about: string
  example?: string
}

/** What stands beside each field of the case, in their order. */
export const besideFields: readonly BesideField[] = caseFields.map((field, index) => {
  const value = tableOf('Case').columns.findIndex(({ header }) => header === 'value')
  const example = textOf(written.get('Case')?.[index]?.[value]) ?? apart[field.header]
  return { name: titleOf('Case', field.header), about: help(field), ...(example === undefined ? {} : { example }) }
})

function textOf(cell: Written): string | undefined {
  if (cell === undefined) return undefined
  if ('flag' in cell) return String(cell.flag).toUpperCase()
  return 'text' in cell ? cell.text : cell.number
}
