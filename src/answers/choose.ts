import { CaseError } from '../case/problem.ts'
import type { ReadCase } from '../case/read-case.ts'
import { money, ratio } from '../formats/figure.ts'
import { exactNumber } from '../graph/exact.ts'
import { hashOf } from './appraise.ts'
import { type Choice, type ChoiceOptions, choiceOf } from './choosing/asked.ts'
import { type DrawnPackages, drawPackages } from './choosing/drawn-packages.ts'
import { frontier, type Standing } from './choosing/frontier.ts'
import { type LookedAt, lookAtPackages, ranked } from './choosing/looked-at.ts'
import { notesOf, sentencesOf } from './choosing/said.ts'
import { Setting } from './choosing/setting.ts'
import { type ShownPackage, shareOf, showPackages } from './choosing/shown.ts'
import { byTie, type Subset } from './choosing/subset.ts'
import type { Pause } from './choosing/subset-reader.ts'
import type { Measure } from './measure.ts'
import type { ModelVersion } from './model-version.ts'
import { VariedCase } from './varied.ts'

/** What a choice answers, its figures still exact. */
export type Chosen = Awaited<ReturnType<typeof choose>>

/** So many packages are listed by rank. */
const mostRanked = 20

/**
 * Chooses interventions: the package with the highest measure that a budget allows, the packages behind it, the efficient frontier, and how
 * often each is the best over the draws of the case's ranges. `pause` gives others their turn between pieces of work; `varied` is the same
 * case where whoever asks has it already. Throws an OptionError
 * where what is asked for cannot be, a CaseError where there is nothing to choose from, and CheckFailure, with no number, where a check fails or the columns and the exact
 * appraisal of a winner disagree.
 */
export async function choose(
  ready: ReadCase,
  options: ChoiceOptions,
  model: ModelVersion,
  pause: Pause = async () => {},
  varied = new VariedCase(ready),
) {
  const { interventions } = ready.case
  const ids = interventions.flatMap(({ id, included }) => (included ? [id] : [])).sort()
  if (ids.length === 0) {
    const message = 'The case has no intervention to choose from, or leaves each out by included: false.'
    const expected = 'one intervention or more that is included'
    throw new CaseError(422, 'not-a-case', [{ pointer: '/interventions', path: 'interventions', message, got: 'none', expected }])
  }
  const choice = choiceOf(varied, options)
  const setting = new Setting({ ready, varied, choice, ids, pause, model })
  const looked = await lookAtPackages(setting)
  const order = ranked(looked)
  const standings = frontier(
    looked.subsets.map((_, place) => ({ cost: looked.cost[place] as number, effect: looked.measure[place] as number })),
  )
  const onFrontier = frontierOf(standings, looked)
  const drawn = await drawPackages(setting, looked, order, onFrontier)
  const byRank = (choice.rankBy === 'p10' ? drawn?.byP10 : undefined) ?? order
  const [first] = byRank as [number]
  const listed = byRank.slice(0, mostRanked)
  const findings = { looked, standings, drawn, winners: new Set([first, ...onFrontier]) }
  const shown = await showPackages(setting, findings, [...new Set([...listed, ...onFrontier])])
  const at = (place: number) => shown.get(place) as ShownPackage
  const { answer } = setting.exactly(looked.subsets[first] as Subset)
  const { headline, checks, caseHash: ofPackage, resultHash } = answer
  const found = {
    asked: askedFor(choice),
    packages: counted(ids, looked, standings, choice.measure, order[0] as number),
    best: { ...at(first), headline, checksPassed: checks.length, caseHash: ofPackage, resultHash },
    ranked: listed.map((place, rank) => ({ rank: rank + 1, ...at(place) })),
    frontier: onFrontier.map((place) => ({ ...at(place), step: stepOf(standings[place] as Standing, choice.measure) })),
    uncertainty: drawn === undefined ? null : uncertaintyOf(setting, drawn),
  }
  const caseHash = hashOf(ready.case)
  const { method, referenceData } = model
  return {
    model: { ...model },
    caseHash,
    resultHash: hashOf({ method, referenceData, caseHash, ...found }),
    sentences: sentencesOf(setting, found),
    interventions: interventions.map(({ id, title, included }) => ({ id, title, included })),
    ...found,
    notes: notesOf(setting, found),
  }
}

/** The places on the frontier, the cheapest first. */
function frontierOf(standings: readonly Standing[], { cost }: LookedAt): number[] {
  const places = [...standings.keys()].filter((place) => standings[place]?.status === 'frontier')
  return places.sort((one, other) => (cost[one] as number) - (cost[other] as number))
}

function askedFor({ measure, basis, budgetOn, budget, rankBy, draws, seed }: Choice) {
  const { id, label, unit } = measure
  return {
    measure: { id, label, unit },
    budgetOn: { id: basis.id, label: basis.label, unit: basis.unit },
    budgetBasis: budgetOn,
    budget: budget === undefined ? null : money(budget),
    rankBy,
    draws,
    seed,
  }
}

/** How many packages there are, how many of them were looked at, and what became of those. */
function counted(ids: readonly string[], looked: LookedAt, standings: readonly Standing[], measure: Measure, highest: number) {
  const within = looked.allowed.reduce((sum, isAllowed) => sum + isAllowed, 0)
  const number = (status: Standing['status']) => standings.filter((standing) => standing.status === status).length
  const { bound } = looked
  return {
    possible: 2 ** ids.length,
    lookedAt: looked.subsets.length,
    withinBudget: within,
    overBudget: looked.subsets.length - within,
    onFrontier: number('frontier'),
    dominated: number('dominated'),
    extendedlyDominated: number('extendedly-dominated'),
    bound: bound === undefined ? null : { value: measure.figure(bound), gap: measure.figure(bound - (looked.measure[highest] as number)) },
  }
}

/** The step to a package on the frontier from the one before it: what more is paid and gained, and pounds for each unit gained. */
function stepOf({ step }: Standing, measure: Measure) {
  if (step === undefined) return null
  return {
    budgeted: money(exactNumber(step.cost)),
    measure: measure.figure(step.effect),
    poundsForEachUnit: ratio(exactNumber(step.ratio)),
  }
}

/** How often each package is the best, of those that were drawn. */
function uncertaintyOf(setting: Setting, { ranges, isAll, fates }: DrawnPackages) {
  const { draws, seed } = setting.choice
  const often = [...fates].filter(([, { best }]) => best > 0).sort(([one, a], [other, b]) => b.best - a.best || byTie(one, other))
  return {
    draws,
    seed,
    sampling: 'random' as const,
    ranges,
    packages: fates.size,
    isEveryPackage: isAll,
    best: often.slice(0, mostRanked).map(([subset, { best }]) => ({ interventions: setting.idsOf(subset), ...shareOf(best, draws) })),
  }
}
