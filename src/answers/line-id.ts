import type { Expression } from '../graph/graph.ts'
import type { NamedLine } from '../method/book.ts'
import { costsOf } from '../method/credit.ts'
import { isCashCost } from '../method/financial-case.ts'
import { type LineMeaning, type LineName, lines, paybackLines } from '../method/lines.ts'
import type { Figures } from './figures.ts'
import { unknownLine, wrongPeriod } from './line-error.ts'
import { otherNames } from './other-names.ts'

/** What is to be explained. */
export interface Asked {
  /** The id that answers to it: of a line, or of a total of lines. */
  id: string
  owner: string
  meaning: LineMeaning
  name: LineName
  period?: string
  months: ReadonlySet<number>
  years: ReadonlySet<number>
  /** How its figure is made. */
  from:
    | { is: 'line'; line: NamedLine; place: number }
    | { is: 'total'; of: readonly { line: NamedLine; place: number }[] }
    | { is: 'list'; of: readonly { line: NamedLine; place: number }[] }
    | { is: 'ratio'; over: Asked; under: Asked }
    | { is: 'payback'; what: 'month' | 'status' }
}

/**
 * What an id asks for: `<owner>.<line>`, with @2026-05 or @2026-27 for one month or year of it. Without a period the months or years of a
 * flow are added up over the horizon, and any other line is a list of its periods. A monthly line asked for a financial year is the sum
 * of its months, or its value in the year's last month, or, where it is neither, a list of the year's months.
 * Throws a LineError for an id that no line has, or a period that the line does not have.
 */
export function askedBy(figures: Figures, id: string): Asked {
  const at = id.indexOf('@')
  const name = at === -1 ? id : id.slice(0, at)
  const period = at === -1 ? undefined : id.slice(at + 1)
  const found = lineOrTotal(figures, name) ?? lineOrTotal(figures, otherNames(figures, name, period))
  if (found === undefined) throw unknownLine(figures, id)
  return inPeriod(figures, found, period, id)
}

/** A line of the book, or several whose sum, ratio or reading is a figure of the answer. */
type Found =
  | { is: 'lines'; id: string; owner: string; name: LineName; of: readonly NamedLine[] }
  | { is: 'ratio'; id: string; owner: string; over: Found; under: Found }
  | { is: 'payback'; id: string; what: 'month' | 'status' }

function lineOrTotal(figures: Figures, id: string): Found | undefined {
  const { book } = figures.method
  const line = book.lines.get(id)
  if (line !== undefined) return { is: 'lines', id, owner: line.owner, name: line.name, of: [line] }
  if (id === 'headline.paybackMonth') return { is: 'payback', id, what: 'month' }
  if (id === 'headline.paybackStatus') return { is: 'payback', id, what: 'status' }
  return interventionTotal(figures, id)
}

const ofIntervention =
  /^(?<owner>interventions\.(?<intervention>[^.]+))\.(?<what>cost|costAllFunders|costPerEntryAvoided|avoided)(?:\.(?<demand>[^.]+))?(?:\.(?<line>[^.]+))?$/
/** The same figure as the rows of an answer's tables name it: by what is avoided of a demand. */
const costOfAvoided = /^(interventions\.[^.]+)\.avoided\.([^.]+)\.costPerEntryAvoided$/

/** What an intervention costs and avoids, which the answer shows and no one line of the book is. */
function interventionTotal(figures: Figures, id: string): Found | undefined {
  const { book, families, costs } = figures.method
  const {
    owner = '',
    intervention = '',
    what = '',
    demand,
    line,
  } = ofIntervention.exec(id.replace(costOfAvoided, '$1.costPerEntryAvoided.$2'))?.groups ?? {}
  const family = families.find((each) => each.intervention.id === intervention)
  if (family === undefined) return undefined
  const own = costsOf(family, costs)
  const paid = (what === 'cost' ? own.filter((cost) => isCashCost(book, cost)) : own).flatMap(
    ({ path }) => book.lines.get(`${path}.cost`) ?? [],
  )
  const isDemand = demand !== undefined && figures.complete.demand.some((each) => each.id === demand)
  if ((what === 'cost' || what === 'costAllFunders') && demand === undefined) {
    return { is: 'lines', id, owner, name: what, of: paid }
  }
  if (!isDemand) return undefined
  if (what === 'avoided' && (line === undefined || line === 'netAvoidedEntries')) {
    const netAvoided = book.lines.get(`${owner}.avoided.${demand}.netAvoidedEntries`)
    return {
      is: 'lines',
      id,
      owner: `${owner}.avoided.${demand}`,
      name: 'netAvoidedEntries',
      of: netAvoided === undefined ? [] : [netAvoided],
    }
  }
  if (what !== 'costPerEntryAvoided' || line !== undefined) return undefined
  const over = interventionTotal(figures, `${owner}.costAllFunders`)
  const under = interventionTotal(figures, `${owner}.avoided.${demand}`)
  return over === undefined || under === undefined ? undefined : { is: 'ratio', id, owner, over, under }
}

function inPeriod(figures: Figures, found: Found, period: string | undefined, asked: string): Asked {
  const { timeline } = figures.method.book
  const months = timeline.months
  const years = timeline.financialYears
  const year = period === undefined ? -1 : years.findIndex((each) => each.year === period)
  const month = period === undefined ? -1 : months.indexOf(period)
  const everywhere = { months: new Set(months.keys()), years: new Set(years.keys()) }
  if (found.is !== 'lines') {
    if (period !== undefined) throw wrongPeriod(figures, asked, found.id, 'case')
    if (found.is === 'payback') {
      const meaning = paybackLines[found.what === 'month' ? 'paybackMonth' : 'paybackStatus']
      return { id: found.id, owner: 'headline', name: 'cumulativeByMonth', meaning, ...everywhere, from: found }
    }
    const [over, under] = [found.over, found.under].map((each) => inPeriod(figures, each, undefined, asked)) as [Asked, Asked]
    return {
      id: found.id,
      owner: found.owner,
      name: 'costAllFunders',
      meaning: costPerEntry,
      ...everywhere,
      from: { is: 'ratio', over, under },
    }
  }
  const { id, owner, name, of } = found
  const kind = of[0]?.period ?? (name === 'netAvoidedEntries' ? 'month' : 'year')
  const meaning = lines[name]
  const common = { id: period === undefined ? id : `${id}@${period}`, owner, name, meaning, ...(period === undefined ? {} : { period }) }
  const at = (place: number) => of.map((line) => ({ line, place }))
  if (kind === 'case') {
    if (period !== undefined) throw wrongPeriod(figures, asked, id, kind)
    return { ...common, ...everywhere, from: one(at(0)) }
  }
  if (period === undefined) {
    const all = of.flatMap((line) => line.values.map((_, place) => ({ line, place })))
    return { ...common, ...everywhere, from: { is: meaning.overTime === 'sum' ? 'total' : 'list', of: all } }
  }
  if (kind === 'year') {
    if (year === -1) throw wrongPeriod(figures, asked, id, kind)
    return { ...common, ...inYear(year), from: one(at(year)) }
  }
  if (month !== -1) return { ...common, months: new Set([month]), years: new Set([timeline.yearOf[month] as number]), from: one(at(month)) }
  if (year === -1) throw wrongPeriod(figures, asked, id, kind)
  const inside = years[year]?.months ?? []
  const over = { sum: inside.flatMap(at), last: at(inside.at(-1) as number), none: inside.flatMap(at) }[meaning.overTime]
  return { ...common, ...inYear(year), from: { is: meaning.overTime === 'none' ? 'list' : 'total', of: over } }

  function inYear(place: number) {
    return { months: new Set(years[place]?.months), years: new Set([place]) }
  }
  function one(list: readonly { line: NamedLine; place: number }[]): Asked['from'] {
    const [only] = list
    return list.length === 1 && only !== undefined && only.line.id === id ? { is: 'line', ...only } : { is: 'total', of: list }
  }
}

/** What a cost for each entry avoided is. */
export const costPerEntry: LineMeaning = {
  label: 'Cost to all funders for each entry avoided',
  unit: 'pounds',
  section: '7',
  overTime: 'none',
}
/** The nodes that a figure is made of. */
export function nodesOf({ from }: Asked): Expression[] {
  if (from.is === 'line') return [from.line.values[from.place] as Expression]
  if (from.is === 'ratio') return [...nodesOf(from.over), ...nodesOf(from.under)]
  if (from.is === 'payback') return []
  return from.of.map(({ line, place }) => line.values[place] as Expression)
}

/** A ratio has no figure where nothing is spent, and a cost for each entry none where no entry is avoided. Source: contract. */
export function isRatioOfNothing(figures: Figures, asked: Asked): boolean {
  const { from } = asked
  if (from.is === 'line' && from.line.name === 'bcr') {
    const cost = figures.method.book.lines.get(`${from.line.owner}.pvCost`)?.values[0]
    return cost !== undefined && figures.of(cost).isZero()
  }
  if (from.is !== 'ratio' || from.under.from.is !== 'total') return false
  return !figures.isPositive(figures.sum(nodesOf(from.under)))
}
