import { follow, isFound, whyNotFound } from '../case/paths.ts'
import { shortened } from '../case/problem.ts'
import type { Case } from '../case/schema.ts'
import { meantBy } from '../case/short-paths.ts'
import { BatchFault, type BatchHeading } from './batch-heading.ts'

/** A heading that leads nowhere in a scenario: its column, counted from 1, and why. */
export interface WrongHeading {
  path: string
  column: number
  message: string
}

const headingsTold = 3

/**
 * What is wrong with the headings of a batch, found once for each scenario: to say it again for every row would bury what is wrong with the
 * rows, and to look for the nearest path takes longer than an appraisal.
 */
export class BatchPaths {
  private readonly heading: BatchHeading
  private readonly found = new Map<string, ReadonlyMap<number, WrongHeading>>()
  private readonly told = new Map<string, string>()

  constructor(heading: BatchHeading) {
    this.heading = heading
  }

  /** Holds the headings to a scenario that all rows start from. Throws a BatchFault that names the columns. */
  holdTo(name: string, base: Case): void {
    const wrong = [...this.wrongIn(name, base).values()]
    if (wrong.length === 0) return
    const more = wrong.length > headingsTold ? ` And ${wrong.length - headingsTold} more.` : ''
    throw new BatchFault(`${wrong.slice(0, headingsTold).map(inColumn).join(' ')}${more}`)
  }

  /** Why a row can have no answer: it has values under headings that lead nowhere. The same is said in full once, and then with the row that said it. */
  faultOf(cells: readonly string[], name: string, base: Case, row: number): string | undefined {
    const wrong = [...this.wrongIn(name, base).values()].filter(({ column }) => cells[column - 1] !== '')
    if (wrong.length === 0) return undefined
    const fresh = wrong.filter(({ column }) => !this.told.has(`${column} ${name}`))
    const [first] = fresh.length === 0 ? wrong : fresh
    for (const { column } of fresh.slice(0, headingsTold)) this.told.set(`${column} ${name}`, String(row))
    if (fresh.length === 0 && first !== undefined)
      return `Column ${first.column} leads nowhere in ${shortened(name)}, as row ${this.told.get(`${first.column} ${name}`)} says.`
    return fresh.slice(0, headingsTold).map(inColumn).join(' ')
  }

  private wrongIn(name: string, base: Case): ReadonlyMap<number, WrongHeading> {
    const known = this.found.get(name) ?? wrongHeadings(this.heading, base)
    this.found.set(name, known)
    return known
  }
}

function inColumn({ column, message }: WrongHeading): string {
  return `Column ${column}: ${message}`
}

function wrongHeadings({ paths }: BatchHeading, base: Case): ReadonlyMap<number, WrongHeading> {
  const wrong = new Map<number, WrongHeading>()
  for (const { path, at } of paths) {
    const meant = meantBy(base, path)
    if (meant === undefined) {
      const result = follow(base, path)
      wrong.set(at, { path, column: at + 1, message: isFound(result) ? '' : whyNotFound(base, path, result) })
    } else if ('path' in meant && changesForm(base, meant.path)) return new Map()
  }
  return wrong
}

/** Whether a value may change what other paths lead to: the kind of an object, or a whole object or list. Then only a row can tell. */
function changesForm(base: Case, path: string): boolean {
  const result = follow(base, path)
  if (!isFound(result)) return false
  const { is } = result.field
  return path.endsWith('.kind') || !(is === 'quantity' || is === 'count' || is === 'choice' || is === 'text')
}
