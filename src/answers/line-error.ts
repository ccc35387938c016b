import { nearest } from '../case/nearest.ts'
import { rendered, shortened } from '../case/problem.ts'
import { headlineIds } from './batch-heading.ts'
import type { Figures } from './figures.ts'

/** An id that no line of the case has, or a month or year that the line does not have. */
export class LineError extends Error {
  readonly code: 'unknown-line' | 'unknown-period'
  readonly got: string
  readonly expected: string

  constructor(code: LineError['code'], message: string, got: string, expected: string) {
    super(message)
    this.name = 'LineError'
    this.code = code
    this.got = got
    this.expected = expected
  }
}

/** An id that no line has, with the nearest one. */
export function unknownLine(figures: Figures, id: string): LineError {
  const [name = '', period] = id.split('@')
  const leftOut = figures.complete.interventions.find((each) => !each.included && `${name}.`.startsWith(`interventions.${each.id}.`))
  if (leftOut !== undefined) {
    const message = `${rendered(id)} has no figure: interventions.${leftOut.id} is left out of the package (included: false).`
    return new LineError(
      'unknown-line',
      message,
      rendered(id),
      `a line of what is in the package, or interventions.${leftOut.id}.included=true`,
    )
  }
  const known = [...answerNames(figures), ...figures.method.book.lines.keys()]
  const near = known.find((each) => name !== '' && each.startsWith(`${name}.`)) ?? nearest(name, known) ?? sameEnding(name, known)
  const advice =
    near === undefined
      ? 'Ids are <owner>.<line>, such as headline.netCashable or demand.care.entries@2026-05.'
      : `Did you mean ${near}${period === undefined ? '' : `@${shortened(period, 40)}`}?`
  const expected = 'the id of a line, such as headline.cashable, with @2026-05 or @2026-27 for one month or year'
  return new LineError('unknown-line', `There is no line ${rendered(id)}. ${advice}`, rendered(id), expected)
}

/** What a line has a value for: each month, each financial year, or the case as a whole. */
export type Kind = 'month' | 'year' | 'case'

/** A period that a line does not have, with those it has; `line` is the id without its period. */
export function wrongPeriod(figures: Figures, id: string, line: string, kind: Kind): LineError {
  const { months } = figures.method.book.timeline
  const period = id.slice(id.indexOf('@') + 1)
  const got = rendered(period)
  const name = id.slice(0, id.indexOf('@'))
  const who = name === line ? line : `${name}, which is ${line},`
  if (kind === 'case') {
    const message = `${who} is one value for the whole horizon; leave out @${shortened(period, 40)}.`
    return new LineError('unknown-period', message, got, 'no period')
  }
  const legal = legalPeriods(figures, kind)
  const why = kind === 'year' && months.includes(period) ? 'is known by financial year and not by month' : `has nothing at ${got}`
  return new LineError('unknown-period', `${who} ${why}; give ${legal}.`, got, legal)
}

/** A line whose months or years do not add up, asked for as one value over several of them. */
export function noOneValue(figures: Figures, id: string, line: string, kind: Kind): LineError {
  const legal = kind === 'month' && id.includes('@') ? monthsOf(figures) : legalPeriods(figures, kind)
  const [name = ''] = line.split('@')
  const { months, financialYears } = figures.method.book.timeline
  const example = `${name}@${kind === 'year' ? financialYears[0]?.year : months[0]}`
  const message = `The ${kind}s of ${name} do not add up to one value; ask for one ${kind}, such as ${example}.`
  return new LineError('unknown-period', message, rendered(id), legal)
}

function monthsOf(figures: Figures): string {
  const { months } = figures.method.book.timeline
  return `a month from ${months[0]} to ${months.at(-1)}`
}

function legalPeriods(figures: Figures, kind: Kind): string {
  const { financialYears } = figures.method.book.timeline
  const years = `a financial year from ${financialYears[0]?.year} to ${financialYears.at(-1)?.year}`
  return kind === 'month' ? `${monthsOf(figures)}, or ${years}` : years
}

function lastPart(id: string): string {
  return id.split('.').at(-1) ?? ''
}

function sameEnding(id: string, known: readonly string[]): string | undefined {
  const last = lastPart(id).slice(0, 100)
  return last === '' ? undefined : known.find((each) => lastPart(each) === last)
}

/** The names that the answer itself has for figures that no one line is. */
function answerNames({ complete }: Figures): string[] {
  const demands = complete.demand.map(({ id }) => id)
  return [
    ...headlineIds,
    ...demands.map((id) => `headline.entriesAvoided.${id}`),
    'why.cashable',
    ...complete.interventions.flatMap(({ id }) => [
      `interventions.${id}.cost`,
      `interventions.${id}.costAllFunders`,
      ...demands.flatMap((demand) => [`interventions.${id}.avoided.${demand}`, `interventions.${id}.costPerEntryAvoided.${demand}`]),
    ]),
  ]
}
