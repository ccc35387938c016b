import type { Expression } from '../graph/graph.ts'
import { greenBookSchedule } from '../reference/discount.ts'
import type { Book } from './book.ts'

/** The rate of each discount year, counted from 1: the year after the first financial year. */
export type DiscountRates = (year: number) => Expression

/** The case's discount rates: one rate, or the Green Book schedule. Source: method 7, economic case. */
export function discountRates(book: Book): DiscountRates {
  if (book.case.discounting.rate === undefined) return (year) => book.constant(greenBookRate(year))
  const rate = book.given('discounting.rate')
  return () => rate
}

/**
 * Discount factors of `count` financial years: 1 for the first, then divided by 1 + rate of each year, moved to the middle or the end
 * of the year where the timing says so. Source: method 7, economic case.
 */
export function discountFactors(book: Book, rates: DiscountRates, count: number, timing: 'start' | 'mid' | 'end'): Expression[] {
  const factors: Expression[] = []
  let factor = book.one
  for (let place = 0; place < count; place++) {
    const through = book.one.plus(rates(place + 1))
    const after = factor.over(through)
    factors.push(timing === 'start' ? factor : timing === 'end' ? after : factor.over(through.squareRoot()))
    factor = after
  }
  return factors
}

function greenBookRate(year: number): string {
  const band = greenBookSchedule.find(({ fromYear, toYear }) => year >= fromYear && year <= (toYear ?? Number.POSITIVE_INFINITY))
  if (!band) throw new RangeError(`the Green Book schedule has no rate for year ${year}`)
  return band.rate
}
