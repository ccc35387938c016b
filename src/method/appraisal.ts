import type { CompleteCase, Register } from '../case/complete.ts'
import type { Expression } from '../graph/graph.ts'
import { Book } from './book.ts'
import { type BudgetPosition, budgetPosition } from './budget-position.ts'
import { type Check, checks } from './checks.ts'
import { type Cost, cost, type DirectSaving, directSaving } from './costs.ts'
import { type Credit, credits } from './credit.ts'
import { baseline } from './demand.ts'
import { type EconomicCase, economicCase } from './economic-case.ts'
import { type FinancialCase, financialCase } from './financial-case.ts'
import { isFiscal, type LadderLine, ladderLine, type ValueLine, valueLine } from './ladder.ts'
import { overHorizon } from './ledger.ts'
import { openingDrift } from './opening-drift.ts'
import { type Avoided, avoided } from './package.ts'
import { PriceRules } from './prices.ts'
import { type Families, families } from './referrals.ts'

/** One demand: what is avoided of it, the ladder of its fiscal lines, and its lines of economic and social value. */
export interface AppraisedDemand {
  avoided: Avoided
  lines: readonly LadderLine[]
  values: readonly ValueLine[]
  /** What an opening off its steady state moves in do-nothing spending over the horizon; 0 where the opening is steady by default. */
  drift: Expression
}

/** The figures a committee reads first, over the horizon. */
export interface Headline {
  grossAvoided: Expression
  cashable: Expression
  cost: Expression
  costAllFunders: Expression
  grants: Expression
  netAvoided: Expression
  netCashable: Expression
  /** How many cost lines and savings stand behind the monthly cumulative. */
  costLines: number
}

/** The whole method, written for one structure of case, waiting to be read. */
export interface Appraisal {
  book: Book
  demands: readonly AppraisedDemand[]
  families: readonly Families[]
  costs: readonly Cost[]
  savings: readonly DirectSaving[]
  credits: readonly Credit[]
  financial: FinancialCase
  position: BudgetPosition
  economic: EconomicCase
  headline: Headline
  checks: readonly Check[]
}

/** Writes the method for a case: the data's way from demand to cash, in the order of the method page. `keep` and `switches` as for the book. */
export function appraisal(complete: CompleteCase, register: Register, keep?: (path: string) => boolean, switches = false): Appraisal {
  const book = new Book(complete, register, keep, switches)
  const included = complete.interventions.filter((intervention) => intervention.included)
  const baselines = complete.demand.map((demand) => baseline(book, demand))
  const reached = included.map((intervention) => families(book, intervention))
  const rules = new PriceRules(book)
  const demands = baselines.map((before): AppraisedDemand => {
    const away = avoided(book, before, reached)
    const lines = before.demand.costs.filter(isFiscal).map((line) => ladderLine(book, rules, away, line))
    const values = before.demand.costs.filter((line) => !isFiscal(line)).map((line) => valueLine(book, rules, away, line))
    return { avoided: away, lines, values, drift: openingDrift(book, before, lines) }
  })
  const costs = reached.flatMap((family) => family.intervention.costs.map((line) => cost(book, rules, family, line)))
  const savings = reached.flatMap(({ intervention }) =>
    intervention.savings.map((saving) => directSaving(book, rules, intervention, saving)),
  )
  const lines = demands.flatMap((demand) => demand.lines)
  const financial = financialCase(book, lines, costs, savings)
  const position = budgetPosition(
    book,
    demands.flatMap((demand) => demand.lines.map((ladder) => ({ baseline: demand.avoided.baseline, ladder }))),
  )
  const economic = economicCase(
    book,
    lines,
    demands.flatMap((demand) => demand.values),
    costs,
    savings,
  )
  const credited = credits(book, reached, demands, savings)
  const written = { book, demands, families: reached, costs, savings, credits: credited, financial, position, economic }
  const headline = headlineOf(book, written)
  return { ...written, headline, checks: checks(book, { ...written, headline }) }
}

function headlineOf(
  book: Book,
  { financial, costs, savings }: { financial: FinancialCase; costs: readonly Cost[]; savings: readonly DirectSaving[] },
): Headline {
  const total = (name: 'grossAvoided' | 'cashable' | 'cost' | 'costAllFunders' | 'grants', byYear: readonly Expression[]) =>
    book.whole('headline', name, overHorizon(book, byYear))
  const grossAvoided = total('grossAvoided', financial.grossAvoided)
  const costAllFunders = total('costAllFunders', financial.costAllFunders)
  return {
    grossAvoided,
    cashable: total('cashable', financial.rungs.cashable),
    cost: total('cost', financial.cost),
    costAllFunders,
    grants: total('grants', financial.grants),
    netAvoided: book.whole('headline', 'netAvoided', grossAvoided.minus(costAllFunders)),
    netCashable: book.whole('headline', 'netCashable', overHorizon(book, financial.net)),
    costLines: costs.length + savings.length,
  }
}
