import t from 'tap'
import { follow, isFound, knownPaths, nearestPath, pathOf, pointerOfPath, valueAt, withValue } from '../../src/case/paths.ts'
import { pointerAbove } from '../../src/case/pointer.ts'
import { read, smallest, whole } from './whole-case.ts'

t.test('paths and pointers lead to the same values and back', async (t) => {
  const theCase = whole()
  for (const [path, pointer, value] of [
    ['years', '/years', 5],
    ['demand.care.costs.place.amount', '/demand/0/costs/0/amount', theCase.demand[0].costs[0].amount],
    ['demand.care.growth.low', '/demand/0/growth/low', '0.01'],
    ['demand.care.growth.high', '/demand/0/growth/high', '0.04'],
    ['demand.care.growth.source', '/demand/0/growth/source', 'returns'],
    ['demand.referrals.entriesByYear.1', '/demand/2/entriesByYear/1', '720'],
    ['interventions.fft.effects.care.reduction', '/interventions/0/effects/0/reduction', '0.2'],
    ['interventions.fft.effects.home.chance', '/interventions/0/effects/1/chance', '0.1'],
    ['interventions.fft.warmUp.profile.0', '/interventions/0/warmUp/profile/0', '0.2'],
    ['funding.dfe.byYear.2026-27', '/funding/0/byYear/2026-27', '100000'],
    ['prices.deflators.2025-26', '/prices/deflators/2025-26', '103.5'],
    ['correlations.0.between.1', '/correlations/0/between/1', 'demand.care.costs.place.amount'],
    ['interventions.fft.savings.agency.warmUp.months', '/interventions/0/savings/0/warmUp/months', '3'],
    ['demand', '/demand', theCase.demand],
  ]) {
    t.equal(pointerOfPath(theCase, path as string), pointer)
    t.equal(pathOf(theCase, pointer as string), path)
    t.same(valueAt(theCase, path as string), value)
  }
})

t.test('a built-in figure has its id inside, and nothing else', async (t) => {
  const referred = smallest((c) => (c.demand[0].costs[0].amount = { ref: 'ifa-week-2020' }))
  t.equal(valueAt(referred, 'demand.care.costs.place.amount.ref'), 'ifa-week-2020')
  t.notOk(isFound(follow(referred, 'demand.care.costs.place.amount.low')))
})

t.test('every path of the register is a path of the case', async (t) => {
  const { raw, register } = read(whole())
  for (const path of register.keys()) {
    const found = follow(raw, path)
    t.ok(isFound(found), `${path} can be set`)
    if (isFound(found)) t.equal(pathOf(raw, pointerOfPath(raw, path) ?? ''), path)
  }
})

t.test('setting a value leaves the rest and makes what is missing', async (t) => {
  const theCase = smallest()
  const before = structuredClone(theCase)
  t.equal(valueAt(withValue(theCase, 'demand.care.growth', '0.1'), 'demand.care.growth'), '0.1')
  t.same(valueAt(withValue(theCase, 'interventions.fgc.capacity.places', 5), 'interventions.fgc.capacity'), { places: 5 })
  t.same(valueAt(withValue(theCase, 'prices.inflation.2027-28', 0), 'prices'), { inflation: { '2027-28': 0 } })
  t.same(valueAt(withValue(theCase, 'interventions.fgc.effects.care.risk', 0), 'interventions.fgc.effects.care.risk'), 0)
  t.same(valueAt(withValue(theCase, 'interventions.fgc.effects', []), 'interventions.fgc.effects'), [])
  t.same(theCase, before, 'the case itself is not changed')
  const changed = withValue(theCase, 'years', 3) as typeof theCase
  t.equal(changed.demand, theCase.demand, 'and what is not on the way is shared')
})

t.test('a path that leads nowhere is an error with the nearest that leads somewhere', async (t) => {
  const theCase = whole()
  for (const [path, meant] of [
    ['yers', 'years'],
    ['demand.cars.growth', 'demand.care.growth'],
    ['demand.care.groth', 'demand.care.growth'],
    ['demnad.cars.groth', 'demand.care.growth'],
    ['interventions.fft.efects.care.risk', 'interventions.fft.effects.care.risk'],
    ['fft.warmUp.months', 'interventions.fft.warmUp.months'],
    ['interventions.fft.warmup.months', 'interventions.fft.warmUp.months'],
    ['demand.care.growth.lo', 'demand.care.growth.low'],
    ['prices.deflators.2026-28', 'prices.deflators.2026-27'],
  ] as const) {
    t.equal(nearestPath(theCase, path), meant, path)
    t.throws(() => withValue(theCase, path, 1), { message: new RegExp(`There is no path ${path}: .*Did you mean ${meant}\\?`) })
  }
  for (const path of [
    '',
    '.',
    'demand.',
    'demand.0',
    'demand.care.entriesByYear.0',
    'demand.referrals.entriesByYear.2',
    'demand.referrals.entriesByYear.-1',
    'demand.care.opening.low',
    'prices.inflation.2026',
    'prices.inflation.2026-27',
    '__proto__',
    'constructor.name',
    'demand.care.__proto__.x',
    'demand.length',
    'interventions.fft.effects.0.risk',
    'funding.dfe.byYear.soon',
    'years.first',
  ]) {
    t.notOk(isFound(follow(theCase, path)), path)
    t.throws(() => withValue(theCase, path, 1), { message: /There is no path/ }, path)
  }
  t.throws(() => withValue(smallest(), 'prices.deflators.soon', 1), {
    message: /prices\.deflators has no "soon"; a financial year such as/,
  })
  t.throws(() => withValue(theCase, 'years.first', 1), { message: /years has no "first"; nothing is inside it/ })
  t.equal(valueAt(theCase, 'demand.cars.growth'), undefined)
  t.equal(pointerOfPath(theCase, 'demand.cars.growth'), undefined)
  t.equal(nearestPath(theCase, 'nothing.like.it'), undefined)
  t.notOk(isFound(follow(null, 'demand.care.growth')))
  t.notOk(isFound(follow({ demand: 5 }, 'demand.care')))
})

t.test('known paths can all be followed', async (t) => {
  for (const theCase of [whole(), smallest()]) for (const path of knownPaths(theCase)) t.ok(isFound(follow(theCase, path)), path)
})

t.test('problems in lists without ids are named by position', async (t) => {
  t.equal(pathOf({ demand: [{}, { id: 'Bad Id' }, { id: 'ok' }] }, '/demand/1/stay'), 'demand.1.stay')
  t.equal(pathOf({ demand: [{}, { id: 'Bad Id' }, { id: 'ok' }] }, '/demand/2/stay'), 'demand.ok.stay')
  t.equal(pathOf(5, '/demand/0'), 'demand.0')
  t.same(['/demand/0', '/demand', ''].map(pointerAbove), ['/demand', '', ''], 'what holds a value; the whole is held by itself')
})

t.test('why a path leads nowhere is said with what is known where it goes wrong', async (t) => {
  const many = Array.from({ length: 25 }, () => ({ between: ['years', 'years'], rho: 0 }))
  for (const [theCase, path, said] of [
    [smallest(), 'yers', 'A case has no "yers". Did you mean years?'],
    [
      smallest(),
      'zzzzzzzzzz',
      'A case has no "zzzzzzzzzz". Known here: title, body, notes, start, years, prices, discounting, overlap, demand, interventions, funding, correlations, source, note.',
    ],
    [smallest(), 'years.first', 'years has no "first"; nothing is inside it.'],
    [smallest(), 'demand.zzzzzzzz.growth', 'demand has no "zzzzzzzz". Known here: care.'],
    [{ demand: 5 }, 'demand.zzzzzzzz', 'demand has no "zzzzzzzz".'],
    [whole(), 'demand.care.opening.low', 'demand.care.opening has no "low"; it is one number. Did you mean demand.care.opening?'],
    [whole(), 'demand.care.growth.zzzzzzzz', 'demand.care.growth has no "zzzzzzzz". Did you mean demand.care.growth?'],
    [
      whole(),
      'funding.dfe.byYear.sometime',
      'funding.dfe.byYear has no "sometime"; a financial year such as 2026-27 is expected. Did you mean funding.dfe.byYear.2026-27?',
    ],
    [
      { funding: [{ id: 'dfe', byYear: 5 }] },
      'funding.dfe.byYear.sometime',
      'funding.dfe.byYear has no "sometime"; a financial year such as 2026-27 is expected.',
    ],
    // What has no kind has a place for one, and nothing else for certain.
    [{ demand: [{ id: 'care' }] }, 'demand.care.stay.zzzzzzzz', 'demand.care.stay has no "zzzzzzzz". Did you mean demand.care.stay.kind?'],
    [
      { demand: [{ id: 'care', stay: { kind: 'odd' } }] },
      'demand.care.stay.zzzzzzzz',
      'demand.care.stay has no "zzzzzzzz". Did you mean demand.care.stay.kind?',
    ],
    [
      { demand: [{ id: 'care', stay: 'odd' }] },
      'demand.care.stay.zzzzzzzz',
      'demand.care.stay has no "zzzzzzzz". Did you mean demand.care.stay.kind?',
    ],
    // No more than twenty are listed.
    [
      { correlations: many },
      'correlations.zzzzzzzz',
      'correlations has no "zzzzzzzz". Known here: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19.',
    ],
  ] as const)
    t.throws(() => withValue(theCase, path, 1), { message: `There is no path ${path}: ${said}` }, path)
})

t.test('a path leads to the field that what stands there chooses', async (t) => {
  const isOf = (theCase: unknown, path: string) => {
    const found = follow(theCase, path)
    return isFound(found) ? found.field.is : undefined
  }
  const stay = (given: object) => ({ demand: [{ id: 'care', stay: given }] })
  for (const [theCase, path, is] of [
    [whole(), 'demand.care.growth', 'quantity'],
    [whole(), 'demand.care.growth.central', 'quantity'],
    [whole(), 'demand.care.growth.low', 'quantity'],
    [whole(), 'demand.care.growth.high', 'quantity'],
    [whole(), 'demand.care.growth.shape', 'text'],
    [whole(), 'demand.care.growth.source', 'text'],
    [whole(), 'demand.care.growth.ref', undefined],
    [{ prices: { weeksPerYear: { ref: 'x' } } }, 'prices.weeksPerYear.ref', 'text'],
    [{ prices: { weeksPerYear: { ref: 'x' } } }, 'prices.weeksPerYear.central', undefined],
    [{ prices: { weeksPerYear: null } }, 'prices.weeksPerYear.central', undefined],
    [stay({ kind: 'fixed' }), 'demand.care.stay.months', 'count'],
    [stay({ kind: 'fixed' }), 'demand.care.stay.meanMonths', undefined],
    [stay({ kind: 'geometric' }), 'demand.care.stay.meanMonths', 'quantity'],
    [stay({}), 'demand.care.stay.kind', 'text'],
    [{}, 'prices.inflation', 'rates'],
    [{}, 'prices.inflation.2027-28', 'quantity'],
    [{ prices: { inflation: {} } }, 'prices.inflation.2027-28', 'quantity'],
    [{ prices: { inflation: '0.02' } }, 'prices.inflation.2027-28', undefined],
    [{ prices: { inflation: { central: 0, low: 0, high: 0 } } }, 'prices.inflation.low', 'quantity'],
    [{ prices: { inflation: null } }, 'prices.inflation.2027-28', undefined],
    [{ demand: 'care' }, 'demand.c', undefined],
    [{ demand: 'care' }, 'demand.0', undefined],
    [{}, 'demand.0', undefined],
    [{ demand: [{}] }, 'demand.0.growth', 'quantity'],
    ['text', 'years', 'count'],
    // An effect without an id goes by its demand; anything else of a list by its place.
    [
      { interventions: [{ id: 'a', effects: [{ demand: 'care', kind: 'exits' }] }] },
      'interventions.a.effects.care-exits.chance',
      'quantity',
    ],
    [{ interventions: [{ id: 'a', costs: [{ demand: 'care' }] }] }, 'interventions.a.costs.care.amount', undefined],
    [{ interventions: [{ id: 'a', costs: [{ demand: 'care' }] }] }, 'interventions.a.costs.0.amount', 'quantity'],
  ] as const)
    t.equal(isOf(theCase, path), is, `${path} of ${JSON.stringify(theCase).slice(0, 60)}`)
})

t.test('a value is set in a list without touching the others, and in place of what cannot hold it', async (t) => {
  t.same(valueAt(withValue(whole(), 'demand.referrals.entriesByYear.1', 5), 'demand.referrals.entriesByYear'), ['700', 5])
  for (const prices of [5, null, 'x', undefined])
    t.same(withValue({ prices, years: 1 }, 'prices.inflation', 0), { prices: { inflation: 0 }, years: 1 })
  t.same(withValue(null, 'prices.inflation', 0), { prices: { inflation: 0 } })
  t.equal(valueAt({ prices: 'abc' }, 'prices.source'), undefined)
})

t.test('the nearest path may have every part wrong, a list left out, or be the end of a longer one', async (t) => {
  for (const [path, meant] of [
    // Two letters wrong in each part: too many for the path as a whole.
    ['dmnd.cera.grwh', 'demand.care.growth'],
    ['fft.team.amont', 'interventions.fft.costs.team.amount'],
    ['team.amount', 'interventions.fft.costs.team.amount'],
    ['programme.completion', 'interventions.fft.programme.completion'],
    ['ompletion', undefined],
    ['demand.care.growth', 'demand.care.growth'],
  ] as const)
    t.equal(nearestPath(whole(), path), meant, path)
})

t.test('known paths are all that a value has or could have', async (t) => {
  const theCase = {
    prices: { inflation: { '2026-27': 0 } },
    demand: [{ id: 'care', growth: { central: 0, low: 0, high: 0 }, entriesByYear: [1, 2], stay: { kind: 'fixed', months: 3 } }, {}],
    interventions: [{ id: 'a', effects: [{ demand: 'care', kind: 'exits' }] }],
    funding: [{ id: 'dfe', byYear: { '2026-27': 1, '2027-28': 2 } }],
  }
  const known = knownPaths(theCase)
  t.equal(new Set(known).size, known.length, 'each once')
  for (const path of [
    ...['title', 'years', 'prices', 'prices.inflation', 'prices.inflation.2026-27', 'prices.baseYear', 'discounting.rate'],
    ...[
      'demand',
      'demand.care',
      'demand.care.id',
      'demand.care.growth',
      'demand.care.entriesByYear.1',
      'demand.care.stay',
      'demand.care.stay.kind',
      'demand.care.stay.months',
    ],
    ...['demand.1', 'demand.1.growth', 'demand.1.stay.kind', 'interventions.a.effects.care-exits.chance', 'interventions.a.warmUp.months'],
    ...['funding.dfe.byYear', 'funding.dfe.byYear.2026-27', 'funding.dfe.byYear.2027-28', 'correlations'],
  ])
    t.ok(known.includes(path), path)
  for (const path of [
    ...['', 'demand.care.growth.low', 'demand.care.stay.meanMonths', 'demand.0', 'demand.care.entriesByYear.2', 'demand.1.stay.months'],
    ...[
      'interventions.a.effects.care-exits.risk',
      'interventions.a.effects.0',
      'funding.dfe.byYear.2028-29',
      'prices.deflators.2026-27',
      'correlations.0',
    ],
  ])
    t.notOk(known.includes(path), path)
  t.ok(knownPaths(undefined).includes('prices.inflation'))
})

t.test('a pointer’s path is as short as can be shown', async (t) => {
  t.equal(pathOf({}, `/${'x'.repeat(100)}`), `${'x'.repeat(79)}…`)
  t.equal(pathOf({ demand: null }, '/demand/0/id'), 'demand.0.id')
  t.equal(
    pathOf({ interventions: [{ effects: [{ demand: 'care' }], costs: [{ demand: 'care' }] }] }, '/interventions/0/effects/0'),
    'interventions.0.effects.care',
  )
  t.equal(pathOf({ interventions: [{ costs: [{ demand: 'care' }] }] }, '/interventions/0/costs/0'), 'interventions.0.costs.0')
  t.equal(pathOf({ toString: 1 }, '/toString/x'), 'toString.x')
})

t.test('a path leads nowhere through nulls, texts and numbers, and says so', async (t) => {
  const odd = { title: 'A case', demand: [{ id: 'care', stay: null, growth: null, entriesPerYear: 12 }], funding: 'none' }
  t.ok(isFound(follow(odd, 'demand.care.stay.kind')), 'a stay that is null could have a kind')
  t.notOk(isFound(follow(odd, 'demand.care.stay.months')), 'and nothing else for certain')
  for (const [path, known] of [
    ['funding.0', []],
    ['funding.Stryker was here', []],
    ['title.length', []],
    ['demand.care.growth.low', []],
    ['demand.care.entriesPerYear.low', []],
  ] as const) {
    const led = follow(odd, path)
    t.notOk(isFound(led), path)
    t.same(isFound(led) ? undefined : led.known, known, path)
  }
  t.throws(() => withValue(odd, 'title.zzzzzzzzzz', '1'), {
    message: /^There is no path title\.zzzzzzzzzz: title has no "zzzzzzzzzz"; nothing is inside it\.$/,
  })
})

t.test('a list where a text should stand has no paths inside it', async (t) => {
  const paths = knownPaths({ title: ['a'], demand: [{ id: 'care', backfill: [1] }] })
  t.ok(paths.includes('title') && paths.includes('demand.care.backfill'))
  t.notOk(paths.some((path) => path.startsWith('title.') || path.startsWith('demand.care.backfill.')))
})
