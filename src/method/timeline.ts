import { financialYear, monthAfter, monthsBetween, yearNumberOf } from '../case/calendar.ts'

/** One financial year of the horizon: its name, the calendar year it begins in, and the months t of the case that fall in it. */
export interface FinancialYear {
  year: string
  number: number
  months: readonly number[]
}

/** The months of a case, t = 0 … T − 1, and the financial years they are reported in. */
export interface Timeline {
  start: string
  length: number
  months: readonly string[]
  financialYears: readonly FinancialYear[]
  /** For each month the place of its financial year in `financialYears`. */
  yearOf: readonly number[]
}

/** Lays out T = 12 × years months from the case's start. Source: method, opening paragraph. */
export function timeline(start: string, years: number): Timeline {
  const length = 12 * years
  const months = Array.from({ length }, (_, t) => monthAfter(start, t))
  const firstYear = yearNumberOf(start)
  const yearOf = months.map((month) => yearNumberOf(month) - firstYear)
  const financialYears = Array.from({ length: (yearOf.at(-1) as number) + 1 }, (_, place) => ({
    year: financialYear(firstYear + place),
    number: firstYear + place,
    months: yearOf.flatMap((yearPlace, t) => (yearPlace === place ? [t] : [])),
  }))
  return { start, length, months, financialYears, yearOf }
}

/** The month t of the case in which a month YYYY-MM falls; negative before the start. */
export function monthOfCase(timeline: Timeline, month: string): number {
  return monthsBetween(timeline.start, month)
}

/** The case year of month t, counted from 0 in steps of twelve months. */
export function caseYear(t: number): number {
  return Math.floor(t / 12)
}
