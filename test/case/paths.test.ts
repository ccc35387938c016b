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
