import { type Exact, exactNumber } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import type { LadderLine } from '../../method/ladder.ts'
import { monthOfCase } from '../../method/timeline.ts'
import type { Figures } from '../figures.ts'

/** Why what stands empty on a line with a plan is not released yet. */
export const reasons = ['opening', 'notice', 'steps'] as const
export type Reason = (typeof reasons)[number]

/** What one line holds back in some months: in how many of them, how many place-months, and what those cost. */
export interface HeldBack {
  reason: Reason
  months: number
  places: Exact
  pounds: Exact
}

/**
 * What stands empty on a line and is not released, by its reason: the plan has not opened, the notice has not run, or it is less than a
 * whole step. Read from the line's own named lines: empty n, standing u, released ρ. Source: method 4.
 */
export function heldBack(figures: Figures, { line, path, prices }: LadderLine, months: ReadonlySet<number>): HeldBack[] {
  const { book } = figures.method
  const series = (name: string) => book.lines.get(`${path}.${name}`)?.values ?? []
  const [empty, standing, released] = ['emptyPlaces', 'standingPlaces', 'releasedPlaces'].map(series) as [
    readonly Expression[],
    readonly Expression[],
    readonly Expression[],
  ]
  if (line.release === undefined || standing.length === 0) return []
  const opens = monthOfCase(book.timeline, line.release.from)
  const variable = exactNumber(figures.register.get(`${path}.variable`)?.value ?? 1)
  const found: Record<Reason, HeldBack> = { opening: nothing('opening'), notice: nothing('notice'), steps: nothing('steps') }
  for (const t of months) {
    const price = figures.at(prices.cash, book.timeline.yearOf[t] as number)
    const isOpen = t >= opens
    const inNotice = figures.at(empty, t).minus(figures.at(standing, t))
    const inSteps = figures.at(standing, t).minus(figures.at(released, t))
    const held: [Reason, Exact][] = [
      [isOpen ? 'notice' : 'opening', inNotice],
      ['steps', inSteps],
    ]
    for (const [reason, places] of held) {
      if (!figures.isPositive(places)) continue
      const before = found[reason]
      found[reason] = {
        reason,
        months: before.months + 1,
        places: before.places.plus(places),
        pounds: before.pounds.plus(places.times(variable).times(price)),
      }
    }
  }
  return reasons.map((reason) => found[reason]).filter((each) => each.months > 0)
}

function nothing(reason: Reason): HeldBack {
  return { reason, months: 0, places: exactNumber(0), pounds: exactNumber(0) }
}
