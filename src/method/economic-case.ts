import type { Expression } from '../graph/graph.ts'
import type { Book } from './book.ts'
import type { Cost, DirectSaving } from './costs.ts'
import { discountFactors, discountRates } from './discounting.ts'
import { rungPostings } from './financial-case.ts'
import { type LadderLine, type Rung, rungs, type ValueLine } from './ladder.ts'
import { addUp } from './ledger.ts'

/** Present values of one view of the economic case. */
export interface PresentValues {
  benefit: Expression
  cost: Expression
  npv: Expression
  bcr: Expression
}

/** The economic case: real money, all funders, redeployed cost included, grants excluded. */
export interface EconomicCase {
  rungs: Readonly<Record<Rung, readonly Expression[]>>
  economic: readonly Expression[]
  social: readonly Expression[]
  cost: readonly Expression[]
  discountFactors: readonly Expression[]
  fiscal: PresentValues
  public: PresentValues
  pvFixed: Expression
}

/** The economic case of a package. A cost that does not move frees nothing, so `fixed` is shown beside and not counted. Source: method 7. */
export function economicCase(
  book: Book,
  lines: readonly LadderLine[],
  values: readonly ValueLine[],
  costs: readonly Cost[],
  savings: readonly DirectSaving[],
): EconomicCase {
  const { timing } = book.case.discounting
  const factors = book.yearly(
    'economic',
    'discountFactor',
    discountFactors(book, discountRates(book), book.timeline.financialYears.length, timing),
  )
  const byRung = Object.fromEntries(
    rungs.map((rung) => [rung, book.yearly('economic', `${rung}Real`, addUp(book, rungPostings(rung, lines, savings), 'real'))]),
  ) as Record<Rung, readonly Expression[]>
  const valued = (value: 'economic' | 'social') =>
    addUp(
      book,
      values.filter(({ line }) => line.value === value).map(({ postings }) => postings),
      'real',
    )
  const economic = book.yearly('economic', 'economicReal', valued('economic'))
  const social = book.yearly('economic', 'socialReal', valued('social'))
  const cost = book.yearly(
    'economic',
    'costReal',
    addUp(
      book,
      costs.map(({ postings }) => postings),
      'real',
    ),
  )
  const present = (byYear: readonly Expression[]) => book.sum(byYear.map((amount, y) => amount.times(factors[y] as Expression)))
  const benefits = book.years((y) => book.sum(rungs.filter((rung) => rung !== 'fixed').map((rung) => byRung[rung][y] as Expression)))
  const pvCost = present(cost)
  const view = (owner: string, benefits: readonly Expression[]): PresentValues => {
    const byYear = book.yearly(owner, 'benefitReal', benefits)
    const benefit = book.whole(owner, 'pvBenefit', present(byYear))
    return {
      benefit,
      cost: book.whole(owner, 'pvCost', pvCost),
      npv: book.whole(owner, 'npv', present(byYear.map((amount, y) => amount.minus(cost[y] as Expression)))),
      bcr: book.whole(owner, 'bcr', benefit.over(pvCost)),
    }
  }
  const allBenefits = benefits.map((amount, y) => book.sum([amount, economic[y] as Expression, social[y] as Expression]))
  return {
    rungs: byRung,
    economic,
    social,
    cost,
    discountFactors: factors,
    fiscal: view('economic.fiscal', benefits),
    public: view('economic.public', allBenefits),
    pvFixed: book.whole('economic', 'pvFixed', present(byRung.fixed)),
  }
}
