import { yearNumber, yearNumberOf } from '../../case/calendar.ts'
import type { CompleteCase, CompleteCostLine, CompleteDemand, CompleteIntervention, CompleteWarmUp } from '../../case/complete.ts'

/*
 * What the method of a case takes, in operations: the nodes of its graph, each of them a sum, a product or the like that is worked out once
 * for an answer. Priced from the case alone, before anything is built.
 *
 * Each number below is how many nodes the method writes for one such thing in one month of the horizon, found by adding one more of it to a
 * case of a year and to one of thirty, with every quantity kept as an input and the larger of the two taken; what is written for a year is
 * in it as its twelfth. A price is therefore not below the true size. It is above it where zeros and ones fold away, and where a service
 * runs for a part of the horizon only. A test holds both sides of that.
 */
const monthly = {
  /** The totals of the cases, and of the years. */
  case: 7,
  /** Entries, places, and what the budget pays for; then of an opening that is given. */
  demand: 5,
  opening: 3,
  /** A cost line that the body pays, where something acts on its demand: seven rungs, the budget position and the postings. */
  ownLine: 20,
  /** Its release plan: whole steps, and notice. */
  plan: 6,
  notice: 5,
  /** The same line where nothing acts on its demand; and a line that is somebody else's, or nobody's budget. */
  stillLine: 5,
  otherLine: 2,
  /** An intervention's referrals, and the queue for its places. */
  funnel: 7,
  queue: 12,
  /** A warm-up that is not straight. */
  curve: 4,
  /** An effect on entries: treated, expected, avoided, its share of the demand and the places it keeps empty. */
  entriesEffect: 13,
  fade: 5,
  returns: 3,
  exitsEffect: 5,
  /** A demand that several interventions act on: its own places, and what one of them is worth in cash. */
  shared: 24,
  sharedLine: 2,
  /** What one of several interventions is credited with: for places, and again for entries where a line is paid for those. */
  credit: 5,
  /** One of several shares at one point of the rule that attributes what they avoid together; n shares need n/2 points. */
  point: 5,
  /** A cost that follows families, one that does not, a saving, and a saving that warms up. */
  familyCost: 6,
  otherCost: 3,
  saving: 3,
  savingWarmUp: 6,
  grant: 2,
} as const

/** The price of one appraisal of a case, in operations. `quantities` is how many assumptions its register has, each of them a node. */
export function operationsOf(complete: CompleteCase, quantities: number): number {
  const package_ = complete.interventions.filter(({ included }) => included)
  const each =
    monthly.case +
    monthly.grant * complete.funding.length +
    total(complete.demand, (demand) => demandOf(complete, demand, package_)) +
    total(package_, interventionOf)
  return 12 * complete.years * each + compounding(complete, package_) + total(package_, fading) + quantities
}

function demandOf(complete: CompleteCase, { id, opening, costs }: CompleteDemand, package_: readonly CompleteIntervention[]): number {
  const effects = package_.flatMap((each) => (reaches(each) ? each.effects.filter(({ demand }) => demand === id) : []))
  const entries = effects.filter(({ kind }) => kind === 'entries').length
  const acting = package_.filter((each) => each.effects.some(({ demand }) => demand === id)).length
  const sides = new Set(costs.map(({ per }) => per === 'entry')).size
  const points = complete.overlap === 'independent' && entries > 1 ? Math.ceil(entries / 2) : 0
  const isShared = acting > 1 && effects.length > 0
  return (
    monthly.demand +
    (opening === undefined ? 0 : monthly.opening) +
    total(costs, (line) => lineOf(complete, line, effects.length > 0)) +
    total(effects, effectOf) +
    (isShared ? monthly.shared + monthly.sharedLine * costs.length + monthly.credit * sides * acting : 0) +
    monthly.point * points * entries
  )
}

/** Whether families are written for an intervention: without referrals there are none, but the queue for its places stands. */
function reaches({ referrals, capacity }: CompleteIntervention): boolean {
  return referrals !== undefined || capacity !== undefined
}

function lineOf({ body }: CompleteCase, { value, funder, release }: CompleteCostLine, isActedOn: boolean): number {
  if (value !== 'fiscal' || funder !== body) return monthly.otherLine
  if (!isActedOn) return monthly.stillLine
  return monthly.ownLine + (release === undefined ? 0 : monthly.plan + (release.noticeMonths > 0 ? monthly.notice : 0))
}

function effectOf(effect: CompleteIntervention['effects'][number]): number {
  if (effect.kind === 'exits') return monthly.exitsEffect
  const fades = effect.holdMonths < effect.windowMonths
  return monthly.entriesEffect + (fades ? monthly.fade : 0) + (effect.returns === undefined ? 0 : monthly.returns)
}

function interventionOf(intervention: CompleteIntervention): number {
  const { capacity, warmUp, costs, savings } = intervention
  return (
    (reaches(intervention) ? monthly.funnel + curveOf(warmUp) : 0) +
    (capacity === undefined ? 0 : monthly.queue) +
    total(costs, ({ per }) => (per === 'once' || per === 'year' ? monthly.otherCost : monthly.familyCost)) +
    total(savings, (saving) => monthly.saving + (saving.warmUp === undefined ? 0 : monthly.savingWarmUp + curveOf(saving.warmUp)))
  )
}

function curveOf({ curve }: CompleteWarmUp): number {
  return curve === 's-curve' || curve === 'step' ? monthly.curve : 0
}

/**
 * Prices compound from the base year to every year of the horizon: the real growth of every priced line, whose powers the years share, and
 * inflation. A year before the base year is divided by every year between, of which years share nothing where inflation is listed by year.
 */
function compounding({ start, years, prices, demand }: CompleteCase, package_: readonly CompleteIntervention[]): number {
  const first = yearNumberOf(start)
  const base = yearNumber(prices.baseYear)
  const series = 1 + total(demand, ({ costs }) => costs.length) + total(package_, ({ costs, savings }) => costs.length + savings.length)
  // What a horizon of its own length takes is in the prices of lines already.
  const after = Math.max(0, first - base)
  const before = Math.max(0, base - first)
  return series * (after + before) + (years + 1) * before
}

/** The months over which effects fade, whatever the horizon. */
function fading({ effects }: CompleteIntervention): number {
  return total(effects, (effect) => (effect.kind === 'exits' ? 0 : Math.max(0, effect.windowMonths - effect.holdMonths)))
}

function total<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((sum, each) => sum + of(each), 0)
}
