import type { CompleteCostLine } from '../case/complete.ts'
import type { Expression } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import type { Baseline } from './demand.ts'
import { monthlyCash, nothingPosted, type Postings, post } from './ledger.ts'
import type { Avoided } from './package.ts'
import type { PriceRules, Prices } from './prices.ts'
import { settle } from './release.ts'

/** The rungs between what is avoided and what is cash, in the order of the answer. Source: method 4. */
export const rungs = ['partners', 'unplanned', 'fixed', 'notYetReleased', 'backfilled', 'absorbed', 'cashable'] as const
export type Rung = (typeof rungs)[number]
export type Ladder = Readonly<Record<Rung, Postings>>

/** One cost line of a demand, from places or entries avoided to postings on every rung. */
export interface LadderLine {
  line: CompleteCostLine
  path: string
  prices: Prices
  /** q by financial year, in place-months or entries. */
  quantityByYear: readonly Expression[]
  rungs: Ladder
  /** Cash released in each month, unrounded. */
  cashByMonth: Series
}

/** A cost line that is nobody's budget: it enters the economic case alone. */
export interface ValueLine {
  line: CompleteCostLine
  path: string
  postings: Postings
}

/** Whether a line's money is in a budget, and so climbs the ladder. */
export function isFiscal(line: CompleteCostLine): boolean {
  return line.value === 'fiscal'
}

/** The ladder of one fiscal cost line. Source: method 4. */
export function ladderLine(book: Book, rules: PriceRules, avoided: Avoided, line: CompleteCostLine): LadderLine {
  const { baseline } = avoided
  const path = `${baseline.path}.costs.${line.id}`
  const share = book.given(`${path}.share`)
  const prices = linePrices(rules, path, line)
  const quantity = book.monthly(
    path,
    'avoided',
    (line.per === 'entry' ? avoided.entries : avoided.stock).map((number) => number.times(share)),
  )
  const quantityByYear = book.byYear(quantity)
  const climbed =
    line.funder === book.case.body
      ? ownRungs(book, baseline, line, path, quantity, share)
      : { byYear: { partners: quantityByYear }, cashable: book.series(() => book.zero) }
  const ladder = Object.fromEntries(
    rungs.map((rung) => {
      const byYear = (climbed.byYear as Partial<Record<Rung, readonly Expression[]>>)[rung]
      return [rung, byYear === undefined ? nothingPosted(book) : post(byYear, prices)]
    }),
  ) as Record<Rung, Postings>
  for (const rung of rungs) {
    book.yearly(path, rung, ladder[rung].cash)
    book.yearly(path, `${rung}Real`, ladder[rung].real)
  }
  const cashByMonth = book.monthly(path, 'cashableByMonth', monthlyCash(book, climbed.cashable, prices))
  return { line, path, prices, quantityByYear, rungs: ladder, cashByMonth }
}

/** A line of economic or social value: the whole of what is avoided, at its price. */
export function valueLine(book: Book, rules: PriceRules, avoided: Avoided, line: CompleteCostLine): ValueLine {
  const path = `${avoided.baseline.path}.costs.${line.id}`
  const share = book.given(`${path}.share`)
  const quantity = book.monthly(
    path,
    'avoided',
    (line.per === 'entry' ? avoided.entries : avoided.stock).map((number) => number.times(share)),
  )
  const postings = post(book.byYear(quantity), linePrices(rules, path, line))
  book.yearly(path, 'value', postings.cash)
  book.yearly(path, 'valueReal', postings.real)
  return { line, path, postings }
}

function linePrices(rules: PriceRules, path: string, line: CompleteCostLine): Prices {
  return rules.of({ path, per: line.per, ...(line.priceYear === undefined ? {} : { priceYear: line.priceYear }) })
}

interface Climbed {
  byYear: Partial<Record<Rung, readonly Expression[]>>
  cashable: Series
}

/** The rungs of a line that the body pays for, as quantities by year, and the cashable quantity by month. */
function ownRungs(book: Book, baseline: Baseline, line: CompleteCostLine, path: string, quantity: Series, share: Expression): Climbed {
  const variable = book.given(`${path}.variable`)
  const pressure = book.monthly(path, 'pressure', unfundedPressure(book, baseline, line, share))
  const settled = settle(book, line, path, quantity, pressure, book.given(`${baseline.path}.backfill`))
  const { backfilled, absorbed, empty, standing, released } = settled
  book.monthly(path, 'backfilledPlaces', backfilled)
  book.monthly(path, 'absorbedPlaces', absorbed)
  book.monthly(path, 'emptyPlaces', empty)
  if (standing !== undefined) book.monthly(path, 'standingPlaces', standing)
  book.monthly(path, 'releasedPlaces', released)
  const moving = (series: Series) => book.byYear(series).map((number) => number.times(variable))
  const waiting = empty.map((left, t) => left.minus(released[t] as Expression))
  const held = moving(book.monthly(path, 'heldPlaces', waiting))
  return {
    byYear: {
      fixed: book.byYear(quantity).map((number) => number.times(book.one.minus(variable))),
      backfilled: moving(backfilled),
      absorbed: moving(absorbed),
      [line.release === undefined ? 'unplanned' : 'notYetReleased']: held,
      cashable: moving(released),
    },
    cashable: released.map((number) => number.times(variable)),
  }
}

/** p(t): places or entries that growth needs and the budget does not fund. */
function unfundedPressure(book: Book, baseline: Baseline, line: CompleteCostLine, share: Expression): Series {
  const [numbers, budgeted] = line.per === 'entry' ? [baseline.entries, baseline.budgetedEntries] : [baseline.stock, baseline.budgetedStock]
  return book.series((t) => {
    const unfunded = (numbers[t] as Expression).minus(budgeted[t] as Expression)
    return unfunded.isZero ? unfunded : unfunded.positive().times(share)
  })
}
