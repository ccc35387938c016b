import fc from 'fast-check'
import { caseOf, type Demand, demandOf, exactLine, exactNumber, figuresOf } from '../cases-for-tests.ts'
import { at, sameLines, sumOf } from './named-lines.ts'
import { alike, property, so } from './property.ts'
import { anyCase, cases, changed, decimal } from './random-cases.ts'

const stays = fc.oneof(
  fc.record({ kind: fc.constant('geometric' as const), meanMonths: decimal(1, 40, 1) }),
  fc.record({ kind: fc.constant('fixed' as const), months: fc.integer({ min: 1, max: 40 }) }),
)

property(
  'growth is the list of entries it stands for',
  fc.tuple(anyCase, fc.constantFrom('0', '0.5', '-0.5', '0.25', '0.1'), fc.integer({ min: 0, max: 500 })),
  ([given, growth, entries]) => {
    const with_ = (way: Partial<Demand>) =>
      changed(given, ({ demand }) => {
        for (const each of demand) {
          for (const key of ['entriesPerYear', 'population', 'entriesPer10000', 'entriesByYear', 'growth'] as const) delete each[key]
          Object.assign(each, way)
        }
      })
    const list = Array.from({ length: given.years }, (_, year) => exactNumber(growth).plus(1).pow(year).times(entries).toFixed())
    sameLines(figuresOf(with_({ entriesPerYear: String(entries), growth })), figuresOf(with_({ entriesByYear: list })))
  },
)

property(
  'a population with a rate is the entries it comes to',
  fc.tuple(anyCase, fc.integer({ min: 0, max: 90000 }), fc.integer({ min: 0, max: 99 })),
  ([given, population, rate]) => {
    const with_ = (way: Partial<Demand>) =>
      changed(given, ({ demand }) => {
        for (const each of demand) {
          for (const key of ['entriesPerYear', 'population', 'entriesPer10000', 'entriesByYear'] as const) delete each[key]
          Object.assign(each, way)
        }
      })
    const entriesPerYear = exactNumber(population).times(rate).dividedBy(10000).toFixed()
    sameLines(figuresOf(with_({ population: String(population), entriesPer10000: String(rate) })), figuresOf(with_({ entriesPerYear })))
  },
)

property('numbers roll forward: the month before, and those who came, less those who left', fc.tuple(anyCase, stays), ([given, stay]) => {
  const staying = changed(given, ({ demand }) => {
    for (const each of demand) each.stay = stay
  })
  const figures = figuresOf(staying)
  for (const { id } of staying.demand ?? []) {
    const stock = exactLine(figures, `demand.${id}.stockDoNothing`)
    const entries = exactLine(figures, `demand.${id}.entries`)
    const opening = sumOf(exactLine(figures, `demand.${id}.opening`))
    for (const [t, present] of stock.entries()) {
      const before = t === 0 ? opening : at(stock, t - 1)
      // Who leaves: a share of those present; or those who came `months` ago, and an equal part of the opening while it lasts.
      const left =
        stay.kind === 'geometric'
          ? before.dividedBy(stay.meanMonths)
          : at(entries, t - stay.months).plus(t < stay.months ? opening.dividedBy(stay.months) : 0)
      alike(present, before.plus(at(entries, t)).minus(left), `${id} in month ${t}`)
    }
  }
})

property('a demand in its steady state does not move', fc.tuple(decimal(0, 900, 1), stays), ([entriesPerYear, stay]) => {
  const figures = figuresOf(caseOf({ years: 4, demand: [demandOf({ entriesPerYear, stay })] }))
  for (const present of exactLine(figures, 'demand.care.stockDoNothing'))
    alike(present, sumOf(exactLine(figures, 'demand.care.opening')), 'numbers')
})

property('avoided entries roll forward by the demand’s own stay, as the demand does', cases({ acting: true }), (given) => {
  const figures = figuresOf(
    changed(given, ({ interventions }) => {
      for (const each of interventions) each.effects = (each.effects ?? []).filter(({ kind }) => kind !== 'exits')
    }),
  )
  for (const { id, stay } of given.demand ?? []) {
    const stock = exactLine(figures, `demand.${id}.stockAvoided`)
    const entries = exactLine(figures, `demand.${id}.entriesAvoided`)
    for (const [t, present] of stock.entries()) {
      const left = stay.kind === 'geometric' ? at(stock, t - 1).dividedBy(String(stay.meanMonths)) : at(entries, t - stay.months)
      alike(
        present,
        at(stock, t - 1)
          .plus(at(entries, t))
          .minus(left),
        `${id} in month ${t}`,
      )
    }
  }
})

property('with the package there is what there would be, less what is avoided', anyCase, (given) => {
  const figures = figuresOf(given)
  for (const { id } of given.demand ?? []) {
    for (const [before, avoided, after] of [
      ['entries', 'entriesAvoided', 'entriesWithPackage'],
      ['stockDoNothing', 'stockAvoided', 'stockWithPackage'],
    ]) {
      for (const [t, rest] of exactLine(figures, `demand.${id}.${after}`).entries()) {
        alike(
          rest,
          at(exactLine(figures, `demand.${id}.${before}`), t).minus(at(exactLine(figures, `demand.${id}.${avoided}`), t)),
          `${id} in month ${t}`,
        )
      }
    }
  }
})

property('a demand that nobody enters: no entries are avoided, and nothing without earlier exits', anyCase, (given) => {
  const empty = changed(given, ({ demand, interventions }) => {
    for (const each of demand) {
      for (const key of ['population', 'entriesPer10000', 'entriesByYear', 'opening', 'budget'] as const) delete each[key]
      each.entriesPerYear = '0'
    }
    for (const each of interventions) each.effects = (each.effects ?? []).filter(({ kind }) => kind !== 'exits')
  })
  const figures = figuresOf(empty)
  for (const { id } of empty.demand ?? []) {
    for (const name of ['entries', 'stockDoNothing', 'entriesAvoided', 'stockAvoided']) {
      so(
        exactLine(figures, `demand.${id}.${name}`).every((value) => value.isZero()),
        `${name} of ${id}`,
      )
    }
  }
})

property('a budget that follows demand leaves no growth unfunded', anyCase, (given) => {
  const funded = changed(given, ({ demand }) => {
    for (const each of demand) each.budget = { basis: 'demand' }
  })
  const figures = figuresOf(funded)
  for (const [id, { values }] of figures.method.book.lines) {
    if (id.endsWith('.pressure') || id.endsWith('.absorbed'))
      so(
        values.every((value) => figures.of(value).isZero()),
        id,
      )
  }
})

property(
  'twice the children, families and places: twice every number',
  fc.tuple(cases({ acting: true }), fc.constantFrom(2, 3)),
  ([given, times]) => {
    // Lists that say how many: everything else of a case is a price, a share or a time.
    const more = (quantity: unknown) => exactNumber(String(quantity)).times(times).toFixed()
    const doubled = changed(given, ({ demand, interventions }) => {
      for (const each of demand) {
        for (const key of ['entriesPerYear', 'population', 'opening'] as const) if (each[key] !== undefined) each[key] = more(each[key])
        if (each.entriesByYear) each.entriesByYear = each.entriesByYear.map(more)
        if (each.budget?.places) each.budget.places = each.budget.places.map(more)
        for (const { release } of each.costs ?? []) if (release?.step !== undefined) release.step = more(release.step)
      }
      for (const { referrals, capacity } of interventions) {
        if (referrals) referrals.perMonth = more(referrals.perMonth)
        if (capacity) capacity.places = more(capacity.places)
      }
    })
    const one = figuresOf(given)
    const many = figuresOf(doubled)
    const numbers =
      /\.(entries|opening|stock\w+|entries\w+|referred|accepted|starts|waiting|notServed|completed|treated|strength|standAloneAvoided|combinedAvoided|attributedAvoided|netAvoidedEntries|avoided\w*|pressure|\w+Places)$/
    for (const id of [...one.method.book.lines.keys()].filter((each) => numbers.test(each))) {
      for (const [place, value] of exactLine(one, id).entries())
        alike(value.times(times), at(exactLine(many, id), place), `${id}, value ${place}`)
    }
  },
)
