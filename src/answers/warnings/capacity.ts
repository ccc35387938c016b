import type { Assumption } from '../../case/complete.ts'
import { inWords } from '../../formats/sentences/amounts.ts'
import { exactNumber } from '../../graph/exact.ts'
import type { Families } from '../../method/referrals.ts'
import type { Figures } from '../figures.ts'
import { interventionNamed } from './named.ts'
import type { Warning } from './warning.ts'

const aYear = 12

/** Warnings about throughput: too many families for the places. Source: method 8. */
export function capacityWarnings(figures: Figures): Warning[] {
  return figures.method.families.flatMap((family) => [...aboveCapacity(figures, family), ...neverClears(figures, family)])
}

function aboveCapacity(figures: Figures, { path, running, accepted, notServed, intervention }: Families): Warning[] {
  if (intervention.capacity === undefined) return []
  const { months, length } = figures.method.book.timeline
  const places = exactNumber((figures.register.get(`${path}.capacity.places`) as Assumption).value)
  const most = places.times(aYear).dividedBy(intervention.programme.months)
  const last = Math.min(running.until, length) - aYear
  for (let from = Math.max(running.from, 0); from <= last; from++) {
    const arriving = figures.sum(accepted.slice(from, from + aYear))
    if (!figures.exceeds(arriving, most)) continue
    return [
      {
        code: 'demand-above-capacity',
        path: `${path}.capacity.places`,
        message: `In the year from ${months[from]} ${inWords(arriving)} families are accepted and the places of ${interventionNamed(figures, intervention.id)} allow ${inWords(most)}; over the case ${inWords(figures.sum(notServed))} are not served. Add places, shorten the programme or tighten the criteria.`,
      },
    ]
  }
  return []
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
      message: `${inWords(left)} families are still waiting for ${interventionNamed(figures, intervention.id)} in ${figures.method.book.timeline.months[last]}, the last month of referrals: the waiting list never clears.`,
    },
  ]
}
