import { financialYearOf, monthAfter, yearNumber } from '../calendar.ts'
import { rendered } from '../problem.ts'
import { each, type Rule } from './rule.ts'

/** A grant falls in a financial year that has months in the horizon. */
export const grantsWithinHorizon: Rule = ({ start, years, funding }) => {
  if (start === undefined || years === undefined) return []
  const first = financialYearOf(start)
  const last = financialYearOf(monthAfter(start, years * 12 - 1))
  return each(funding, '/funding').flatMap(({ item, at }) =>
    Object.keys(item.byYear ?? {}).flatMap((year) => {
      if (yearNumber(year) >= yearNumber(first) && yearNumber(year) <= yearNumber(last)) return []
      const message = `The grant of ${year} falls outside the case, which runs from ${first} to ${last}.`
      const expected = `a financial year from ${first} to ${last}`
      return [{ pointer: `${at}/byYear/${year}`, message, got: rendered(year), expected, isKey: true }]
    }),
  )
}
