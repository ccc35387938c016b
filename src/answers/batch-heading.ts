import { rendered } from '../case/problem.ts'

/** The most of everything that a batch may have. */
export const batchLimits = { bytes: 16 * 1024 * 1024, rows: 20_000, columns: 200, cell: 4000, lines: 100 } as const

/** A batch that cannot be begun: its heading, or what is asked of it, is wrong. */
export class BatchFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BatchFault'
  }
}

/** What the columns of a batch are: labels that pass through, the column of the scenario, and a path for every other. */
export interface BatchHeading {
  /** How many cells each row has. */
  width: number
  /** The places of the columns `row` and `id`, where there are such. */
  row: number | undefined
  id: number | undefined
  scenario: number | undefined
  paths: readonly { path: string; at: number }[]
}

const labels = ['row', 'id', 'scenario']

/** Reads the heading of a batch. Throws a BatchFault that names the column. */
export function readHeading(cells: readonly string[]): BatchHeading {
  const { columns } = batchLimits
  if (cells.length > columns) throw new BatchFault(`The heading has ${cells.length} columns; a batch has at most ${columns}.`)
  const [only = ''] = cells
  if (/^sep=/i.test(only)) throw new BatchFault('Take the line sep= out: the first line is the heading, with commas between its cells.')
  if (cells.length === 1 && /[;\t]/.test(only)) throw new BatchFault('Put commas between the cells; the heading has another mark.')
  for (const [at, name] of cells.entries()) {
    if (name.trim() === '') throw new BatchFault(`Column ${at + 1} has no heading: give it the path of a value, or scenario, id or row.`)
    if (name !== name.trim()) throw new BatchFault(`Take the space around the heading ${rendered(name)} out.`)
    const label = labels.find((each) => each === name.toLowerCase() && each !== name)
    if (label !== undefined) throw new BatchFault(`There is no column ${rendered(name)}. Did you mean ${label}?`)
    if (cells.indexOf(name) !== at) throw new BatchFault(`The heading ${rendered(name)} stands over two columns; keep one.`)
  }
  const place = (name: string) => (cells.includes(name) ? cells.indexOf(name) : undefined)
  return {
    width: cells.length,
    row: place('row'),
    id: place('id'),
    scenario: place('scenario'),
    paths: cells.flatMap((path, at) => (labels.includes(path) ? [] : [{ path, at }])),
  }
}

/** The ids of the lines that a batch answers with, from a list with commas. Throws a BatchFault for an empty, double or over-long list. */
export function linesAsked(list: string): string[] {
  const ids = list.split(',').map((id) => id.trim())
  if (ids.includes('')) throw new BatchFault('A line id between two commas is missing.')
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new BatchFault(`The line ${rendered(twice)} is asked for twice.`)
  if (ids.length > batchLimits.lines)
    throw new BatchFault(`${ids.length} lines are asked for; a batch answers with at most ${batchLimits.lines}.`)
  return ids
}

/** The lines that a batch answers with where nobody asks for others: the headline's. */
export const headlineIds: readonly string[] = [
  'grossAvoided',
  'cashable',
  'cost',
  'costAllFunders',
  'grants',
  'netAvoided',
  'netCashable',
  'peakFunding',
  'paybackMonth',
  'paybackStatus',
  'npv',
  'bcr',
].map((name) => `headline.${name}`)
