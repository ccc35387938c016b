import type { JsonSchema } from '../case/components.ts'
import type { Field } from '../case/fields.ts'
import { Range } from '../case/quantity.ts'
import { Scenario } from '../case/schema.ts'
import { type Column, columnFor, columnsOf } from './columns.ts'

/*
 * The one description of a case as tables. The template, the reader, the writer, the CSV files and the documentation are all read from it.
 */

/** How the rows of a table stand for a part of the case. */
export type TableKind =
  /** One row a value: the name of the field, then the value. */
  | 'fields'
  /** One row an item of a list; `of` names the column with the id of the item that the list belongs to. */
  | 'items'
  /** One row a financial year of an item: rows with the same id are one item. */
  | 'years'
  /** One row for something about a value, which is named by its path. */
  | 'paths'

/** One table: a sheet of the workbook, or a file of the CSV set. */
export interface Table {
  name: string
  /** The name of its CSV file, without .csv. */
  file: string
  kind: TableKind
  /** What it is for, in a sentence or two. */
  about: string
  /** The list that its rows are items of: keys from the top of the case. */
  list: readonly string[]
  /** The column that names the item which a row belongs to. */
  of?: string
  columns: readonly Column[]
  /** More rows than these are not read: as many as a legal case may have, and for the tables of paths more than any has had. */
  most: number
}

/** The sheet that tells how to fill in the others, which nobody reads back. */
export const instructionsName = 'Instructions'

const top = Scenario as unknown as JsonSchema
const text: Field = { is: 'text' }
const rangeParts = Range.properties as unknown as Record<string, JsonSchema>

function at(schema: JsonSchema, key: string): JsonSchema {
  return (schema.properties as Record<string, JsonSchema>)[key] as JsonSchema
}
function items(schema: JsonSchema, key: string): JsonSchema {
  return at(schema, key).items as JsonSchema
}
/** A column that is about tables rather than about the case, so that no schema says it. */
function own(header: string, meaning: string, required = true, field: Field = text): Column {
  return { header, steps: [header], field, required, meaning, words: [] }
}
/** A number whose limits depend on the path beside it. */
const anyNumber: Field = {
  is: 'quantity',
  domain: { unit: 'index', minimum: '-9999999999999', maximum: '9999999999999' },
  meaning: 'a number whose limits depend on the path beside it',
}

const demand = items(top, 'demand')
const intervention = items(top, 'interventions')
const grant = items(top, 'funding')
const correlation = items(top, 'correlations')
const variant = items(top, 'variants')
const parent = (header: string, what: string) => own(header, `the id of the ${what} that this row belongs to`)

function table(name: string, kind: TableKind, about: string, rest: Pick<Table, 'columns'> & Partial<Table>): Table {
  const list = rest.list ?? []
  const most = kind === 'items' || kind === 'years' ? mostItems(list) * (kind === 'years' ? yearsOfGrant : 1) : 20_000
  return { name, file: name.toLowerCase().replaceAll(' ', '-'), kind, about, list, most, ...rest }
}

/** As many financial years as there are to name. */
const yearsOfGrant = 300

function mostItems(list: readonly string[]): number {
  let schema = top
  let most = 1
  for (const key of list) {
    most *= Number(at(schema, key).maxItems)
    schema = items(schema, key)
  }
  return most
}

/** What the table Case holds: the values at the top of a case, and those that a scenario has beside them. A case in tables is whole, so it extends no other. */
export const caseFields: readonly Column[] = columnsOf(top).filter(({ header }) => header !== 'extends')

const effectFirst = ['intervention', 'demand', 'kind', 'risk', 'windowMonths', 'reduction', 'chance', 'monthsEarlier']
const between = at(correlation, 'between').items as JsonSchema

/** Every table, in the order in which they are filled in. */
export const tables: readonly Table[] = [
  table('Case', 'fields', 'The case as a whole, one value a row.', {
    columns: [
      own('field', 'the name of the value; leave as it is'),
      own('value', 'the value', false),
      ...['name', 'about', 'example'].map((header) => own(header, 'for reading only', false)),
    ],
  }),
  table('Demand', 'items', 'What would happen anyway, one row a demand: care entry, repeat plans, re-referrals.', {
    list: ['demand'],
    columns: columnsOf(demand),
  }),
  table('Costs', 'items', 'What each place or entry of a demand costs, one row a cost, and what turns an empty place into cash.', {
    list: ['demand', 'costs'],
    of: 'demand',
    columns: [parent('demand', 'demand'), ...columnsOf(items(demand, 'costs'))],
  }),
  table('Interventions', 'items', 'The package, one row an intervention: whom it reaches and how many it can serve.', {
    list: ['interventions'],
    columns: columnsOf(intervention),
  }),
  table('Effects', 'items', 'What an intervention changes, one row an effect on a demand.', {
    list: ['interventions', 'effects'],
    of: 'intervention',
    columns: withFirst(effectFirst, [parent('intervention', 'intervention'), ...columnsOf(items(intervention, 'effects'))]),
  }),
  table('Package costs', 'items', 'What an intervention costs, one row a cost.', {
    list: ['interventions', 'costs'],
    of: 'intervention',
    columns: [parent('intervention', 'intervention'), ...columnsOf(items(intervention, 'costs'))],
  }),
  table('Savings', 'items', 'What an intervention saves directly, without referrals: agency premium avoided, a contract ended.', {
    list: ['interventions', 'savings'],
    of: 'intervention',
    columns: [parent('intervention', 'intervention'), ...columnsOf(items(intervention, 'savings'))],
  }),
  table('Funding', 'years', 'Grants, one row a grant and financial year. Rows with the same id are one grant; say its title once.', {
    list: ['funding'],
    columns: withYears(columnsOf(grant)),
  }),
  table(
    'Series',
    'paths',
    'Values that change by year or month, one row a value: entries by year, budgeted places, inflation, deflators.',
    {
      columns: [
        own(
          'path',
          'the list, such as demand.care.entriesByYear, demand.care.budget.places, interventions.fft.warmUp.profile, prices.inflation',
        ),
        own(
          'at',
          'the financial year, such as 2026-27, for inflation and deflators; else 1 for the first of the list, 2 for the second',
          false,
        ),
        own('value', 'the value', false, anyNumber),
      ],
    },
  ),
  table(
    'Ranges',
    'paths',
    'How unsure a value is, one row a value. The value itself stands in its own table and is what the answer uses.',
    {
      columns: [
        own('path', 'the value, such as demand.care.costs.place.amount or interventions.fft.effects.care.reduction'),
        ...['low', 'high'].map((key) => own(key, String(rangeParts[key]?.description), true, anyNumber)),
        ...['shape', 'source', 'note'].map((key) => columnFor(rangeParts[key] as JsonSchema, [key], false)),
      ],
    },
  ),
  table('Notes', 'paths', 'Where the figures of a part come from, one row a part that has no source and note columns of its own.', {
    columns: [
      own('path', 'the part, such as demand.care.stay, interventions.fft.capacity or prices'),
      columnFor(at(demand, 'source'), ['source'], false),
      columnFor(at(demand, 'note'), ['note'], false),
    ],
  }),
  table('Correlations', 'items', 'How two ranges move together, one row a pair.', {
    list: ['correlations'],
    columns: [
      columnFor({ ...between, description: 'the path of one range' }, ['between', 0], true, 'first'),
      columnFor({ ...between, description: 'the path of the other range' }, ['between', 1], true, 'second'),
      ...columnsOf(correlation),
    ],
  }),
  table('Variants', 'items', 'Other versions to compare the case with, one row a variant. The answer of a workbook is the case itself.', {
    list: ['variants'],
    columns: columnsOf(variant),
  }),
  table('Variant values', 'paths', 'What a variant changes, one row a value.', {
    of: 'variant',
    columns: [
      own('variant', 'the id of the variant'),
      own('path', 'the value that changes, such as interventions.fft.referrals.perMonth'),
      own('value', 'its new value; a range or a list as JSON, such as { "central": 1, "low": 0, "high": 2 }', true, { is: 'map' }),
    ],
  }),
]

/** Some columns first and in their order, because the others mean little without them. */
function withFirst(first: readonly string[], columns: readonly Column[]): Column[] {
  const isFirst = ({ header }: Column) => first.includes(header)
  const place = ({ header }: Column) => first.indexOf(header)
  return [...columns.filter(isFirst).sort((one, other) => place(one) - place(other)), ...columns.filter((column) => !isFirst(column))]
}

function withYears(columns: readonly Column[]): Column[] {
  const byYear = at(grant, 'byYear')
  const amounts = columnFor(byYear.additionalProperties as JsonSchema, ['amount'], false, 'amount')
  const years = [own('year', 'the financial year, such as 2026-27', false), amounts]
  const atProse = columns.findIndex(({ header }) => header === 'source')
  return [...columns.slice(0, atProse), ...years, ...columns.slice(atProse)]
}

/** The table of a name that is known to be one. */
export function tableOf(name: string): Table {
  const found = tables.find((each) => each.name === name)
  if (found === undefined) throw new Error(`There is no table ${name}.`)
  return found
}
