import type { Expression } from '../graph/graph.ts'
import type { Appraisal } from './appraisal.ts'
import type { Book } from './book.ts'
import { costsOf } from './credit.ts'
import { rungs } from './ladder.ts'
import { overHorizon } from './ledger.ts'

/** Two ways to the same figure: the answer stands only while they agree. */
export interface Check {
  id: string
  left: Expression
  right: Expression
  /** The largest difference allowed, as a decimal text. */
  tolerance: string
}

const exactly = '0'
const lastDigits = '0.000001'

/** A tolerance of one penny for each posting between the two ways. */
function pence(postings: number): string {
  return (Math.max(1, postings) / 100).toFixed(2)
}

/** The checks of an appraisal. Source: method 8. */
export function checks(book: Book, appraisal: Omit<Appraisal, 'checks'>): Check[] {
  return [
    ...ladderChecks(book, appraisal),
    ...attributionChecks(book, appraisal),
    ...familiesChecks(book, appraisal),
    ...stockChecks(book, appraisal),
    ...ledgerChecks(book, appraisal),
    ...caseChecks(book, appraisal),
  ]
}

/** The rungs of each line and year add up to what is avoided on it, at its price. */
function ladderChecks(book: Book, { demands }: Omit<Appraisal, 'checks'>): Check[] {
  return demands.flatMap(({ lines }) =>
    lines.flatMap(({ path, rungs: ladder, quantityByYear, prices }) =>
      book.timeline.financialYears.map(({ year }, y) => ({
        id: `ladder.${path}@${year}`,
        left: book.sum(rungs.map((rung) => ladder[rung].cash[y] as Expression)),
        right: (quantityByYear[y] as Expression).times(prices.cash[y] as Expression),
        tolerance: pence(rungs.length),
      })),
    ),
  )
}

/** What is credited to each intervention adds up to what the package avoids, entries year by year and stock at the end of it. */
function attributionChecks(book: Book, { demands }: Omit<Appraisal, 'checks'>): Check[] {
  return demands.flatMap(({ avoided }) => {
    const combined = book.byYear(avoided.combined)
    return book.timeline.financialYears.flatMap(({ year, months }, y) => {
      const last = months.at(-1) as number
      return [
        {
          id: `attribution.entries.${avoided.baseline.path}@${year}`,
          left: book.sum(avoided.contributions.flatMap((part) => months.map((t) => part.attributed[t] as Expression))),
          right: combined[y] as Expression,
          tolerance: lastDigits,
        },
        {
          id: `attribution.stock.${avoided.baseline.path}@${year}`,
          left: book.sum(avoided.contributions.map((part) => part.stock[last] as Expression)),
          right: avoided.stock[last] as Expression,
          tolerance: lastDigits,
        },
      ]
    })
  })
}

/** Every family accepted has started, is still waiting, or was not served. */
function familiesChecks(book: Book, { families }: Omit<Appraisal, 'checks'>): Check[] {
  return families.map(({ path, accepted, starts, waiting, notServed }) => ({
    id: `families.${path}`,
    left: book.sum(accepted),
    right: book.sum([...starts, ...notServed, waiting.at(-1) as Expression]),
    tolerance: lastDigits,
  }))
}

/** Opening plus in less out is closing. */
function stockChecks(book: Book, { demands }: Omit<Appraisal, 'checks'>): Check[] {
  return demands.map(({ avoided: { baseline } }) => ({
    id: `stock.${baseline.path}`,
    left: baseline.opening.plus(book.sum(baseline.entries)).minus(baseline.stay.left(baseline.opening, baseline.entries, baseline.stock)),
    right: baseline.stock.at(-1) as Expression,
    tolerance: lastDigits,
  }))
}

/** The ledger casts: by line, by year, and by intervention to a penny a posting. */
function ledgerChecks(book: Book, appraisal: Omit<Appraisal, 'checks'>): Check[] {
  const { demands, families, costs, savings, financial, credits } = appraisal
  const lines = demands.flatMap((demand) => demand.lines)
  const years = book.timeline.financialYears.length
  const postings = (lines.length * rungs.length + savings.length) * years
  const byLine = (of: readonly (typeof rungs)[number][]) =>
    book.sum([
      ...lines.flatMap((line) => of.map((rung) => overHorizon(book, line.rungs[rung].cash))),
      ...savings.filter(({ rung }) => of.includes(rung)).map((saving) => overHorizon(book, saving.postings.cash)),
    ])
  const byIntervention = (name: 'grossAvoided' | 'cashable') => book.sum(credits.map((credit) => credit[name]))
  const costBy = (list: typeof costs) => book.sum(list.map((cost) => overHorizon(book, cost.postings.cash)))
  return [
    { id: 'ledger.grossAvoided.years', left: overHorizon(book, financial.grossAvoided), right: byLine(rungs), tolerance: exactly },
    { id: 'ledger.cashable.years', left: overHorizon(book, financial.rungs.cashable), right: byLine(['cashable']), tolerance: exactly },
    { id: 'ledger.costAllFunders.years', left: overHorizon(book, financial.costAllFunders), right: costBy(costs), tolerance: exactly },
    {
      id: 'ledger.grossAvoided.interventions',
      left: overHorizon(book, financial.grossAvoided),
      right: byIntervention('grossAvoided'),
      tolerance: pence(postings),
    },
    {
      id: 'ledger.cashable.interventions',
      left: overHorizon(book, financial.rungs.cashable),
      right: byIntervention('cashable'),
      tolerance: pence(postings),
    },
    {
      id: 'ledger.costAllFunders.interventions',
      left: overHorizon(book, financial.costAllFunders),
      right: book.sum(families.map((family) => costBy(costsOf(family, costs)))),
      tolerance: exactly,
    },
  ]
}

/** The financial case, the budget position and the economic case are the sums of their parts. */
function caseChecks(book: Book, { demands, financial, position, economic, headline }: Omit<Appraisal, 'checks'>): Check[] {
  const own = demands.flatMap(({ lines }) => lines.filter(({ line }) => line.funder === book.case.body))
  const freed = book.sum(own.flatMap(({ rungs: ladder }) => [...ladder.absorbed.cash, ...ladder.cashable.cash]))
  return [
    {
      id: 'financial.net',
      left: financial.cumulative.at(-1) as Expression,
      right: headline.cashable.plus(headline.grants).minus(headline.cost),
      tolerance: exactly,
    },
    {
      id: 'financial.cumulativeByMonth',
      left: financial.cumulativeByMonth.at(-1) as Expression,
      right: financial.cumulative.at(-1) as Expression,
      tolerance: pence(book.timeline.financialYears.length * (own.length + headline.costLines + book.case.funding.length)),
    },
    {
      id: 'position.gap',
      left: overHorizon(book, position.gap),
      right: overHorizon(book, position.budget).minus(overHorizon(book, position.doNothing)).plus(freed),
      tolerance: exactly,
    },
    {
      id: 'economic.fiscal.npv',
      left: economic.fiscal.npv,
      right: economic.fiscal.benefit.minus(economic.fiscal.cost),
      tolerance: lastDigits,
    },
    {
      id: 'economic.public.npv',
      left: economic.public.npv,
      right: economic.public.benefit.minus(economic.public.cost),
      tolerance: lastDigits,
    },
  ]
}
