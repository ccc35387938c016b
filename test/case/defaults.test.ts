import fc from 'fast-check'
import t from 'tap'
import { canonical, scaled } from '../../src/case/decimal-text.ts'
import { type Loose, read, smallest, whole } from './whole-case.ts'

const completed = (change?: (c: Loose) => void): Loose => read(smallest(change)).case

t.test('the smallest case with every default of the contract', async (t) => {
  t.same(completed(), {
    title: 'Conferencing, smallest case',
    body: 'council',
    start: '2026-04',
    years: 5,
    prices: { baseYear: '2026-27', inflation: '0' },
    discounting: { schedule: 'green-book', timing: 'start' },
    overlap: 'independent',
    demand: [
      {
        id: 'care',
        entriesPerYear: '100',
        growth: '0',
        backfill: '0',
        stay: { kind: 'geometric', meanMonths: '24' },
        budget: { basis: 'opening' },
        costs: [
          {
            id: 'place',
            amount: '1500',
            per: 'week',
            share: '1',
            variable: '1',
            funder: 'council',
            realGrowth: '0',
            value: 'fiscal',
            release: { action: 'end contracts', owner: 'head of placements', from: '2026-04', step: '0', noticeMonths: 0 },
          },
        ],
      },
    ],
    interventions: [
      {
        id: 'fgc',
        start: '2026-04',
        included: true,
        warmUp: { months: '6', curve: 'linear' },
        referrals: { perMonth: '10', eligible: '1', takeUp: '1' },
        programme: { months: 1, completion: '1', partialEffect: '0' },
        childrenPerReferral: '1',
        effects: [
          {
            id: 'care',
            demand: 'care',
            basis: 'treated',
            optimismBias: '0',
            startsAfterMonths: 1,
            kind: 'entries',
            risk: '0.448',
            windowMonths: 12,
            reduction: '0.192',
            holdMonths: 12,
            fadePerYear: '0',
          },
        ],
        costs: [{ id: 'team', amount: '300000', per: 'year', funder: 'council', realGrowth: '0', optimismBias: '0', redeployed: false }],
        savings: [],
      },
    ],
    funding: [],
    correlations: [],
  })
})

t.test('defaults that depend on other values', async (t) => {
  const effectOf = (change: (effect: Loose) => void): Loose =>
    completed((c) => change(c.interventions[0].effects[0])).interventions[0].effects[0]
  t.equal(effectOf((e) => (e.fadePerYear = '0.3')).holdMonths, 0, 'a fade starts at once')
  t.equal(effectOf((e) => (e.fadePerYear = 0)).holdMonths, 0, 'even a fade of nothing, given')
  t.equal(effectOf((e) => Object.assign(e, { fadePerYear: '0.3', holdMonths: 5 })).holdMonths, 5)
  t.equal(completed((c) => (c.interventions[0].programme = { months: 7 })).interventions[0].effects[0].startsAfterMonths, 7)
  t.equal(completed((c) => (c.start = '2026-03')).prices.baseYear, '2025-26', 'March belongs to the year before')
  t.equal(completed((c) => (c.body = 'Anyshire')).demand[0].costs[0].funder, 'Anyshire')
  const rated = completed((c) => (c.discounting = { rate: '0.03' })).discounting
  t.same(rated, { rate: '0.03', timing: 'start' }, 'no schedule beside a rate')
  const exits = completed((c) => c.interventions[0].effects.push({ kind: 'exits', demand: 'care', chance: 0.1, monthsEarlier: 3 }))
  t.match(exits.interventions[0].effects[1], { id: 'care-exits', kind: 'exits', startsAfterMonths: 1, basis: 'treated' })
  t.equal(completed((c) => (c.interventions[0].start = '2027-01')).demand[0].costs[0].release.from, '2026-04')
  t.notOk(read(whole()).case.interventions[0]?.savings[1]?.warmUp, 'a saving without a warm-up has none')
  const saving = completed((c) => (c.interventions[0].savings = [{ id: 's', amount: 1, per: 'year', warmUp: {} }])).interventions[0]
    .savings[0]
  t.same(saving.warmUp, { months: '0', curve: 'linear' })
})

t.test('a complete case is a legal case, its default ids included', async (t) => {
  const long = `d${'-'.repeat(39)}`
  const { case: once } = read(
    smallest((c) => {
      c.demand[0].id = long
      c.interventions[0].effects = [{ kind: 'exits', demand: long, chance: 0.1, monthsEarlier: 3 }]
    }),
  )
  t.equal(once.interventions[0]?.effects[0]?.id, `${long}-exits`)
  t.same(read(once).case, once)
})

t.test('an amount from a built-in figure brings its price year', async (t) => {
  const line = (priceYear?: string) =>
    completed((c) => {
      c.prices = { deflators: { '2026-27': 105 } }
      Object.assign(c.demand[0].costs[0], {
        amount: { ref: 'childrens-home-week-2023' },
        ...(priceYear === undefined ? {} : { priceYear }),
      })
    }).demand[0].costs[0]
  t.match(line(), { amount: { ref: 'childrens-home-week-2023' }, priceYear: '2023-24' })
  t.equal(line('2023-24').priceYear, '2023-24')
})

t.test('one case however its decimals and keys are written', async (t) => {
  const amounts = [1500, 1500.0, '1500', '1500.00', '1500.0000000000']
  const cases = amounts.map((amount) => JSON.stringify(completed((c) => (c.demand[0].costs[0].amount = amount))))
  t.equal(new Set(cases).size, 1)
  const shuffled = (value: Loose): Loose =>
    Array.isArray(value)
      ? value.map(shuffled)
      : typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, shuffled(inner)]),
          )
        : value
  t.equal(JSON.stringify(read(shuffled(whole())).case), JSON.stringify(read(whole()).case))
  const range = completed((c) => (c.demand[0].growth = { high: '0.020', low: -0, central: 0.01, note: 'n' })).demand[0].growth
  t.same(range, { central: '0.01', low: '0', high: '0.02', shape: 'pert', note: 'n' })
})

t.test('nothing given is lost or changed', async (t) => {
  const { case: theCase, raw } = read(whole())
  const kept = (given: Loose, whole: Loose, path: string): void => {
    if (typeof given === 'object') for (const key of Object.keys(given)) kept(given[key], whole[key], `${path}.${key}`)
    else t.equal(String(whole), typeof given === 'string' && /^-?[0-9.]+$/.test(given) ? canonical(given) : String(given), path)
  }
  kept(whole(), theCase, 'case')
  t.same(raw, whole(), 'and the case as given is kept beside it')
})

t.test('canonical decimals', async (t) => {
  for (const [given, expected] of [
    ['-0', '0'],
    ['-0.00', '0'],
    ['0.10', '0.1'],
    ['100', '100'],
    ['100.0', '100'],
    ['-1.50', '-1.5'],
    [1e-7, '0.0000001'],
    [1.5e-7, '0.00000015'],
    [-2e-10, '-0.0000000002'],
    [-0, '0'],
    [1234567890123, '1234567890123'],
  ] as const) {
    t.equal(canonical(given), expected, `${given}`)
  }
  const decimals = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 23n - 1n })).map(([negative, size]) => {
    const digits = size.toString().padStart(11, '0')
    return { text: `${negative ? '-' : ''}${digits.slice(0, -10)}.${digits.slice(-10)}`, size: negative ? -size : size }
  })
  fc.assert(
    fc.property(
      decimals,
      ({ text, size }) => scaled(text) === size && scaled(canonical(text)) === size && canonical(canonical(text)) === canonical(text),
    ),
  )
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.integer({ min: 0, max: 10 }), (digits, places) => {
      const number = Number(`${digits}e-${places}`)
      return Number(canonical(number)) === number || Object.is(number, -0)
    }),
  )
})

/** The same values with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

t.test('a whole case has its keys in one order, whatever the order given, and whether a default is given or left out', async (t) => {
  const text = (given: Loose) => JSON.stringify(read(given).case)
  t.equal(text(reversed(whole()) as Loose), text(whole()))
  // What the contract says is taken where each of these is left out.
  const given = smallest((c) => {
    c.body = 'council'
    c.prices = { inflation: 0, baseYear: '2026-27' }
    c.discounting = { timing: 'start', schedule: 'green-book' }
    c.demand[0].costs[0].funder = 'council'
    c.demand[0].costs[0].release.from = '2026-04'
    c.interventions[0].start = '2026-04'
    c.interventions[0].costs[0].funder = 'council'
    c.interventions[0].effects[0] = {
      ...c.interventions[0].effects[0],
      holdMonths: 12,
      startsAfterMonths: 1,
      id: 'care',
      kind: 'entries',
    }
  })
  t.equal(text(given), text(smallest()))
})
