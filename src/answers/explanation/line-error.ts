import { nearest } from '../../case/nearest.ts'
import { rendered } from '../../case/problem.ts'
import type { Figures } from '../figures.ts'

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
  const [name = ''] = id.split('@')
  const known = [...figures.method.book.lines.keys(), ...answerNames(figures)]
  const near = known.find((each) => name !== '' && each.startsWith(`${name}.`)) ?? nearest(name, known) ?? sameEnding(name, known)
  const advice =
    near === undefined ? 'Ids are <owner>.<line>, such as headline.netCashable or demand.care.entries@2026-05.' : `Did you mean ${near}?`
  const expected = 'the id of a line, such as headline.cashable, with @2026-05 or @2026-27 for one month or year'
  return new LineError('unknown-line', `The case has no line ${rendered(id)}. ${advice}`, rendered(id), expected)
}

/** A period that a line does not have, with those it has. */
export function wrongPeriod(figures: Figures, id: string, line: string, kind: 'month' | 'year' | 'case'): LineError {
  const { months, financialYears } = figures.method.book.timeline
  const years = `a financial year from ${financialYears[0]?.year} to ${financialYears.at(-1)?.year}`
  const legal =
    kind === 'case'
      ? 'no period: it is one figure for the whole case'
      : kind === 'year'
        ? years
        : `a month from ${months[0]} to ${months.at(-1)}, or ${years}`
  const got = rendered(id.slice(id.indexOf('@') + 1))
  const name = id.slice(0, id.indexOf('@'))
  const who = name === line ? line : `${name}, which is ${line},`
  return new LineError('unknown-period', `${who} has no period ${got}; it takes ${legal}.`, got, legal)
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
    'why.cashable',
    ...['npv', 'bcr', 'paybackMonth', 'paybackStatus'].map((name) => `headline.${name}`),
    ...demands.map((id) => `headline.entriesAvoided.${id}`),
    ...complete.interventions.flatMap(({ id }) => [
      `interventions.${id}.cost`,
      `interventions.${id}.costAllFunders`,
      ...demands.flatMap((demand) => [`interventions.${id}.avoided.${demand}`, `interventions.${id}.costPerEntryAvoided.${demand}`]),
    ]),
  ]
}
