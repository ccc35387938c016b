import t from 'tap'
import { figures } from '../../src/reference/catalogue.ts'
import { type Loose, problemsOf, smallest, whole } from './whole-case.ts'

type Change = (theCase: Loose) => void
type Broken = [change: Change, path: string, message: RegExp]

/** Each rule is shown cases that it lets pass and cases that it refuses, each with one problem. */
function rule(name: string, legal: Change[], broken: Broken[]): void {
  t.test(name, async (t) => {
    for (const change of legal) t.same(problemsOf(whole(change)), [], `legal: ${change}`)
    for (const [change, path, message] of broken) {
      const problems = problemsOf(whole(change))
      t.equal(problems.length, 1, `${change}: ${problems.map((each) => `${each.path}: ${each.message}`).join('; ')}`)
      t.equal(problems[0]?.path, path, `${change}`)
      t.match(problems[0]?.message, message)
      t.ok(problems[0]?.got && problems[0].expected, 'got and expected')
    }
  })
}

const fft = (c: Loose) => c.interventions[0]
const place = (c: Loose) => c.demand[0].costs[0]
const effect = (c: Loose) => fft(c).effects[0]

rule(
  'ids are unique in their list',
  [
    (c) => (fft(c).savings[0].id = 'team'),
    (c) => (fft(c).id = 'care'),
    (c) => (c.demand[1].costs[0].id = 'place'),
    (c) => fft(c).effects.push({ demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 }),
  ],
  [
    [(c) => (c.demand[1].id = 'care'), 'demand.care.id', /"care" is used twice in demand/],
    [(c) => c.demand[0].costs.push({ id: 'place', amount: 1, per: 'week' }), 'demand.care.costs.place.id', /twice in costs/],
    [(c) => c.interventions.push({ id: 'fft' }), 'interventions.fft.id', /twice in interventions/],
    [(c) => (fft(c).costs[1].id = 'set-up'), 'interventions.fft.costs.set-up.id', /twice in costs/],
    [(c) => (fft(c).savings[1].id = 'agency'), 'interventions.fft.savings.agency.id', /twice in savings/],
    [(c) => c.funding.push({ id: 'dfe', byYear: {} }), 'funding.dfe.id', /twice in funding/],
    [(c) => (fft(c).effects[1].id = 'care'), 'interventions.fft.effects.care.id', /twice in effects/],
    [
      (c) => {
        fft(c).effects[1].id = 'plans'
        fft(c).effects.push({ demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 })
      },
      'interventions.fft.effects.plans',
      /default id "plans" is used twice/,
    ],
    [
      (c) =>
        (c.variants = [
          { id: 'a', set: {} },
          { id: 'a', set: {} },
        ]),
      'variants.a.id',
      /twice in variants/,
    ],
  ],
)

rule(
  'entries are stated in one way',
  [
    (c) => (c.demand[2].growth = 0),
    (c) => (c.demand[2].growth = '0.00'),
    (c) => (c.demand[2].entriesByYear = ['700']),
    (c) => (c.demand[2].entriesByYear = Array(40).fill(700)),
  ],
  [
    [(c) => delete c.demand[0].entriesPerYear, 'demand.care', /does not say how many children come in/],
    [(c) => (c.demand[0].population = 1), 'demand.care.population', /more than one way/],
    [(c) => (c.demand[0].entriesByYear = [1]), 'demand.care.entriesByYear', /more than one way \(entriesPerYear, entriesByYear\)/],
    [(c) => delete c.demand[1].population, 'demand.plans.population', /entriesPer10000 needs population/],
    [(c) => delete c.demand[1].entriesPer10000, 'demand.plans.entriesPer10000', /population needs entriesPer10000/],
    [(c) => (c.demand[1].entriesPerYear = 5), 'demand.plans.entriesPer10000', /more than one way/],
    [(c) => (c.demand[2].growth = 0.02), 'demand.referrals.growth', /growth does not apply/],
    [(c) => (c.demand[2].growth = { central: 0, low: 0, high: 0.1 }), 'demand.referrals.growth', /growth does not apply/],
  ],
)

rule(
  'effects act on demands of the case, once for each kind',
  [
    (c) => fft(c).effects.push({ kind: 'exits', demand: 'plans', chance: 0, monthsEarlier: 1 }),
    (c) => {
      effect(c).basis = 'referred'
      fft(c).referrals.takeUp = 0
    },
  ],
  [
    [(c) => (effect(c).demand = 'cars'), 'interventions.fft.effects.cars.demand', /no demand "cars"\. Did you mean care\?/],
    [(c) => (effect(c).demand = 'schooling'), 'interventions.fft.effects.schooling.demand', /The demands are care, plans and referrals/],
    [
      (c) => fft(c).effects.push({ ...effect(c), id: 'again' }),
      'interventions.fft.effects.again',
      /two effects of kind entries on the demand care/,
    ],
    [(c) => fft(c).effects.push({ ...effect(c) }), 'interventions.fft.effects.care', /two effects of kind entries/],
    [(c) => fft(c).effects.push({ ...fft(c).effects[1], id: 'again' }), 'interventions.fft.effects.again', /two effects of kind exits/],
    [(c) => (effect(c).holdMonths = 13), 'interventions.fft.effects.care.holdMonths', /13 months, longer than the 12 months/],
  ],
)
rule('an effect may hold for all of its window', [(c) => (effect(c).holdMonths = 12), (c) => (effect(c).holdMonths = 0)], [])

rule(
  'dates follow each other and go with what is paid',
  [
    (c) => (fft(c).end = '2026-07'),
    (c) => (fft(c).start = '2020-01'),
    (c) => (fft(c).start = '2029-03'),
    (c) => (fft(c).costs[0].month = '2050-01'),
    (c) => (fft(c).costs[1].to = '2026-06'),
    (c) => (fft(c).costs[1].from = '2015-06'),
    (c) => (fft(c).savings[1].from = '2027-02'),
    (c) => {
      delete fft(c).savings[1].month
      fft(c).savings[1].from = '2040-02'
    },
  ],
  [
    [(c) => (fft(c).end = '2026-06'), 'interventions.fft.end', /ends in 2026-06, before it starts in 2026-07/],
    [
      (c) => {
        delete fft(c).start
        fft(c).end = '2026-03'
        fft(c).costs[1].from = '2026-04'
      },
      'interventions.fft.end',
      /before it starts in 2026-04/,
    ],
    [(c) => (fft(c).costs[1].to = '2026-05'), 'interventions.fft.costs.team.to', /last month, 2026-05, comes before the first, 2026-06\./],
    [
      (c) => {
        delete fft(c).costs[1].from
        fft(c).costs[1].to = '2026-06'
      },
      'interventions.fft.costs.team.to',
      /before the first, 2026-07, the intervention's start/,
    ],
    [(c) => (fft(c).costs[1].month = '2026-07'), 'interventions.fft.costs.team.month', /month goes with per: once/],
    [(c) => (fft(c).costs[0].from = '2026-07'), 'interventions.fft.costs.set-up.from', /from goes with per: year/],
    [(c) => (fft(c).costs[0].to = '2026-07'), 'interventions.fft.costs.set-up.to', /to goes with per: year/],
    [(c) => fft(c).costs.push({ id: 'x', amount: 1, per: 'start', to: '2026-07' }), 'interventions.fft.costs.x.to', /paid per start/],
    [
      (c) => fft(c).costs.push({ id: 'x', amount: 1, per: 'referral', month: '2026-07' }),
      'interventions.fft.costs.x.month',
      /paid per referral/,
    ],
    [(c) => (fft(c).savings[0].month = '2026-07'), 'interventions.fft.savings.agency.month', /month goes with per: once/],
    [(c) => (fft(c).savings[1].to = '2027-07'), 'interventions.fft.savings.contract.to', /to goes with per: year/],
    [(c) => (fft(c).savings[0].to = '2026-08'), 'interventions.fft.savings.agency.to', /comes before the first, 2026-09/],
  ],
)

rule(
  'some things go together',
  [
    (c) => delete fft(c).capacity,
    (c) => (fft(c).warmUp = { months: 3 }),
    (c) => (fft(c).warmUp = { months: 3, curve: 'custom', profile: [1] }),
    (c) => (c.demand[0].budget = { basis: 'demand' }),
    (c) => (c.demand[0].budget = {}),
    (c) => (c.demand[1].costs[0].release = { action: 'stop', owner: 'chair', step: 0, noticeMonths: 0 }),
    (c) => (c.discounting = { schedule: 'green-book' }),
    (c) => delete c.discounting,
  ],
  [
    [(c) => delete fft(c).programme.months, 'interventions.fft.programme.months', /capacity needs programme.months/],
    [
      (c) => {
        delete fft(c).programme
        delete fft(c).effects[0].startsAfterMonths
      },
      'interventions.fft.programme.months',
      /capacity needs/,
    ],
    [(c) => delete fft(c).warmUp.profile, 'interventions.fft.warmUp.profile', /custom needs a profile/],
    [(c) => delete fft(c).warmUp.curve, 'interventions.fft.warmUp.profile', /the curve is linear/],
    [(c) => (fft(c).savings[0].warmUp.curve = 'step'), 'interventions.fft.savings.agency.warmUp.profile', /the curve is step/],
    [(c) => delete c.demand[0].budget.places, 'demand.care.budget.places', /needs the list places/],
    [(c) => delete c.demand[0].budget.basis, 'demand.care.budget.places', /the basis is opening/],
    [
      (c) => (c.demand[1].costs[0].release = { action: 'stop', owner: 'chair', step: 1 }),
      'demand.plans.costs.conference.release.step',
      /takes no step/,
    ],
    [
      (c) => (c.demand[1].costs[0].release = { action: 'stop', owner: 'chair', noticeMonths: 1 }),
      'demand.plans.costs.conference.release.noticeMonths',
      /takes no noticeMonths/,
    ],
    [(c) => (c.discounting.schedule = 'green-book'), 'discounting.rate', /both as a schedule and as one rate/],
  ],
)

rule(
  'prices have deflators, and inflation no gap',
  [
    (c) => (c.prices.inflation = { '2026-27': 0.02, '2027-28': 0.02 }),
    (c) => (c.prices.inflation = { '2030-31': 0.02 }),
    (c) => {
      // Nothing is turned into other prices, so no deflator is needed.
      c.prices = { baseYear: '2031-32' }
      place(c).priceYear = '2031-32'
      for (const line of [...fft(c).costs, ...fft(c).savings]) delete line.priceYear
    },
    (c) => {
      place(c).priceYear = '2030-31'
      c.prices.deflators['2030-31'] = 120
    },
    (c) => {
      fft(c).included = false
      fft(c).costs[0].priceYear = '2033-34'
    },
  ],
  [
    [(c) => (c.prices.inflation = { '2026-27': 0, '2028-29': 0 }), 'prices.inflation.2027-28', /before and after 2027-28/],
    [(c) => (c.prices.inflation = { '2028-29': 0, '2026-27': 0 }), 'prices.inflation.2027-28', /add 2027-28/],
    [(c) => (place(c).priceYear = '2030-31'), 'demand.care.costs.place.priceYear', /no deflator for 2030-31.*base year is 2024-25/],
    [
      (c) => (place(c).priceYear = '1985-86'),
      'demand.care.costs.place.priceYear',
      /Add:\nprices:\n {2}deflators:\n {4}"1985-86": <index>$/,
    ],
    [(c) => (fft(c).costs[0].priceYear = '2033-34'), 'interventions.fft.costs.set-up.priceYear', /2033-34/],
    [(c) => (fft(c).savings[0].priceYear = '2033-34'), 'interventions.fft.savings.agency.priceYear', /2033-34/],
    [(c) => (c.prices.baseYear = '2031-32'), 'prices.baseYear', /turned into prices of the base year, 2031-32/],
    [
      (c) => {
        delete c.prices.baseYear
        delete c.prices.deflators['2026-27']
      },
      'start',
      /no deflator for 2026-27/,
    ],
  ],
)

t.test('each missing deflator is named once, with one block for all', async (t) => {
  const problems = problemsOf(
    whole((c) => {
      c.prices.baseYear = '2032-33'
      place(c).priceYear = '2031-32'
      fft(c).costs[0].priceYear = '2031-32'
    }),
  )
  t.same(problems.map(({ path }) => path).sort(), ['demand.care.costs.place.priceYear', 'prices.baseYear'])
  for (const { message } of problems) t.match(message, /prices:\n {2}deflators:\n {4}"2031-32": <index>\n {4}"2032-33": <index>$/)
})

const weekly = figures.find(({ unit, priceYear }) => unit === 'pounds-a-week' && priceYear === '2023-24')?.id
const yearly = figures.find(({ unit, priceYear }) => unit === 'pounds-a-year' && priceYear !== undefined && priceYear < '2024')?.id
const once = figures.find(({ unit, priceYear }) => unit === 'pounds-an-event' && priceYear !== undefined && priceYear < '2024')?.id
rule(
  'built-in figures agree with how a line is paid, and with its prices',
  [
    (c) => {
      place(c).amount = { ref: weekly }
      c.correlations = []
    },
    (c) => {
      c.correlations = []
      place(c).amount = { ref: weekly }
      delete place(c).priceYear
    },
    (c) => (fft(c).costs[1].amount = { ref: yearly }),
    (c) => (c.demand[1].costs[0].amount = { ref: once }),
    (c) => fft(c).costs.push({ id: 'x', amount: { ref: once }, per: 'completion' }),
  ],
  [
    [
      (c) => {
        place(c).amount = { ref: yearly }
        delete place(c).priceYear
        c.correlations = []
      },
      'demand.care.costs.place.amount.ref',
      /in pounds a year, and this line is paid per: week/,
    ],
    [(c) => (fft(c).costs[1].amount = { ref: weekly }), 'interventions.fft.costs.team.amount.ref', /paid per: year/],
    [(c) => (fft(c).savings[1].amount = { ref: yearly }), 'interventions.fft.savings.contract.amount.ref', /paid per: once/],
    [
      (c) => {
        c.correlations = []
        place(c).amount = { ref: weekly }
        place(c).priceYear = '2022-23'
      },
      'demand.care.costs.place.priceYear',
      /is in 2023-24 prices, and priceYear says 2022-23/,
    ],
  ],
)

rule(
  'grants fall inside the case',
  [(c) => (c.funding[0].byYear = { '2026-27': 1, '2030-31': 1 }), (c) => (c.funding[0].byYear = {})],
  [
    [(c) => (c.funding[0].byYear = { '2025-26': 1 }), 'funding.dfe.byYear.2025-26', /from 2026-27 to 2030-31/],
    [(c) => (c.funding[0].byYear = { '2031-32': 1 }), 'funding.dfe.byYear.2031-32', /outside the case/],
    [
      (c) => {
        c.start = '2026-03'
        c.years = 1
        c.funding[0].byYear = { '2025-26': 1, '2026-27': 1, '2027-28': 1 }
      },
      'funding.dfe.byYear.2027-28',
      /from 2025-26 to 2026-27/,
    ],
  ],
)

rule(
  'correlations join two ranges',
  [
    (c) => (c.correlations = []),
    (c) => {
      effect(c).risk = { central: 0.4, low: 0.3, high: 0.5 }
      c.correlations.push({ between: ['interventions.fft.effects.care.risk', 'demand.care.growth'], rho: -0.5 })
    },
    (c) => {
      c.prices.inflation = { '2026-27': { central: 0, low: 0, high: 0.1 } }
      c.correlations[0].between[0] = 'prices.inflation.2026-27'
    },
    (c) => {
      c.prices.inflation = { central: 0, low: 0, high: 0.1 }
      c.correlations[0].between[0] = 'prices.inflation'
    },
    // A quantity that a variant has set to a plain number: the correlation has no effect, which is a warning.
    (c) => (c.correlations[0].between[1] = 'demand.care.opening'),
  ],
  [
    [(c) => (c.correlations[0].between[1] = 'demand.care.groth'), 'correlations.0.between.1', /Did you mean demand.care.growth\?/],
    [(c) => (c.correlations[0].between[1] = 'demand.cars.growth'), 'correlations.0.between.1', /Did you mean demand.care.growth\?/],
    [(c) => (c.correlations[0].between[1] = 'demand.plans.growth'), 'correlations.0.between.1', /is not given/],
    [(c) => (c.correlations[0].between[1] = 'demand.care.title'), 'correlations.0.between.1', /is not a number/],
    [(c) => (c.correlations[0].between[1] = 'demand.care.growth'), 'correlations.0.between', /not correlated with itself/],
    [
      (c) => c.correlations.push({ between: [...c.correlations[0].between].reverse(), rho: 0 }),
      'correlations.1.between',
      /correlated twice/,
    ],
  ],
)

t.test('a rule is silent about what it cannot trust', async (t) => {
  const only = (change: Change) => problemsOf(whole(change)).map(({ path }) => path)
  t.same(
    only((c) => (c.start = '2026')),
    ['start'],
    'grants and dates wait for the start',
  )
  t.same(
    only((c) => (c.demand[0].id = 'Care')),
    ['demand.0.id'],
    'the effects on it are not refused as well',
  )
  t.same(
    only((c) => (c.demand[0].entriesPerYear = '1e3')),
    ['demand.care.entriesPerYear'],
  )
  t.same(
    only((c) => (effect(c).windowMonths = 0)),
    ['interventions.fft.effects.care.windowMonths'],
  )
  t.same(
    only((c) => (c.prices.deflators['2026-27'] = 'x')),
    ['prices.deflators.2026-27'],
  )
  t.same(
    only((c) => (c.demand[0].growth.low = 5)),
    ['demand.care.growth.low'],
    'and so is what correlates it',
  )
  t.same(
    only((c) => (fft(c).warmUp.curve = 'custm')),
    ['interventions.fft.warmUp.curve'],
  )
  t.same(
    only((c) => (c.demand = 5)),
    ['demand'],
  )
  t.same(
    problemsOf(5).map(({ pointer }) => pointer),
    [''],
  )
})

t.test('what the method only warns of is legal', async (t) => {
  const legal: Change[] = [
    (c) => Object.assign(c, { demand: [], interventions: [] }),
    (c) => delete c.demand && delete c.interventions,
    (c) => (c.demand[0].opening = 5),
    (c) => (c.demand[0].entriesPerYear = 0),
    (c) => (c.interventions[0].effects[0].reduction = -1),
    (c) => (c.interventions[0].referrals.perMonth = 100000),
    (c) => (c.interventions[0].end = '2026-04'),
    (c) => (c.interventions[0].start = '2040-01'),
    (c) => delete c.interventions[0].referrals,
    (c) => (c.start = '2026-09'),
    (c) => (c.demand[0].costs[0].funder = 'health'),
    (c) => (c.interventions[0].costs[0].amount = 0),
  ]
  for (const change of legal) t.same(problemsOf(smallest(change)), [], `${change}`)
})

t.test('one mistake gives one message: what rests on a malformed value is not told as well', async (t) => {
  const mistakes: [change: Change, path: string][] = [
    // Without its own start the intervention would start with the case, after it ends.
    [
      (c) => {
        fft(c).start = 5
        fft(c).end = '2026-03'
      },
      'interventions.fft.start',
    ],
    [
      (c) => {
        fft(c).costs[1].from = 5
        fft(c).costs[1].to = '2026-06'
      },
      'interventions.fft.costs.team.from',
    ],
    [
      (c) => {
        fft(c).start = 5
        delete fft(c).costs[1].from
        fft(c).costs[1].to = '2026-03'
      },
      'interventions.fft.start',
    ],
    // An effect of no kind would be a second one of the usual kind.
    [(c) => (fft(c).effects[1].kind = 5), 'interventions.fft.effects.home.kind'],
    // An effect without its id would go by its demand, as the first does.
    [(c) => (fft(c).effects[1].id = 5), 'interventions.fft.effects.1.id'],
    [(c) => (c.demand[1].id = 5), 'demand.1.id'],
    [(c) => (c.demand[0].entriesPerYear = 'many'), 'demand.care.entriesPerYear'],
    [(c) => (c.demand[1].population = 'many'), 'demand.plans.population'],
    [(c) => (c.prices.inflation = { '2026-27': 0, '2027-28': 'high', '2028-29': 0 }), 'prices.inflation.2027-28'],
    [
      (c) => {
        place(c).priceYear = '2033-34'
        c.prices.deflators['2033-34'] = 'high'
      },
      'prices.deflators.2033-34',
    ],
    [
      (c) => {
        c.prices.baseYear = 5
        delete c.prices.deflators['2026-27']
      },
      'prices.baseYear',
    ],
    [(c) => (c.demand[0].growth = 'high'), 'demand.care.growth'],
    [
      (c) => {
        c.years = 'five'
        c.funding[0].byYear = { '2040-41': 1 }
      },
      'years',
    ],
    [(c) => (effect(c).windowMonths = 'a year'), 'interventions.fft.effects.care.windowMonths'],
  ]
  for (const [change, path] of mistakes) {
    const problems = problemsOf(whole(change))
    t.same(
      problems.map((each) => each.path),
      [path],
      `${change}`,
    )
  }
  const two = problemsOf(
    whole((c) => {
      fft(c).end = '2026-06'
      c.demand[0].opening = 'many'
    }),
  )
  t.same(two.map(({ path }) => path).sort(), ['demand.care.opening', 'interventions.fft.end'], 'and two give two')
})
