import t from 'tap'
import { pathOf } from '../../src/case/paths.ts'
import { deflators } from '../../src/reference/deflators.ts'
import { numericPlaces } from './numeric-fields.ts'
import { type Loose, read, smallest, whole } from './whole-case.ts'

const registerOf = (theCase: Loose) => read(theCase).register

t.test('lists every number of a case, supplied or not, with its value and unit', async (t) => {
  const { register, case: complete } = read(whole())
  for (const { pointer, kind, schema } of numericPlaces(complete)) {
    const path = pathOf(complete, pointer)
    const entry = register.get(path)
    t.ok(entry, path)
    t.ok(entry?.value !== undefined && /^-?[0-9.]+$/.test(entry.value), `${path}: a number`)
    const unit = kind === 'quantity' ? schema['x-quantity'].unit : schema['x-unit']
    if (pointer.endsWith('/amount')) t.match(entry?.unit, /^pounds an? /, path)
    else t.equal(entry?.unit, unit, path)
  }
  for (const [path, entry] of register) t.equal(entry.path, path)
})

t.test('says where each value comes from', async (t) => {
  const register = registerOf(whole())
  const entry = (path: string) => register.get(path)
  t.same(entry('years'), { path: 'years', value: '5', unit: 'years', origin: 'supplied', source: 'the test', note: 'the test' })
  t.match(entry('overlap'), { value: 'disjoint', unit: 'choice', origin: 'supplied' })
  t.same(entry('demand.care.growth'), {
    path: 'demand.care.growth',
    value: '0.02',
    unit: 'rate a year',
    origin: 'supplied',
    source: 'returns',
    note: 'three years',
    range: { low: '0.01', high: '0.04', shape: 'triangular' },
  })
  t.match(entry('demand.care.costs.place.amount'), {
    value: '1500',
    unit: 'pounds a week',
    source: 'ledger',
    range: { low: '1400', high: '1700', shape: 'pert' },
  })
  t.match(entry('demand.care.costs.place.release.step'), { value: '4', unit: 'places', source: 'ledger' })
  t.same(entry('demand.plans.growth'), { path: 'demand.plans.growth', value: '0', unit: 'rate a year', origin: 'default' })
  t.match(entry('demand.plans.costs.conference.amount'), { unit: 'pounds an event', origin: 'supplied' })
  t.notOk(entry('demand.plans.costs.conference.amount')?.source, 'the source of another object does not speak for it')
  t.match(entry('interventions.fft.effects.care.risk'), { source: 'the trial' }, 'the study behind an effect')
  t.match(entry('interventions.fft.costs.team.amount'), { unit: 'pounds a year' })
  t.match(entry('interventions.fft.costs.set-up.redeployed'), { value: 'true', unit: 'choice' })
  t.match(entry('interventions.fft.start'), { value: '2026-07', unit: 'month', origin: 'supplied' })
  t.match(entry('funding.dfe.byYear.2026-27'), { value: '100000', unit: 'pounds' })
  t.match(entry('correlations.0.rho'), { value: '0.5', unit: 'correlation' })
  t.match(entry('demand.care.budget.places.1'), { value: '190', unit: 'places' })
  t.match(entry('demand.care.stay.kind'), { value: 'geometric', unit: 'choice' })
  for (const path of ['title', 'demand.care.id', 'demand.care.title', 'interventions.fft.effects.care.demand', 'demand.care.opening.low']) {
    t.notOk(register.has(path), `${path} is no assumption`)
  }
})

t.test('lists what the method takes where the case says nothing', async (t) => {
  const register = registerOf(smallest())
  const taken = (path: string) => [register.get(path)?.value, register.get(path)?.unit, register.get(path)?.origin]
  t.same(taken('prices.weeksPerYear'), ['52.1785714286', 'weeks a year', 'default'])
  t.same(taken('prices.baseYear'), ['2026-27', 'financial year', 'default'])
  t.same(taken('discounting.schedule'), ['green-book', 'choice', 'default'])
  t.same(taken('demand.care.costs.place.priceYear'), ['2026-27', 'financial year', 'default'])
  t.same(taken('demand.care.costs.place.release.from'), ['2026-04', 'month', 'default'])
  t.same(taken('interventions.fgc.costs.team.from'), ['2026-04', 'month', 'default'])
  t.same(taken('interventions.fgc.costs.team.to'), ['2031-03', 'month', 'default'], 'the last month of the horizon')
  t.same(taken('interventions.fgc.effects.care.holdMonths'), ['12', 'months', 'default'])
  t.notOk(register.has('demand.care.opening'), 'the opening stock is worked out, not assumed')
  t.notOk(register.has('interventions.fgc.costs.team.month'))

  const ended = registerOf(
    smallest((c) => {
      Object.assign(c.interventions[0], { start: '2026-06', end: '2028-03', programme: { months: 4 } })
      c.interventions[0].costs.push({ id: 'kit', amount: 1, per: 'once' }, { id: 'unit', amount: 1, per: 'referral' })
      c.interventions[0].savings = [
        { id: 'one', amount: 1, per: 'once', from: '2027-01' },
        { id: 'two', amount: 1, per: 'year' },
      ]
    }),
  )
  const value = (path: string) => ended.get(`interventions.fgc.${path}`)?.value
  t.equal(value('costs.team.from'), '2026-06')
  t.equal(value('costs.team.to'), '2028-06', 'when the last family has left')
  t.equal(value('costs.kit.month'), '2026-06')
  t.equal(value('costs.kit.from'), undefined)
  t.equal(value('costs.unit.month'), undefined)
  t.equal(value('savings.one.month'), '2027-01')
  t.equal(value('savings.two.to'), '2028-06')
})

t.test('lists built-in figures and deflators with their source', async (t) => {
  const register = registerOf(
    smallest((c) => {
      c.prices = { baseYear: '2024-25', deflators: { '2021-22': '88' } }
      c.demand[0].costs[0].amount = { ref: 'childrens-home-week-2023' }
      c.interventions[0].costs[0].priceYear = '2021-22'
      c.interventions.push({ id: 'out', included: false, costs: [{ id: 'x', amount: 1, per: 'once', priceYear: '2010-11' }] })
    }),
  )
  t.match(register.get('demand.care.costs.place.amount'), {
    value: '6102',
    unit: 'pounds a week',
    origin: 'reference',
    source: /National Audit Office.*childrens-home-week-2023, confidence D/,
    note: /average/,
  })
  t.match(register.get('demand.care.costs.place.priceYear'), { value: '2023-24', origin: 'reference', source: /childrens-home-week-2023/ })
  t.match(register.get('prices.deflators.2023-24'), {
    value: deflators.get('2023-24')?.index,
    unit: 'index',
    origin: 'reference',
    source: /GDP deflators.*confidence/,
  })
  t.match(register.get('prices.deflators.2024-25'), { value: '100', origin: 'reference' }, 'the base year as well')
  t.match(register.get('prices.deflators.2021-22'), { value: '88', origin: 'supplied' })
  t.notOk(register.has('prices.deflators.2010-11'), 'no deflator for an intervention that is left out')
  t.match(register.get('interventions.out.costs.x.amount'), { value: '1', origin: 'supplied' }, 'whose lines stay in the register')
  t.notOk(
    [...registerOf(smallest()).keys()].some((path) => path.startsWith('prices.deflators')),
    'none where nothing is turned into other prices',
  )
})

t.test('keeps the order of the schema', async (t) => {
  const paths = [...registerOf(whole()).keys()]
  const position = (path: string) => paths.indexOf(path)
  const inOrder = [
    'body',
    'start',
    'years',
    'prices.baseYear',
    'prices.inflation',
    'prices.deflators.2025-26',
    'prices.deflators.2026-27',
    'prices.weeksPerYear',
    'discounting.rate',
    'overlap',
    'demand.care.entriesPerYear',
    'demand.care.costs.place.amount',
    'demand.plans.population',
    'interventions.fft.start',
    'interventions.fft.effects.care.risk',
    'interventions.fft.effects.home.chance',
    'interventions.fft.costs.set-up.amount',
    'interventions.fft.costs.set-up.month',
    'interventions.fft.savings.agency.amount',
    'funding.dfe.byYear.2026-27',
    'correlations.0.rho',
  ]
  t.same(
    inOrder.map(position),
    inOrder.map(position).toSorted((one, other) => one - other),
  )
  t.ok(inOrder.every((path) => position(path) >= 0))
})
