import { formulaOf } from '../../graph/formula.ts'
import type { Expression } from '../../graph/graph.ts'
import { inside, type Part } from '../../graph/part.ts'
import { type Group, inWords, type Phrase, type Vocabulary } from '../../graph/words.ts'
import type { NamedLine } from '../../method/book.ts'
import { lines } from '../../method/lines.ts'
import type { Figures } from '../figures.ts'
import type { NamedAt, Names, Reader } from './names.ts'
import { readable } from './shown.ts'
import { holderOf, inputWords, ownerWords } from './titles.ts'
import { worthOf } from './worth.ts'

/** From this many lines on that are alike but for their owner, their owners are listed. */
const manyOwners = 3

/** A leaf with all it stands for: the line at some places, the input, or the constant, and how often. */
export interface Placed {
  expression: Expression
  times: number
  line?: { line: NamedLine; places: readonly number[] }
  path?: string
}

/** What the leaves of one explanation are called: lines by their labels, inputs by the words of the schema, constants by their digits. */
export class Words implements Vocabulary {
  private readonly figures: Figures
  private readonly names: Names
  private readonly reader: Reader

  private readonly relativeAs: (relative: Relative, kind: Said['kind']) => Vocabulary

  /** `relativeAs` may say the terms of a month or year in other words. */
  constructor(figures: Figures, names: Names, reader: Reader, relativeAs: Words['relativeAs'] = (relative) => relative) {
    this.figures = figures
    this.names = names
    this.reader = reader
    this.relativeAs = relativeAs
  }

  leaf = (expression: Expression): string => {
    const [placed] = this.placed([expression])
    return this.one(placed as Placed)
  }

  working = ({ working }: { working: { number: number } }): string => `working ${working.number}`

  added = (leaves: readonly Expression[]): readonly Phrase[] => {
    const placed = this.placed(leaves)
    const inRuns = placed.filter(({ line, times }) => line !== undefined && line.places.length === times)
    const runs = inRuns.flatMap((each) => this.runsOf(each, inRuns))
    const phrases = placed.flatMap((each): Phrase[] => {
      if (inRuns.includes(each)) return runs.filter(({ leaves: [first] }) => first === each.expression)
      const word = this.one(each)
      return [{ text: each.times === 1 ? word : `${each.times} × ${word}`, leaves: [each.expression] }]
    })
    return owners(phrases, runs)
  }

  inSteps = (of: string, step: Part): string => {
    const size = worthOf(step, this.figures)
    return size.isZero() ? `all of ${of}` : `${of} in whole steps of ${readable(size)}`
  }

  listed = (leaves: readonly Expression[]): readonly string[] => this.added(leaves).map(({ text }) => text)

  alike = (parts: readonly Part[]): readonly Group[] => {
    if (parts.length < fewAlike) return parts.map((part) => ({ parts: [part] }))
    const groups: { parts: Part[]; said: Said }[] = []
    for (const part of parts) {
      const said = this.saidOfEach(part)
      const last = groups.findLast((group) => group.said.text === said.text && group.said.kind === said.kind)
      if (last !== undefined && said.place === last.said.place + last.parts.length) last.parts.push(part)
      else groups.push({ parts: [part], said })
    }
    return groups.map(({ parts: alike, said: { text, kind, place } }): Group => {
      if (alike.length < fewAlike || kind === 'case') return { parts: alike.slice(0, 1) }
      const line = { period: kind } as NamedLine
      const [from, to] = [place, place + alike.length - 1].map((each) => this.names.period({ line, place: each }))
      return { parts: alike, text: `the sum, for each ${kind} from ${from} to ${to}, of ${text}` }
    })
  }

  /** What a term says of the latest month or year in it, the same for every month or year of which it says the same. */
  private saidOfEach(part: Part): Said {
    const at = leavesOf(part).flatMap((leaf) => this.placed([leaf])[0]?.line ?? [])
    const months = at.filter(({ line }) => line.period === 'month').map(({ places }) => places[0] as number)
    const years = at.filter(({ line }) => line.period === 'year').map(({ places }) => places[0] as number)
    const { yearOf } = this.figures.method.book.timeline
    const isOfAYear = years.length > 0 && new Set(months).size !== 1 && months.every((month) => yearOf[month] === Math.max(...years))
    const kind = isOfAYear ? 'year' : months.length > 0 ? 'month' : 'case'
    const place = Math.max(...(kind === 'month' ? months : years), 0)
    return { kind, place, text: inWords(part, this.relativeAs(new Relative(this, kind, place), kind)) }
  }

  /** One line over all the months of a year, where that is what some leaves are. */
  overYear(leaves: readonly Expression[], year: number): string | undefined {
    const placed = this.placed(leaves)
    const line = placed[0]?.line?.line
    const places = placed.flatMap((each) => (each.line?.line === line ? (each.line?.places ?? []) : [-1])).sort((one, other) => one - other)
    const months = this.figures.method.book.timeline.financialYears[year]?.months ?? []
    const isWhole = line?.period === 'month' && places.length === months.length && places.every((place, at) => place === months[at])
    return line !== undefined && isWhole ? `${this.label(line)}${this.ofOwner(line.owner)} over the year` : undefined
  }

  /** A line at a place, said from another month or year. */
  relative({ line, place }: NamedAt, kind: Said['kind'], from: number): string {
    const what = `${this.label(line)}${this.ofOwner(line.owner)}`
    const months = this.figures.method.book.timeline.yearOf
    const here = line.period === 'year' && kind === 'month' ? (months[from] as number) : from
    if (line.period === 'case') return what
    if (place === here) return `${what}${line.period === kind ? '' : ` of its ${line.period}`}`
    const apart = Math.abs(here - place)
    return `${what} ${apart === 1 ? `the ${line.period}` : `${apart} ${line.period}s`} ${place < here ? 'before' : 'after'}`
  }

  /** What each distinct leaf stands for, in the order in which the leaves are first given. */
  placed(leaves: readonly Expression[]): Placed[] {
    const counts = new Map<number, { expression: Expression; times: number }>()
    for (const expression of leaves) {
      const known = counts.get(expression.index)
      counts.set(expression.index, { expression, times: (known?.times ?? 0) + 1 })
    }
    return [...counts.values()].map(({ expression, times }): Placed => {
      const naming = this.names.of(expression, this.reader)
      if (naming !== undefined) {
        return { expression, times, line: { line: naming.line, places: this.names.places(naming, this.reader, times) } }
      }
      const formula = formulaOf(expression)
      return formula.is === 'input' ? { expression, times, path: formula.path } : { expression, times }
    })
  }

  /** “Label” (owner) in a period. */
  lineAt(at: NamedAt): string {
    const period = this.names.period(at)
    return `${this.label(at.line)}${this.ofOwner(at.line.owner)}${period === undefined ? '' : ` in ${period}`}`
  }

  /** An input in words, with the object it stands in where that is not the reader's own. */
  inputPhrase(path: string): string {
    return `“${inputWords(this.figures.complete, path)}”${this.ofOwner(holderOf(path))}`
  }

  private one({ expression, line, path }: Placed): string {
    if (line !== undefined) return this.lineAt({ line: line.line, place: line.places[0] as number })
    return path === undefined ? constantWords(expression) : this.inputPhrase(path)
  }

  private label({ name }: NamedLine): string {
    return `“${lines[name].label}”`
  }

  private ofOwner(owner: string): string {
    const words = owner === this.reader.owner ? '' : ownerWords(this.figures.complete, owner)
    return words === '' ? '' : ` (${words})`
  }

  /** The runs of one line among some leaves, said at the first leaf of each run. */
  private runsOf({ expression, line: own }: Placed, all: readonly Placed[]): Run[] {
    const line = own?.line
    if (line === undefined || all.find((each) => each.line?.line === line)?.expression !== expression) return []
    const places = all.flatMap((each) =>
      each.line?.line === line ? each.line.places.map((place) => ({ place, expression: each.expression })) : [],
    )
    return consecutive(places).map((run) => {
      const [first, last] = [run[0], run.at(-1)] as [At, At]
      const period = this.names.period({ line, place: first.place })
      const until = this.names.period({ line, place: last.place })
      const when = period === undefined ? '' : run.length === 1 ? ` in ${period}` : ` from ${period} to ${until}`
      return {
        label: this.label(line),
        owner: ownerWords(this.figures.complete, line.owner),
        when,
        leaves: run.map((at) => at.expression),
        text: `${this.label(line)}${this.ofOwner(line.owner)}${when}`,
      }
    })
  }
}

/** Terms are put together where at least so many are alike. */
const fewAlike = 3

/** What a term of a sum says, and of which month or year. */
interface Said {
  kind: 'month' | 'year' | 'case'
  place: number
  text: string
}

/** The vocabulary of one term among many: periods are said from the term's own. */
export class Relative implements Vocabulary {
  private readonly words: Words
  private readonly kind: Said['kind']
  private readonly place: number

  constructor(words: Words, kind: Said['kind'], place: number) {
    this.words = words
    this.kind = kind
    this.place = place
  }

  leaf = (expression: Expression): string => {
    const [placed] = this.words.placed([expression])
    if (placed?.line === undefined) return this.words.leaf(expression)
    return this.words.relative({ line: placed.line.line, place: placed.line.places[0] as number }, this.kind, this.place)
  }

  working = ({ working }: { working: { number: number } }): string => `working ${working.number}`

  added = (leaves: readonly Expression[]): readonly Phrase[] => {
    const ofYear = this.kind === 'year' ? this.words.overYear(leaves, this.place) : undefined
    if (ofYear !== undefined) return [{ text: ofYear, leaves }]
    return this.words.placed(leaves).map(({ expression, times }) => {
      const word = this.leaf(expression)
      return { text: times === 1 ? word : `${times} × ${word}`, leaves: [expression] }
    })
  }

  alike = (parts: readonly Part[]): readonly Group[] => parts.map((part) => ({ parts: [part] }))

  listed = (leaves: readonly Expression[]): readonly string[] => leaves.map(this.leaf)
}

function leavesOf(part: Part): Expression[] {
  if (part.is === 'leaf') return [part.expression]
  return part.is === 'working' ? [] : inside(part).flatMap(leavesOf)
}

interface At {
  place: number
  expression: Expression
}
interface Run extends Phrase {
  label: string
  owner: string
  when: string
}

function consecutive(places: readonly At[]): At[][] {
  const runs: At[][] = []
  for (const at of [...places].sort((one, other) => one.place - other.place)) {
    const last = runs.at(-1)
    if (last !== undefined && (last.at(-1) as At).place + 1 === at.place) last.push(at)
    else runs.push([at])
  }
  return runs
}

/** Puts together what is alike but for its owner: “Cashable” in 2026-27 of these: place, care; home, care. */
function owners(phrases: readonly Phrase[], runs: readonly Run[]): Phrase[] {
  const alike = Map.groupBy(
    runs.filter(({ owner }) => owner !== ''),
    ({ label, when }) => `${label}${when}`,
  )
  const said = new Set<Phrase>()
  return phrases.flatMap((phrase): Phrase[] => {
    if (said.has(phrase)) return []
    const run = runs.find((each) => each === phrase)
    const same = run === undefined ? [] : (alike.get(`${run.label}${run.when}`) ?? [])
    if (run === undefined || same.length < manyOwners) return [phrase]
    for (const each of same) said.add(each)
    return [
      {
        text: `${run.label}${run.when} of ${same.map(({ owner }) => owner).join('; ')}`,
        leaves: [phrase.leaves[0] as Expression, ...same.flatMap(({ leaves }) => leaves)],
      },
    ]
  })
}

function constantWords(expression: Expression): string {
  const formula = formulaOf(expression)
  return formula.is === 'constant' ? formula.value.replace('-', '−') : ''
}
