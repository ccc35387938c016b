import type { JsonSchema } from '../case/components.ts'
import { type Field, fieldOf, kindWord } from '../case/fields.ts'
import { wordList } from '../case/nearest.ts'
import { plainWords } from './plain-words.ts'

/*
 * The columns of a table, read off the schema of the objects that its rows stand for: an inner object becomes columns with a dot (release.owner),
 * a list or a map of numbers goes to the table Series, a list of objects is a table of its own, and the source and note of an inner object go to
 * the table Notes. So a field added to the schema is a column here without anybody writing it down again.
 */

/** The keys and list positions from the object of a row to a value in it. */
export type Steps = readonly (string | number)[]

/** One column of a table: the value it fills and what a person should know to fill it. */
export interface Column {
  header: string
  steps: Steps
  field: Field
  /** Whether a row cannot do without it. */
  required: boolean
  /** What the value is, in a sentence without its first capital. */
  meaning: string
  /** The words that a choice takes. */
  words: readonly string[]
  /** What is used where the cell is blank, as text; undefined where nothing is. */
  preset?: string
}

const prose = ['source', 'note']
/** Inner prose with a column of its own, because it is asked of every row: the study that an effect rests on. */
const askedFor = ['evidence.source']

/** The columns of an object or of one of several told apart by their kind; the source and note of the object itself come last. */
export function columnsOf(schema: JsonSchema): Column[] {
  const found = leaves(schema, [], true)
  const isProse = ({ header }: Column) => prose.includes(header)
  return [...found.filter((column) => !isProse(column)), ...found.filter(isProse)]
}

function leaves(schema: JsonSchema, steps: Steps, required: boolean): Column[] {
  const branches = (schema.anyOf ?? [schema]) as JsonSchema[]
  const columns = new Map<string, Column>()
  const keys = new Set(branches.flatMap((branch) => Object.keys(branch.properties as object)))
  for (const key of keys) {
    if (steps.length > 0 && prose.includes(key) && !askedFor.includes(headerOf([...steps, key]))) continue
    const having = branches.flatMap((branch) => (branch.properties as Record<string, JsonSchema>)[key] ?? [])
    const [property] = having as [JsonSchema]
    const always = required && having.length === branches.length && branches.every((branch) => isRequired(branch, key))
    for (const column of columnsAt(property, [...steps, key], always)) columns.set(column.header, column)
    if (key === 'kind') columns.set(headerOf([...steps, key]), kindColumn(branches, [...steps, key], always))
  }
  return [...columns.values()]
}

function columnsAt(schema: JsonSchema, steps: Steps, required: boolean): Column[] {
  const field = fieldOf(schema)
  if (field.is === 'object' || field.is === 'kinds') return leaves(schema, steps, required)
  if (field.is === 'list' || field.is === 'map') return []
  return [columnFor(schema, steps, required)]
}

/** The column of one value. A rate that may also be given by year is one rate here. */
export function columnFor(schema: JsonSchema, steps: Steps, required: boolean, header = headerOf(steps)): Column {
  const field = fieldOf(schema)
  const preset = 'default' in schema ? String(schema.default) : undefined
  const words = schema.type === 'boolean' ? ['true', 'false'] : ((schema.enum ?? []) as string[])
  return { header, steps, field, required, meaning: String(schema.description ?? ''), words, ...(preset === undefined ? {} : { preset }) }
}

/** The kind of an object, whose words are those of all its branches. */
function kindColumn(branches: readonly JsonSchema[], steps: Steps, required: boolean): Column {
  const kinds = branches.map((branch) => (branch.properties as Record<string, JsonSchema>).kind as JsonSchema)
  const words = kinds.map(kindWord)
  const preset = kinds.find((kind) => 'default' in kind)
  const meaning = wordList(
    kinds.map((kind) => `${kindWord(kind)} (${kind.description})`),
    'or',
  )
  const field: Field = { is: 'choice', unit: 'choice', kind: 'word', words }
  return { header: headerOf(steps), steps, field, required, meaning, words, ...(preset === undefined ? {} : { preset: kindWord(preset) }) }
}

function isRequired(schema: JsonSchema, key: string): boolean {
  return ((schema.required ?? []) as string[]).includes(key)
}

function headerOf(steps: Steps): string {
  return steps.join('.')
}

/** What a person should know to fill a column: whether it is required, what it is, which words it takes, and what a blank cell means. */
export function help({ required, meaning, words, preset }: Column): string {
  const choice = words.length === 0 || meaning.includes(words.join(', ')) ? '' : ` One of: ${words.join(', ')}.`
  const blank = required || preset === undefined || preset === '[object Object]' ? '' : ` If left blank: ${preset}.`
  const plain = plainWords(meaning)
  const said = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${plain.endsWith('.') ? '' : '.'}`
  return `${required ? 'Required. ' : ''}${said}${choice}${blank}`
}
