import type { Expression } from '../graph/graph.ts'
import type { Book } from './book.ts'
import type { Baseline } from './demand.ts'
import type { LadderLine } from './ladder.ts'
import { post } from './ledger.ts'

/** One line's budget position by year, in cash money. */
export interface LinePosition {
  budget: readonly Expression[]
  doNothing: readonly Expression[]
  withPackage: readonly Expression[]
}

/** The body's budget position by year: does it still overspend? */
export interface BudgetPosition extends LinePosition {
  gap: readonly Expression[]
}

/** What budget and spending become on one line that the body pays for. Source: method 7, budget position. */
function linePosition(book: Book, baseline: Baseline, { line, path, prices, rungs }: LadderLine): LinePosition {
  const [numbers, budgeted] = line.per === 'entry' ? [baseline.entries, baseline.budgetedEntries] : [baseline.stock, baseline.budgetedStock]
  const share = book.given(`${path}.share`)
  const variable = book.given(`${path}.variable`)
  const budgetedByYear = book.byYear(budgeted)
  const expectedByYear = book.byYear(numbers).map((number, y) => {
    const planned = budgetedByYear[y] as Expression
    return planned.plus(number.minus(planned).times(variable))
  })
  const posted = (byYear: readonly Expression[]) =>
    post(
      byYear.map((number) => number.times(share)),
      prices,
    ).cash
  const doNothing = posted(expectedByYear)
  return {
    budget: book.yearly(path, 'budget', posted(budgetedByYear)),
    doNothing: book.yearly(path, 'doNothing', doNothing),
    withPackage: book.yearly(
      path,
      'withPackage',
      doNothing.map((spending, y) => spending.minus(rungs.absorbed.cash[y] as Expression).minus(rungs.cashable.cash[y] as Expression)),
    ),
  }
}

/** The budget position of the body over all its fiscal cost lines. Source: method 7, budget position. */
export function budgetPosition(book: Book, lines: readonly { baseline: Baseline; ladder: LadderLine }[]): BudgetPosition {
  const own = lines.filter(({ ladder }) => ladder.line.funder === book.case.body)
  const positions = own.map(({ baseline, ladder }) => linePosition(book, baseline, ladder))
  const total = (name: keyof LinePosition) =>
    book.yearly(
      'position',
      name,
      book.years((y) => book.sum(positions.map((position) => position[name][y] as Expression))),
    )
  const budget = total('budget')
  const doNothing = total('doNothing')
  const withPackage = total('withPackage')
  const gap = book.yearly(
    'position',
    'gap',
    budget.map((planned, y) => planned.minus(withPackage[y] as Expression)),
  )
  return { budget, doNothing, withPackage, gap }
}
