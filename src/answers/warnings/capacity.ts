import { inWords } from '../../formats/figure.ts'
import type { Families } from '../../method/referrals.ts'
import type { Figures } from '../figures.ts'
import type { Warning } from './warning.ts'

const aYear = 12

/** Warnings about throughput: too many families for the places. Source: method 8. */
export function capacityWarnings(figures: Figures): Warning[] {
  return figures.method.families.flatMap((family) => [...aboveCapacity(figures, family), ...neverClears(figures, family)])
}

function aboveCapacity(figures: Figures, { path, waiting, notServed, intervention }: Families): Warning[] {
  const { months } = figures.method.book.timeline
  let unbroken = 0
  const since = waiting.findIndex((left, t) => {
    unbroken = figures.isPositive(figures.of(left).plus(figures.at(notServed, t))) ? unbroken + 1 : 0
    return unbroken === aYear
  })
  if (since === -1) return []
  const never = figures.sum(notServed)
  const unserved = figures.isPositive(never) ? `${inWords(never)} are never served` : 'they wait'
  return [
    {
      code: 'demand-above-capacity',
      path: `${path}.capacity.places`,
      message: `For at least a year from ${months[since - aYear + 1]} more families are accepted than ${intervention.id} has places for; ${unserved}. Add places, shorten the programme or tighten the criteria.`,
    },
  ]
}

function neverClears(figures: Figures, { path, running, waiting, intervention }: Families): Warning[] {
  if (!intervention.capacity?.waitingList) return []
  const last = Math.min(running.until, figures.method.book.timeline.length) - 1
  const left = figures.at(waiting, last)
  if (!figures.isPositive(left)) return []
  return [
    {
      code: 'waiting-list-never-clears',
      path: `${path}.capacity.places`,
      message: `${inWords(left)} families are still waiting for ${intervention.id} in ${figures.method.book.timeline.months[last]}, the last month of referrals: the waiting list never clears.`,
    },
  ]
}
