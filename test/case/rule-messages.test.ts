import t from 'tap'
import type { Problem } from '../../src/case/problem.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { type Loose, problemsIn, problemsOf, refused, whole } from './whole-case.ts'

/* What a reader is told by each rule, whole: where, in which words, what was found and what would do. */

type Change = (theCase: Loose) => void
type Told = [pointer: string, message: string, got: string, expected: string]

const told = ({ pointer, message, got, expected }: Problem) => [pointer, message, got, expected]
const fft = (c: Loose) => c.interventions[0]
const place = (c: Loose) => c.demand[0].costs[0]
const effect = (c: Loose) => fft(c).effects[0]

const cases: [name: string, change: Change, ...told: Told[]][] = [
  [
    'an id given twice',
    (c) => (c.demand[1].id = 'care'),
    ['/demand/1/id', 'The id "care" is used twice in demand; give each its own.', '"care"', 'an id used once in its list'],
  ],
  [
    'an id that an effect has by default, given twice',
    (c) => {
      fft(c).effects[1].id = 'plans'
      fft(c).effects.push({ demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 })
    },
    [
      '/interventions/0/effects/2',
      'The default id "plans" is used twice in effects; give each its own with the key id.',
      '"plans"',
      'an id used once in its list',
    ],
  ],
  [
    'one id for effects of one kind on two demands',
    (c) => fft(c).effects.push({ id: 'care', demand: 'plans', risk: 0, windowMonths: 1, reduction: 0 }),
    [
      '/interventions/0/effects/2/id',
      'The id "care" is used twice in effects; give each its own.',
      '"care"',
      'an id used once in its list',
    ],
  ],
  [
    'two ways of stating entries',
    (c) => (c.demand[0].population = 1),
    [
      '/demand/0/population',
      'The entries are stated in more than one way (entriesPerYear, population); keep one.',
      'entriesPerYear, population',
      'entriesPerYear, or population with entriesPer10000, or entriesByYear',
    ],
  ],
  [
    'no way of stating entries',
    (c) => delete c.demand[0].entriesPerYear,
    [
      '/demand/0',
      'The demand does not say how many children come in: give entriesPerYear, or population with entriesPer10000, or entriesByYear.',
      'none of them',
      'entriesPerYear, or population with entriesPer10000, or entriesByYear',
    ],
  ],
  [
    'half a way of stating entries',
    (c) => delete c.demand[1].population,
    [
      '/demand/1/population',
      'entriesPer10000 needs population: the children in the area.',
      'entriesPer10000',
      'entriesPerYear, or population with entriesPer10000, or entriesByYear',
    ],
  ],
  [
    'growth of what is given year by year',
    (c) => (c.demand[2].growth = '0.02'),
    [
      '/demand/2/growth',
      'growth does not apply to entriesByYear, which already says what happens year by year; leave growth out.',
      '"0.02"',
      'no growth, or 0',
    ],
  ],
  [
    'an effect on no demand',
    (c) => (effect(c).demand = 'cars'),
    ['/interventions/0/effects/0/demand', 'There is no demand "cars". Did you mean care?', '"cars"', 'care, plans or referrals'],
  ],
  [
    'an effect on no demand, and none near',
    (c) => (effect(c).demand = 'schooling'),
    [
      '/interventions/0/effects/0/demand',
      'There is no demand "schooling". The demands are care, plans and referrals.',
      '"schooling"',
      'care, plans or referrals',
    ],
  ],
  [
    'an effect where the case has no demand',
    (c) => {
      c.demand = []
      c.correlations = []
      fft(c).effects.pop()
    },
    [
      '/interventions/0/effects/0/demand',
      'There is no demand "care". The case has no demand.',
      '"care"',
      'the id of a demand of this case',
    ],
  ],
  [
    'a second effect of one kind on a demand',
    (c) => fft(c).effects.push({ ...effect(c), id: 'again' }),
    [
      '/interventions/0/effects/2',
      'The intervention has two effects of kind entries on the demand care; join them into one.',
      'a second effect on care',
      'at most one effect of each kind on a demand',
    ],
  ],
  [
    'a hold longer than the window',
    (c) => (effect(c).holdMonths = 13),
    [
      '/interventions/0/effects/0/holdMonths',
      'The effect holds for 13 months, longer than the 12 months it was measured over.',
      '13',
      'at most windowMonths, 12',
    ],
  ],
  [
    'an end before the start',
    (c) => (fft(c).end = '2026-06'),
    ['/interventions/0/end', 'The intervention ends in 2026-06, before it starts in 2026-07.', '2026-06', '2026-07 or later'],
  ],
  [
    'months of a year with what is paid once',
    (c) => {
      fft(c).costs[0].from = '2026-05'
      fft(c).costs[0].to = '2026-06'
    },
    ['/interventions/0/costs/0/to', 'to goes with per: year, and this is paid once.', '2026-06', 'no to with per: once'],
    ['/interventions/0/costs/0/from', 'from goes with per: year, and this is paid once.', '2026-05', 'no from with per: once'],
  ],
  [
    'the months of a year with what is paid per start, and a month',
    (c) => Object.assign(fft(c).costs[0], { per: 'start', to: '2026-06' }),
    ['/interventions/0/costs/0/month', 'month goes with per: once, and this is paid per start.', '2026-05', 'no month with per: start'],
    ['/interventions/0/costs/0/to', 'to goes with per: year, and this is paid per start.', '2026-06', 'no to with per: start'],
  ],
  [
    'a month with what is paid every year',
    (c) => (fft(c).costs[1].month = '2026-07'),
    ['/interventions/0/costs/1/month', 'month goes with per: once, and this is paid per year.', '2026-07', 'no month with per: year'],
  ],
  [
    'a last month before the first',
    (c) => (fft(c).costs[1].to = '2026-05'),
    ['/interventions/0/costs/1/to', 'The last month, 2026-05, comes before the first, 2026-06.', '2026-05', '2026-06 or later'],
  ],
  [
    'a last month before the intervention starts',
    (c) => {
      delete fft(c).costs[1].from
      fft(c).costs[1].to = '2026-06'
    },
    [
      '/interventions/0/costs/1/to',
      "The last month, 2026-06, comes before the first, 2026-07, the intervention's start.",
      '2026-06',
      '2026-07 or later',
    ],
  ],
  [
    'capacity without the months of the programme',
    (c) => delete fft(c).programme.months,
    [
      '/interventions/0/programme/months',
      'capacity needs programme.months: how many months a family holds a place.',
      'nothing',
      'whole months from 1 to 60',
    ],
  ],
  [
    'a curve without its profile',
    (c) => delete fft(c).warmUp.profile,
    [
      '/interventions/0/warmUp/profile',
      'The curve custom needs a profile: the share of the full rate month by month.',
      'nothing',
      'profile exactly when curve is custom',
    ],
  ],
  [
    'a profile without its curve',
    (c) => delete fft(c).warmUp.curve,
    [
      '/interventions/0/warmUp/profile',
      'A profile goes with curve: custom, and the curve is linear.',
      'a list of 2',
      'profile exactly when curve is custom',
    ],
  ],
  [
    'a basis without its places',
    (c) => delete c.demand[0].budget.places,
    [
      '/demand/0/budget/places',
      'The basis places needs the list places: the budgeted places by case year.',
      'nothing',
      'places exactly when basis is places',
    ],
  ],
  [
    'places without their basis',
    (c) => delete c.demand[0].budget.basis,
    [
      '/demand/0/budget/places',
      'places go with basis: places, and the basis is opening.',
      'a list of 2',
      'places exactly when basis is places',
    ],
  ],
  [
    'steps and notice for entries',
    (c) => (c.demand[1].costs[0].release = { action: 'stop', owner: 'chair', step: '2', noticeMonths: 1 }),
    ['/demand/1/costs/0/release/step', 'A cost per: entry has no places to empty, so its release takes no step.', '"2"', 'no step, or 0'],
    [
      '/demand/1/costs/0/release/noticeMonths',
      'A cost per: entry has no places to empty, so its release takes no noticeMonths.',
      '1',
      'no noticeMonths, or 0',
    ],
  ],
  [
    'two ways of discounting',
    (c) => (c.discounting.schedule = 'green-book'),
    ['/discounting/rate', 'Discounting is given both as a schedule and as one rate; keep one.', 'schedule and rate', 'schedule or rate'],
  ],
  [
    'a gap in inflation',
    (c) => (c.prices.inflation = { '2026-27': 0, '2028-29': 0 }),
    [
      '/prices/inflation/2027-28',
      'Inflation is given before and after 2027-28 and not for it; add 2027-28.',
      'nothing',
      'a rate for 2027-28',
    ],
  ],
  [
    // The built-in series begins with 1990-91 and ends with 2024-25. The later year is named first in the case, and second in the block.
    'years without a deflator',
    (c) => {
      c.prices.baseYear = '2031-32'
      place(c).priceYear = '2033-34'
    },
    [
      '/demand/0/costs/0/priceYear',
      'There is no deflator for 2033-34: an amount is in 2033-34 prices and the base year is 2031-32. The built-in series runs from 1990-91 to 2024-25 (2024-25 = 100). Add:\nprices:\n  deflators:\n    "2031-32": <index>\n    "2033-34": <index>',
      'no deflator for 2033-34',
      'prices.deflators.2033-34',
    ],
    [
      '/prices/baseYear',
      'There is no deflator for 2031-32: amounts in 2033-34 prices are turned into prices of the base year, 2031-32. The built-in series runs from 1990-91 to 2024-25 (2024-25 = 100). Add:\nprices:\n  deflators:\n    "2031-32": <index>\n    "2033-34": <index>',
      'no deflator for 2031-32',
      'prices.deflators.2031-32',
    ],
  ],
  [
    'a grant outside the case',
    (c) => (c.funding[0].byYear = { '2031-32': 1 }),
    [
      '/funding/0/byYear/2031-32',
      'The grant of 2031-32 falls outside the case, which runs from 2026-27 to 2030-31.',
      '"2031-32"',
      'a financial year from 2026-27 to 2030-31',
    ],
  ],
  [
    'a path that leads nowhere',
    (c) => (c.correlations[0].between[1] = 'demand.plans.growth'),
    [
      '/correlations/0/between/1',
      'demand.plans.growth is not given in the case; a correlation joins two ranges.',
      '"demand.plans.growth"',
      'the paths of two different quantities with ranges',
    ],
  ],
  [
    'a range with itself',
    (c) => (c.correlations[0].between[1] = 'demand.care.growth'),
    [
      '/correlations/0/between',
      'A range is not correlated with itself; name two different ranges.',
      'demand.care.growth, demand.care.growth',
      'the paths of two different quantities with ranges',
    ],
  ],
]

for (const [name, change, ...expected] of cases)
  t.test(name, async (t) => {
    t.strictSame(problemsOf(whole(change)).map(told), expected)
  })

t.test('the usual kind of an effect is the same kind whether it is said or not', async (t) => {
  const silent = (c: Loose) => {
    const { kind: _, ...rest } = effect(c)
    return rest
  }
  for (const change of [
    (c: Loose) => fft(c).effects.push(silent(c)),
    (c: Loose) => fft(c).effects.splice(0, 1, silent(c), effect(c)),
    (c: Loose) => fft(c).effects.splice(0, 1, silent(c), silent(c)),
  ])
    t.match(problemsOf(whole(change)), [{ message: /^The intervention has two effects of kind entries on the demand care/ }], `${change}`)
  const mixed = problemsOf(
    whole((c) => {
      fft(c).effects.push({ ...fft(c).effects[1], id: 'care', kind: 'exits', demand: 'care' })
      fft(c).effects.splice(1, 1)
    }),
  )
  t.match(mixed, [{ message: 'The id "care" is used twice in effects; give each its own.' }], 'two kinds are no pair, and share an id')
  t.equal(mixed.length, 1)
})

t.test('no deflator is asked for where nothing is turned into other prices', async (t) => {
  const bare = {
    start: '2040-04',
    years: 1,
    demand: [{ id: 'care', entriesPerYear: 1, stay: { kind: 'fixed', months: 1 }, costs: [{ id: 'place', amount: 1, per: 'week' }] }],
  }
  t.same(problemsOf(bare), [])
})

t.test('every missing year of inflation is counted', async (t) => {
  // From 1901-02 to 2198-99 are 298 years.
  const error = refused(() => completeCase(whole((c) => (c.prices.inflation = { '1900-01': 0, '2199-00': 0 }))))
  t.equal(error?.total, 298)
  t.equal(error?.problems.length, 50)
})

t.test('a grant of a wrong year is placed at its year, and any other wrong value at the value', async (t) => {
  const text = (year: string) => `{"start":"2026-04","years":1,"funding":[\n{"id":"dfe","byYear":{"${year}":\n100}}]}`
  t.match(problemsIn(text('2025-26')), [{ path: 'funding.dfe.byYear.2025-26', line: 2, column: 23 }])
  t.same(problemsIn(text('2026-27')), [])
})
