import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import type { Warning } from '../../src/answers/warnings/all.ts'
import { warningCodes } from '../../src/answers/warnings/warning.ts'
import { completeCase } from '../../src/case/read-case.ts'

/*
 * Every warning, each raised by one change to a case that raises none, and each with the figures of its sentence worked out beside it.
 * The quiet case: 10 entries a month who stay exactly 10 months, so 100 are there; 5 families a month with risk 0.4 a year and a
 * reduction of 25% for those treated.
 */
const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }

interface Given {
  start: string
  years: number
  prices: Record<string, unknown>
  demand: Record<string, unknown>[]
  interventions: Record<string, unknown>[]
  funding: Record<string, unknown>[]
}

const quiet = (): Given => ({
  start: '2026-04',
  years: 2,
  prices: { baseYear: '2026-27', inflation: '0.02' },
  demand: [
    {
      id: 'care',
      entriesPerYear: '120',
      growth: '0',
      backfill: '0',
      stay: { kind: 'fixed', months: 10 },
      costs: [{ id: 'place', amount: '1000', per: 'month', release: { action: 'end contracts', owner: 'head of placements' } }],
    },
  ],
  interventions: [
    {
      id: 'fgc',
      end: '2026-06',
      referrals: { perMonth: '5' },
      effects: [{ id: 'care', demand: 'care', risk: '0.4', windowMonths: 2, reduction: '0.25', evidence: { design: 'rct' } }],
      costs: [{ id: 'team', amount: '12000', per: 'year' }],
    },
  ],
  funding: [],
})

function warningsOf(change: (given: Given) => void): Warning[] {
  const given = quiet()
  change(given)
  return appraise(completeCase(given), { model, methods: new WrittenMethods() }).warnings as Warning[]
}

const raised = new Set<string>()
/** The one warning with this code, after one change to the quiet case. */
function the(code: Warning['code'], change: (given: Given) => void): Warning {
  const found = warningsOf(change).filter((warning) => warning.code === code)
  if (found.length !== 1) throw new Error(`${found.length} warnings of ${code}, expected one`)
  raised.add(code)
  return found[0] as Warning
}
const firstOf = (list: unknown) => (list as Record<string, unknown>[])[0] as Record<string, unknown>
const demand = (more: Record<string, unknown>) => (given: Given) => Object.assign(given.demand[0] ?? {}, more)
const intervention = (more: Record<string, unknown>) => (given: Given) => Object.assign(given.interventions[0] ?? {}, more)
const effect = (more: Record<string, unknown>) => (given: Given) => Object.assign(firstOf(given.interventions[0]?.effects), more)

t.same(
  warningsOf(() => {}),
  [],
  'a sound case raises no warning',
)

t.test('share-capped and events-exceed-baseline', (t) => {
  // 100 families a month: 200 under the effect × 0.4 / 2 months = 40 expected events and × 0.25 = 10 avoided of 10: not above the whole.
  const exactly = warningsOf(intervention({ referrals: { perMonth: '100' } })).map(({ code }) => code)
  t.notOk(exactly.includes('share-capped'), 'the whole of the demand is not yet more than it')
  // 101 families: the second month has 202 × 0.2 × 0.25 = 10.1 avoided of 10.
  const capped = the('share-capped', intervention({ referrals: { perMonth: '101' } }))
  t.equal(capped.path, 'interventions.fgc.effects.care')
  t.match(capped.message, 'From 2026-06')
  // 30 families: 1 month after the first start 30 × 0.2 = 6 events, then 60 × 0.2 = 12 expected of 10.
  const events = the('events-exceed-baseline', intervention({ referrals: { perMonth: '30' } }))
  t.equal(events.path, 'interventions.fgc.effects.care.risk')
  t.match(events.message, /In 2026-06 .* 12 entries without help, more than the 10 /)
  t.end()
})

t.test('opening-not-steady', (t) => {
  t.same(warningsOf(demand({ opening: '98' })), [], 'two per cent off is steady enough')
  // Opening 110 against 10 × 10 = 100, and the budget pays for 110. The 10 too many leave one a month: 9 + 8 + … + 0 = 45 place-months in
  // the first year, so numbers fall 120 − 45 = 75 below what the budget pays for in it and 120 in the second: £75,000 + £120,000 × 1.02.
  const high = the('opening-not-steady', demand({ opening: '110' }))
  t.equal(high.path, 'demand.care.opening')
  t.match(high.message, /opening of 110 is not the 100 .*hides growth worth £197,400 .*A stay of 11 months would balance/)
  t.match(the('opening-not-steady', demand({ opening: '90' })).message, /acts as growth worth £197,400 .*A stay of 9 months/)
  const half = (given: Given) => {
    demand({ opening: '90' })(given)
    Object.assign(firstOf(given.demand[0]?.costs), { variable: '0.5' })
  }
  t.match(the('opening-not-steady', half).message, 'acts as growth worth £98,700', 'half of the cost moves with numbers')
  // A budget of 100 places: 45 place-months more than that in the first year, £45,000.
  const listed = demand({ opening: '110', budget: { basis: 'places', places: ['100'] } })
  t.match(the('opening-not-steady', listed).message, 'acts as growth worth £45,000')
  t.match(the('opening-not-steady', demand({ opening: '110', budget: { basis: 'demand' } })).message, 'drift: the budget follows them.')
  // Nobody comes in, so no stay makes 50 places steady.
  const closed = the('opening-not-steady', demand({ entriesPerYear: '0', opening: '50' }))
  t.match(closed.message, 'The opening of 50 is not the 0 that')
  t.notMatch(closed.message, 'would balance')
  t.end()
})

t.test('growth-default and backfill-default', (t) => {
  const without = (name: string) => (given: Given) => {
    delete given.demand[0]?.[name]
  }
  // Avoided entries: months 1 to 4 after April with 5, 10, 10, 5 under the effect × 0.2 × 0.25 = 0.25, 0.5, 0.5, 0.25 = 1.5 children,
  // each 10 months at £1,000: £15,000. The effect runs from May to August 2026 and stays end by May 2027. In 2026-27 fall 8 + 0.5
  // place-months: the entries of May, June and July each have their 10 months by March except those of July (9) and August (8):
  // 0.25 × 10 + 0.5 × 10 + 0.5 × 9 + 0.25 × 8 = 14; in 2027-28 the other 1, at 1.02 × £1,000: £14,000 + £1,020.
  const growth = the('growth-default', without('growth'))
  t.equal(growth.path, 'demand.care.growth')
  t.match(growth.message, '£15,020 is counted as cash')
  const backfill = the('backfill-default', without('backfill'))
  t.equal(backfill.path, 'demand.care.backfill')
  t.match(backfill.message, '£15,020 is counted as cash')
  const nothing = warningsOf((given) => {
    without('growth')(given)
    delete firstOf(given.demand[0]?.costs).release
  })
  t.notOk(
    nothing.some(({ code }) => code === 'growth-default'),
    'where nothing is cash the default decides nothing',
  )
  t.end()
})

t.test('inflation-zero', (t) => {
  const zero = the('inflation-zero', (given) => Object.assign(given.prices, { inflation: '0' }))
  t.equal(zero.path, 'prices.inflation')
  t.match(zero.message, 'Inflation is 0 over 2 years')
  the('inflation-zero', (given) => Object.assign(given.prices, { inflation: { '2026-27': '0', '2027-28': '0' } }))
  const short = warningsOf((given) => {
    given.prices.inflation = '0'
    given.years = 1
  })
  t.notOk(
    short.some(({ code }) => code === 'inflation-zero'),
    'one year needs no inflation',
  )
  t.end()
})

t.test('demand-above-capacity and waiting-list-never-clears', (t) => {
  const full = (waitingList: boolean) => (given: Given) => {
    delete given.interventions[0]?.end
    intervention({ capacity: { places: '4', waitingList }, programme: { months: 1 } })(given)
  }
  // 5 arrive for 4 places in each of 24 months: 24 are never served.
  const declined = the('demand-above-capacity', full(false))
  t.equal(declined.path, 'interventions.fgc.capacity.places')
  t.match(declined.message, /In the year from 2026-04 60 families are accepted and the places of fgc allow 48; .* 24 are not served/)
  // Ten a month for 50 places of six months: 120 a year for 100, also where whole cohorts start together and the queue empties between.
  const cohorts = intervention({ end: undefined, referrals: { perMonth: '10' }, capacity: { places: '50' }, programme: { months: 6 } })
  const uneven = the('demand-above-capacity', (given) => {
    cohorts(given)
    delete given.interventions[0]?.end
  })
  t.match(uneven.message, '120 families are accepted and the places of fgc allow 100')
  const waiting = the('waiting-list-never-clears', full(true))
  t.match(waiting.message, /^24 families are still waiting for fgc in 2028-03/)
  t.notOk(
    warningsOf(intervention({ capacity: { places: '5', waitingList: true }, programme: { months: 1 } })).some(({ code }) =>
      ['demand-above-capacity', 'waiting-list-never-clears'].includes(code),
    ),
    'enough places raise neither',
  )
  const over = warningsOf(
    intervention({ start: '2025-01', end: '2025-12', capacity: { places: '1', waitingList: true }, programme: { months: 1 } }),
  )
  t.ok(over.some(({ code }) => code === 'outside-horizon'))
  t.notOk(
    over.some(({ code }) => code === 'waiting-list-never-clears'),
    'nobody waits in the months of a case that begins when the service is over',
  )
  t.end()
})

t.test('ends-before-effects', (t) => {
  // From April, effects three months later begin in July; referrals end in June.
  const early = the('ends-before-effects', effect({ startsAfterMonths: 3 }))
  t.equal(early.path, 'interventions.fgc.end')
  t.match(early.message, /end in 2026-06, before the first effect on care begins 3 months after 2026-04/)
  t.same(warningsOf(effect({ startsAfterMonths: 2 })), [], 'an effect that begins in the last month is in time')
  t.end()
})

t.test('benefits-beyond-horizon', (t) => {
  // Without an end 10 are under the effect, 0.5 entries a month are avoided, and 10 × 0.5 = 5 places in the last month.
  const beyond = the('benefits-beyond-horizon', (given) => {
    delete given.interventions[0]?.end
  })
  t.equal(beyond.path, 'years')
  t.match(beyond.message, /2028-03 \(5 in care\).*A longer horizon would count it/)
  const longest = the('benefits-beyond-horizon', (given) => {
    delete given.interventions[0]?.end
    given.years = 30
  })
  t.match(longest.message, /already the longest that there is, 30 years/)
  t.notMatch(longest.message, /A longer horizon/)
  t.end()
})

t.test('grant-ends', (t) => {
  const grant = (byYear: Record<string, string>) => (given: Given) => {
    given.funding.push({ id: 'dfe', byYear })
    delete given.interventions[0]?.end
  }
  // £12,000 × 1.02 in the second year.
  const ends = the('grant-ends', grant({ '2026-27': '5000' }))
  t.equal(ends.path, 'funding.dfe')
  t.match(ends.message, /ends with 2026-27 and £12,240 of cost goes on/)
  t.notOk(
    warningsOf(grant({ '2026-27': '5000', '2027-28': '5000' })).some(({ code }) => code === 'grant-ends'),
    'a grant to the end',
  )
  const second = (given: Given) => {
    grant({ '2026-27': '5000' })(given)
    given.funding.push({ id: 'nhs', byYear: { '2026-27': '1', '2027-28': '20000' } })
  }
  t.notOk(
    warningsOf(second).some(({ code }) => code === 'grant-ends'),
    'another grant pays what goes on',
  )
  t.match(the('grant-ends', grant({ '2026-27': '5000', '2027-28': '0' })).message, 'ends with 2026-27', 'a grant of 0 is none')
  t.end()
})

t.test('unfilled-budget', (t) => {
  // 110 places budgeted and 100 filled: 10 × £12,000 in the first year and × 1.02 in the second.
  const unfilled = the('unfilled-budget', demand({ budget: { basis: 'places', places: ['110'] } }))
  t.equal(unfilled.path, 'demand.care.budget')
  t.match(unfilled.message, '£242,400 of the budget gap for care')
  t.end()
})

t.test('uncontrolled-evidence', (t) => {
  for (const [design, words] of [
    ['before-after', 'rests on a before-and-after comparison'],
    ['practice', 'rests on practice experience'],
    ['assumed', 'is an assumption'],
  ]) {
    const weak = the('uncontrolled-evidence', effect({ evidence: { design } }))
    t.equal(weak.path, 'interventions.fgc.effects.care.evidence')
    t.match(weak.message, words)
  }
  t.same(warningsOf(effect({ evidence: { design: 'matched' } })), [], 'a matched comparison is controlled')
  t.end()
})

t.test('no-release-plan', (t) => {
  const unplanned = the('no-release-plan', (given) => {
    delete firstOf(given.demand[0]?.costs).release
  })
  t.equal(unplanned.path, 'demand.care.costs.place')
  t.match(unplanned.message, '£15,020 is avoided here without a plan to release it. £15,020 of it is not cash for want of a plan')
  // The budget pays for 50 of the 100 places, so growth takes all of it and a plan would release nothing.
  const absorbed = the('no-release-plan', (given) => {
    delete firstOf(given.demand[0]?.costs).release
    demand({ budget: { basis: 'places', places: ['50'] } })(given)
  })
  t.match(absorbed.message, '£15,020 is avoided here without a plan to release it. £0 of it is not cash for want of a plan')
  // A saving of £2,000 a year is £2,000 + £2,040 of £19,060: more than a tenth; one of £500 a year is not.
  const saving = (amount: string) => intervention({ savings: [{ id: 'agency', amount, per: 'year', to: '2028-03' }] })
  t.equal(the('no-release-plan', saving('2000')).path, 'interventions.fgc.savings.agency')
  t.match(the('no-release-plan', saving('2000')).message, '£4,040 is avoided here')
  t.same(warningsOf(saving('500')), [], 'a small saving needs no plan')
  t.end()
})

t.test('below-zero', (t) => {
  // 20 children a family × 5 families leave a 100-place stock ten months early: 500 avoided from the sixth month on.
  const below = the(
    'below-zero',
    intervention({
      childrenPerReferral: '20',
      end: '2026-06',
      effects: [{ kind: 'exits', demand: 'care', chance: '1', monthsEarlier: 10, evidence: { design: 'rct' } }],
    }),
  )
  t.equal(below.path, 'demand.care')
  t.match(below.message, /numbers of care fall below zero from 2026-06/)
  t.end()
})

t.test('years-not-financial and list-longer-than-horizon', (t) => {
  const list = { budget: { basis: 'places', places: ['100', '100'] } }
  const odd = the('years-not-financial', (given) => {
    demand(list)(given)
    given.start = '2026-07'
    given.interventions[0] = { ...given.interventions[0], end: '2026-09' }
  })
  t.equal(odd.path, 'demand.care.budget.places')
  t.match(odd.message, 'steps every twelve months from 2026-07')
  t.same(warningsOf(demand(list)), [], 'a list in a case that starts in April')
  const long = the('list-longer-than-horizon', demand({ entriesPerYear: undefined, entriesByYear: ['120', '120', '120'] }))
  t.equal(long.path, 'demand.care.entriesByYear')
  t.match(long.message, 'The list has 3 years and the case 2: what comes after year 2 is not used.')
  t.end()
})

t.test('not-used', (t) => {
  const once = { id: 'agency', amount: '1', per: 'once' }
  const gradual = the('not-used', intervention({ savings: [{ ...once, warmUp: { months: '6' } }] }))
  t.equal(gradual.path, 'interventions.fgc.savings.agency.warmUp')
  t.match(gradual.message, "made once, in the intervention's first month: its warm-up is not used")
  const twice = the('not-used', intervention({ savings: [{ ...once, month: '2026-05', from: '2026-06' }] }))
  t.equal(twice.path, 'interventions.fgc.savings.agency.from')
  t.match(twice.message, 'made once, in 2026-05: its from, 2026-06, is not used')
  const used = intervention({
    savings: [
      { ...once, from: '2026-06' },
      { ...once, id: 'rent', per: 'year', warmUp: { months: '6' } },
    ],
  })
  t.same(
    warningsOf(used).filter(({ code }) => code === 'not-used'),
    [],
  )
  t.end()
})

t.test('outside-horizon', (t) => {
  const before = the('outside-horizon', intervention({ costs: [{ id: 'setup', amount: '1', per: 'once', month: '2026-03' }] }))
  t.equal(before.path, 'interventions.fgc.costs.setup')
  t.match(before.message, /cost falls in 2026-03, outside the case's months 2026-04 to 2028-03/)
  const after = the('outside-horizon', intervention({ savings: [{ id: 'late', amount: '1', per: 'once', from: '2028-04' }] }))
  t.equal(after.path, 'interventions.fgc.savings.late')
  const sunk = the('outside-horizon', (given) => {
    intervention({ start: '2025-04', end: '2026-06', costs: [{ id: 'setup', amount: '1', per: 'once' }] })(given)
  })
  t.match(sunk.message, 'falls in 2025-04', 'set-up before the case is sunk')
  const ended = intervention({ costs: [{ id: 'old', amount: '1', per: 'year', from: '2025-01', to: '2025-06' }] })
  t.match(the('outside-horizon', ended).message, 'This cost runs from 2025-01 to 2025-06')
  const later = warningsOf(intervention({ start: '2032-01', end: '2032-06', costs: [] })).filter(({ code }) => code === 'outside-horizon')
  t.match(later, [{ path: 'interventions.fgc.end', message: /takes referrals from 2032-01 to 2032-06/ }])
  const never = the('outside-horizon', (given) => {
    Object.assign(firstOf(given.demand[0]?.costs).release as object, { from: '2040-01' })
  })
  t.equal(never.path, 'demand.care.costs.place.release.from')
  t.end()
})

t.test('funder-like-body', (t) => {
  const paidBy = (funder: string, body?: string) => (given: Given) => {
    if (body) Object.assign(given, { body })
    Object.assign(firstOf(given.interventions[0]?.costs), { funder })
  }
  t.equal(the('funder-like-body', paidBy('Council')).path, 'interventions.fgc.costs.team.funder')
  t.match(the('funder-like-body', paidBy('kent cc', 'Kent CC')).message, 'The funder "kent cc" is not the body "Kent CC"')
  t.ok(the('funder-like-body', paidBy('council', 'kent')))
  t.same(
    warningsOf(paidBy('health')).filter(({ code }) => code === 'funder-like-body'),
    [],
    'a partner',
  )
  t.end()
})

t.test('correlation-without-range', (t) => {
  const correlated = (reduction: unknown) => (given: Given) => {
    effect({ reduction, risk: { central: '0.4', low: '0.3', high: '0.5' } })(given)
    const between = ['interventions.fgc.effects.care.risk', 'interventions.fgc.effects.care.reduction']
    Object.assign(given, { correlations: [{ between, rho: '0.5' }] })
  }
  const plain = the('correlation-without-range', correlated('0.25'))
  t.equal(plain.path, 'correlations.0')
  t.match(plain.message, /^“care, fgc: .*reduction.*” has no range/)
  t.same(warningsOf(correlated({ central: '0.25', low: '0.1', high: '0.4' })), [], 'two ranges')
  const both = the('correlation-without-range', (given) => {
    correlated('0.25')(given)
    effect({ risk: '0.4' })(given)
  })
  t.match(both.message, /^“care, fgc: .*” and “care, fgc: .*” have no range/)
  t.end()
})

t.test('what has a title is named by it, and not by its id', (t) => {
  const titled = (given: Given) => {
    demand({ title: 'Children coming into care' })(given)
    intervention({ title: 'Family group conferences' })(given)
  }
  const without = (name: string) => (given: Given) => void delete given.demand[0]?.[name]
  const endless = (more: Record<string, unknown>) => (given: Given) => {
    delete given.interventions[0]?.end
    intervention(more)(given)
  }
  const exits = [{ kind: 'exits', demand: 'care', chance: '1', monthsEarlier: 10, evidence: { design: 'rct' } }]
  for (const [code, change, words] of [
    ['growth-default', without('growth'), /demand for “Children coming into care” does not grow/],
    ['backfill-default', without('backfill'), /left empty in “Children coming into care”/],
    ['below-zero', intervention({ childrenPerReferral: '20', effects: exits }), /of “Children coming into care” fall below zero/],
    ['benefits-beyond-horizon', endless({}), /in “Children coming into care”/],
    [
      'demand-above-capacity',
      endless({ capacity: { places: '4' }, programme: { months: 1 } }),
      /places of “Family group conferences” allow/,
    ],
    [
      'waiting-list-never-clears',
      endless({ capacity: { places: '4', waitingList: true }, programme: { months: 1 } }),
      /waiting for “Family group conferences” in/,
    ],
  ] as [Warning['code'], (given: Given) => void, RegExp][]) {
    const message = the(code, (given) => {
      titled(given)
      change(given)
    }).message
    t.match(message, words)
    t.notMatch(message, /\b(care|fgc)\b(?!”)/)
  }
  t.end()
})

// Raised by the service itself, where a body with variants is appraised; its test stands with the routes.
const elsewhere = ['variants-ignored']
t.same(
  warningCodes.filter((code) => !raised.has(code)),
  elsewhere,
  'every code has its test',
)
