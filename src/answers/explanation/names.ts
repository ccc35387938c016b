import { formulaOf } from '../../graph/formula.ts'
import { Expression, type Graph } from '../../graph/graph.ts'
import type { Book, NamedLine } from '../../method/book.ts'
import type { LineName } from '../../method/lines.ts'

/** A line and the places (months, years or 0 for the case) at which it has one and the same node. */
export interface Naming {
  line: NamedLine
  /** Where the line stands in the order of the method. */
  order: number
  places: readonly number[]
}

/** A line at one place. */
export interface NamedAt {
  line: NamedLine
  place: number
}

/** What a formula is read for: whose line it is, and the months and years that its names should lie in. */
export interface Reader {
  owner: string
  name: LineName
  /** The line whose own formula is read, and its node there. */
  root?: { line: NamedLine; expression: Expression }
  /** Lines that are added up: what their nodes are called before anything else. */
  added?: readonly NamedLine[]
  months: ReadonlySet<number>
  years: ReadonlySet<number>
}

/** Owners whose lines add up others': every line is near them. */
const general = new Set(['headline', 'financial', 'position', 'economic', 'prices'])

/** The names of a book's nodes, and which of them to use where. */
export class Names {
  private readonly book: Book
  private readonly byNode = new Map<number, Naming[]>()
  private readonly restsOnInput: Uint8Array

  constructor(book: Book) {
    this.book = book
    this.restsOnInput = inputsBeneath(book.graph)
    for (const [order, line] of [...book.lines.values()].entries()) {
      for (const [place, { index }] of line.values.entries()) {
        const namings = this.byNode.get(index) ?? []
        const known = namings.find((naming) => naming.line === line)
        if (known === undefined) namings.push({ line, order, places: [place] })
        else (known.places as number[]).push(place)
        this.byNode.set(index, namings)
      }
    }
  }

  /** What a node is called in a formula; undefined where its own formula is to be read, as for inputs and constants. */
  of(expression: Expression, reader: Reader): Naming | undefined {
    const namings = this.byNode.get(expression.index) ?? []
    const added = namings.find(({ line }) => reader.added?.includes(line))
    if (added !== undefined) return added
    const formula = formulaOf(expression)
    if (formula.is === 'input' || formula.is === 'constant') return undefined
    // 1 + inflation is the index of the year after the base year, and one year's inflation in every other.
    if (reader.name === 'inflationIndex' && formula.is === 'plus') return undefined
    if (expression.index === reader.root?.expression.index) return this.same(expression, namings, reader.root.line)
    // Nodes without an input beneath them are alike by chance, as 1 ÷ 12 is: they take no name from a stranger.
    const near = namings.filter(({ line }) => isWithin(line.owner, reader.owner) || isWithin(reader.owner, line.owner))
    return (
      preferred(near, reader.name) ??
      near.find(({ line }) => line.owner === reader.owner) ??
      near[0] ??
      namings.find(({ line }) => general.has(line.owner)) ??
      (this.rests(expression) ? (preferred(namings, reader.name) ?? namings[0]) : undefined)
    )
  }

  /** Some places at which a node has a line's name, those in the reader's own months and years first, then the latest before them. */
  places({ line, places }: Naming, { months, years }: Reader, count: number): number[] {
    const wanted = line.period === 'month' ? months : years
    const first = Math.min(...wanted)
    const inside = places.filter((place) => wanted.has(place))
    const before = places.filter((place) => !wanted.has(place) && place < first).reverse()
    const after = places.filter((place) => !wanted.has(place) && place >= first)
    return [...inside, ...before, ...after].slice(0, count).sort((one, other) => one - other)
  }

  /** The period of a line at a place: 2026-05, 2026-27, or nothing for a line of the whole case. */
  period({ line, place }: NamedAt): string | undefined {
    if (line.period === 'case') return undefined
    return line.period === 'month' ? this.book.timeline.months[place] : this.book.timeline.financialYears[place]?.year
  }

  /** The full id of a line at a place. */
  id(at: NamedAt): string {
    const period = this.period(at)
    return period === undefined ? at.line.id : `${at.line.id}@${period}`
  }

  private rests({ index }: Expression): boolean {
    return this.restsOnInput[index] === 1
  }

  /** The earlier line that a line is the same as; not that of a sibling, which is the same only because the case gives both the same. */
  private same(expression: Expression, namings: readonly Naming[], line: NamedLine): Naming | undefined {
    const own = namings.find((naming) => naming.line === line)?.order ?? 0
    const earlier = namings.filter(({ order }) => order < own)
    return (
      earlier.find((naming) => naming.line.owner === line.owner) ??
      earlier.find((naming) => naming.line.owner !== line.owner && areRelated(naming.line.owner, line.owner)) ??
      (this.rests(expression) ? earlier.find((naming) => !areSiblings(naming.line.owner, line.owner)) : undefined)
    )
  }
}

/**
 * Which of its names a node goes by in the formulas of some lines, where a case gives it several: with no notice and no steps, what stands
 * empty is what is released.
 */
const preferences: readonly (readonly [readonly LineName[], readonly LineName[]])[] = [
  [
    ['cashable', 'cashableReal', 'notYetReleased', 'notYetReleasedReal', 'unplanned', 'unplannedReal', 'cashableByMonth'],
    ['releasedPlaces', 'price'],
  ],
  [['partners', 'fixed', 'backfilled', 'absorbed', 'saving', 'value', 'cost'], ['price']],
  [
    ['grossAvoided', 'cashFromPlaces'],
    ['avoidedStock', 'price'],
  ],
  [['treated', 'completed', 'inProgramme', 'cost'], ['starts']],
  [
    ['pressure', 'budget', 'doNothing'],
    ['stockBudgeted', 'entriesBudgeted', 'price'],
  ],
]

function preferred(namings: readonly Naming[], reader: LineName): Naming | undefined {
  const wanted = preferences.flatMap(([of, names]) => (of.includes(reader) ? names : []))
  return namings.find(({ line }) => wanted.includes(line.name))
}

function isWithin(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`)
}

function areRelated(one: string, other: string): boolean {
  return general.has(one) || isWithin(one, other) || isWithin(other, one)
}

function areSiblings(one: string, other: string): boolean {
  const [a, b] = [one.split('.'), other.split('.')]
  return a.length === b.length && a[0] === b[0]
}

/** For each node whether an input of the case is beneath it. */
function inputsBeneath(graph: Graph): Uint8Array {
  const found = new Uint8Array(graph.size)
  for (let index = 0; index < graph.size; index++) {
    const formula = formulaOf(new Expression(graph, index))
    const rests = formula.is === 'input' || (formula.is !== 'constant' && formula.of.some((operand) => found[operand.index] === 1))
    if (rests) found[index] = 1
  }
  return found
}
