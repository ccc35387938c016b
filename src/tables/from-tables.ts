import type { Assembled } from '../case/assemble.ts'
import { nearest, wordList } from '../case/nearest.ts'
import { pointerOf } from '../case/pointer.ts'
import { CaseError, rendered, shortened } from '../case/problem.ts'
import { idPattern } from '../case/schema-atoms.ts'
import { addAbouts, yearIn } from './abouts.ts'
import { type Grid, isBlank } from './cells.ts'
import type { Column, Steps } from './columns.ts'
import { Draft } from './draft.ts'
import { cellText, laidOut, type TableRow } from './layout.ts'
import { caseFields, type Table, tables } from './tables.ts'

/**
 * Puts a case together from its tables. What comes out is judged by the same rules as a case from a text; a value's place is its cell.
 * Throws a CaseError of status 422 where the tables are not laid out as the template has them, with everything that is wrong with them.
 */
export function caseFromTables(grids: readonly Grid[], what: 'sheet' | 'file'): Assembled {
  const { rows, problems } = laidOut(grids, what)
  if (problems.length > 0) throw wrongTables(problems)
  const draft = new Draft()
  for (const table of tables) {
    const its = rows.get(table.name) ?? []
    if (table.kind === 'fields') addFields(draft, its)
    if (table.kind === 'items') addItems(draft, table, its)
    if (table.kind === 'years') addYears(draft, table, its)
  }
  addAbouts(draft, rows)
  // An id that is not legal is why rows that name it belong to nothing, so it is told first.
  if (draft.problems.length > 0) throw wrongTables([...illegalIds(draft), ...draft.problems])
  return { value: draft.root, odd: draft.odd, place: draft.place }
}

function wrongTables(problems: Draft['problems']): CaseError {
  return new CaseError(422, 'wrong-tables', problems)
}

function illegalIds(draft: Draft): Draft['problems'] {
  return ['demand', 'interventions'].flatMap((key) =>
    holdersIn(draft, key).flatMap(({ id }, index) => {
      const place = draft.place(pointerOf([key, index, 'id']))
      if (typeof id !== 'string' || isId(id) || place === undefined) return []
      const near = id
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '')
      const advice = isId(near) ? ` Did you mean ${near}?` : ''
      const message = `${rendered(id)} is not an id: ids start with a small letter and go on with small letters, digits or hyphens, 40 at most.${advice}`
      return [{ pointer: '', path: `${key}.${shortened(id)}`, message, got: rendered(id), expected: 'an id such as care-10-17', ...place }]
    }),
  )
}

const legalId = new RegExp(idPattern)
const isId = (text: string) => legalId.test(text)

function holdersIn(draft: Draft, key: string): readonly { id?: unknown }[] {
  return (draft.at([key]) ?? []) as { id?: unknown }[]
}

function addFields(draft: Draft, rows: readonly TableRow[]): void {
  const met = new Set<string>()
  for (const row of rows) {
    const cell = row.cell('field')
    const name = cell?.is === 'text' ? cell.text.trim() : ''
    const column = caseFields.find(({ header }) => header === name)
    const names = caseFields.map(({ header }) => header)
    if (column === undefined) {
      const near = nearest(name, names)
      const advice = near === undefined ? `The fields are ${wordList(names, 'and')}.` : `Did you mean ${near}?`
      draft.say(row.place('field'), '', `There is no field ${cellText(cell)} in Case. ${advice}`, cellText(cell), wordList(names))
    } else if (met.has(name)) draft.say(row.place('field'), name, `The field ${name} stands here twice; keep one.`, name, 'each field once')
    else {
      met.add(name)
      draft.fill(column.steps, row.cell('value'), column.field, row.place('value'))
    }
  }
}

function addItems(draft: Draft, table: Table, rows: readonly TableRow[]): void {
  for (const row of rows) {
    const holder = table.of === undefined ? [] : holderOf(draft, table, table.of, row)
    const key = table.list.at(-1) as string
    if (holder !== undefined) addItem(draft, [...holder, key], table.columns.filter(isOfItem(table)), row)
  }
}

const isOfItem =
  ({ of }: Table) =>
  (column: Column) =>
    of === undefined || column.header !== of || column.steps.length > 1

/** The steps to the item that a row belongs to; undefined, and said, where there is no such item. */
function holderOf(draft: Draft, { name, list }: Table, of: string, row: TableRow): Steps | undefined {
  const key = list[0] as string
  const cell = row.cell(of)
  const id = cell?.is === 'text' ? cell.text : undefined
  const holders = holdersIn(draft, key)
  const found = holders.findIndex((holder) => holder.id === id)
  if (id !== undefined && found !== -1) return [key, found]
  const ids = holders.flatMap((holder) => (typeof holder.id === 'string' && isId(holder.id) ? [holder.id] : []))
  const near = nearest(id ?? '', ids)
  const advice =
    near !== undefined
      ? `Did you mean ${near}?`
      : holders.length === 0
        ? 'There is none at all.'
        : ids.length === 0
          ? 'None of them has a legal id.'
          : `The ids are ${wordList(ids, 'and')}.`
  const message = isBlank(cell)
    ? `Say which ${of} this row of ${name} belongs to. ${advice}`
    : `There is no ${of} ${cellText(cell)} for this row of ${name} to belong to. ${advice}`
  draft.say(row.place(of), '', message, cellText(cell), ids.length === 0 ? `the id of a ${of}` : wordList(ids))
  return undefined
}

function addItem(draft: Draft, list: Steps, columns: readonly Column[], row: TableRow): Steps {
  const item = [...list, ((draft.at(list) ?? []) as unknown[]).length]
  draft.set(item, {})
  draft.placed(item, row.place(columns[0]?.header as string))
  for (const { header, steps, field } of columns) draft.fill([...item, ...steps], row.cell(header), field, row.place(header))
  return item
}

/** Rows with the same id are one item, whose other columns are said once. */
function addYears(draft: Draft, table: Table, rows: readonly TableRow[]): void {
  const list = table.list
  const columns = table.columns.filter(({ header }) => header !== 'year' && header !== 'amount')
  const amount = table.columns.find(({ header }) => header === 'amount') as Column
  const met = new Map<string, Steps>()
  for (const row of rows) {
    const id = cellText(row.cell('id'))
    const before = isBlank(row.cell('id')) ? undefined : met.get(id)
    const item = before ?? addItem(draft, list, columns, row)
    met.set(id, item)
    if (before !== undefined) addMore(draft, item, columns, row)
    else draft.set([...item, 'byYear'], {})
    addYear(draft, [...item, 'byYear'], row, amount)
  }
}

function addMore(draft: Draft, item: Steps, columns: readonly Column[], row: TableRow): void {
  for (const { header, steps, field } of columns) {
    const cell = row.cell(header)
    if (isBlank(cell) || header === 'id') continue
    const given = draft.at([...item, ...steps])
    if (given === undefined) draft.fill([...item, ...steps], cell, field, row.place(header))
    else if (cell?.is !== 'text' || cell.text !== given) {
      const message = `The ${header} of a grant is said once, and another row of this id says something else.`
      draft.say(row.place(header), '', message, cellText(cell), cellText({ is: 'text', text: String(given) }))
    }
  }
}

function addYear(draft: Draft, byYear: Steps, row: TableRow, amount: Column): void {
  if (isBlank(row.cell('year')) && isBlank(row.cell('amount'))) return
  const year = yearIn(draft, row, 'year')
  if (year === undefined) return
  if (draft.at([...byYear, year]) !== undefined)
    draft.say(row.place('year'), '', `The year ${year} is given twice for this grant; keep one.`, year, 'each year once')
  else if (isBlank(row.cell('amount')))
    draft.say(row.place('amount'), '', `Give the amount for ${year}, or take the row out.`, 'nothing', 'an amount in pounds')
  else draft.fill([...byYear, year], row.cell('amount'), amount.field, row.place('amount'))
}
