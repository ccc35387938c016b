import type { Figures } from '../../src/answers/figures.ts'
import { type Exact, exactLine, exactNumber } from '../cases-for-tests.ts'
import { alike, so } from './property.ts'

/** The ids of the named lines that end in a name, whoever owns them. */
export function ids(figures: Figures, name: string): string[] {
  return [...figures.method.book.lines.keys()].filter((id) => id.endsWith(`.${name}`))
}

/** Holds every named line of one case to the same line of another, month by month or year by year. */
export function sameLines(one: Figures, other: Figures, which: (id: string) => boolean = () => true): void {
  const named = (figures: Figures) => [...figures.method.book.lines.keys()].filter(which).sort()
  so(named(one).join() === named(other).join(), `the lines differ: ${named(one).join()} and ${named(other).join()}`)
  for (const id of named(one)) sameValues(exactLine(one, id), exactLine(other, id), id)
}

/** Holds two lists of values to each other. */
export function sameValues(one: readonly Exact[], other: readonly Exact[], what: string): void {
  so(one.length === other.length, `${what}: ${one.length} values and ${other.length}`)
  for (const [place, value] of one.entries()) alike(value, other[place] as Exact, `${what}, value ${place}`)
}

/** A value of a list; 0 before its start. */
export function at(list: readonly Exact[], place: number): Exact {
  return list[place] ?? exactNumber(0)
}

/** The sum of some values. */
export function sumOf(list: readonly Exact[]): Exact {
  return list.reduce((sum, value) => sum.plus(value), exactNumber(0))
}

/** The sums of several lists, place by place. */
export function sumOfLists(lists: readonly (readonly Exact[])[], length: number): Exact[] {
  return Array.from({ length }, (_, place) => sumOf(lists.map((list) => at(list, place))))
}
