import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Assumption, CompleteCase, Register } from '../case/complete.ts'
import { count, factor, money, ratio } from '../formats/figure.ts'
import type { Unrendered } from '../formats/json.ts'
import { exactNumber } from '../graph/exact.ts'
import type { Expression } from '../graph/graph.ts'
import type { AppraisedDemand } from '../method/appraisal.ts'
import { costsOf } from '../method/credit.ts'
import type { PresentValues } from '../method/economic-case.ts'
import { isCashCost } from '../method/financial-case.ts'
import { rungs } from '../method/ladder.ts'
import type { Families } from '../method/referrals.ts'
import { deflatorSeries } from '../reference/deflators.ts'
import { type CheckResult, checked } from './checked.ts'
import { Figures } from './figures.ts'
import type { ModelVersion } from './model-version.ts'
import { payback } from './payback.ts'
import type { WrittenMethods } from './structure.ts'
import { type Warning, warnings } from './warnings/all.ts'

/** A case as it was read: after defaults, with its assumptions register. */
export interface ReadyCase {
  case: CompleteCase
  register: Register
}

/** What an appraisal is made with besides the case. */
export interface Workshop {
  model: ModelVersion
  methods: WrittenMethods
}

/** The answer of an appraisal, its figures still exact. */
export type Appraised = ReturnType<typeof appraise>

/**
 * Appraises a case: what is avoided, what of it is cash, and what stands between the two.
 * Throws CheckFailure, and gives no number, where any check fails. Source: the whole method.
 */
export function appraise(ready: ReadyCase, { model, methods }: Workshop, more: readonly Warning[] = []) {
  const figures = new Figures(ready.case, ready.register, methods.for(ready.case, ready.register))
  try {
    return answerOf(figures, model, more)
  } finally {
    figures.exact.letGo()
  }
}

/** The same from figures that are already read. Throws CheckFailure, and gives no number, where any check fails. */
export function answerOf(figures: Figures, model: ModelVersion, more: readonly Warning[] = []) {
  const { complete, register } = figures
  const checks = checked(figures)
  const caseHash = hashOf(complete)
  const numbers = {
    headline: headline(figures),
    years: years(figures),
    economic: economic(figures),
    interventions: figures.method.families.map((family, place) => intervention(figures, family, place)),
    demand: figures.method.demands.map((demand) => demandOf(figures, demand)),
  }
  const { commit: _, version: __, ...numbersRestOn } = model
  return {
    model: { ...model },
    caseHash,
    resultHash: hashOf({ model: numbersRestOn, caseHash, ...numbers }),
    conventions: conventions(complete),
    case: complete as unknown as Unrendered,
    ...numbers,
    assumptions: [...register.values()].map(assumption),
    checks: checks.map(checkOf),
    warnings: [...warnings(figures), ...more].map(({ code, message, path }) => ({ code, message, path })),
  }
}

/** SHA-256 of a value's canonical JSON (RFC 8785). */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) as string)
    .digest('hex')
}

function conventions(complete: CompleteCase) {
  const { prices, discounting } = complete
  return {
    currency: 'GBP',
    sign: 'costs and savings are both positive in their own rows; a net is benefits less costs',
    priceBase: prices.baseYear,
    rounding:
      'half away from zero, to pence, once, at each posting of a line and financial year; totals and years are sums of postings; present values, peak funding and the credits of interventions are rounded where shown',
    discountRate: discounting.rate === undefined ? 'Green Book schedule' : 'one rate, see discounting.rate',
    discountTiming: discounting.timing,
    financialYear: 'April to March',
    deflators: `${deflatorSeries.title}, ${deflatorSeries.vintage}, unless the case overrides a year`,
    cashable: 'a budget goes down: a release plan with an owner, for numbers that growth and unmet need have not taken',
  }
}

/** The figures a committee reads first, over the whole horizon. Source: method 7, headline. */
export function headline(figures: Figures) {
  const { headline: figure, financial, economic: case_, demands } = figures.method
  const { month, status } = payback(figures)
  const pounds = (expression: Expression) => money(figures.of(expression))
  return {
    grossAvoided: pounds(figure.grossAvoided),
    cashable: pounds(figure.cashable),
    cost: pounds(figure.cost),
    costAllFunders: pounds(figure.costAllFunders),
    grants: pounds(figure.grants),
    netAvoided: pounds(figure.netAvoided),
    netCashable: pounds(figure.netCashable),
    peakFunding: pounds(financial.peakFunding),
    paybackMonth: month,
    paybackStatus: status,
    npv: pounds(case_.fiscal.npv),
    bcr: benefitCostRatio(figures, case_.fiscal),
    entriesAvoided: Object.fromEntries(demands.map(({ avoided }) => [avoided.baseline.demand.id, count(figures.sum(avoided.entries))])),
  }
}

function years(figures: Figures) {
  const { book, financial, position, economic: case_ } = figures.method
  return book.timeline.financialYears.map(({ year, months }, y) => {
    const pounds = (list: readonly Expression[]) => money(figures.at(list, y))
    return {
      year,
      months: months.length,
      cash: {
        grossAvoided: pounds(financial.grossAvoided),
        ...byRung((rung) => pounds(financial.rungs[rung])),
        cost: pounds(financial.cost),
        costOneOff: pounds(financial.costOneOff),
        costAllFunders: pounds(financial.costAllFunders),
        grants: pounds(financial.grants),
        net: pounds(financial.net),
        cumulative: pounds(financial.cumulative),
      },
      position: {
        budget: pounds(position.budget),
        doNothing: pounds(position.doNothing),
        withPackage: pounds(position.withPackage),
        gap: pounds(position.gap),
      },
      real: {
        ...byRung((rung) => pounds(case_.rungs[rung])),
        economic: pounds(case_.economic),
        social: pounds(case_.social),
        cost: pounds(case_.cost),
        discountFactor: factor(figures.at(case_.discountFactors, y)),
      },
    }
  })
}

function byRung<T>(figure: (rung: (typeof rungs)[number]) => T) {
  return Object.fromEntries(rungs.map((rung) => [rung, figure(rung)])) as Record<(typeof rungs)[number], T>
}

function economic(figures: Figures) {
  const { economic: case_ } = figures.method
  const view = (values: PresentValues) => ({
    pvBenefit: money(figures.of(values.benefit)),
    pvCost: money(figures.of(values.cost)),
    npv: money(figures.of(values.npv)),
    bcr: benefitCostRatio(figures, values),
  })
  return { fiscal: view(case_.fiscal), public: view(case_.public), pvFixed: money(figures.of(case_.pvFixed)) }
}

/** Benefits for each £1 of cost; there is no ratio where nothing is spent. */
function benefitCostRatio(figures: Figures, { cost, bcr }: PresentValues) {
  return figures.of(cost).isZero() ? null : ratio(figures.of(bcr))
}

/** One included intervention, by its place among them: its families by year, its cash and what an entry avoided costs. Source: method 2 and 7. */
export function intervention(figures: Figures, family: Families, place: number) {
  const { book, demands, costs, credits } = figures.method
  const { financialYears } = book.timeline
  const own = costsOf(family, costs)
  const parts = demands.flatMap(({ avoided }) => {
    const part = avoided.contributions.find((contribution) => contribution.families === family)
    return [{ id: avoided.baseline.demand.id, entries: part?.entries ?? [] }]
  })
  const paid = (list: typeof own) => money(figures.sum(list.flatMap(({ postings }) => postings.cash)))
  const costAllFunders = figures.sum(own.flatMap(({ postings }) => postings.cash))
  return {
    id: family.intervention.id,
    years: financialYears.map(({ year, months }) => ({
      year,
      referred: count(figures.overYear(family.referred, months)),
      accepted: count(figures.overYear(family.accepted, months)),
      starts: count(figures.overYear(family.starts, months)),
      completed: count(figures.overYear(family.completed, months)),
      waiting: count(figures.at(family.waiting, months.at(-1) as number)),
      notServed: count(figures.overYear(family.notServed, months)),
      avoided: Object.fromEntries(parts.map(({ id, entries }) => [id, count(figures.overYear(entries, months))])),
    })),
    cash: {
      grossAvoided: money(
        figures.at(
          credits.map((credit) => credit.grossAvoided),
          place,
        ),
      ),
      cashable: money(
        figures.at(
          credits.map((credit) => credit.cashable),
          place,
        ),
      ),
      cost: paid(own.filter((cost) => isCashCost(book, cost))),
      costAllFunders: money(costAllFunders),
    },
    costPerEntryAvoided: Object.fromEntries(
      parts.map(({ id, entries }) => {
        const avoided = figures.sum(entries)
        return [id, figures.isPositive(avoided) ? money(costAllFunders.dividedBy(avoided)) : null]
      }),
    ),
  }
}

function demandOf(figures: Figures, { avoided, lines }: AppraisedDemand) {
  const { book } = figures.method
  const { baseline } = avoided
  return {
    id: baseline.demand.id,
    years: book.timeline.financialYears.map(({ year, months }) => {
      const last = months.at(-1) as number
      return {
        year,
        entries: count(figures.overYear(baseline.entries, months)),
        entriesAvoided: count(figures.overYear(avoided.entries, months)),
        stockDoNothing: count(figures.at(baseline.stock, last)),
        stockWithPackage: count(figures.at(avoided.stockWithPackage, last)),
        stockBudgeted: count(figures.at(baseline.budgetedStock, last)),
      }
    }),
    lines: lines.map(({ line, rungs: ladder }) => ({
      id: line.id,
      cash: byRung((rung) => money(figures.sum(ladder[rung].cash))),
      real: byRung((rung) => money(figures.sum(ladder[rung].real))),
    })),
  }
}

function assumption({ path, value, unit, origin, source, note, range }: Assumption) {
  return { path, value, unit, origin, source, note, range: range === undefined ? undefined : { ...range } }
}

const checkPlaces = 10

function checkOf({ id, left, right, difference, tolerance, pass }: CheckResult) {
  const text = (value: typeof left) => value.toDecimalPlaces(checkPlaces).plus(exactNumber(0)).toFixed()
  return { id, left: text(left), right: text(right), difference: text(difference), tolerance: text(tolerance), pass }
}
