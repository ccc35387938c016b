import type { Expression } from '../graph/graph.ts'
import type { Book } from './book.ts'
import type { Baseline } from './demand.ts'
import type { LadderLine } from './ladder.ts'

/**
 * What an opening off its steady state adds to spending that the budget does not fund, over the horizon, in cash: the numbers above
 * budget, N − K, less what they would be from a steady opening. Positive where numbers rise without anybody entering and so act as
 * growth; negative where they run off and hide growth. Source: method 1, the warning on `opening`.
 */
export function openingDrift(
  book: Book,
  { demand, path, opening, steadyOpening, stay }: Baseline,
  lines: readonly LadderLine[],
): Expression {
  if (demand.opening === undefined) return book.zero
  const off = opening.minus(steadyOpening)
  const nobody = book.series(() => book.zero)
  const budgeted = demand.budget.basis === 'opening' ? off : book.zero
  // Where the budget follows demand it follows the drift as well.
  const running = demand.budget.basis === 'demand' ? nobody : book.monthly(path, 'openingLeft', stay.stock(off, nobody))
  const drift = demand.budget.basis === 'demand' ? nobody : running.map((left) => left.minus(budgeted))
  if (!budgeted.isZero) book.monthly(path, 'openingDriftPlaces', drift)
  const placed = lines.filter(({ line }) => line.per !== 'entry' && line.funder === book.case.body)
  const priced = (year: number) =>
    placed.map(({ path: line, prices }) =>
      book
        .given(`${line}.share`)
        .times(book.given(`${line}.variable`))
        .times(prices.cash[year] as Expression),
    )
  const pounds = book.byYear(drift).map((places, year) => places.times(book.sum(priced(year))))
  return book.whole(path, 'openingDrift', book.sum(pounds))
}
