import { type Expression, min } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import type { Cost, DirectSaving } from './costs.ts'
import { type LadderLine, type Rung, rungs } from './ladder.ts'
import { addUp, type Postings } from './ledger.ts'

/** Grants: cash to the body by financial year, spread evenly over the year's months inside the horizon. */
export interface Grants {
  byYear: readonly Expression[]
  byMonth: Series
}

/** The financial case: cash money, year by year and cumulatively by month. */
export interface FinancialCase {
  rungs: Readonly<Record<Rung, readonly Expression[]>>
  grossAvoided: readonly Expression[]
  cost: readonly Expression[]
  costOneOff: readonly Expression[]
  costAllFunders: readonly Expression[]
  grants: readonly Expression[]
  net: readonly Expression[]
  cumulative: readonly Expression[]
  cumulativeByMonth: Series
  peakFunding: Expression
}

/** Whether a cost is new cash to the body: paid by it, and not existing staff moved. */
export function isCashCost(book: Book, { cost }: Cost): boolean {
  return cost.funder === book.case.body && !cost.redeployed
}

/** Grants of a case. Source: method 5, funding. */
export function grants(book: Book): Grants {
  const { financialYears, yearOf } = book.timeline
  const given = (year: string) =>
    book.case.funding.filter(({ byYear }) => year in byYear).map(({ id }) => book.given(`funding.${id}.byYear.${year}`))
  const monthly = financialYears.map(({ year, months }) => book.sum(given(year)).over(book.constant(months.length)))
  return {
    byYear: financialYears.map(({ year }) => book.sum(given(year).map((grant) => grant.round2()))),
    byMonth: book.series((t) => monthly[yearOf[t] as number] as Expression),
  }
}

/** The financial case of a package. Source: method 7, financial case. */
export function financialCase(
  book: Book,
  lines: readonly LadderLine[],
  costs: readonly Cost[],
  savings: readonly DirectSaving[],
): FinancialCase {
  const granted = grants(book)
  const byRung = Object.fromEntries(
    rungs.map((rung) => [rung, book.yearly('financial', rung, addUp(book, rungPostings(rung, lines, savings), 'cash'))]),
  ) as Record<Rung, readonly Expression[]>
  const paid = costs.filter((cost) => isCashCost(book, cost))
  const posted = (list: readonly Cost[]) =>
    addUp(
      book,
      list.map(({ postings }) => postings),
      'cash',
    )
  const cost = posted(paid)
  const net = book.years((y) => at(byRung.cashable, y).plus(at(granted.byYear, y)).minus(at(cost, y)))
  const cumulativeByMonth = runningTotal(monthlyNet(book, lines, paid, savings, granted))
  return {
    rungs: byRung,
    grossAvoided: book.yearly(
      'financial',
      'grossAvoided',
      book.years((y) => book.sum(rungs.map((rung) => at(byRung[rung], y)))),
    ),
    cost: book.yearly('financial', 'cost', cost),
    costOneOff: book.yearly('financial', 'costOneOff', posted(paid.filter(({ cost }) => cost.per === 'once'))),
    costAllFunders: book.yearly('financial', 'costAllFunders', posted(costs)),
    grants: book.yearly('financial', 'grants', granted.byYear),
    net: book.yearly('financial', 'net', net),
    cumulative: book.yearly('financial', 'cumulative', runningTotal(net)),
    cumulativeByMonth: book.monthly('financial', 'cumulativeByMonth', cumulativeByMonth),
    peakFunding: book.whole('headline', 'peakFunding', depthOfLowest(book, cumulativeByMonth)),
  }
}

/** Every posting on one rung: the cost lines' and the direct savings'. */
export function rungPostings(rung: Rung, lines: readonly LadderLine[], savings: readonly DirectSaving[]): Postings[] {
  return [...lines.map((line) => line.rungs[rung]), ...savings.filter((saving) => saving.rung === rung).map(({ postings }) => postings)]
}

function monthlyNet(
  book: Book,
  lines: readonly LadderLine[],
  paid: readonly Cost[],
  savings: readonly DirectSaving[],
  granted: Grants,
): Series {
  const cashed = savings.filter(({ rung }) => rung === 'cashable')
  return book.series((t) => {
    const inward = book.sum([...lines, ...cashed].map(({ cashByMonth }) => at(cashByMonth, t)))
    const outward = book.sum(paid.map(({ cashByMonth }) => at(cashByMonth, t)))
    return inward.plus(at(granted.byMonth, t)).minus(outward)
  })
}

function runningTotal(flows: readonly Expression[]): Expression[] {
  const totals: Expression[] = []
  for (const flow of flows) {
    const before = totals.at(-1)
    totals.push(before === undefined ? flow : before.plus(flow))
  }
  return totals
}

/** The depth of the lowest cumulative, as a positive amount; 0 where it is never negative. */
function depthOfLowest(book: Book, cumulative: Series): Expression {
  return cumulative.reduce((lowest, value) => min(lowest, value), book.zero).negative()
}

function at(values: readonly Expression[], place: number): Expression {
  return values[place] as Expression
}
