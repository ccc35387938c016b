import type { CompleteCostLine } from '../../case/complete.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import { type LineName, lines } from '../../method/lines.ts'
import { monthOfCase } from '../../method/timeline.ts'
import type { Figures } from '../figures.ts'
import type { Asked } from '../line-id.ts'
import type { Bind } from './bind.ts'
import { type HeldBack, heldBack } from './held-back.ts'
import { type Limit, limitsOf } from './limits.ts'
import type { Names } from './names.ts'
import { writtenOf } from './said.ts'
import { readable } from './shown.ts'
import { madeOfGap, takenBefore } from './taken.ts'

/** One figure's own formula and what is known of its month. */
interface Here {
  figures: Figures
  owner: string
  place: number
  month: string
  value: Exact
  limits: readonly Limit[]
  /** The value of another line of the same owner, or of another, at the same place. */
  at: (name: LineName, owner?: string) => Exact
}

/** What holds a figure, in sentences, from the limits in its own formula. A total is held by what holds its months or years. */
export function binds(figures: Figures, names: Names, asked: Asked): Bind[] {
  const { from, owner, name } = asked
  const carriedUp = [...takenBefore(figures, asked), ...madeOfGap(figures, asked), ...overMonths(figures, asked)]
  if (from.is !== 'line') return carriedUp
  const { line, place } = from
  const value = figures.of(line.values[place] as Expression)
  const here: Here = {
    figures,
    owner,
    place,
    month: figures.method.book.timeline.months[place] ?? '',
    value,
    limits: limitsOf(writtenOf(names, asked).part, figures),
    at: (other, of = owner) => figures.at(figures.method.book.lines.get(`${of}.${other}`)?.values ?? [], place),
  }
  const own = (told[name] ?? (() => []))(here)
  return [...own, ...rounding(here, lines[name].unit), ...carriedUp]
}

/** To the places that the answer shows, so that a sentence says what its lines say. */
const number = (value: Exact) => readable(value)

/** What each line's limits mean. Source: the method's sections named beside each. */
const told: Partial<Record<LineName, (here: Here) => Bind[]>> = {
  // Method 2.
  warmUp: (here) => {
    const { value, limits } = here
    if (value.isZero()) return closed(here)
    if (limits.length === 0 || value.equals(1)) return []
    return [{ kind: 'warm-up', sentence: `The service is still warming up: it has reached ${percent(value)} of its full rate.` }]
  },
  referred: closed,
  accepted: closed,
  starts: (here) => {
    if (here.value.isZero() && closed(here).length > 0) return closed(here)
    const queue = here.limits.find(({ is }) => is === 'least')
    if (queue === undefined) return []
    const [waiting, free] = queue.sides as [Exact, Exact]
    if (here.figures.exceeds(waiting, free)) {
      const sentence = `Capacity binds: ${number(waiting)} families could start and ${number(free)} places are free; the others wait or are not served.`
      return [{ kind: 'capacity', sentence }]
    }
    return [
      {
        kind: 'queue',
        sentence: `Demand for the service binds, not capacity: all ${number(waiting)} families can start, and ${number(free)} places are free.`,
      },
    ]
  },
  // Method 3.
  share: ({ limits, owner, figures, place, at }) => {
    const cap = limits.find(({ is }) => is === 'least')
    if (cap === undefined || !cap.sides.some((side) => figures.exceeds(side, exactNumber(1)))) return []
    const demand = demandOf(figures, owner)
    const entries = figures.at(figures.method.book.lines.get(`demand.${demand}.entries`)?.values ?? [], place)
    const sentence = `The cap of 1 binds: by itself it would avoid ${number(at('standAloneAvoided'))} entries, and only ${number(entries)} come in.`
    return [{ kind: 'cap', sentence }]
  },
  combinedAvoided: overlap,
  attributedAvoided: overlap,
  // Method 4.
  pressure: ({ limits, value }) => {
    const [held] = limits
    if (held === undefined || !value.isZero()) return []
    const below = held.sides.find((side) => side.isNegative()) ?? exactNumber(0)
    const sentence = below.isZero()
      ? 'Numbers stand where the budget has them, so growth takes nothing.'
      : `Numbers are ${number(below.abs())} below what the budget pays for, so growth takes nothing.`
    return [{ kind: 'growth', sentence }]
  },
  backfilledPlaces: ({ value }) =>
    value.isZero() ? [] : [{ kind: 'backfill', sentence: `Unmet need takes ${number(value)} of what is freed before anything else.` }],
  absorbedPlaces: (here) => {
    const [least] = here.limits
    if (least === undefined || least.is !== 'least') return []
    const [left, needed] = least.sides as [Exact, Exact]
    if (!here.figures.isPositive(here.value)) return []
    const sentence = here.figures.exceeds(left, needed)
      ? `Growth takes all that it needs, ${number(needed)}; ${number(left.minus(needed))} are left standing empty.`
      : `Growth takes everything: it needs ${number(needed)} and ${number(left)} are free, so nothing is left standing empty.`
    return [{ kind: 'growth', sentence }]
  },
  standingPlaces: standing,
  releasedPlaces: (here) => [...standing(here), ...steps(here)],
  cashableByMonth: (here) => [...standing(here), ...steps(here)],
  // Method 7.
  peakFunding: ({ value, limits, figures }) => {
    if (limits.length === 0) return []
    const { book, financial } = figures.method
    const at = financial.cumulativeByMonth.findIndex((each) => figures.of(each).negated().equals(value))
    if (value.isZero() || at === -1)
      return [{ kind: 'floor', sentence: 'Cumulative net cash is never below 0, so nothing has to be found first.' }]
    return [{ kind: 'floor', sentence: `Cumulative net cash is lowest in ${book.timeline.months[at]}.` }]
  },
}

function percent(share: Exact): string {
  return `${share.times(100).toDecimalPlaces(1).toFixed()}%`
}

/** That a service takes no referrals in a month, before it opens or after it has closed. */
function closed({ figures, owner, place }: Here): Bind[] {
  const family = figures.method.families.find(({ path }) => path === owner)
  if (family === undefined) return []
  const { start, end } = family.intervention
  const { from, until } = family.running
  if (place < from) return [{ kind: 'closed', sentence: `The service takes no referrals yet in this month: it opens in ${start}.` }]
  return place < until ? [] : [{ kind: 'closed', sentence: `The service takes no more referrals in this month: the last are in ${end}.` }]
}

function overlap({ limits, figures }: Here): Bind[] {
  const scale = limits.find(({ is }) => is === 'greatest')
  if (scale === undefined || !figures.exceeds(scale.result, exactNumber(1))) return []
  const sentence = `The shares of the interventions add up to ${number(scale.result)}, more than the whole, so all are scaled down together.`
  return [{ kind: 'overlap', sentence }]
}

function standing({ figures, owner, place, month, at }: Here): Bind[] {
  const plan = figures.method.demands.flatMap(({ lines: all }) => all).find(({ path }) => path === owner)?.line.release
  if (plan === undefined) return [{ kind: 'release', sentence: 'There is no release plan, so nothing that stands empty is released.' }]
  const empty = at('emptyPlaces')
  const held = empty.minus(at('standingPlaces'))
  if (!figures.isPositive(held)) return []
  if (place < monthOfCase(figures.method.book.timeline, plan.from)) {
    return [{ kind: 'release', sentence: `The plan opens in ${plan.from}: ${number(empty)} stand empty in ${month} and none can go yet.` }]
  }
  const notice = `${plan.noticeMonths} ${plan.noticeMonths === 1 ? 'month' : 'months'}`
  const sentence = `The notice of ${notice} binds: of ${number(empty)} standing empty, ${number(held)} have not been empty throughout it.`
  return [{ kind: 'notice', sentence }]
}

function steps({ figures, owner, at }: Here): Bind[] {
  const held = at('standingPlaces').minus(at('releasedPlaces'))
  if (!figures.isPositive(held)) return []
  const step = figures.register.get(`${owner}.release.step`)?.value ?? ''
  const sentence = `Only whole steps of ${step} can go: of ${number(at('standingPlaces'))} free to go, ${number(held)} are less than a step.`
  return [{ kind: 'step', sentence }]
}

function demandOf(figures: Figures, effect: string): string {
  const [, intervention, , id] = effect.split('.')
  const effects = figures.complete.interventions.find((each) => each.id === intervention)?.effects ?? []
  return effects.find((each) => each.id === id)?.demand ?? ''
}

/** That a posting is rounded, where that changes it. */
function rounding({ limits, value }: Here, unit: string): Bind[] {
  const [first] = limits
  const exact = first?.sides[0]
  if (first?.is !== 'round2' || exact === undefined || exact.equals(value)) return []
  const sentence = `Posted once and rounded to pence: ${exact.toDecimalPlaces(10).toFixed().replace('-', '−')} becomes ${readable(value, unit)}.`
  return [{ kind: 'rounding', sentence }]
}

/** What holds a rung of one cost line back over the months that it adds up. */
function overMonths(figures: Figures, asked: Asked): Bind[] {
  if (!['cashable', 'cashableReal', 'notYetReleased', 'notYetReleasedReal'].includes(asked.name)) return []
  const line = figures.method.demands.flatMap(({ lines: all }) => all).find(({ path }) => path === asked.owner)
  if (line === undefined) return []
  return heldBack(figures, line, asked.months).map((held) => ({
    kind: kinds[held.reason],
    sentence: heldSentence(held, line.line),
  }))
}

const kinds = { opening: 'release', notice: 'notice', steps: 'step' } as const

function heldSentence({ reason, months, places, pounds }: HeldBack, { per, release: plan }: CompleteCostLine): string {
  const why = {
    opening: `because the plan opens in ${plan?.from}`,
    notice: `because the notice of ${plan?.noticeMonths} ${plan?.noticeMonths === 1 ? 'month' : 'months'} has not run`,
    steps: 'because it is less than a whole step',
  }[reason]
  const during = `${months} ${months === 1 ? 'month' : 'months'}`
  return `In ${during}, ${readable(pounds, 'pounds')} (${number(places)} ${per === 'entry' ? 'entries' : 'place-months'}) is not released ${why}.`
}
