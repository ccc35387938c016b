import { Figure, ratio } from '../../formats/figure.ts'
import type { Column } from '../../graph/columns/columns.ts'
import { exactNumber } from '../../graph/exact.ts'
import { type Measure, measureOf } from '../measure.ts'
import { isWithin } from './asked.ts'
import type { DrawnPackages } from './drawn-packages.ts'
import { holdTogether } from './exactly.ts'
import type { Standing } from './frontier.ts'
import type { LookedAt } from './looked-at.ts'
import type { Setting } from './setting.ts'
import type { Subset } from './subset.ts'
import { SubsetReader } from './subset-reader.ts'
import { standardErrorOf } from './under-draws.ts'

/** What is shown of every package besides the measure and what the budget is on. */
const shownNames = ['npv', 'netCashable', 'cost', 'costAllFunders', 'peakFunding'] as const

/** A package as an answer shows it. */
export type ShownPackage = ReturnType<typeof shownPackage>

/** What is known of packages when they are shown. */
export interface Findings {
  looked: LookedAt
  standings: readonly Standing[]
  drawn: DrawnPackages | undefined
  /** The places of those whose figures are appraised exactly. */
  winners: ReadonlySet<number>
}

/** The packages at some places, as an answer shows them. Throws CheckFailure where the columns and an exact appraisal disagree. */
export async function showPackages(
  setting: Setting,
  findings: Findings,
  places: readonly number[],
): Promise<ReadonlyMap<number, ShownPackage>> {
  const { varied, ids, choice, pause } = setting
  const measures = [choice.measure, choice.basis, ...shownNames.map((name) => measureOf(varied, name))]
  const reader = new SubsetReader(
    varied,
    ids,
    measures.map(({ line }) => line),
  )
  const subsets = places.map((place) => findings.looked.subsets[place] as Subset)
  const columns = await reader.read(subsets, pause)
  const shown = new Map<number, ShownPackage>()
  for (const [at, place] of places.entries()) {
    const values = columns.map((column: Column) => column[at] as number)
    shown.set(place, shownPackage(setting, findings, place, figuresOf(setting, findings, place, measures, values)))
    await pause()
  }
  return shown
}

/** The figures of one package: those of its exact appraisal, held against the columns, where it is a winner. */
function figuresOf(
  setting: Setting,
  { looked, winners }: Findings,
  place: number,
  measures: readonly Measure[],
  values: readonly number[],
): readonly Figure[] {
  if (!winners.has(place)) return measures.map((measure, at) => measure.figure(values[at] as number))
  const subset = looked.subsets[place] as Subset
  const exact = setting.exactly(subset)
  return measures.map((measure, at) => {
    holdTogether(exact, measure, values[at] as number, setting.idsOf(subset))
    return new Figure(exact.of(measure), measure.figure(0).kind)
  })
}

function shownPackage(setting: Setting, { looked, standings, drawn, winners }: Findings, place: number, figures: readonly Figure[]) {
  const { choice } = setting
  const subset = looked.subsets[place] as Subset
  const [measure, budgeted, npv, netCashable, cost, costAllFunders, peakFunding] = figures as FiguresShown
  const { status, by } = standings[place] as Standing
  const fate = drawn?.fates.get(subset)
  return {
    interventions: setting.idsOf(subset),
    measure,
    budgeted,
    isWithinBudget: isWithin(budgeted.value, choice.budget),
    npv,
    netCashable,
    cost,
    costAllFunders,
    peakFunding,
    isExact: winners.has(place),
    standing: status,
    dominatedBy: by.map((other) => setting.idsOf(looked.subsets[other] as Subset)),
    p10: fate === undefined ? null : choice.measure.figure(fate.p10),
    best: fate === undefined ? null : shareOf(fate.best, choice.draws),
    withinBudget: fate === undefined ? null : shareOf(fate.withinBudget, choice.draws),
  }
}

/** A share of draws with its standard error. */
export function shareOf(share: number, draws: number) {
  return { share: ratio(exactNumber(share)), standardError: ratio(exactNumber(standardErrorOf(share, draws))) }
}

/** The measure, what the budget is on, and what is shown besides. */
type FiguresShown = [Figure, Figure, Figure, Figure, Figure, Figure, Figure]
