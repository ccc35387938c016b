import { Expression } from '../../graph/graph.ts'
import { Operation } from '../../graph/operations.ts'
import type { NamedLine } from '../../method/book.ts'
import { type LineName, lines } from '../../method/lines.ts'
import { ownerWords } from '../explanation/titles.ts'
import type { Measure } from '../measure.ts'
import { Probe } from '../probe.ts'
import type { VariedCase } from '../varied.ts'
import { above, beneath, reads } from './nodes.ts'
import type { ReadQuantity } from './quantities.ts'

/** At most so many places of a formula are looked at for the one that binds. */
const mostPlaces = 2000
/** Two sides of a least or a greatest this near may change places within the reach of a slope. */
const near = 1e-3

/** What stands at its limit, by the line whose formula has the limit. Source: the method's section of each line. */
const limits: Partial<Record<LineName, string>> = {
  warmUp: 'the service just reaches its full rate',
  quantity: 'the service just reaches its full rate',
  starts: 'the families who could start just fill the places that are free',
  waiting: 'the families who could start just fill the places that are free',
  share: 'the cap of 1 is just reached: it would avoid all who come in',
  combinedAvoided: 'the shares of the interventions just add up to the whole',
  attributedAvoided: 'the shares of the interventions just add up to the whole',
  pressure: 'numbers stand just where the budget has them, where growth begins to take from what is avoided',
  absorbedPlaces: 'growth takes just what is left',
  backfilledPlaces: 'what is avoided is just nothing, and a rise in numbers is not settled as a fall is',
  emptyPlaces: 'what is left empty is just nothing, and a rise in numbers is not settled as a fall is',
  standingPlaces: 'what has stood empty throughout the notice is just what stands empty now',
  releasedPlaces: 'what is released is just nothing',
  peakFunding: 'two months are equally the deepest in cumulative outlay',
}

/** Why the slopes of quantities have kinks: what binds, in words, from the limits of the formulas between a quantity and a measure. */
export class KinkWords {
  private readonly varied: VariedCase
  private readonly reaches: Uint8Array
  private readonly named: ReadonlyMap<number, { line: NamedLine; place: number }>
  private steps: string | undefined

  constructor(varied: VariedCase, { line }: Measure) {
    this.varied = varied
    const { book } = varied.figures.method
    this.reaches = beneath(book.graph, [line.index])
    const named = new Map<number, { line: NamedLine; place: number }>()
    for (const each of book.lines.values()) {
      for (const [place, { index }] of each.values.entries()) if (!named.has(index)) named.set(index, { line: each, place })
    }
    this.named = named
  }

  /** Why whole steps lie between a quantity and the measure. */
  ofSteps(): string {
    this.steps ??= this.stepWords()
    return this.steps
  }

  /** What binds at the value of a quantity whose fall and rise do different things. */
  ofSides({ path, centre, least, most }: ReadQuantity): string {
    const { graph } = this.varied.figures.method.book
    const ties = this.tiesAbove(path)
    const places = ties.flatMap((index) => [graph.left[index] as number, graph.right[index] as number])
    const way = 1e-4 * (centre === 0 ? Math.min(1, most - least) : Math.abs(centre))
    const sides = [Math.max(least, centre - way), centre, Math.min(most, centre + way)].map((value) => ({ path, value }))
    const asked = places.map((index) => new Expression(graph, index))
    const columns = new Probe(this.varied, [path], asked, { pence: false }).readAll(sides)
    const turned = ties.filter((_, tie) => {
      const [one, other] = [columns[2 * tie] as Float64Array, columns[2 * tie + 1] as Float64Array]
      const apart = (at: number) => (one[at] as number) - (other[at] as number)
      const least = 1e-12 * Math.max(Math.abs(one[1] as number), Math.abs(other[1] as number))
      const signs = [apart(0), apart(2)].map((each) => (Math.abs(each) <= least ? 0 : Math.sign(each)))
      return signs[0] !== signs[1]
    })
    const found = turned.flatMap((index) => this.lineAbove(index) ?? [])
    const [first] = found
    if (first === undefined) return 'A cap, a least or a greatest in the formulas just binds at this value.'
    const alike = found.filter(({ line }) => line.name === first.line.name && line.owner === first.line.owner)
    const earliest = alike.reduce((one, other) => (other.place < one.place ? other : one))
    const owner = ownerWords(this.varied.figures.complete, first.line.owner)
    const about = `“${lines[first.line.name].label}”${owner === '' ? '' : ` (${owner})`}${this.when(earliest)}`
    const why = limits[first.line.name] ?? 'a limit in its formula is just reached'
    return `${about}: ${why}, so a rise and a fall do different things.`
  }

  private when({ line, place }: { line: NamedLine; place: number }): string {
    const { months, financialYears } = this.varied.figures.method.book.timeline
    if (line.period === 'case') return ''
    return ` in ${line.period === 'month' ? months[place] : financialYears[place]?.year}`
  }

  private stepWords(): string {
    const { method, complete, register } = this.varied.figures
    const { graph } = method.book
    const owners = new Set<string>()
    for (let index = 0; index < graph.size; index++) {
      if (graph.operation[index] !== Operation.floor || this.reaches[index] === 0) continue
      const owner = this.lineAbove(index)?.line.owner
      if (owner !== undefined && register.get(`${owner}.release.step`)?.value !== '0') owners.add(owner)
    }
    const all = [...owners].map((owner) => `${register.get(`${owner}.release.step`)?.value} (${ownerWords(complete, owner)})`)
    const what =
      all.length === 0 ? 'whole steps' : `whole steps of ${all.slice(0, 3).join(' and of ')}${all.length > 3 ? ' and others' : ''}`
    return `Places can only be released in ${what}, so the figure moves in jumps, which the derivative leaves out; below and above are averages over a tenth of the value.`
  }

  /** The places of formulas between a quantity and the measure whose two sides are all but equal. */
  private tiesAbove(path: string): number[] {
    const { exact, method } = this.varied.figures
    const { graph } = method.book
    const moved = above(graph, graph.input(path).index)
    const ties: number[] = []
    for (let index = 0; index < graph.size && ties.length < mostPlaces; index++) {
      if (moved[index] === 0 || this.reaches[index] === 0) continue
      if (graph.operation[index] !== Operation.min && graph.operation[index] !== Operation.max) continue
      const [a, b] = [graph.left[index] as number, graph.right[index] as number].map((side) => Number(exact.values[side]))
      const size = Math.max(Math.abs(a as number), Math.abs(b as number))
      if (Math.abs((a as number) - (b as number)) <= near * size) ties.push(index)
    }
    return ties
  }

  /** The first named line that a node is part of. */
  private lineAbove(index: number): { line: NamedLine; place: number } | undefined {
    const { graph } = this.varied.figures.method.book
    const moved = new Uint8Array(graph.size)
    moved[index] = 1
    for (let at = index; at < graph.size; at++) {
      if (at > index && (this.reaches[at] === 0 || !reads(graph, at, moved))) continue
      moved[at] = 1
      const found = this.named.get(at)
      if (found !== undefined) return found
    }
    return undefined
  }
}
