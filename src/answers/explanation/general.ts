import type { Expression } from '../../graph/graph.ts'
import type { Part, Working } from '../../graph/part.ts'
import { type Group, inWords, type Phrase, type Vocabulary } from '../../graph/words.ts'

/** From this many months of one line on, the least of them is said as of so many months up to this one. */
const run = 3

/**
 * The vocabulary of the glossary: what is the same for several owners of the specimen is said once, of each of them, and what is taken
 * over several months up to this one is said as so many months.
 */
export class General implements Vocabulary {
  private readonly base: Vocabulary
  private readonly placeOf: (expression: Expression) => number | undefined
  private readonly monthsOfYear: number | undefined

  /** `placeOf` gives the month or year at which a leaf stands; `monthsOfYear` how many months the year has, where a year is said. */
  constructor(base: Vocabulary, placeOf: (expression: Expression) => number | undefined, monthsOfYear?: number) {
    this.base = base
    this.placeOf = placeOf
    this.monthsOfYear = monthsOfYear
  }

  leaf = (expression: Expression): string => this.base.leaf(expression)

  working = (working: Working): string => this.base.working(working)

  added = (leaves: readonly Expression[]): readonly Phrase[] =>
    grouped(this.ofMonths(leaves), ({ text }) => text).map((group) => {
      const [first] = group as [Phrase]
      if (group.length === 1) return first
      const { each, text } = ofEach(group.map((phrase) => phrase.text))
      return { text: `${text} of ${each}`, leaves: group.flatMap((phrase) => phrase.leaves) }
    })

  alike = (parts: readonly Part[]): readonly Group[] => this.overOwners(this.base.alike(parts), 'sum')

  multiplied = (parts: readonly Part[]): readonly Group[] =>
    this.overOwners(
      parts.map((part) => ({ parts: [part] })),
      'product',
    )

  listed = (leaves: readonly Expression[]): readonly string[] => {
    const places = leaves.map(this.placeOf).sort((one, other) => (one ?? 0) - (other ?? 0))
    const last = leaves.find((leaf) => this.placeOf(leaf) === places.at(-1))
    const areMonthsTogether = places.every((place, at) => place !== undefined && (at === 0 || place - 1 === places[at - 1]))
    if (last === undefined || leaves.length < run || !areMonthsTogether) return this.base.listed(leaves)
    return [`${this.leaf(last)} in each of the ${leaves.length} months up to this one`]
  }

  /** The same number in every month of a year is that number for each of its months. */
  private ofMonths(leaves: readonly Expression[]): Phrase[] {
    const many = `${this.monthsOfYear} × `
    return this.base.added(leaves).map((phrase) => {
      const [first] = phrase.leaves
      const times = leaves.filter((leaf) => leaf.index === first?.index).length
      const isEveryMonth = times === this.monthsOfYear && phrase.text.startsWith(many)
      return isEveryMonth ? { ...phrase, text: `the months of the year × ${phrase.text.slice(many.length)}` } : phrase
    })
  }

  /** Terms or factors that say the same of several owners. */
  private overOwners(groups: readonly Group[], what: 'sum' | 'product'): Group[] {
    const said = groups.map((group) => ({ ...group, said: group.text ?? inWords(group.parts[0] as Part, this) }))
    return grouped(said, (group) => group.said).map((same): Group => {
      const [first] = same as [(typeof said)[number]]
      if (same.length === 1) return { parts: first.parts, ...(first.text === undefined ? {} : { text: first.text }) }
      const { each, text } = ofEach(same.map((group) => group.said))
      return { parts: same.flatMap(({ parts }) => parts), text: `the ${what}, over ${each}, of (${text})` }
    })
  }
}

/** Items whose texts are the same but for their one owner. */
function grouped<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[][] {
  const groups = new Map<string | Item, Item[]>()
  for (const item of items) {
    const text = textOf(item)
    const isOfOneOwner = new Set(ownersIn(text)).size === 1
    const key = isOfOneOwner ? ownerless(text) : item
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()]
}

/** An owner as the specimen's titles have it: (the cost line, the demand). */
const owner = / \(((?:the|another) [a-z][a-z ,-]*)\)/g

function ownersIn(text: string): string[] {
  return [...text.matchAll(owner)].map(([, words]) => words as string)
}

function ownerless(text: string): string {
  return text.replaceAll(owner, '')
}

/** What several texts say of each of their owners, and who those are: each cost of each intervention. */
function ofEach(texts: readonly string[]): { each: string; text: string } {
  const parts = [...new Set(texts.flatMap(ownersIn))].map((words) => words.split(', '))
  const depth = parts[0]?.length ?? 0
  const kinds = Array.from({ length: depth }, (_, at) => kindOf(parts.map((each) => each[at] ?? '')))
  const outermost = kinds.findLastIndex((_, at) => new Set(parts.map((each) => each[at])).size > 1)
  const several = kinds.slice(0, Math.max(outermost, 0) + 1)
  const own = several.length > 1 ? several.filter((kind) => kind !== 'demand') : several
  return { each: own.map((kind) => `each ${kind}`).join(' of '), text: ownerless(texts[0] ?? '') }
}

/** What several titles have in common: intervention for the intervention and another intervention. */
function kindOf(titles: readonly string[]): string {
  const words = titles.map((title) => title.split(' ').slice(1))
  const [first = []] = words
  const isShared = words.every((each) => each.join(' ') === first.join(' '))
  return isShared ? first.join(' ') : (first.at(-1) ?? '')
}
