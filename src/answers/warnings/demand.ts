import { inWords, pounds } from '../../formats/sentences/amounts.ts'
import type { Exact } from '../../graph/exact.ts'
import type { AppraisedDemand } from '../../method/appraisal.ts'
import type { NamedLine } from '../../method/book.ts'
import type { Figures } from '../figures.ts'
import { demandNamed } from './named.ts'
import type { Warning } from './warning.ts'

/** How far an opening may be from its steady state before it drifts enough to say so. */
const steadyWithin = '0.02'

/** Warnings about what would happen anyway. Source: methods 1 and 8. */
export function demandWarnings(figures: Figures): Warning[] {
  return figures.method.demands.flatMap((demand) => [
    ...openingNotSteady(figures, demand),
    ...leftAtDefault(figures, demand),
    ...unfilledBudget(figures, demand),
    ...belowZero(figures, demand),
    ...lists(figures, demand),
  ])
}

function openingNotSteady(figures: Figures, { avoided: { baseline }, drift }: AppraisedDemand): Warning[] {
  const { demand, path } = baseline
  if (demand.opening === undefined) return []
  const opening = figures.of(baseline.opening)
  const steady = figures.of(baseline.steadyOpening)
  if (opening.minus(steady).abs().lessThanOrEqualTo(steady.times(steadyWithin))) return []
  const monthly = figures.at(baseline.entries, 0)
  const balance = monthly.isZero() ? '' : ` A stay of ${inWords(opening.dividedBy(monthly))} months would balance.`
  const moved = figures.of(drift)
  const direction = moved.isNegative() ? 'hides growth worth' : 'acts as growth worth'
  const effect = moved.isZero() ? 'the budget follows them' : `that ${direction} ${pounds(moved.abs())} over the horizon`
  return [
    {
      code: 'opening-not-steady',
      path: `${path}.opening`,
      message: `The opening of ${inWords(opening)} is not the ${inWords(steady)} that entries and stay lead to, so numbers drift: ${effect}.${balance} Check the opening, the entries and the stay against each other.`,
    },
  ]
}

/** Growth and backfill decide how much of the avoided cost is cash, so a default deserves a decision. */
function leftAtDefault(figures: Figures, { avoided: { baseline }, lines }: AppraisedDemand): Warning[] {
  const cashable = figures.sum(lines.flatMap(({ rungs }) => rungs.cashable.cash))
  if (!cashable.greaterThan(0)) return []
  const isDefault = (name: string) => figures.register.get(`${baseline.path}.${name}`)?.origin === 'default'
  const found: Warning[] = []
  const growthMatters = baseline.demand.entriesByYear === undefined && baseline.demand.budget.basis !== 'demand'
  if (isDefault('growth') && growthMatters) {
    found.push({
      code: 'growth-default',
      path: `${baseline.path}.growth`,
      message: `${pounds(cashable)} is counted as cash on the assumption that demand for ${demandNamed(figures, baseline.demand.id)} does not grow. Growth that the budget does not fund would absorb part of it: state the growth you expect, even if it is 0.`,
    })
  }
  if (isDefault('backfill')) {
    found.push({
      code: 'backfill-default',
      path: `${baseline.path}.backfill`,
      message: `${pounds(cashable)} is counted as cash on the assumption that no unmet need takes the places left empty in ${demandNamed(figures, baseline.demand.id)}. State the share you expect to be backfilled, even if it is 0.`,
    })
  }
  return found
}

function unfilledBudget(figures: Figures, { avoided: { baseline }, lines }: AppraisedDemand): Warning[] {
  const { book } = figures.method
  const own = lines.filter(({ line }) => line.funder === book.case.body)
  let unspent: Exact = figures.of(book.zero)
  for (const { path } of own) {
    const { values: budget } = book.lines.get(`${path}.budget`) as NamedLine
    const { values: doNothing } = book.lines.get(`${path}.doNothing`) as NamedLine
    for (const [y, planned] of budget.entries()) {
      const left = figures.of(planned).minus(figures.at(doNothing, y))
      if (left.greaterThan(0)) unspent = unspent.plus(left)
    }
  }
  if (unspent.isZero()) return []
  return [
    {
      code: 'unfilled-budget',
      path: `${baseline.path}.budget`,
      message: `${pounds(unspent)} of the budget gap for ${demandNamed(figures, baseline.demand.id)} is budgeted places that demand does not fill even if nothing is done. It is counted as unspent and is not the work of the package.`,
    },
  ]
}

function belowZero(figures: Figures, { avoided }: AppraisedDemand): Warning[] {
  const { book } = figures.method
  const named = [
    ['entries', avoided.entriesWithPackage],
    ['numbers', avoided.stockWithPackage],
  ] as const
  return named.flatMap(([what, series]): Warning[] => {
    const month = series.findIndex((value) => figures.isNegative(figures.of(value)))
    if (month === -1) return []
    return [
      {
        code: 'below-zero',
        path: avoided.baseline.path,
        message: `With the package, ${what} of ${demandNamed(figures, avoided.baseline.demand.id)} fall below zero from ${book.timeline.months[month]}: more is avoided than there is. Check the referrals, the risk and the effect against the demand.`,
      },
    ]
  })
}

function lists(figures: Figures, { avoided: { baseline } }: AppraisedDemand): Warning[] {
  const { case: complete } = figures.method.book
  const { demand, path } = baseline
  const given = [
    ['entriesByYear', demand.entriesByYear],
    ['budget.places', demand.budget.places],
  ] as const
  return given.flatMap(([name, list]): Warning[] => {
    if (list === undefined) return []
    const found: Warning[] = []
    if (!complete.start.endsWith('-04') && list.length > 1) {
      found.push({
        code: 'years-not-financial',
        path: `${path}.${name}`,
        message: `The list steps every twelve months from ${complete.start}, the start of the case, not in April. Restate it for years that begin in ${complete.start.slice(5)}, or start the case in April.`,
      })
    }
    if (list.length > complete.years) {
      found.push({
        code: 'list-longer-than-horizon',
        path: `${path}.${name}`,
        message: `The list has ${list.length} years and the case ${complete.years}: what comes after year ${complete.years} is not used.`,
      })
    }
    return found
  })
}
