import type { FrontierPoint } from './frontier.ts'
import { fitted } from './label.ts'
import type { Written } from './measured.ts'
import { shortPounds } from './pounds.ts'
import { type ChartSize, sizes } from './size.ts'

const mostLines = 2

/** What the numbers on the frontier stand for, a list of lines for each package; one too long to name is told by how it differs from the one before. */
export function frontierKey(best: readonly FrontierPoint[], { short }: Written, size: ChartSize): string[][] {
  const { width, type } = sizes[size]
  return best.map((point, place) => {
    const amounts = `${shortPounds(point.budgeted)} for ${short(point.measure)}`
    const line = (name: string) => fitted(`${place + 1}. ${name}: ${amounts}`, width - 16, type, 99)
    const before = best[place - 1]
    const names = [point.label, ...(before === undefined ? [] : [difference(before, point, place)]), countOf(point)]
    return names.map(line).find(({ length }) => length <= mostLines) ?? line(countOf(point)).slice(0, mostLines)
  })
}

/** A package that others better, with the letter that it has in the chart and in the key; none where it is the only one. */
export interface Bettered extends FrontierPoint {
  letter?: string
}

/** So many packages that others better are named, those that give most; the rest are counted. */
const mostBettered = 5

/** The packages that others better and the key names: those that give most. */
export function betteredNamed(others: readonly FrontierPoint[]): Bettered[] {
  if (others.length === 1) return [...others]
  const best = others.toSorted((one, other) => other.measure - one.measure).slice(0, mostBettered)
  return best.map((point, place) => ({ ...point, letter: String.fromCharCode(97 + place) }))
}

/** What these packages are, a list of lines for each, and how many more there are. */
export function betteredKey(named: readonly Bettered[], count: number, { short }: Written, size: ChartSize): string[][] {
  const { width, type } = sizes[size]
  const lines = named.flatMap(({ letter, label, interventions, budgeted, measure }) => {
    const amounts = `${shortPounds(budgeted)} for ${short(measure)}`
    const line = (name: string) => fitted(`${letter === undefined ? '' : `${letter}. `}bettered: ${name}: ${amounts}`, width - 16, type, 99)
    return [[label, `${interventions.length} interventions`].map(line).find(({ length }) => length <= mostLines) ?? []]
  })
  const left = count - named.length
  return left === 0 ? lines : [...lines, [`and ${left} more, bettered too`]]
}

function difference(before: FrontierPoint, { interventions }: FrontierPoint, number: number): string {
  const more = interventions.filter((id) => !before.interventions.includes(id))
  const less = before.interventions.filter((id) => !interventions.includes(id))
  const parts = [more.length === 0 ? '' : `with ${more.join(', ')}`, less.length === 0 ? '' : `without ${less.join(', ')}`]
  return `as ${number}, ${parts.filter((part) => part !== '').join(', ')}`
}

function countOf({ interventions }: FrontierPoint): string {
  return `${interventions.length} interventions`
}
