import { type Expression, min } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'

/** Σ of the last `length` months of a series, this month included, as a rolling sum. */
export function rollingSum(book: Book, series: Series, length: number): Series {
  let total = book.zero
  return series.map((value, t) => {
    total = total.plus(value).minus(book.at(series, t - length))
    return total
  })
}

/**
 * The least value of the last `length` months of a series, this month included and 0 before the start.
 * Blocks of `length` months keep a running least from their first and to their last month, so that a month costs three comparisons
 * whatever the length.
 */
export function rollingLeast(book: Book, series: Series, length: number): Series {
  if (length === 1) return series
  const padded = [...Array.from({ length: length - 1 }, () => book.zero), ...series]
  const fromBlockStart: Expression[] = []
  for (const [place, value] of padded.entries()) {
    const before = fromBlockStart[place - 1]
    fromBlockStart.push(place % length === 0 || before === undefined ? value : min(before, value))
  }
  const toBlockEnd = [...padded]
  for (let place = padded.length - 2; place >= 0; place--) {
    if ((place + 1) % length !== 0) toBlockEnd[place] = min(padded[place] as Expression, toBlockEnd[place + 1] as Expression)
  }
  return series.map((_, t) => min(toBlockEnd[t] as Expression, fromBlockStart[t + length - 1] as Expression))
}
