import type { Figure } from '../../formats/figure.ts'
import { inWords, pounds } from '../../formats/sentences/amounts.ts'
import { exactNumber } from '../../graph/exact.ts'
import { nameInSentence } from '../../method/lines.ts'
import { fewDrawn, mostColumns } from './drawn-packages.ts'
import { mostToTryAll } from './looked-at.ts'
import type { Setting } from './setting.ts'
import type { ShownPackage } from './shown.ts'

/** What a choice has found, as far as it is said in words. */
export interface Found {
  asked: { budget: Figure | null; rankBy: string; draws: number; measure: { label: string } }
  packages: { possible: number; lookedAt: number; overBudget: number; bound: { value: Figure; gap: Figure } | null }
  best: ShownPackage
  ranked: readonly ShownPackage[]
  frontier: readonly ShownPackage[]
  uncertainty: { packages: number; isEveryPackage: boolean; best: readonly { interventions: readonly string[]; share: Figure }[] } | null
}

const basisWords = { peakFunding: 'peak funding', cost: 'cost to the body', costAllFunders: 'cost to all funders' } as const

/** The choice in plain English: what is best, by how much, how surely, and what more money would buy. */
export function sentencesOf(setting: Setting, found: Found): string[] {
  const said = [what(setting, found), gap(found), margin(setting, found), surely(setting, found), cashWarning(found), more(setting, found)]
  return said.filter((sentence) => sentence !== undefined)
}

function what({ choice, ready }: Setting, { asked, packages, best, uncertainty }: Found): string {
  const basis = basisWords[choice.budgetOn]
  const limit = asked.budget === null ? 'With no limit on the budget' : `Within ${amount(asked.budget)} of ${basis}`
  const measure = asked.rankBy === 'p10' ? `the P10 of ${nameInSentence(asked.measure.label)}` : nameInSentence(asked.measure.label)
  const name = named(ready.case.interventions, best.interventions)
  const drawn = asked.rankBy === 'p10' && uncertainty?.isEveryPackage === false ? uncertainty.packages : undefined
  const among = drawn ?? (packages.bound === null ? packages.possible - packages.overBudget : undefined)
  const of = among === undefined ? `the best package found by ${measure} is` : `the best of ${numberOf(among, 'package')} by ${measure} is`
  const p10 = asked.rankBy === 'p10' && best.p10 !== null ? ` and ${amount(best.p10)} or more in nine draws of ten` : ''
  const worth = `${nameInSentence(asked.measure.label)} ${amount(best.measure)}${p10}, ${basis} ${amount(best.budgeted)}`
  return `${limit}, ${of} ${name}: ${worth}.`
}

/** How far the best package found may be from the best there is, where not every package was looked at. */
function gap({ packages: { bound, possible, lookedAt } }: Found): string | undefined {
  if (bound === null) return undefined
  const above = bound.gap.value.isPositive() && !bound.gap.value.isZero() ? `, ${amount(bound.gap)} above the best that was found` : ''
  return `Of ${whole(possible)} packages ${whole(lookedAt)} were looked at. By the bound none can give more than ${amount(bound.value)}${above}.`
}

function margin({ choice, ready }: Setting, { asked, ranked }: Found): string | undefined {
  const [first, second] = ranked
  if (first === undefined || second === undefined) return undefined
  const byP10 = asked.rankBy === 'p10' && first.p10 !== null && second.p10 !== null
  const [own, next] = byP10 ? [first.p10 as Figure, second.p10 as Figure] : [first.measure, second.measure]
  const behind = own.value.minus(next.value)
  const name = named(ready.case.interventions, second.interventions)
  const less = inUnit(behind, choice.measure.unit)
  if (own.toString() === next.toString())
    return `Next comes ${name}, which gives the same: of packages that do, the one with fewer interventions comes first.`
  return `Next comes ${name}, with ${less} less.`
}

function surely({ choice, ready }: Setting, { asked, best, uncertainty }: Found): string | undefined {
  if (uncertainty === null || best.best === null || best.withinBudget === null) return undefined
  const draws = whole(asked.draws)
  const within =
    asked.budget === null ? '' : ` Its ${basisWords[choice.budgetOn]} stays within the budget in ${percent(best.withinBudget.share)}.`
  const [most] = uncertainty.best
  const isSame = most === undefined || most.interventions.join() === best.interventions.join()
  const other = isSame
    ? ''
    : ` The one that is most often the best is ${named(ready.case.interventions, most.interventions)}, in ${percent(most.share)}.`
  const error = best.best.standardError.value.isZero() ? '' : ` (standard error ${percent(best.best.standardError)})`
  return `Over ${draws} draws of the ranges it is the best of ${numberOf(uncertainty.packages, 'package')} in ${percent(best.best.share)}${error}.${other}${within}`
}

/** What is worth having may still cost the body cash. */
function cashWarning({ best, asked }: Found): string | undefined {
  if (!best.netCashable.value.isNegative() || best.measure.value.isNegative() || asked.measure.label.startsWith('Net cashable'))
    return undefined
  return `The best package loses the body ${amount(best.netCashable).replace('−', '')} in cash over the horizon: what it avoids is worth more than it costs, but not enough of it becomes cash.`
}

/** The next step on the frontier beyond the budget. */
function more({ choice, ready }: Setting, { asked, frontier, best }: Found): string | undefined {
  const { budget } = asked
  if (budget === null) return undefined
  const next = frontier.find(({ isWithinBudget, measure }) => !isWithinBudget && measure.value.greaterThan(best.measure.value))
  if (next === undefined) return undefined
  const over = next.budgeted.value.minus(budget.value)
  const more = over.lessThan(1) ? `£${over.toFixed(2)}` : pounds(over)
  const gain = inUnit(next.measure.value.minus(best.measure.value), choice.measure.unit)
  return `With ${more} more, ${named(ready.case.interventions, next.interventions)} would give ${gain} more.`
}

/** How to read a choice, and what it supposes. */
export function notesOf({ choice, ready }: Setting, { packages, uncertainty, asked }: Found): string[] {
  const grants = ready.case.funding.map(({ id }) => id)
  const out = ready.case.interventions.filter(({ included }) => !included).map(({ id }) => id)
  return [
    `The measure is ${choice.measure.id} and the highest is the best. Packages that show the same are in the order of fewer interventions, then of their ids.`,
    `The budget is a limit on ${choice.basis.id} at the central figures; a package that costs exactly the budget is within it.`,
    `Nothing is a package too: no intervention, no cost, and no grant.${grants.length === 0 ? '' : ` Every other package keeps the grants whole (${grants.join(', ')}); where a grant hangs on one intervention, compare variants instead.`}`,
    ...(out.length === 0 ? [] : [`${out.join(', ')}: left out of every package, because the case has included: false.`]),
    'The figures of the best package and of those on the frontier are of exact appraisals of their own, with every check passed. The others are read by the draws reader, which agreed with those appraisals within the last place shown.',
    'Dominated: another package costs no more and gives no less. Extendedly dominated: the step to it costs more for each unit gained than the step beyond it. Packages cannot be bought in parts, so one that is extendedly dominated may still be the best within a budget.',
    ...(packages.bound === null
      ? []
      : [
          `There are ${whole(packages.possible)} packages, too many to look at each (up to ${mostToTryAll} interventions are). ${whole(packages.lookedAt)} were looked at: from nothing, from everything and from each intervention by itself, one was added, taken out or exchanged as long as that was better. Ranking and frontier are of those.`,
          `The bound supposes that no intervention adds more to any package than the most it added to one that was looked at; whole-step release plans can break that.${asked.budget === null ? '' : choice.budgetOn === 'peakFunding' ? ' It leaves the budget aside, because peak funding does not add up over interventions.' : ' Within the budget, interventions that give most for each pound come first, the last of them in part.'}`,
        ]),
    ...(uncertainty === null
      ? ['The case has no ranges, so how often each package is the best is not known.']
      : uncertainty.isEveryPackage
        ? ['Every package within the budget is followed through the same draws.']
        : [
            `Only the ${fewDrawn} best packages by the central measure and those on the frontier within the budget are drawn: all of them would be more than ${whole(mostColumns)} columns, or would take too long.`,
          ]),
  ]
}

interface Titled {
  id: string
  title?: string
}

/** A package by the titles of its interventions. */
function named(interventions: readonly Titled[], ids: readonly string[]): string {
  if (ids.length === 0) return 'doing nothing'
  const titles = ids.map((id) => interventions.find((each) => each.id === id)?.title ?? id)
  if (titles.length < 2) return titles.join('')
  return `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`
}

function amount(figure: Figure): string {
  return figure.kind === 'money' ? pounds(figure.value) : inWords(figure.value)
}

function inUnit(value: Figure['value'], unit: string): string {
  return unit.startsWith('pounds') ? pounds(value) : `${inWords(value)} ${unit}`
}

function percent(share: Figure): string {
  return `${inWords(share.value.times(exactNumber(100)))}%`
}

function numberOf(count: number, one: string): string {
  return `${whole(count)} ${one}${count === 1 ? '' : 's'}`
}

function whole(count: number): string {
  return inWords(exactNumber(count))
}
