import fc from 'fast-check'
import { answer, type Case, exactLine, exactNumber, figuresOf } from '../cases-for-tests.ts'
import { at, ids, sameLines, sameValues, sumOf } from './named-lines.ts'
import { alike, property, so, within } from './property.ts'
import { anyCase, type Changing, changed, costLines, decimal } from './random-cases.ts'

/** Every amount of a case multiplied by a whole number: of its cost lines, or of everything. */
function dearer(given: Case, times: number, all: boolean): Case {
  const more = (amount: unknown) => exactNumber(String(amount)).times(times).toFixed()
  return changed(given, (copy) => {
    for (const line of costLines(copy)) line.amount = more(line.amount)
    if (!all) return
    for (const { costs, savings } of copy.interventions)
      for (const line of [...(costs ?? []), ...(savings ?? [])]) line.amount = more(line.amount)
    for (const { byYear } of copy.funding ?? []) for (const year of Object.keys(byYear)) byYear[year] = more(byYear[year])
  })
}

property(
  'unit costs k times as large: k times the money on every rung, to the rounding of a posting',
  fc.tuple(anyCase, fc.integer({ min: 0, max: 9 })),
  ([given, times]) => {
    const one = figuresOf(given)
    const many = figuresOf(dearer(given, times, false))
    const rungs = /^demand\..*\.(partners|unplanned|fixed|notYetReleased|backfilled|absorbed|cashable|value)(Real)?$/
    for (const id of [...one.method.book.lines.keys()].filter((each) => rungs.test(each))) {
      for (const [y, posted] of exactLine(one, id).entries())
        within(at(exactLine(many, id), y), posted.times(times), String(0.005 * (times + 1)), `${id} in year ${y}`)
    }
    const numbers = /(Places|\.avoided|\.pressure|[sS]tock\w*|ntries\w*)$/
    const money = /\.(cashFrom|cashPer|grossOf)/
    for (const id of [...one.method.book.lines.keys()].filter((each) => numbers.test(each) && !money.test(each)))
      sameValues(exactLine(one, id), exactLine(many, id), id)
  },
)

property(
  'every amount k times as large: k times the cumulative of every month, which is not rounded',
  fc.tuple(anyCase, fc.integer({ min: 0, max: 9 })),
  ([given, times]) => {
    const line = 'financial.cumulativeByMonth'
    const one = exactLine(figuresOf(given), line)
    sameValues(
      one.map((value) => value.times(times)),
      exactLine(figuresOf(dearer(given, times, true)), line),
      line,
    )
  },
)

property('without inflation cash money is real money', anyCase, (given) => {
  const still = changed(given, (copy) => {
    copy.prices = { ...copy.prices, inflation: '0' }
  })
  const figures = figuresOf(still)
  for (const id of figures.method.book.lines.keys()) {
    if (id.endsWith('Real') && figures.method.book.lines.has(id.slice(0, -4)) && !id.startsWith('economic.')) {
      sameValues(exactLine(figures, id), exactLine(figures, id.slice(0, -4)), id)
    }
  }
  sameValues(exactLine(figures, 'economic.costReal'), exactLine(figures, 'financial.costAllFunders'), 'cost')
})

property('inflation moves no real money', anyCase, (given) => {
  const with_ = (inflation: string) =>
    figuresOf(
      changed(given, (copy) => {
        copy.prices = { ...copy.prices, inflation }
      }),
    )
  sameLines(with_('0'), with_('0.1'), (id) => id.endsWith('Real') || id.startsWith('economic.'))
})

property(
  'prices of another base year differ by the deflator alone, and come back',
  fc.tuple(anyCase, fc.constantFrom('2023-24', '2025-26', '2028-29')),
  ([given, other]) => {
    // Every amount in one price year and no real growth: only the deflator stands between a price in one base year and in another.
    const based = (baseYear: string) =>
      changed(given, (copy) => {
        copy.prices = { ...copy.prices, baseYear }
        for (const line of costLines(copy)) Object.assign(line, { priceYear: '2024-25', realGrowth: '0' })
      })
    const prices = (baseYear: string) => figuresOf(based(baseYear))
    const deflator = (year: string) => exactNumber(String(given.prices?.deflators?.[year]))
    const [home, away] = [prices('2024-25'), prices(other)]
    for (const [d, { lines }] of home.method.demands.entries()) {
      for (const [l, line] of lines.entries()) {
        for (const [y, price] of line.prices.real.entries()) {
          const moved = away.at(away.method.demands[d]?.lines[l]?.prices.real ?? [], y)
          alike(moved.times(deflator('2024-25')), home.of(price).times(deflator(other)), `${line.path} in year ${y}`)
        }
      }
    }
  },
)

property('a grant is in the net, to the penny, and in no present value', fc.tuple(anyCase, decimal(0, 99999)), ([given, amount]) => {
  const plain = { ...given, funding: [] }
  const year = answer(plain).years[0]?.year ?? ''
  const before = answer(plain)
  const after = answer({ ...given, funding: [{ id: 'more', byYear: { [year]: amount } }] })
  const risen = (which: 'netCashable' | 'grants') => exactNumber(after.headline[which]).minus(before.headline[which])
  alike(risen('netCashable'), exactNumber(amount), 'net')
  alike(risen('grants'), exactNumber(amount), 'grants')
  so(JSON.stringify(after.economic) === JSON.stringify(before.economic), 'the economic case')
  so(
    after.headline.grossAvoided === before.headline.grossAvoided && after.headline.netAvoided === before.headline.netAvoided,
    'gross and net avoided',
  )
})

/** The case with every cost of its interventions changed. */
function costing(given: Case, change: (cost: NonNullable<NonNullable<Changing['interventions'][number]['costs']>[number]>) => void): Case {
  return changed(given, (copy) => {
    for (const { costs } of copy.interventions) for (const cost of costs ?? []) change(cost)
  })
}

property('moving existing staff instead of hiring saves their cost in cash, and nothing in the economic case', anyCase, (given) => {
  const hired = answer(costing(given, (cost) => Object.assign(cost, { redeployed: false, funder: 'council' })))
  const moved = answer(costing(given, (cost) => Object.assign(cost, { redeployed: true, funder: 'council' })))
  const saved = exactNumber(moved.headline.netCashable).minus(hired.headline.netCashable)
  alike(saved, exactNumber(hired.headline.cost), 'net')
  so(moved.headline.cost === '0.00', 'no cash cost is left')
  so(JSON.stringify(moved.economic) === JSON.stringify(hired.economic), 'the economic case')
  so(moved.headline.costAllFunders === hired.headline.costAllFunders, 'the cost of all funders')
})

property('a partner that pays leaves the body’s net without the cost, and the case as it was', anyCase, (given) => {
  const own = answer(costing(given, (cost) => Object.assign(cost, { redeployed: false, funder: 'council' })))
  const theirs = answer(costing(given, (cost) => Object.assign(cost, { redeployed: false, funder: 'nhs' })))
  alike(exactNumber(theirs.headline.netCashable).minus(own.headline.netCashable), exactNumber(own.headline.cost), 'net')
  so(JSON.stringify(theirs.economic) === JSON.stringify(own.economic), 'the economic case')
})

property('every table casts: years add to the headline, rungs to the gross, parts to the net', anyCase, (given) => {
  const { headline, years, demand } = answer(given)
  const add = (values: readonly (string | undefined)[]) => sumOf(values.map((value) => exactNumber(value ?? '0')))
  for (const name of ['grossAvoided', 'cashable', 'cost', 'costAllFunders', 'grants'] as const) {
    alike(add(years.map(({ cash }) => cash[name])), exactNumber(headline[name]), name)
  }
  alike(add(years.map(({ cash }) => cash.net)), exactNumber(headline.netCashable), 'net')
  alike(exactNumber(headline.grossAvoided).minus(headline.costAllFunders), exactNumber(headline.netAvoided), 'net avoided')
  let cumulative = exactNumber(0)
  for (const { year, cash } of years) {
    const { partners, unplanned, fixed, notYetReleased, backfilled, absorbed, cashable } = cash
    alike(
      add([partners, unplanned, fixed, notYetReleased, backfilled, absorbed, cashable]),
      exactNumber(cash.grossAvoided),
      `gross of ${year}`,
    )
    alike(add([cash.cashable, cash.grants]).minus(cash.cost), exactNumber(cash.net), `net of ${year}`)
    cumulative = cumulative.plus(cash.net)
    alike(cumulative, exactNumber(cash.cumulative), `cumulative of ${year}`)
  }
  const absorbed = demand.flatMap(({ lines }) => lines.map(({ cash }) => cash.absorbed))
  alike(add(years.map(({ cash }) => cash.absorbed)), add(absorbed), 'absorbed by line')
})

property('the budget position is its parts, year by year', anyCase, (given) => {
  const { years } = answer(given)
  const figures = figuresOf(given)
  for (const [y, { position }] of years.entries()) {
    const lines = (name: string) =>
      sumOf(
        ids(figures, name)
          .filter((id) => id.startsWith('demand.'))
          .map((id) => at(exactLine(figures, id), y)),
      )
    alike(exactNumber(position.budget).minus(position.withPackage), exactNumber(position.gap), `the gap of ${y}`)
    alike(
      exactNumber(position.doNothing).minus(lines('absorbed')).minus(lines('cashable')),
      exactNumber(position.withPackage),
      `with the package in ${y}`,
    )
  }
})

property(
  'peak funding is at least 0 and at least what is owed at the end; payback is the month after the last in the red',
  anyCase,
  (given) => {
    const figures = figuresOf(given)
    const { headline } = answer(given)
    const cumulative = exactLine(figures, 'financial.cumulativeByMonth')
    const peak = sumOf(exactLine(figures, 'headline.peakFunding'))
    const zero = exactNumber(0)
    so(!peak.isNegative() || peak.isZero(), 'peak funding below 0')
    so(
      cumulative.every((value) => value.plus(peak).greaterThanOrEqualTo('-1e-20')),
      'a month deeper than the peak',
    )
    so(peak.isZero() || cumulative.some((value) => value.plus(peak).abs().lessThan('1e-20')), 'a peak that no month has')
    const inRed = cumulative.map((value) => value.toDecimalPlaces(10).lessThan(zero))
    const last = inRed.lastIndexOf(true)
    const { paybackMonth, paybackStatus } = headline
    const expected = last === -1 ? 'never-negative' : last === cumulative.length - 1 ? 'not-within-horizon' : 'paid-back'
    so(paybackStatus === expected, `${paybackStatus} where ${expected}`)
    so(paybackMonth === (expected === 'paid-back' ? figures.method.book.timeline.months[last + 1] : null), `paid back in ${paybackMonth}`)
  },
)
