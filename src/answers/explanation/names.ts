import { formulaOf } from '../../graph/formula.ts'
import { Expression, type Graph } from '../../graph/graph.ts'
import type { Book, NamedLine } from '../../method/book.ts'
import type { LineName } from '../../method/lines.ts'
import { fits, kindOf, madeOf } from './made-of.ts'

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

  /**
   * What a node is called in a formula; undefined where its own formula is to be read, as for constants, and for inputs that no line the
   * method names there is. Of several names it goes by the one in the reader's own definition, and never by that of a line in other money.
   */
  of(expression: Expression, reader: Reader): Naming | undefined {
    const all = this.byNode.get(expression.index) ?? []
    const added = all.find(({ line }) => reader.added?.includes(line))
    if (added !== undefined) return added
    const formula = formulaOf(expression)
    if (formula.is === 'constant') return undefined
    // 1 + inflation is the index of the year after the base year, and one year's inflation in every other.
    if (reader.name === 'inflationIndex' && formula.is === 'plus') return undefined
    const namings = all.filter(({ line }) => fits(reader.name, line.name))
    const terms = madeOf(this.book.case, reader.owner, reader.name)
    if (expression.index === reader.root?.expression.index) return this.same(expression, namings, reader.root.line, terms)
    // Nodes without an input beneath them are alike by chance, as 1 ÷ 12 is: they take no name from a stranger.
    const near = namings.filter(({ line }) => isWithin(line.owner, reader.owner) || isWithin(reader.owner, line.owner))
    const known = this.rests(expression) ? namings : namings.filter((naming) => near.includes(naming) || general.has(naming.line.owner))
    const defined = byTerms(near, terms) ?? byTerms(known, terms)
    if (defined !== undefined || formula.is === 'input') return defined
    return (
      near.find(({ line }) => line.name === reader.name) ??
      near.find(({ line }) => line.owner === reader.owner) ??
      near[0] ??
      known.find(({ line }) => general.has(line.owner)) ??
      known[0]
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

  /** The earlier line that a line is the same as, where the method makes it of that line. */
  private same(
    expression: Expression,
    namings: readonly Naming[],
    line: NamedLine,
    terms: readonly string[] | undefined,
  ): Naming | undefined {
    const own = this.byNode.get(expression.index)?.find((naming) => naming.line === line)?.order ?? 0
    const earlier = namings.filter(({ order }) => order < own)
    const near = earlier.filter((naming) => areRelated(naming.line.owner, line.owner))
    return byTerms(near, terms) ?? (this.rests(expression) ? byTerms(earlier, terms) : undefined)
  }
}

/** The first of some names that a definition has, in its order. */
function byTerms(namings: readonly Naming[], terms: readonly string[] = []): Naming | undefined {
  for (const term of terms) {
    const named = namings.find(({ line }) => kindOf(line.owner, line.name) === term)
    if (named !== undefined) return named
  }
  return undefined
}

function isWithin(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`)
}

function areRelated(one: string, other: string): boolean {
  return general.has(one) || isWithin(one, other) || isWithin(other, one)
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
