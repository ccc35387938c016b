import type { CompleteDemand } from '../case/complete.ts'
import type { Expression } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import { type StayRule, stayRule } from './stay.ts'
import { caseYear } from './timeline.ts'

/** What would happen anyway to one demand, and what its budget pays for. */
export interface Baseline {
  demand: CompleteDemand
  path: string
  stay: StayRule
  opening: Expression
  /** The opening that would neither grow nor shrink. */
  steadyOpening: Expression
  /** Baseline entries B(t). */
  entries: Series
  /** Stock if nothing is done, N(t). */
  stock: Series
  /** Stock the budget pays for, K(t). */
  budgetedStock: Series
  /** Entries the budget pays for, Kₑ(t). */
  budgetedEntries: Series
}

/** Demand if nothing is done. Source: method 1. */
export function baseline(book: Book, demand: CompleteDemand): Baseline {
  const path = `demand.${demand.id}`
  const perMonth = entriesPerYear(book, path, demand).over(book.twelve)
  const entries = book.monthly(path, 'entries', baselineEntries(book, path, demand, perMonth))
  const stay = stayRule(book, path, demand.stay)
  const steadyOpening = stay.steadyState(perMonth)
  const opening = demand.opening === undefined ? steadyOpening : book.given(`${path}.opening`)
  book.whole(path, 'opening', opening)
  const stock = book.monthly(path, 'stockDoNothing', stay.stock(opening, entries))
  const budgeted = budgetedNumbers(book, path, demand, { perMonth, entries, opening, stock })
  return {
    demand,
    path,
    stay,
    opening,
    steadyOpening,
    entries,
    stock,
    budgetedStock: book.monthly(path, 'stockBudgeted', budgeted.stock),
    budgetedEntries: book.monthly(path, 'entriesBudgeted', budgeted.entries),
  }
}

function entriesPerYear(book: Book, path: string, demand: CompleteDemand): Expression {
  if (demand.entriesPerYear !== undefined) return book.given(`${path}.entriesPerYear`)
  if (demand.entriesByYear !== undefined) return book.given(`${path}.entriesByYear.0`)
  return book
    .given(`${path}.population`)
    .times(book.given(`${path}.entriesPer10000`))
    .over(book.constant(10000))
}

function baselineEntries(book: Book, path: string, demand: CompleteDemand, perMonth: Expression): Series {
  const byYear = demand.entriesByYear
  if (byYear !== undefined) {
    return book.series((t) => listed(book, `${path}.entriesByYear`, byYear, t).over(book.twelve))
  }
  const growing = book.one.plus(book.given(`${path}.growth`))
  const yearly: Expression[] = [perMonth]
  while (yearly.length < book.case.years) yearly.push((yearly.at(-1) as Expression).times(growing))
  return book.series((t) => yearly[caseYear(t)] as Expression)
}

/** A list by case year, whose last value repeats. */
function listed(book: Book, path: string, list: readonly unknown[], t: number): Expression {
  return book.given(`${path}.${Math.min(caseYear(t), list.length - 1)}`)
}

interface Numbers {
  perMonth: Expression
  entries: Series
  opening: Expression
  stock: Series
}

function budgetedNumbers(book: Book, path: string, demand: CompleteDemand, now: Numbers): { stock: Series; entries: Series } {
  const { basis, places } = demand.budget
  if (basis === 'demand') return { stock: now.stock, entries: now.entries }
  if (places === undefined) return { stock: book.series(() => now.opening), entries: book.series(() => now.perMonth) }
  const stock = book.series((t) => listed(book, `${path}.budget.places`, places, t))
  // O ÷ O is 1, or 0 where O is 0: the budgeted entries are then E/12.
  const unopened = book.one.minus(now.opening.over(now.opening))
  const entries = stock.map((budgeted) => now.perMonth.times(budgeted.over(now.opening).plus(unopened)))
  return { stock, entries }
}
