import t from 'tap'
import { type Loose, problemsOf, whole } from './whole-case.ts'

/*
 * A malformed value is told once, and nothing is told that would go away once it is put right; what has nothing to do with it is told beside it.
 */

type Change = (theCase: Loose) => void

const fft = (c: Loose) => c.interventions[0]
const place = (c: Loose) => c.demand[0].costs[0]
const effect = (c: Loose) => fft(c).effects[0]
const paths = (...changes: Change[]) =>
  problemsOf(
    whole((c) => {
      for (const change of changes) change(c)
    }),
  )
    .map(({ path }) => path)
    .sort()

const alone: [why: string, change: Change, path: string][] = [
  [
    'an effect without its start would pay before the case starts',
    (c) => {
      c.start = 5
      delete fft(c).start
      fft(c).end = '2020-01'
      fft(c).costs[1] = { id: 'team', amount: 1, per: 'year', to: '2020-01' }
      c.prices.baseYear = '2024-25'
    },
    'start',
  ],
  ['how a cost is paid says which months it takes', (c) => (fft(c).costs[1].per = 'yearly'), 'interventions.fft.costs.team.per'],
  ['and so for a month', (c) => (fft(c).costs[0].per = 'twice'), 'interventions.fft.costs.set-up.per'],
  [
    'a window that is no number is not shorter than the hold',
    (c) => (effect(c).windowMonths = {}),
    'interventions.fft.effects.care.windowMonths',
  ],
  ['nor is a hold that is no number longer', (c) => (effect(c).holdMonths = 'long'), 'interventions.fft.effects.care.holdMonths'],
  [
    'an effect whose id is wrong would go by its demand',
    (c) => {
      fft(c).effects[1].id = 'plans'
      fft(c).effects.push({ id: 5, demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 })
    },
    'interventions.fft.effects.2.id',
  ],
  [
    'and so for the first of two',
    (c) => {
      fft(c).effects.unshift({ id: 5, demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 })
      fft(c).effects[2].id = 'plans'
    },
    'interventions.fft.effects.0.id',
  ],
  [
    'an effect whose id is misspelt has one',
    (c) => {
      fft(c).effects[1].id = 'plans'
      fft(c).effects.push({ idd: 'other', demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 })
    },
    'interventions.fft.effects.plans.idd',
  ],
  [
    'and so has the first of two',
    (c) => {
      fft(c).effects.unshift({ idd: 'other', demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 })
      fft(c).effects[2].id = 'plans'
    },
    'interventions.fft.effects.plans.idd',
  ],
  [
    'an effect of no kind would be a second one of the usual kind',
    (c) => {
      fft(c).effects.reverse()
      fft(c).effects[0].kind = 'exts'
      delete fft(c).effects[0].id
    },
    'interventions.fft.effects.care.kind',
  ],
  [
    'its id by default depends on its kind',
    (c) => {
      fft(c).effects[0].id = 'plans'
      fft(c).effects.push({ kind: 'exts', demand: 'plans', chance: 0, monthsEarlier: 1 })
    },
    'interventions.fft.effects.plans.kind',
  ],
  [
    'and so does a path through it',
    (c) => {
      delete fft(c).effects[1].id
      fft(c).effects[1].kind = 5
      c.correlations[0].between[1] = 'interventions.fft.effects.care-exits.chance'
    },
    'interventions.fft.effects.care.kind',
  ],
  [
    'a path goes by the demand of an effect',
    (c) => {
      effect(c).demand = 5
      c.correlations[0].between[1] = 'interventions.fft.effects.care.risk'
    },
    'interventions.fft.effects.0.demand',
  ],
  [
    'a path goes by the id of a demand',
    (c) => {
      c.demand[1].id = 5
      c.correlations[0].between[1] = 'demand.plans.population'
    },
    'demand.1.id',
  ],
  [
    'a path goes through the kind of a stay',
    (c) => {
      c.demand[0].stay.kind = 'geometrical'
      c.correlations[0].between[1] = 'demand.care.stay.meanMonths'
    },
    'demand.care.stay.kind',
  ],
  [
    'a key that was misspelt is not missing from a path',
    (c) => {
      c.demand[0].grwth = c.demand[0].growth
      delete c.demand[0].growth
    },
    'demand.care.grwth',
  ],
  [
    'a kind that was misspelt chooses nothing',
    (c) => {
      fft(c).effects.push({ knd: 'entries', demand: 'care', risk: 0, windowMonths: 1, reduction: 0 })
    },
    'interventions.fft.effects.care.knd',
  ],
  ['a pair of which one is no path', (c) => (c.correlations[0].between[0] = 5), 'correlations.0.between.0'],
  [
    'nor are two such pairs alike',
    (c) => {
      c.correlations.push({ between: ['demand.care.growth', 5], rho: 0 }, { between: ['demand.care.growth', 5], rho: 0 })
      c.correlations.splice(0, 2, c.correlations[0])
    },
    'correlations.1.between.1',
  ],
  ['a correlation of nothing', (c) => delete c.correlations[0].between, 'correlations.0.between'],
  [
    'growth of what is given year by year is judged once it is a number',
    (c) => (c.demand[2].growth = { central: 'x', low: 0, high: 1 }),
    'demand.referrals.growth.central',
  ],
  [
    'a year of inflation that is written wrong is no gap',
    (c) => (c.prices.inflation = { '2026-27': 0, '2027/28': 0, '2028-29': 0 }),
    'prices.inflation.2027/28',
  ],
  [
    'a year of a grant that is written wrong is in no horizon',
    (c) => (c.funding[0].byYear = { '2045/46': 1 }),
    'funding.dfe.byYear.2045/46',
  ],
  [
    'a year of deflators that is written wrong may be the one that is missing',
    (c) => {
      place(c).priceYear = '2033-34'
      c.prices.deflators['2033/34'] = 120
    },
    'prices.deflators.2033/34',
  ],
  [
    'a figure does not fit what is paid in no known way',
    (c) => {
      fft(c).costs[1].amount = { ref: 'ifa-week-2020' }
      fft(c).costs[1].per = 'yr'
    },
    'interventions.fft.costs.team.per',
  ],
  [
    'nor one with a key too many',
    (c) => (fft(c).costs[1].amount = { ref: 'ifa-week-2020', source: 'ours' }),
    'interventions.fft.costs.team.amount.source',
  ],
  ['the curve of a profile', (c) => (fft(c).savings[0].warmUp.curve = 5), 'interventions.fft.savings.agency.warmUp.curve'],
  ['the basis of a budget', (c) => (c.demand[0].budget.basis = 'place'), 'demand.care.budget.basis'],
]
for (const [why, change, path] of alone)
  t.test(why, async (t) => {
    t.same(paths(change), [path])
  })

t.test('two effects without a sound demand have no id in common', async (t) => {
  const change = (c: Loose) => {
    for (const demand of [5, 6]) fft(c).effects.push({ demand, risk: 0, windowMonths: 1, reduction: 0 })
  }
  t.same(paths(change), ['interventions.fft.effects.2.demand', 'interventions.fft.effects.3.demand'])
})

t.test('an effect of no known kind is told of, whatever else it holds', async (t) => {
  for (const demand of [5, null, {}, ['care']]) {
    const change = (c: Loose) => Object.assign(fft(c).effects[1], { kind: 'exts', demand })
    t.same(paths(change), ['interventions.fft.effects.home.kind'], JSON.stringify(demand))
  }
  const hold = (c: Loose) => Object.assign(effect(c), { kind: 'entris', holdMonths: {} })
  t.same(paths(hold), ['interventions.fft.effects.care.kind'])
})

t.test('an effect whose kind is misspelt is taken for one of the usual kind, and its keys are told of', async (t) => {
  const change = (c: Loose) => (fft(c).effects[1] = { knd: 'exits', demand: 'care', chance: 0, monthsEarlier: 1 })
  const keys = ['chance', 'knd', 'monthsEarlier', 'reduction', 'risk', 'windowMonths']
  t.same(
    paths(change),
    keys.map((key) => `interventions.fft.effects.care.${key}`),
  )
})

t.test('a key kind where none belongs leaves the rest to be judged', async (t) => {
  const change = (c: Loose) => {
    c.demand[0].kind = 'geometric'
    c.demand[0].population = 1
  }
  t.same(paths(change), ['demand.care.kind', 'demand.care.population'])
})

t.test('what does not rest on the malformed value is told beside it', async (t) => {
  const malformed: Change = (c) => (c.demand[0].opening = 'many')
  const others: [change: Change, path: string][] = [
    [(c) => (fft(c).effects[1].id = 'care'), 'interventions.fft.effects.care.id'],
    [(c) => (c.demand[0].population = 1), 'demand.care.population'],
    [(c) => (c.demand[2].growth = 1 / 4), 'demand.referrals.growth'],
    [(c) => (effect(c).demand = 'cars'), 'interventions.fft.effects.cars.demand'],
    [(c) => fft(c).effects.push({ ...effect(c), id: 'again' }), 'interventions.fft.effects.again'],
    [(c) => (effect(c).holdMonths = 13), 'interventions.fft.effects.care.holdMonths'],
    [(c) => (fft(c).end = '2026-06'), 'interventions.fft.end'],
    [(c) => (fft(c).costs[1].month = '2026-07'), 'interventions.fft.costs.team.month'],
    [(c) => (fft(c).costs[1].to = '2026-05'), 'interventions.fft.costs.team.to'],
    [(c) => delete fft(c).programme.months, 'interventions.fft.programme.months'],
    [(c) => delete fft(c).warmUp.curve, 'interventions.fft.warmUp.profile'],
    [(c) => delete c.demand[0].budget.basis, 'demand.care.budget.places'],
    [(c) => (c.demand[1].costs[0].release = { action: 'stop', owner: 'chair', step: 1 }), 'demand.plans.costs.conference.release.step'],
    [(c) => (c.discounting.schedule = 'green-book'), 'discounting.rate'],
    [(c) => (c.prices.inflation = { '2026-27': 0, '2028-29': 0 }), 'prices.inflation.2027-28'],
    [(c) => (c.prices.baseYear = '2031-32'), 'prices.baseYear'],
    [(c) => (fft(c).costs[0].priceYear = '2033-34'), 'interventions.fft.costs.set-up.priceYear'],
    [(c) => (fft(c).costs[1].amount = { ref: 'ifa-week-2020' }), 'interventions.fft.costs.team.amount.ref'],
    [(c) => (c.funding[0].byYear = { '2031-32': 1 }), 'funding.dfe.byYear.2031-32'],
    [(c) => (c.correlations[0].between[1] = 'demand.care.groth'), 'correlations.0.between.1'],
    [(c) => (c.correlations[0].between[1] = 'demand.cars.growth'), 'correlations.0.between.1'],
    [(c) => (c.correlations[0].between[1] = 'demand.care.title'), 'correlations.0.between.1'],
  ]
  for (const [change, path] of others) t.same(paths(malformed, change), ['demand.care.opening', path].sort(), `${change}`)
})

t.test('nor does what has all it needs', async (t) => {
  const pairs: [malformed: Change, other: Change, both: string[]][] = [
    [
      // The base year is given, so the start does not matter.
      (c) => (c.start = '2026'),
      (c) => (c.prices.baseYear = '2031-32'),
      ['prices.baseYear', 'start'],
    ],
    [(c) => (c.start = '2026'), (c) => (fft(c).end = '2026-06'), ['interventions.fft.end', 'start']],
    [(c) => (c.start = '2026'), (c) => (fft(c).costs[1].to = '2026-05'), ['interventions.fft.costs.team.to', 'start']],
    [
      (c) => (effect(c).risk = 'high'),
      (c) => fft(c).effects.push({ ...effect(c), risk: 0, id: 'again' }),
      ['interventions.fft.effects.again', 'interventions.fft.effects.care.risk'],
    ],
    [
      (c) => (c.demand[2].entriesByYear = ['many']),
      (c) => (c.demand[2].growth = 1 / 4),
      ['demand.referrals.entriesByYear.0', 'demand.referrals.growth'],
    ],
  ]
  for (const [malformed, other, both] of pairs) t.same(paths(malformed, other), both, `${malformed} and ${other}`)
})
