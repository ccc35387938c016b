import type { CompleteCostLine } from '../case/complete.ts'
import { type Expression, min } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import { monthOfCase } from './timeline.ts'
import { rollingLeast } from './windows.ts'

/** Where the places or entries avoided on a line go, month by month: β, α, n and ρ of the method, which add up to q. */
export interface Settlement {
  /** β: taken by need that was not being met. */
  backfilled: Series
  /** α: taken by growth that the budget does not fund. */
  absorbed: Series
  /** n: left standing empty. */
  empty: Series
  /** u: what has stood empty throughout the plan's notice; absent without a plan. */
  standing?: Series
  /** ρ: released by the plan, or, without one, only a rise in numbers. */
  released: Series
}

/** Settles what is avoided on a line against backfill, growth and the release plan, in that order. Source: method 4. */
export function settle(
  book: Book,
  line: CompleteCostLine,
  path: string,
  avoided: Series,
  pressure: Series,
  backfill: Expression,
): Settlement {
  const freed = avoided.map((quantity) => (quantity.isZero ? quantity : quantity.positive()))
  const backfilled = freed.map((quantity) => quantity.times(backfill))
  const absorbed = freed.map((quantity, t) => {
    const waiting = pressure[t] as Expression
    return quantity.isZero || waiting.isZero ? book.zero : min(quantity.minus(backfilled[t] as Expression), waiting)
  })
  const empty = avoided.map((quantity, t) => quantity.minus(backfilled[t] as Expression).minus(absorbed[t] as Expression))
  return { backfilled, absorbed, empty, ...released(book, line, path, empty) }
}

function released(book: Book, line: CompleteCostLine, path: string, empty: Series): Pick<Settlement, 'standing' | 'released'> {
  const plan = line.release
  const rise = (t: number) => (empty[t]?.isZero ? book.zero : min(empty[t] as Expression, book.zero))
  if (plan === undefined) return { released: empty.map((_, t) => rise(t)) }
  const opens = monthOfCase(book.timeline, plan.from)
  const least = plan.noticeMonths === 0 ? empty : rollingLeast(book, empty, plan.noticeMonths + 1).map((each) => each.positive())
  const standing = empty.map((left, t) => {
    if (t < opens) return rise(t)
    return plan.noticeMonths === 0 ? left : min(left, least[t] as Expression)
  })
  const step = book.given(`${path}.release.step`)
  // step ÷ step is 1, or 0 where a range or a variation makes the step 0: places then go one at a time, in any part.
  const singly = book.one.minus(step.over(step))
  const inSteps = standing.map((throughNotice, t) => {
    if (t < opens || step.isZero || throughNotice.isZero) return throughNotice
    const whole = throughNotice.over(step).floor().times(step).plus(throughNotice.times(singly))
    return min(throughNotice, whole.positive())
  })
  return { standing, released: inSteps }
}
