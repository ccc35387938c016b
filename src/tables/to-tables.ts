import { canonical } from '../case/decimal-text.ts'
import { type Field, isByYear, kindOf, type ObjectField, scenarioField } from '../case/fields.ts'
import { pathOf } from '../case/paths.ts'
import { pointerOf } from '../case/pointer.ts'
import type { Scenario } from '../case/scenario.ts'
import { referenceMark } from './cell-value.ts'
import type { Steps } from './columns.ts'
import { markedText } from './marked-text.ts'
import { caseFields, type Table, tableOf, tables } from './tables.ts'

/** What is written into a cell; undefined leaves it blank. A number is the text of a decimal. */
export type Written = { text: string } | { number: string } | { flag: boolean } | undefined

/** The rows of every table by the table's name, a cell for each of its columns. */
export type WrittenTables = ReadonlyMap<string, Written[][]>

/** Writes a legal scenario into the tables, so that reading them gives the same case. What it extends is written out. What is for reading only is left blank. */
export function scenarioInTables({ id, description, case: theCase, variants }: Scenario): WrittenTables {
  const root: Record<string, unknown> = { ...(theCase as object), id, description, variants }
  return new TableWriter(root).rows
}

/** The tables with nothing in them but the names of the fields of a case. */
export function blankTables(): WrittenTables {
  return new TableWriter({}).rows
}

class TableWriter {
  readonly rows = new Map<string, Written[][]>(tables.map(({ name }) => [name, []]))
  private readonly root: Record<string, unknown>

  constructor(root: Record<string, unknown>) {
    this.root = root
    for (const column of caseFields) this.row('Case', { field: { text: column.header }, value: this.cell([], column.steps, column.field) })
    for (const table of tables) {
      if (table.kind === 'items' || table.kind === 'years') this.items(table)
    }
    this.abouts(scenarioField, root, [])
    for (const [index, variant] of list(root.variants).entries()) this.variantValues(variant, index)
  }

  private row(name: string, cells: Readonly<Record<string, Written>>): void {
    this.rows.get(name)?.push(tableOf(name).columns.map(({ header }) => cells[header]))
  }

  private items(table: Table): void {
    const [key = '', inner] = table.list
    for (const [index, item] of list(this.root[key]).entries()) {
      if (inner === undefined) this.item(table, item, [key, index], {})
      else
        for (const [position, each] of list(item[inner]).entries())
          this.item(table, each, [key, index, inner, position], { [table.of as string]: { text: String(item.id) } })
    }
  }

  private item(table: Table, item: Record<string, unknown>, at: Steps, parent: Readonly<Record<string, Written>>): void {
    const cells: Record<string, Written> = { ...parent }
    for (const { header, steps, field } of table.columns)
      if (!(header in parent && steps.length === 1)) cells[header] = this.cell(at, steps, field)
    const amounts = Object.entries((item.byYear ?? {}) as object)
    if (table.kind === 'items' || amounts.length === 0) this.row(table.name, cells)
    if (table.kind === 'items') return
    for (const [index, [year, amount]] of amounts.entries()) {
      const own = index === 0 ? cells : { id: cells.id }
      this.row(table.name, { ...own, year: { text: year }, amount: this.quantity(amount) })
    }
  }

  private cell(at: Steps, steps: Steps, field: Field): Written {
    const value = steps.reduce<unknown>(
      (holder, step) => (holder as Record<string | number, unknown> | undefined)?.[step],
      valueAt(this.root, at),
    )
    if (value === undefined) return undefined
    if (field.is === 'rates' && isByYear(value)) return undefined
    if (field.is === 'quantity' || field.is === 'rates') return this.quantity(value)
    return plain(value)
  }

  private quantity(value: unknown): Written {
    if (typeof value !== 'object' || value === null) return { number: canonical(value as string | number) }
    if ('ref' in value) return { text: `${referenceMark}${value.ref}` }
    return { number: canonical((value as { central: string | number }).central) }
  }

  /** The rows of Series, Ranges and Notes for what stands inside a value. */
  private abouts(field: Field, value: unknown, steps: Steps): void {
    if (value === undefined) return
    const path = () => pathOf(this.root, pointerOf(steps))
    if (field.is === 'quantity' || (field.is === 'rates' && !isByYear(value))) this.range(value, path)
    else if (field.is === 'rates') this.abouts(field.byYear, value, steps)
    else if (field.is === 'object') this.object(field, value as Record<string, unknown>, steps)
    else if (field.is === 'map') this.map(field.values, value as object, steps, path)
    else if (field.is === 'list') this.list(field.items, value as unknown[], steps, path)
    else if (field.is === 'kinds') {
      const branch = kindOf(field, value as object)
      if (branch !== undefined) this.object(branch, value as Record<string, unknown>, steps)
    }
  }

  private list(items: Field, values: readonly unknown[], steps: Steps, path: () => string): void {
    for (const [index, item] of values.entries()) {
      if (items.is === 'quantity')
        this.row('Series', { path: { text: path() }, at: { number: String(index + 1) }, value: this.quantity(item) })
      this.abouts(items, item, [...steps, index])
    }
  }

  private object(field: ObjectField, value: Record<string, unknown>, steps: Steps): void {
    for (const [key, property] of field.properties) {
      // The new values of a variant have a table of their own.
      if (field.name !== 'Variant' || key !== 'set') this.abouts(property.field, value[key], [...steps, key])
    }
    if (!isInner(steps)) return
    const isEmpty = Object.keys(value).length === 0
    const source = steps.at(-1) === 'evidence' ? undefined : value.source
    if (source !== undefined || value.note !== undefined || isEmpty) {
      this.row('Notes', { path: { text: pathOf(this.root, pointerOf(steps)) }, source: plain(source), note: plain(value.note) })
    }
  }

  private map(values: Field | undefined, value: object, steps: Steps, path: () => string): void {
    const isFunding = steps[0] === 'funding'
    const entries = Object.entries(value)
    if (entries.length === 0 && !isFunding) this.row('Series', { path: { text: path() } })
    for (const [year, amount] of entries) {
      if (!isFunding) this.row('Series', { path: { text: path() }, at: { text: year }, value: this.quantity(amount) })
      if (values !== undefined) this.abouts(values, amount, [...steps, year])
    }
  }

  private range(value: unknown, path: () => string): void {
    if (typeof value !== 'object' || value === null || !('central' in value)) return
    const { low, high, shape, source, note } = value as Record<string, string | number | undefined>
    const number = (end: string | number | undefined): Written => ({ number: canonical(end as string | number) })
    this.row('Ranges', {
      path: { text: path() },
      low: number(low),
      high: number(high),
      shape: plain(shape),
      source: plain(source),
      note: plain(note),
    })
  }

  private variantValues(variant: Record<string, unknown>, index: number): void {
    const id = String(variant.id ?? index)
    for (const [path, value] of Object.entries((variant.set ?? {}) as object)) {
      this.row('Variant values', { variant: { text: id }, path: { text: path }, value: newValue(value) })
    }
  }
}

/** Whether an object has no row of its own, so that its source and note need one in Notes. */
function isInner(steps: Steps): boolean {
  return steps.length > 0 && typeof steps.at(-1) !== 'number'
}

function newValue(value: unknown): Written {
  if (typeof value === 'number') return { number: canonical(value) }
  if (typeof value === 'object' && value !== null)
    return { text: 'ref' in value && Object.keys(value).length === 1 ? `${referenceMark}${value.ref}` : JSON.stringify(value) }
  return plain(value)
}

function plain(value: unknown): Written {
  if (value === undefined) return undefined
  if (typeof value === 'boolean') return { flag: value }
  return typeof value === 'number' ? { number: canonical(value) } : { text: markedText(String(value)) }
}

function list(value: unknown): Record<string, unknown>[] {
  return (value ?? []) as Record<string, unknown>[]
}

function valueAt(root: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], root)
}
