import { Ajv } from 'ajv'
import t from 'tap'
import { isFinancialYear } from '../../src/case/calendar.ts'
import { components } from '../../src/case/components.ts'
import { quantitySchemas } from '../../src/case/fields.ts'
import type { Problem } from '../../src/case/problem.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { Scenario } from '../../src/case/schema.ts'
import { type Loose, problemsIn, problemsOf, refused, smallest, whole } from './whole-case.ts'

const one = (change: (theCase: Loose) => void, from = whole): Problem => {
  const problems = problemsOf(from(change))
  if (problems.length !== 1) throw new Error(`one problem expected: ${JSON.stringify(problems, null, 1)}`)
  return problems[0] as Problem
}

t.test('unknown keys are named with the key that was meant, or where they belong, or the keys there are', async (t) => {
  const unknown: [(theCase: Loose) => void, string, string, RegExp][] = [
    [(c) => (c.yeras = 5), '/yeras', 'yeras', /Did you mean years\?/],
    [(c) => (c.demand[0].GROWTH_ = 0), '/demand/0/GROWTH_', 'demand.care.GROWTH_', /Did you mean growth\?/],
    [
      (c) => (c.demand[0].windowMonths = 12),
      '/demand/0/windowMonths',
      'demand.care.windowMonths',
      /belongs in interventions\[\]\.effects\[\] of kind entries/,
    ],
    [
      (c) => (c.interventions[0].effects[0].chance = 0.1),
      '/interventions/0/effects/0/chance',
      'interventions.fft.effects.care.chance',
      /effects\[\] of kind exits/,
    ],
    [
      (c) => (c.interventions[0].effects[1].risk = 0.1),
      '/interventions/0/effects/1/risk',
      'interventions.fft.effects.home.risk',
      /effects\[\] of kind entries/,
    ],
    [(c) => (c.demand[0].stay.months = 3), '/demand/0/stay/months', 'demand.care.stay.months', /There is no key "months" here/],
    [
      (c) => (c.prices.zzz = 1),
      '/prices/zzz',
      'prices.zzz',
      /The keys here are baseYear, inflation, deflators, weeksPerYear, source and note/,
    ],
    [(c) => (c['a/b~c'] = 1), '/a~1b~0c', 'a/b~c', /There is no key/],
    [(c) => (c.toString = 1), '/toString', 'toString', /There is no key "toString"/],
    [(c) => (c.demand[0].growth.lo = 1), '/demand/0/growth/lo', 'demand.care.growth.lo', /Did you mean low\?/],
  ]
  for (const [change, pointer, path, message] of unknown) {
    const problem = one(change)
    t.same([problem.pointer, problem.path], [pointer, path])
    t.match(problem.message, message, pointer)
    t.ok(problem.expected, pointer)
  }
  t.match(problemsIn(JSON.stringify(smallest()).replace('"years"', '"__proto__":{"a":1},"years"')), [
    { path: '__proto__', message: /There is no key "__proto__"/ },
  ])
})

t.test('a misspelt key is not also a missing one', async (t) => {
  const spelt = one((c) => {
    c.demand[0].stay.meenMonths = c.demand[0].stay.meanMonths
    delete c.demand[0].stay.meanMonths
  })
  t.match(spelt, { pointer: '/demand/0/stay/meenMonths', message: /Did you mean meanMonths\?/ })
  const way = one((c) => {
    c.demand[0].entriesPerYeer = c.demand[0].entriesPerYear
    delete c.demand[0].entriesPerYear
  })
  t.match(way, { pointer: '/demand/0/entriesPerYeer', message: /Did you mean entriesPerYear\?/ })
})

t.test('what is missing is named where it should stand', async (t) => {
  t.match(
    one((c) => delete c.years),
    { pointer: '/years', path: 'years', got: 'nothing', message: /years is missing/ },
  )
  t.match(
    one((c) => delete c.demand[0].stay),
    { pointer: '/demand/0/stay', path: 'demand.care.stay' },
  )
  t.match(
    one((c) => delete c.demand[0].costs[0].release.owner),
    { path: 'demand.care.costs.place.release.owner' },
  )
  t.match(
    one((c) => delete c.demand[0].growth.low),
    { path: 'demand.care.growth.low', message: /has no low/ },
  )
  t.match(
    problemsOf({}).map(({ path }) => path),
    ['start', 'years'],
  )
})

t.test('null is never a value', async (t) => {
  const everywhere = (value: Loose, pointer = ''): string[] =>
    typeof value !== 'object' || value === null
      ? [pointer]
      : [pointer, ...Object.entries(value).flatMap(([key, inner]) => everywhere(inner, `${pointer}/${key}`))]
  for (const pointer of everywhere(whole()).slice(1)) {
    const text = JSON.stringify(
      whole((c) => {
        const steps = pointer.slice(1).split('/')
        const last = steps.pop() as string
        steps.reduce((holder, step) => holder[step], c)[last] = null
      }),
    )
    const problems = problemsIn(text)
    t.equal(problems.length, 1, `${pointer}: ${problems.map((problem) => `${problem.pointer} ${problem.message}`).join('; ')}`)
    t.equal(problems[0]?.pointer, pointer)
    t.equal(problems[0]?.got, 'null', pointer)
  }
})

t.test('each wrong value has its own sentence', async (t) => {
  const wrong: [(theCase: Loose) => void, RegExp, RegExp?][] = [
    [(c) => (c.demand[0].growth = 35), /write 35% as 0.35/],
    [(c) => (c.demand[0].growth = '3.5'), /write 3.5% as 0.035/],
    [(c) => (c.discounting.rate = 3.5), /write 3.5% as 0.035/],
    [(c) => (c.interventions[0].effects[0].reduction = -19.2), /write -19.2% as -0.192/],
    [(c) => (c.demand[0].backfill = '35%'), /Write 35% as 0.35, without the sign/],
    [(c) => (c.demand[0].growth = 0.7), /0.7 is above 0.5/],
    [(c) => (c.demand[0].backfill = 350), /350 is above 1/],
    [(c) => (c.demand[0].opening = '-1'), /-1 is below 0/],
    [(c) => (c.demand[0].opening = '£1'), /currency sign/],
    [(c) => (c.demand[0].opening = '=1500'), /^This is a formula/],
    [(c) => (c.demand[0].opening = '1,000.50'), /without commas/],
    [(c) => (c.demand[0].opening = ' 1'), /space/],
    [(c) => (c.demand[0].opening = ''), /empty/],
    [(c) => (c.demand[0].opening = Number.NaN), /finite/],
    [(c) => (c.demand[0].opening = Number.POSITIVE_INFINITY), /finite/],
    [(c) => (c.demand[0].opening = 0.1 + 0.2), /more than 10 digits after/],
    [(c) => (c.demand[0].opening = 1e21), /without an exponent/],
    [(c) => (c.years = '5'), /written as a number/],
    [(c) => (c.years = 5.5), /whole number from 1 to 30/],
    [(c) => (c.years = -0), /^-0 is below/],
    [(c) => (c.years = 31), /31 is above/, /a whole number from 1 to 30/],
    [(c) => (c.start = '2026-04-01'), /Leave the day out: 2026-04/],
    [(c) => (c.start = '2026-13'), /not a month/],
    [(c) => (c.start = 'Apr-26'), /Excel makes this of 2026-04 .* write 2026-04/],
    [(c) => (c.start = '01/04/2026'), /Excel makes this of 2026-04/],
    [(c) => (c.start = '4/1/2026'), /Excel makes this of 2026-04/],
    [(c) => (c.start = '17/04/2026'), /2199-12\.$/],
    [(c) => (c.years = 0), /0 is below what is legal here: a whole number from 1 to 30/],
    [(c) => (c.start = '1899-12'), /1900-01 to 2199-12/],
    [(c) => (c.start = 2026), /put it in quotes/],
    [(c) => (c.prices.baseYear = '2026/27'), /Did you mean 2026-27\?/],
    [(c) => (c.prices.baseYear = '2026-28'), /Did you mean 2026-27\?/],
    [(c) => (c.prices.baseYear = '2026'), /Did you mean 2026-27\?/],
    [(c) => (c.prices.baseYear = 'soon'), /^"soon" is not a financial year, which is written such as 2026-27\.$/],
    [(c) => (c.prices.inflation = { '2026-28': 0.02 }), /"2026-28" is not a financial year/],
    [(c) => (c.prices.inflation = {}), /at least one financial year/],
    [(c) => (c.funding[0].byYear = { 2026: 1 }), /Did you mean 2026-27\?/],
    [(c) => (c.demand[0].costs[0].per = 'weekly'), /Did you mean week\?/, /week, month, year or entry/],
    [(c) => (c.discounting = { schedule: 'hmt' }), /^"hmt" is not green-book\.$/],
    [(c) => (c.overlap = 'both'), /not one of independent or disjoint/],
    [(c) => (c.demand[0].stay.kind = 'geometrik'), /Did you mean geometric\?/],
    [(c) => delete c.demand[0].stay.kind, /Say which kind: geometric or fixed/],
    [(c) => (c.interventions[0].effects[0].kind = 'exit'), /Did you mean exits\?/],
    [(c) => (c.demand[0].stay = 24), /an object of kind geometric or fixed/],
    [(c) => (c.interventions[0].included = 'yes'), /true or false/],
    [(c) => (c.demand[0].costs[0].funder = 'council '), /space at the start or the end/],
    [(c) => (c.demand[0].costs[0].release.owner = ' '), /empty/],
    [(c) => (c.title = 5), /put it in quotes/],
    [(c) => (c.title = 'x'.repeat(201)), /longer than 200/],
    [(c) => (c.title = 'a\u0000b'), /control character/],
    [(c) => (c.demand[1].id = 'Plans'), /ids start with a small letter/],
    [(c) => (c.demand[1].id = 'x'.repeat(41)), /not an id/],
    [(c) => (c.demand = {}), /a list is expected/],
    [(c) => (c.demand[0] = []), /an object with id/],
    [(c) => (c.demand[2].costs = Array(31).fill({})), /at most 30/],
    [(c) => (c.interventions[0].warmUp.profile = []), /1 to 360/],
    [(c) => c.correlations[0].between.pop(), /^A list of 2 is expected here\.$/],
    [(c) => (c.demand[0].growth.note = 'x'.repeat(2001)), /^The note is longer than 2000 characters\.$/],
    [(c) => (c.demand[0].costs[0].amount = { ref: 'ifa-week-2021' }), /Did you mean ifa-week-2020\?/],
    [(c) => (c.interventions[0].effects[0].risk = { ref: 'ifa-week-2020' }), /in pounds a week, and this field takes proportion/],
    [(c) => (c.demand[0].costs[0].amount = { ref: 'ifa-week-2020', source: 'x' }), /the key ref alone/],
    [(c) => (c.interventions[0].capacity.places = { ref: 'ifa-week-2020' }), /in pounds a week, and this field takes places/],
    // A figure of the right unit may still be none that the field takes: a plan fewer in 33 is a change of −0.03.
    [(c) => (c.demand[0].backfill = { ref: 'fnp-plan-reduction' }), /^-0\.0303030303 is below 0, the least that is legal here\.$/],
  ]
  for (const [change, message, expected] of wrong) {
    const problem = one(change)
    t.match(problem.message, message)
    if (expected !== undefined) t.match(problem.expected, expected)
    t.ok(problem.got)
  }
  t.match(
    one((c) => (c.demand[0].growth = { central: 0, low: 0, high: 0.1, shape: 'lognormal' })).message,
    /lognormal range must be above 0/,
  )
  const ninth = Object.fromEntries([...'abcdefghi'].map((key) => [key, 1]))
  t.equal(one((c) => (c.demand[0].growth = ninth)).got, 'an object with a, b, c, d, e, f, g, h, …')
  t.same(problemsOf(whole((c) => (c.demand[0].growth = { central: 0, low: -0.1, high: 0.1, shape: 'normal' }))), [])
})

t.test('everything that is wrong is told at once, at most fifty problems, with how many more', async (t) => {
  const many = problemsOf(
    whole((c) => {
      c.years = 0
      c.demand[0].growth = 35
      c.demand[1].stay.months = '9'
      c.interventions[0].effects[0].demand = 'cars'
      c.funding[0].byYear = { '2040-41': 1 }
    }),
  )
  t.same(
    many.map(({ path }) => path).sort(),
    ['demand.care.growth', 'demand.plans.stay.months', 'interventions.fft.effects.cars.demand', 'years'],
    'the grant waits for the years it depends on',
  )
  const { problems, total, message } = refusedWith(whole((c) => (c.interventions[0].warmUp.profile = Array(120).fill(9))))
  t.equal(problems.length, 50)
  t.equal(total, 120)
  t.match(message, /there are 70 more/)
})

function refusedWith(theCase: Loose) {
  const error = refused(() => completeCase(theCase))
  if (error === undefined) throw new Error('The case was not refused.')
  return error
}

t.test('plain values that go round in a circle are refused, and so is a case with very many mistakes', async (t) => {
  const round = whole()
  round.prices.deflators = round
  t.match(problemsOf(round), [{ message: /64 levels/ }])
  const { total } = refusedWith(
    whole((c) => {
      c.interventions[0].savings = Array.from({ length: 30 }, (_, index) => ({
        id: `s${index}`,
        amount: 1,
        per: 'year',
        warmUp: { profile: Array(100).fill(9) },
      }))
    }),
  )
  t.equal(total, 3000, 'each is counted, and rules on malformed parts add nothing')
})

t.test('the published schema takes what the service takes, and refuses what its own judgement refuses', async (t) => {
  const { named } = components(Scenario, quantitySchemas)
  const ajv = new Ajv({ allErrors: true, strict: false, formats: { 'financial-year': isFinancialYear } })
  for (const schema of named.values()) ajv.addSchema(schema)
  const takes = ajv.getSchema('Scenario#') as (value: unknown) => boolean
  t.ok(takes(whole()), 'everything once')
  t.ok(takes(whole((c) => (c.prices.inflation = { '2026-27': 0.02 }))))
  for (const spoil of [
    (c: Loose) => (c.years = '5'),
    (c: Loose) => (c.yeras = 5),
    (c: Loose) => (c.demand[0].growth = 'abc'),
    (c: Loose) => (c.demand[0].growth = true),
    (c: Loose) => (c.demand[0].stay.kind = 'other'),
    (c: Loose) => (c.interventions[0].effects[0].risk = { central: 1 }),
    (c: Loose) => delete c.interventions[0].effects[0].risk,
  ]) {
    t.notOk(takes(whole(spoil)))
    t.ok(problemsOf(whole(spoil)).length > 0)
  }
})

t.test('components: one schema a name', async (t) => {
  const { root, named } = components(Scenario, quantitySchemas)
  t.same(root, { $ref: 'Scenario#' })
  t.match([...named.keys()].sort(), ['Budget', 'Capacity', 'Correlation', 'CostLine', 'Demand', 'Discounting'])
  const refs = new Set(JSON.stringify([...named.values()]).match(/"\$ref":"[^"]*"/g))
  for (const ref of refs) t.ok(named.has(ref.slice(8, -2)), `${ref} is defined`)
  const intervention = named.get('Intervention') as Loose
  t.same(intervention.properties.warmUp, { $ref: 'WarmUp#', default: {} }, 'the default belongs to the place')
  t.notOk('default' in (named.get('WarmUp') as object))
  t.throws(
    () =>
      components({
        anyOf: [
          { $id: 'A', type: 'string' },
          { $id: 'A', type: 'number' },
        ],
      } as never),
    /two different ways/,
  )
})
