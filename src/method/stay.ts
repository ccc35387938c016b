import type { CompleteDemand } from '../case/complete.ts'
import type { Expression } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import { rollingSum } from './windows.ts'

/** How long children stay, as the rule that turns what comes in into how many are there. */
export interface StayRule {
  /** Numbers in steady state for a constant monthly inflow. */
  steadyState(perMonth: Expression): Expression
  /** Numbers month by month from an opening stock and a monthly inflow. */
  stock(opening: Expression, inflow: Series): Series
  /** Everyone who left over the horizon, given the opening, the inflow and the stock that followed: for the roll-forward check. */
  left(opening: Expression, inflow: Series, stock: Series): Expression
}

/** The stay rule of a demand: a constant monthly chance of leaving, or a fixed number of months. Source: method 1. */
export function stayRule(book: Book, path: string, stay: CompleteDemand['stay']): StayRule {
  return stay.kind === 'geometric' ? geometric(book, book.given(`${path}.stay.meanMonths`)) : fixed(book, stay.months)
}

function geometric(book: Book, mean: Expression): StayRule {
  const leaving = book.one.over(mean)
  const staying = book.one.minus(leaving)
  return {
    steadyState: (perMonth) => perMonth.times(mean),
    stock(opening, inflow) {
      let present = opening
      return inflow.map((entering) => {
        present = present.times(staying).plus(entering)
        return present
      })
    },
    left: (opening, _inflow, stock) => opening.plus(book.sum(stock.slice(0, -1))).times(leaving),
  }
}

function fixed(book: Book, months: number): StayRule {
  const length = book.constant(months)
  return {
    steadyState: (perMonth) => perMonth.times(length),
    stock(opening, inflow) {
      const entered = rollingSum(book, inflow, months)
      return entered.map((present, t) => {
        const remaining = book.constant(Math.max(0, months - 1 - t))
        return opening.times(remaining.over(length)).plus(present)
      })
    },
    left(opening, inflow) {
      const gone = book.constant(Math.min(months, inflow.length))
      return opening.times(gone.over(length)).plus(book.sum(inflow.slice(0, Math.max(0, inflow.length - months))))
    },
  }
}
