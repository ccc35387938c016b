import type { CompleteIntervention } from '../case/complete.ts'
import { type Expression, min } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import { monthOfCase } from './timeline.ts'
import { type Running, warmUp } from './warm-up.ts'

/** Who is reached by an intervention, month by month, in families. */
export interface Families {
  intervention: CompleteIntervention
  path: string
  running: Running
  referred: Series
  accepted: Series
  starts: Series
  waiting: Series
  notServed: Series
  completed: Series
}

/** When an intervention takes referrals, in months of the case. */
export function runningMonths(book: Book, intervention: CompleteIntervention): Running {
  const { start, end } = intervention
  return {
    from: monthOfCase(book.timeline, start),
    until: end === undefined ? book.timeline.length : Math.min(book.timeline.length, monthOfCase(book.timeline, end) + 1),
  }
}

/** The referral funnel, the queue and the starts of an intervention. Source: method 2. */
export function families(book: Book, intervention: CompleteIntervention): Families {
  const path = `interventions.${intervention.id}`
  const running = runningMonths(book, intervention)
  const { referrals, programme } = intervention
  const warm = book.monthly(path, 'warmUp', warmUp(book, `${path}.warmUp`, intervention.warmUp, running))
  const given = (name: string) => (referrals === undefined ? book.zero : book.given(`${path}.referrals.${name}`))
  const perMonth = given('perMonth').times(book.present(path))
  const eligible = given('eligible')
  const takeUp = given('takeUp')
  const referred = warm.map((reached) => perMonth.times(reached))
  const accepted = referred.map((families) => families.times(eligible).times(takeUp))
  const served = serve(book, path, intervention, running, accepted)
  const completion = book.given(`${path}.programme.completion`)
  const funnel = {
    referred: book.monthly(path, 'referred', referred),
    accepted: book.monthly(path, 'accepted', accepted),
    starts: book.monthly(path, 'starts', served.starts),
  }
  if (served.present !== undefined) book.monthly(path, 'inProgramme', served.present)
  return {
    intervention,
    path,
    running,
    ...funnel,
    waiting: book.monthly(path, 'waiting', served.waiting),
    notServed: book.monthly(path, 'notServed', served.notServed),
    completed: book.monthly(
      path,
      'completed',
      book.series((t) => book.at(served.starts, t - programme.months).times(completion)),
    ),
  }
}

interface Served {
  starts: Series
  waiting: Series
  notServed: Series
  /** Families who hold a place as each month begins, where places are limited. */
  present?: Series
}

/** Everyone who starts holds a place for the whole programme, whether or not they complete it. */
function serve(book: Book, path: string, intervention: CompleteIntervention, running: Running, accepted: Series): Served {
  const { capacity, programme } = intervention
  if (capacity === undefined) {
    const nobody = book.series(() => book.zero)
    return { starts: accepted, waiting: nobody, notServed: nobody }
  }
  const places = book.given(`${path}.capacity.places`)
  const dropOff = book.given(`${path}.capacity.dropOffPerMonth`)
  const starts: Expression[] = []
  const waiting: Expression[] = []
  const notServed: Expression[] = []
  const present: Expression[] = []
  let inProgramme = book.zero
  for (const [t, arriving] of accepted.entries()) {
    const open = t >= running.from && t < running.until
    const waited = book.at(waiting, t - 1)
    const gaveUp = waited.times(dropOff)
    const queue = waited.minus(gaveUp).plus(arriving)
    inProgramme = inProgramme.plus(book.at(starts, t - 1)).minus(book.at(starts, t - programme.months))
    present.push(inProgramme)
    const started = open ? min(queue, places.minus(inProgramme).positive()) : book.zero
    const stillWaiting = capacity.waitingList && open ? queue.minus(started) : book.zero
    starts.push(started)
    waiting.push(stillWaiting)
    notServed.push(gaveUp.plus(queue).minus(started).minus(stillWaiting))
  }
  return { starts, waiting, notServed, present }
}
