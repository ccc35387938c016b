import { isFinancialYear } from '../case/calendar.ts'
import { nearest, wordList } from '../case/nearest.ts'
import { rendered, shortened } from '../case/problem.ts'
import { count, type Figure, factor, money, ratio } from '../formats/figure.ts'
import type { Exact } from '../graph/exact.ts'
import type { NamedLine } from '../method/book.ts'
import { type LineName, lines } from '../method/lines.ts'
import { headline, intervention } from './appraise.ts'
import { LineError } from './explanation/line-error.ts'
import type { Figures } from './figures.ts'

/** One value of an answer: a figure, a word such as a month or a status, or null where the answer gives none. */
export type LineValue = Figure | string | null

/**
 * The value of a line by its id: headline.netCashable, financial.cashable@2026-27, demand.care.entries@2026-05. A flow without a month or
 * year is its total over the horizon, a flow of months in a year the year's total, a number at one time in a year that of its last month:
 * what the answer itself shows. Throws a LineError, with the nearest id, for anything else.
 */
export function lineValue(figures: Figures, id: string): LineValue {
  return valuesOf(figures)(id)
}

/** The same for many lines of one answer. */
export function valuesOf(figures: Figures): (id: string) => LineValue {
  const extras = extraValues(figures)
  const known = new Map([...figures.method.book.lines, ...withoutEffect(figures)])
  return (id) => {
    const [base = '', period, ...more] = id.split('@')
    if (more.length > 0) throw noSuchLine(id, 'A line has at most one @, before a month or a year.', expectedId)
    const extra = extras.get(base)
    const line = known.get(base)
    if (extra === undefined && line === undefined) throw unknownLine([...extras.keys(), ...known.keys()], base, period, id)
    if (extra === undefined) return ofLine(figures, line as NamedLine, period, id)
    if (period !== undefined) throw noSuchLine(id, `${base} is one value for the whole horizon; leave out @${shortened(period, 40)}.`, base)
    return extra()
  }
}

const expectedId = 'the id of a line, such as headline.netCashable or financial.cashable@2026-27'

/** What the answer shows that is no line of the book, or shows in another way. */
function extraValues(figures: Figures): Map<string, () => LineValue> {
  const values = new Map<string, () => LineValue>()
  const { entriesAvoided, ...whole } = headline(figures)
  for (const [name, value] of Object.entries(whole)) values.set(`headline.${name}`, () => value)
  for (const [demand, value] of Object.entries(entriesAvoided)) values.set(`headline.entriesAvoided.${demand}`, () => value)
  for (const [place, family] of figures.method.families.entries()) {
    const owner = family.path
    const told = () => intervention(figures, family, place)
    values.set(`${owner}.cost`, () => told().cash.cost)
    values.set(`${owner}.costAllFunders`, () => told().cash.costAllFunders)
    for (const { avoided } of figures.method.demands) {
      const demand = avoided.baseline.demand.id
      values.set(`${owner}.avoided.${demand}.costPerEntryAvoided`, () => told().costPerEntryAvoided[demand] ?? null)
    }
  }
  return values
}

/** The line of entries avoided, 0 in every month, of each intervention and each demand that it has no effect on. */
function withoutEffect(figures: Figures): [string, NamedLine][] {
  const { book, families, demands } = figures.method
  const owners = families.flatMap(({ path }) => demands.map(({ avoided }) => `${path}.avoided.${avoided.baseline.demand.id}`))
  const lines = owners.map((owner): NamedLine => {
    const name = 'netAvoidedEntries'
    return { id: `${owner}.${name}`, owner, name, period: 'month', values: [] }
  })
  return lines.filter(({ id }) => !book.lines.has(id)).map((line) => [line.id, line])
}

function ofLine(figures: Figures, line: NamedLine, period: string | undefined, id: string): LineValue {
  const { timeline } = figures.method.book
  const { overTime } = lines[line.name]
  if (line.name === 'bcr' && isCostless(figures, line)) return null
  const shown = (value: Exact) => figureOf(line.name, value)
  if (line.period === 'case') {
    if (period !== undefined)
      throw noSuchLine(id, `${line.id} is one value for the whole horizon; leave out @${shortened(period, 40)}.`, line.id)
    return shown(figures.at(line.values, 0))
  }
  if (period === undefined) {
    if (overTime === 'sum') return shown(figures.sum(line.values))
    throw noSuchLine(id, `${line.id} is not a sum over the horizon; ask for one ${line.period}.`, `${line.id}@${example(figures, line)}`)
  }
  const own = line.period === 'month' ? timeline.months : timeline.financialYears.map(({ year }) => year)
  const place = own.indexOf(period)
  if (place !== -1) return shown(figures.at(line.values, place))
  const year = line.period === 'month' ? timeline.financialYears.find((each) => each.year === period) : undefined
  if (year === undefined) throw wrongPeriod(figures, line, period, id)
  if (overTime === 'sum') return shown(figures.overYear(line.values, year.months))
  if (overTime === 'last') return shown(figures.at(line.values, year.months.at(-1) as number))
  throw noSuchLine(id, `${line.id} has no value for a year as a whole; ask for one month.`, `${line.id}@${example(figures, line)}`)
}

/** A ratio to a cost of nothing is no number. */
function isCostless(figures: Figures, { owner }: NamedLine): boolean {
  const cost = figures.method.book.lines.get(`${owner}.pvCost`)
  return cost !== undefined && figures.at(cost.values, 0).isZero()
}

/** A line's value as the answer shows such values. */
function figureOf(name: LineName, value: Exact): Figure {
  const { unit } = lines[name]
  if (unit.startsWith('pounds')) return money(value)
  if (unit === 'ratio') return ratio(value)
  return unit === 'factor' || unit === 'index' || unit === 'proportion' ? factor(value) : count(value)
}

function example(figures: Figures, line: NamedLine): string {
  const { months, financialYears } = figures.method.book.timeline
  return (line.period === 'month' ? months[0] : financialYears[0]?.year) ?? ''
}

function wrongPeriod(figures: Figures, line: NamedLine, period: string, id: string): LineError {
  const { months, financialYears } = figures.method.book.timeline
  const years = financialYears.map(({ year }) => year)
  const ofYears = `a financial year from ${years[0]} to ${years.at(-1)}`
  const ofMonths = `a month from ${months[0]} to ${months.at(-1)}`
  const known = line.period === 'year' ? ofYears : `${ofMonths}, or ${ofYears}`
  const isMonthOfYearly = line.period === 'year' && months.includes(period) && !isFinancialYear(period)
  const why = isMonthOfYearly ? 'is known by financial year and not by month' : `has nothing at ${rendered(period)}`
  return noSuchLine(id, `${line.id} ${why}; give ${known}.`, known)
}

function unknownLine(ids: readonly string[], base: string, period: string | undefined, id: string): LineError {
  const near = nearest(base, ids) ?? endings(base, ids)
  const advice =
    near === undefined
      ? `Ids start with ${wordList([...new Set(ids.map((each) => each.split('.')[0] ?? ''))])}.`
      : `Did you mean ${near}${period === undefined ? '' : `@${shortened(period, 40)}`}?`
  return noSuchLine(id, `There is no line ${rendered(base)}. ${advice}`, expectedId)
}

/** A line id that names no value of an answer, and what may be asked for instead. */
function noSuchLine(id: string, message: string, expected: string): LineError {
  return new LineError('unknown-line', message, rendered(id), expected)
}

/** The first id that ends as a wrong one does: netCashable for headline.netCashable. */
function endings(base: string, ids: readonly string[]): string | undefined {
  return base === '' ? undefined : ids.find((each) => each.endsWith(`.${base}`))
}
