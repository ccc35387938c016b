import type { CompleteWarmUp } from '../case/complete.ts'
import { type Expression, min } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'

/** The months in which a service runs: the first, and the one after the last, counted from the start of the case. */
export interface Running {
  from: number
  until: number
}

/**
 * The share of its full rate r(t) that a service has reached, 0 outside the months it runs.
 * Months are counted from its real start, which may lie before the case. Source: method 2, warm-up.
 */
export function warmUp(book: Book, path: string, rule: CompleteWarmUp, running: Running): Series {
  const reached = reachedAfter(book, path, rule)
  return book.series((t) => (t < running.from || t >= running.until ? book.zero : reached(t - running.from)))
}

function reachedAfter(book: Book, path: string, rule: CompleteWarmUp): (j: number) => Expression {
  const { one } = book
  if (rule.curve === 'custom') {
    // A custom curve without a profile is refused when the case is read.
    const profile = rule.profile as readonly unknown[]
    return (j) => (j < profile.length ? book.given(`${path}.profile.${j}`) : one)
  }
  const months = book.given(`${path}.months`)
  if (months.isZero) return () => one
  if (rule.curve === 'step')
    return (j) =>
      min(
        one,
        book
          .constant(j + 1)
          .minus(months)
          .positive(),
      )
  const whole = months.plus(one)
  const linear = (j: number) => min(one, book.constant(j + 1).over(whole))
  if (rule.curve === 'linear') return linear
  const three = book.constant(3)
  const two = book.constant(2)
  return (j) => {
    const x = linear(j)
    return x.times(x).times(three.minus(two.times(x)))
  }
}
