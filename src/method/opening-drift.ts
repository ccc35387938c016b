import type { Expression } from '../graph/graph.ts'
import type { Book } from './book.ts'
import type { Baseline } from './demand.ts'
import type { LadderLine } from './ladder.ts'

/**
 * What an opening off its steady state moves in spending over the horizon, in cash: the difference runs off as children leave, and acts
 * as growth that nobody entered, or hides it. Source: method 1, the warning on `opening`.
 */
export function openingDrift(book: Book, { demand, opening, steadyOpening, stay }: Baseline, lines: readonly LadderLine[]): Expression {
  if (demand.opening === undefined) return book.zero
  const nobody = book.series(() => book.zero)
  const running = book.byYear(stay.stock(opening.minus(steadyOpening), nobody))
  const placed = lines.filter(({ line }) => line.per !== 'entry' && line.funder === book.case.body)
  const priced = (year: number) => placed.map(({ path, prices }) => book.given(`${path}.share`).times(prices.cash[year] as Expression))
  return book.whole(`demand.${demand.id}`, 'openingDrift', book.sum(running.map((places, year) => places.times(book.sum(priced(year))))))
}
