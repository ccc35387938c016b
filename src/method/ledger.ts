import type { Expression } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import type { Prices } from './prices.ts'

/** One line's postings by financial year, in real and in cash money: the only place where money is rounded. */
export interface Postings {
  real: readonly Expression[]
  cash: readonly Expression[]
}

/** Posts a yearly quantity at its price: round2(quantity in that year × price), once in real and once in cash money. Source: method 6. */
export function post(quantityByYear: readonly Expression[], prices: Prices): Postings {
  const posted = (price: readonly Expression[]) =>
    quantityByYear.map((quantity, place) => quantity.times(price[place] as Expression).round2())
  return { real: posted(prices.real), cash: posted(prices.cash) }
}

/** Postings of nothing. */
export function nothingPosted(book: Book): Postings {
  const zeros = book.years(() => book.zero)
  return { real: zeros, cash: zeros }
}

/** A monthly quantity at its year's cash price, unrounded: for the monthly cumulative, the only money finer than the ledger. */
export function monthlyCash(book: Book, quantity: Series, prices: Prices): Series {
  return quantity.map((amount, t) => amount.times(prices.cash[book.timeline.yearOf[t] as number] as Expression))
}

/** Adds postings up year by year, in one kind of money. */
export function addUp(book: Book, postings: readonly Postings[], money: keyof Postings): readonly Expression[] {
  return book.years((place) => book.sum(postings.map((posting) => posting[money][place] as Expression)))
}

/** The sum over the horizon. */
export function overHorizon(book: Book, byYear: readonly Expression[]): Expression {
  return book.sum(byYear)
}
