import fc from 'fast-check'
import { monthsBetween } from '../../src/case/calendar.ts'
import { type Case, type CostLine, exactLine, exactNumber, figuresOf } from '../cases-for-tests.ts'
import { at, ids, sumOf, sumOfLists } from './named-lines.ts'
import { alike, atMost, property, so, within } from './property.ts'
import { anyCase, cases, changed, costLines, decimal } from './random-cases.ts'

const rungs = ['partners', 'unplanned', 'fixed', 'notYetReleased', 'backfilled', 'absorbed', 'cashable']

/** The demand's own lines of a case that are in a budget, with their paths. */
function fiscalLines(given: Case): { line: CostLine; path: string }[] {
  return (given.demand ?? []).flatMap(({ id, costs }) =>
    (costs ?? []).filter(({ value = 'fiscal' }) => value === 'fiscal').map((line) => ({ line, path: `demand.${id}.costs.${line.id}` })),
  )
}
const ownLines = (given: Case) => fiscalLines(given).filter(({ line }) => (line.funder ?? 'council') === 'council')

/** The same case with every plan of its lines changed. */
function planned(given: Case, change: (plan: NonNullable<CostLine['release']>, line: CostLine) => void): Case {
  return changed(given, (copy) => {
    for (const line of costLines(copy)) {
      line.release ??= { action: 'end contracts', owner: 'head' }
      change(line.release, line)
    }
  })
}

/** Holds what is released under one case to be at most that under another, month by month and line by line. */
function neverMoreReleased(fewer: Case, most: Case): void {
  const one = figuresOf(fewer)
  const other = figuresOf(most)
  for (const id of ids(one, 'releasedPlaces')) {
    const limit = exactLine(other, id)
    for (const [t, released] of exactLine(one, id).entries()) atMost(released, at(limit, t), `${id} in month ${t}`)
  }
}

property('every place avoided is backfilled, absorbed, released or left standing', anyCase, (given) => {
  const figures = figuresOf(given)
  for (const { path } of ownLines(given)) {
    const of = (name: string) => exactLine(figures, `${path}.${name}`)
    for (const [t, avoided] of of('avoided').entries()) {
      const [backfilled, absorbed, empty, released] = ['backfilledPlaces', 'absorbedPlaces', 'emptyPlaces', 'releasedPlaces'].map((name) =>
        at(of(name), t),
      )
      if (!backfilled || !absorbed || !empty || !released) throw new Error('no such month')
      alike(sumOf([backfilled, absorbed, empty]), avoided, `${path} in month ${t}`)
      for (const taken of [backfilled, absorbed]) so(!taken.isNegative() || taken.isZero(), `${path} takes less than nothing in month ${t}`)
      // Of a rise all is felt at once; of places standing empty some part is released, and never more.
      if (avoided.isNegative()) alike(released, avoided, `the rise on ${path} in month ${t}`)
      else
        so(
          released.greaterThanOrEqualTo('-1e-25') && released.minus(empty).lessThanOrEqualTo('1e-25'),
          `${path} releases ${released} of ${empty}`,
        )
    }
  }
})

property('the rungs of each line and year add up to what is avoided at its price, to half a penny a rung', anyCase, (given) => {
  const figures = figuresOf(given)
  for (const { avoided: away, lines } of figures.method.demands) {
    for (const { line, path, prices } of lines) {
      const avoided = line.per === 'entry' ? away.entries : away.stock
      const share = exactNumber(String(line.share))
      for (const [y, { months }] of figures.method.book.timeline.financialYears.entries()) {
        const gross = sumOf(months.map((t) => figures.at(avoided, t)))
          .times(share)
          .times(figures.at(prices.cash, y))
        within(sumOf(rungs.map((rung) => at(exactLine(figures, `${path}.${rung}`), y))), gross, '0.035', `${path} in year ${y}`)
      }
    }
  }
})

property('what is released follows notice, steps and the first month, by their definitions', anyCase, (given) => {
  const figures = figuresOf(given)
  for (const { line, path } of ownLines(given)) {
    const empty = exactLine(figures, `${path}.emptyPlaces`)
    const { release } = line
    const opens = release?.from === undefined ? 0 : monthsBetween(given.start, release.from)
    const step = exactNumber(String(release?.step ?? 0))
    const zero = exactNumber(0)
    const least = (values: (typeof zero)[]) => values.reduce((one, other) => (other.lessThan(one) ? other : one))
    const positive = (value: typeof zero) => (value.isNegative() ? zero : value)
    for (const [t, left] of empty.entries()) {
      const throughNotice = Array.from({ length: (release?.noticeMonths ?? 0) + 1 }, (_, k) => at(empty, t - k))
      let expected = least([left, zero])
      if (release !== undefined && t >= opens) {
        expected = least([left, positive(least(throughNotice))])
        if (!step.isZero()) expected = least([expected, positive(expected.dividedBy(step).plus('1e-9').floor().times(step))])
      }
      alike(at(exactLine(figures, `${path}.releasedPlaces`), t), expected, `${path} in month ${t}`)
    }
  }
})

property(
  'longer notice never releases more',
  fc.tuple(anyCase, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })),
  ([given, notice, more]) => {
    const months = (noticeMonths: number) =>
      planned(given, (plan, { per }) => {
        plan.noticeMonths = per === 'entry' ? 0 : noticeMonths
      })
    neverMoreReleased(months(notice + more), months(notice))
  },
)

property(
  'a step never releases more than none, nor a multiple of a step more than the step',
  fc.tuple(anyCase, decimal(0.5, 4, 1), fc.integer({ min: 1, max: 4 })),
  ([given, step, times]) => {
    // A larger step that is no multiple can release more: of 5 empty places, fives release 5 and threes 3.
    const steps = (size: string) =>
      planned(given, (plan, { per }) => {
        plan.step = per === 'entry' ? '0' : size
      })
    neverMoreReleased(steps(step), steps('0'))
    neverMoreReleased(steps(exactNumber(step).times(times).toFixed()), steps(step))
  },
)

property(
  'a plan that begins later never releases more',
  fc.tuple(anyCase, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })),
  ([given, first, later]) => {
    const year = Number(given.start.slice(0, 4))
    const from = (months: number) => `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
    const begins = (months: number) =>
      planned(given, (plan) => {
        plan.from = from(months)
      })
    neverMoreReleased(begins(first + later), begins(first))
  },
)

property('more backfill never releases more', fc.tuple(anyCase, decimal(0, 1), decimal(0, 1)), ([given, one, other]) => {
  const [less, more] = [one, other].sort((a, b) => Number(a) - Number(b))
  const filled = (backfill: string | undefined) =>
    changed(given, ({ demand }) => {
      for (const each of demand) each.backfill = backfill ?? '0'
    })
  neverMoreReleased(filled(more), filled(less))
})

property(
  'more growth never releases more, where the budget pays for the steady opening',
  fc.tuple(cases({ acting: true, harmless: true }), decimal(0, 0.25), decimal(0, 0.25)),
  ([given, growth, more]) => {
    const growing = (rate: string) =>
      changed(given, ({ demand }) => {
        for (const each of demand) {
          for (const key of ['opening', 'budget', 'entriesByYear', 'population', 'entriesPer10000'] as const) delete each[key]
          each.entriesPerYear ??= '120'
          each.growth = rate
        }
      })
    neverMoreReleased(growing(exactNumber(growth).plus(more).toFixed()), growing(growth))
  },
)

property('a line that a partner pays has no cash in it, and the same gross to within its rounding', anyCase, (given) => {
  const paidBy = (funder: string) =>
    figuresOf(
      changed(given, (copy) => {
        for (const line of costLines(copy)) line.funder = funder
      }),
    )
  const own = paidBy('council')
  const partners = paidBy('nhs')
  for (const { path } of fiscalLines(given)) {
    const years = exactLine(own, `${path}.partners`).length
    const gross = (figures: typeof own) =>
      sumOfLists(
        rungs.map((rung) => exactLine(figures, `${path}.${rung}`)),
        years,
      )
    for (let y = 0; y < years; y++) {
      for (const rung of rungs.slice(1)) so(at(exactLine(partners, `${path}.${rung}`), y).isZero(), `${path}.${rung} in year ${y}`)
      within(at(gross(partners), y), at(gross(own), y), '0.04', `${path} in year ${y}`)
    }
  }
})

property('without its plan, what was cash and what waited for it has no plan', cases({ acting: true, harmless: true }), (given) => {
  const without = changed(given, (copy) => {
    for (const line of costLines(copy)) delete line.release
  })
  const before = figuresOf(given)
  const after = figuresOf(without)
  for (const { path } of ownLines(given)) {
    for (const [y, unplanned] of exactLine(after, `${path}.unplanned`).entries()) {
      so(at(exactLine(after, `${path}.cashable`), y).isZero(), `${path}: cash without a plan`)
      so(at(exactLine(before, `${path}.unplanned`), y).isZero(), `${path}: unplanned with a plan`)
      // Two postings against one.
      const planned = at(exactLine(before, `${path}.cashable`), y).plus(at(exactLine(before, `${path}.notYetReleased`), y))
      within(unplanned, planned, '0.015', `${path} in year ${y}`)
    }
  }
})

property('the share that does not move is on the fixed rung and nowhere else', fc.tuple(anyCase, decimal(0, 1)), ([given, variable]) => {
  const moving = (share: string) =>
    figuresOf(
      changed(given, (copy) => {
        for (const line of costLines(copy)) line.variable = share
      }),
    )
  const whole = moving('1')
  const part = moving(variable)
  for (const { path } of ownLines(given)) {
    for (const rung of ['unplanned', 'notYetReleased', 'backfilled', 'absorbed', 'cashable']) {
      for (const [y, posted] of exactLine(part, `${path}.${rung}`).entries()) {
        within(posted, at(exactLine(whole, `${path}.${rung}`), y).times(variable), '0.01', `${path}.${rung} in year ${y}`)
      }
    }
    so(
      exactLine(whole, `${path}.fixed`).every((value) => value.isZero()),
      `${path}: fixed where all of it moves`,
    )
  }
})
