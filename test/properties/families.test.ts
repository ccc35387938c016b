import fc from 'fast-check'
import { monthsBetween } from '../../src/case/calendar.ts'
import { type Case, exactLine, exactNumber, figuresOf, type Intervention } from '../cases-for-tests.ts'
import { at, sameLines, sameValues, sumOf } from './named-lines.ts'
import { alike, atMost, property, so } from './property.ts'
import { anyCase, changed } from './random-cases.ts'

/** The families of each intervention of a case that is included. */
function eachFamily(given: Case, look: (of: (name: string) => ReturnType<typeof exactLine>, intervention: Intervention) => void) {
  const figures = figuresOf(given)
  for (const intervention of given.interventions ?? []) {
    if (intervention.included !== false) look((name) => exactLine(figures, `interventions.${intervention.id}.${name}`), intervention)
  }
}

property('every month: who waited and who is accepted start, wait on, or are not served', anyCase, (given) => {
  eachFamily(given, (of) => {
    const [accepted, starts, waiting, notServed] = [of('accepted'), of('starts'), of('waiting'), of('notServed')]
    for (const [t, entering] of accepted.entries()) {
      const after = sumOf([at(starts, t), at(waiting, t), at(notServed, t)])
      alike(entering.plus(at(waiting, t - 1)), after, `month ${t}`)
    }
  })
})

property('nobody is fewer than nobody', anyCase, (given) => {
  eachFamily(given, (of) => {
    for (const name of ['referred', 'accepted', 'starts', 'waiting', 'notServed', 'completed']) {
      for (const [t, count] of of(name).entries()) atMost(exactNumber(0), count, `${name} in month ${t}`)
    }
  })
})

property('each step of the funnel is at most the one before', anyCase, (given) => {
  eachFamily(given, (of, { capacity }) => {
    for (const [t, referred] of of('referred').entries()) {
      atMost(at(of('accepted'), t), referred, `accepted in month ${t}`)
      if (capacity === undefined) alike(at(of('starts'), t), at(of('accepted'), t), `starts in month ${t}`)
    }
    atMost(sumOf(of('starts')), sumOf(of('accepted')), 'starts')
    atMost(sumOf(of('completed')), sumOf(of('starts')), 'completed')
  })
})

const withCapacity = anyCase.map((given) =>
  changed(given, ({ interventions }) => {
    for (const [place, each] of interventions.entries()) {
      each.capacity ??= { places: String(4 + 3 * place), waitingList: place % 2 === 0, dropOffPerMonth: '0.1' }
    }
  }),
)

property('those who started in the months of a programme fit the places', withCapacity, (given) => {
  eachFamily(given, (of, { capacity, programme }) => {
    const starts = of('starts')
    const places = exactNumber(String(capacity?.places))
    for (const t of starts.keys()) {
      const present = sumOf(Array.from({ length: programme?.months ?? 1 }, (_, k) => at(starts, t - k)))
      atMost(present, places, `families present in month ${t}`)
    }
  })
})

property('a place for everyone is no capacity at all', anyCase, (given) => {
  const capacity = (places?: string) =>
    changed(given, ({ interventions }) => {
      for (const each of interventions) {
        if (places === undefined) delete each.capacity
        else each.capacity = { places, waitingList: true, dropOffPerMonth: '0.5' }
      }
    })
  // How many families hold a place is told only where places are limited.
  sameLines(figuresOf(capacity('1000000000')), figuresOf(capacity()), (id) => !id.endsWith('.inProgramme'))
})

property('with no places nobody starts, and nothing is avoided', anyCase, (given) => {
  const closed = changed(given, ({ interventions }) => {
    for (const each of interventions) each.capacity = { ...each.capacity, places: '0' }
  })
  const figures = figuresOf(closed)
  eachFamily(closed, (of) => alike(sumOf(of('starts')), exactNumber(0), 'starts'))
  for (const { id } of closed.demand ?? []) alike(sumOf(exactLine(figures, `demand.${id}.stockAvoided`)), exactNumber(0), 'avoided')
})

property('on a waiting list that nobody gives up, nobody is lost while the service is open', withCapacity, (given) => {
  const patient = changed(given, ({ interventions }) => {
    for (const each of interventions)
      each.capacity = { ...each.capacity, places: each.capacity?.places ?? '1', waitingList: true, dropOffPerMonth: '0' }
  })
  eachFamily(patient, (of, { end }) => {
    const open = end === undefined ? 12 * given.years : monthsBetween(given.start, end) + 1
    for (const [t, lost] of of('notServed').slice(0, Math.max(0, open)).entries()) alike(lost, exactNumber(0), `not served in month ${t}`)
  })
})

property('nobody is referred outside the months of the service', anyCase, (given) => {
  eachFamily(given, (of, { start = given.start, end }) => {
    for (const [t, referred] of of('referred').entries()) {
      const month = monthsBetween(start, given.start) + t
      if (month < 0 || (end !== undefined && month > monthsBetween(start, end))) so(referred.isZero(), `referred in month ${t}`)
    }
  })
})

property(
  'twice the children in each family, twice the children treated',
  fc.tuple(anyCase, fc.integer({ min: 0, max: 4 })),
  ([given, times]) => {
    const children = (count: number) =>
      changed(given, ({ interventions }) => {
        for (const each of interventions) each.childrenPerReferral = String(count)
      })
    const one = figuresOf(children(1))
    const many = figuresOf(children(times))
    for (const id of [...one.method.book.lines.keys()].filter((id) => /\.(treated|strength|standAloneAvoided|stockSaved)$/.test(id))) {
      sameValues(
        exactLine(one, id).map((value) => value.times(times)),
        exactLine(many, id),
        id,
      )
    }
  },
)
