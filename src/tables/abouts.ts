import { type Field, isByYear } from '../case/fields.ts'
import { follow, isFound, whyNotFound, withValue } from '../case/paths.ts'
import { pointerOf, pointerTo } from '../case/pointer.ts'
import { CaseError, shortened } from '../case/problem.ts'
import { cellValue, referenceMark, variantValue } from './cell-value.ts'
import { type Cell, isBlank } from './cells.ts'
import type { Steps } from './columns.ts'
import type { Draft } from './draft.ts'
import { cellText, type TableRow } from './layout.ts'
import { tableOf } from './tables.ts'

/*
 * The tables whose rows are about a value that stands elsewhere, named by its path: series, ranges, notes, and the new values of variants.
 */

const anyYear: Field = { is: 'choice', unit: 'financial year', kind: 'word' }
const anyText: Field = { is: 'text' }
/** So many wrong paths are told with the nearest right one, where they are no longer than a path can be. */
const advisedPaths = 10
const longestPath = 200

/** Adds what these tables say to a case that holds everything else. */
export function addAbouts(draft: Draft, rows: ReadonlyMap<string, readonly TableRow[]>): void {
  const of = (name: string) => rows.get(tableOf(name).name) ?? []
  for (const [path, list] of grouped(draft, of('Series'))) addSeries(draft, path, list)
  for (const [path, list] of grouped(draft, of('Ranges'))) once(draft, path, list, addRange)
  for (const [path, list] of grouped(draft, of('Notes'))) once(draft, path, list, addNote)
  for (const [variant, list] of variants(draft, of('Variant values'))) addVariantValues(draft, variant, list)
}

function textOf(cell: Cell | undefined): string {
  return cell?.is === 'text' ? cell.text.trim() : ''
}

/** The rows of a table by their paths, in the order of the first row of each. */
function grouped(draft: Draft, rows: readonly TableRow[]): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>()
  for (const row of rows) {
    const path = textOf(row.cell('path'))
    if (path === '')
      draft.say(row.place('path'), '', 'Say which value this row is about.', cellText(row.cell('path')), 'the path of a value')
    else added(groups, path, row)
  }
  return groups
}

function added<Key>(groups: Map<Key, TableRow[]>, key: Key, row: TableRow): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [row])
  else group.push(row)
}

function once(draft: Draft, path: string, [row, ...more]: TableRow[], add: (draft: Draft, path: string, row: TableRow) => void): void {
  for (const other of more) draft.say(other.place('path'), path, `The path ${path} stands here twice; keep one.`, path, 'each path once')
  if (row !== undefined) add(draft, path, row)
}

/** Where a path of a table leads; undefined, and said, where it leads nowhere. */
function followed(draft: Draft, path: string, row: TableRow) {
  const result = follow(draft.root, path)
  if (isFound(result)) return result
  // The nearest path is looked for among all of them, which is too much to do for every path of a table that is wrong throughout.
  const isAdvised = draft.problems.length < advisedPaths && path.length <= longestPath
  const message = isAdvised ? whyNotFound(draft.root, path, result) : `There is no path ${shortened(path)}.`
  draft.say(row.place('path'), shortened(path), message, shortened(path), 'the path of a value of the case')
  return undefined
}

function addSeries(draft: Draft, path: string, rows: readonly TableRow[]): void {
  const [first] = rows as [TableRow, ...TableRow[]]
  const found = followed(draft, path, first)
  if (found === undefined) return
  const { field, steps, value } = found
  if (value !== undefined) {
    const message = 'This value is given in another table too, as one value for every year; keep one of the two.'
    draft.say(first.place('path'), path, message, path, 'each value once')
  } else if (field.is === 'list' && field.items.is === 'quantity') {
    draft.placed(steps, first.place('path'))
    addList(draft, path, steps, field.items, rows)
  } else if (field.is === 'map' || field.is === 'rates') {
    draft.set(steps, {})
    draft.placed(steps, first.place('path'))
    const values = field.is === 'map' ? (field.values as Field) : field.one
    for (const row of rows) addYear(draft, steps, values, row)
  } else
    draft.say(
      first.place('path'),
      path,
      `${path} is not a list of values by year or month.`,
      path,
      'a list of numbers, such as demand.care.entriesByYear',
    )
}

function addYear(draft: Draft, steps: Steps, values: Field, row: TableRow): void {
  // A row with a path alone says that the map is there, and empty.
  if (isBlank(row.cell('at')) && isBlank(row.cell('value'))) return
  const year = yearIn(draft, row, 'at')
  if (year === undefined) return
  if (draft.at([...steps, year]) !== undefined)
    draft.say(row.place('at'), '', `The year ${year} is given twice; keep one.`, year, 'each year once')
  else fillOrSay(draft, [...steps, year], values, row)
}

function fillOrSay(draft: Draft, steps: Steps, field: Field, row: TableRow): void {
  const cell = row.cell('value')
  if (isBlank(cell)) draft.say(row.place('value'), '', 'Give the value, or take the row out.', cellText(cell), 'a number')
  else draft.fill(steps, cell, field, row.place('value'))
}

/** The financial year that a cell names; undefined, and said, where it names none. What is only misspelt is left to the rules of the case. */
export function yearIn(draft: Draft, row: TableRow, header: string): string | undefined {
  const cell = row.cell(header)
  const expected = 'a financial year such as 2026-27'
  if (cell === undefined || isBlank(cell)) {
    draft.say(row.place(header), '', 'Say which financial year this is for.', cellText(cell), expected)
    return undefined
  }
  const { value, odd } = cellValue(cell, anyYear)
  if (odd === undefined) return String(value)
  draft.say(row.place(header), '', odd.message, odd.got, expected)
  return undefined
}

function addList(draft: Draft, path: string, steps: Steps, items: Field, rows: readonly TableRow[]): void {
  const places = new Map<number, TableRow>()
  for (const row of rows) {
    const at = positionIn(row.cell('at'))
    if (at === undefined)
      draft.say(
        row.place('at'),
        path,
        'Say which of the list this is: 1 for the first, 2 for the second.',
        cellText(row.cell('at')),
        'a whole number from 1',
      )
    else if (places.has(at))
      draft.say(row.place('at'), path, `Number ${at} of ${path} is given twice; keep one.`, String(at), 'each number once')
    else places.set(at, row)
  }
  const inOrder = [...places].sort(([one], [other]) => one - other)
  for (const [index, [at, row]] of inOrder.entries()) {
    if (at === index + 1) fillOrSay(draft, [...steps, index], items, row)
    else {
      draft.say(row.place('at'), path, `Number ${index + 1} of ${path} is missing.`, `number ${at}`, `number ${index + 1}`)
      return
    }
  }
}

function positionIn(cell: Cell | undefined): number | undefined {
  const number =
    cell?.is === 'number' ? cell.number : cell?.is === 'text' && /^[0-9]{1,4}$/.test(cell.text.trim()) ? Number(cell.text) : Number.NaN
  return Number.isInteger(number) && number >= 1 && number < 10_000 ? number : undefined
}

function addRange(draft: Draft, path: string, row: TableRow): void {
  const found = followed(draft, path, row)
  if (found === undefined) return
  const { field, steps, value } = found
  const takesRange = field.is === 'quantity' || (field.is === 'rates' && !isByYear(value))
  if (!takesRange) draft.say(row.place('path'), path, `${path} is not a number that can have a range.`, path, 'the path of a number')
  else if (typeof value === 'object' && value !== null) {
    const got = 'ref' in value ? `${referenceMark}${value.ref}` : 'a list'
    draft.say(row.place('path'), path, 'A built-in figure has no range here: put the figure itself in its place.', got, 'a number')
  } else setRange(draft, steps, value, row)
}

/** The value that stands alone becomes the central of a range, and keeps its cell. */
function setRange(draft: Draft, steps: Steps, value: unknown, row: TableRow): void {
  const pointer = pointerOf(steps)
  const central = draft.place(pointer) ?? row.place('path')
  for (const each of draft.odd) if (each.pointer === pointer) each.pointer = pointerTo(pointer, 'central')
  draft.set(steps, {})
  if (value !== undefined) draft.set([...steps, 'central'], value)
  draft.placed([...steps, 'central'], central)
  for (const { header, field } of tableOf('Ranges').columns.slice(1))
    draft.fill([...steps, header], row.cell(header), field, row.place(header))
}

function addNote(draft: Draft, path: string, row: TableRow): void {
  const found = followed(draft, path, row)
  if (found === undefined) return
  const { field, steps, value } = found
  const isPart =
    field.is === 'object' || field.is === 'kinds' || (field.is === 'map' && isBlank(row.cell('source')) && isBlank(row.cell('note')))
  if (!isPart) {
    const message = `${path} has no source and note of its own.`
    draft.say(row.place('path'), path, message, path, 'the path of a part, such as demand.care.stay')
    return
  }
  if (value === undefined) draft.set(steps, {})
  draft.placed(steps, draft.place(pointerOf(steps)) ?? row.place('path'))
  for (const key of ['source', 'note']) {
    if (isBlank(row.cell(key))) continue
    if (draft.at([...steps, key]) === undefined) draft.fill([...steps, key], row.cell(key), anyText, row.place(key))
    else
      draft.say(
        row.place(key),
        path,
        `The ${key} of ${path} is given in its own table too; keep one of the two.`,
        cellText(row.cell(key)),
        `each ${key} once`,
      )
  }
}

function variants(draft: Draft, rows: readonly TableRow[]): Map<number, TableRow[]> {
  const groups = new Map<number, TableRow[]>()
  const ids = ((draft.root.variants ?? []) as { id?: unknown }[]).map(({ id }) => id)
  for (const row of rows) {
    const index = ids.indexOf(textOf(row.cell('variant')))
    if (index === -1 || textOf(row.cell('variant')) === '') {
      const message = `There is no variant ${cellText(row.cell('variant'))} in the table Variants.`
      draft.say(row.place('variant'), '', message, cellText(row.cell('variant')), 'the id of a variant')
    } else added(groups, index, row)
  }
  return groups
}

/** Sets the values of a variant one after another, as they will be set, so that each is read as its field takes it by then. */
function addVariantValues(draft: Draft, variant: number, rows: readonly TableRow[]): void {
  let raw: unknown = draft.root
  for (const [path, [row, ...more]] of grouped(draft, rows)) {
    for (const other of more) draft.say(other.place('path'), path, `This variant sets ${path} twice; keep one.`, path, 'each path once')
    const cell = row?.cell('value')
    if (row === undefined) continue
    const steps = ['variants', variant, 'set', path]
    draft.placed(steps, row.place('value'))
    if (cell === undefined || isBlank(cell)) {
      draft.say(row.place('value'), path, 'Give the new value, or take the row out.', cellText(cell), 'a value')
      continue
    }
    const result = follow(raw, path)
    try {
      const read = variantValue(cell, isFound(result) ? result.field : anyText)
      draft.take(steps, read)
      if (isFound(result)) raw = withValue(raw, path, read.value)
    } catch (error) {
      if (!(error instanceof CaseError)) throw error
      for (const { message, got = '', expected = '' } of error.problems) draft.say(row.place('value'), path, message, got, expected)
    }
  }
}
