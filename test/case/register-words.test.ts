import t from 'tap'
import { register as registerOf } from '../../src/case/register.ts'
import { figure } from '../../src/reference/catalogue.ts'
import { deflatorSeries, deflators } from '../../src/reference/deflators.ts'
import { type Loose, read, smallest } from './whole-case.ts'

/* Whose source and note speak for a value, what an amount is an amount of, and what the register has from the catalogue, word by word. */

const entryOf = (theCase: Loose, path: string) => read(theCase).register.get(path)
const weekly = figure('childrens-home-week-2023') as NonNullable<ReturnType<typeof figure>>

t.test('an amount is of pounds a week, month or year, or of pounds an event', async (t) => {
  for (const [per, unit] of [
    ['week', 'pounds a week'],
    ['month', 'pounds a month'],
    ['year', 'pounds a year'],
    ['entry', 'pounds an event'],
  ] as const)
    t.equal(
      entryOf(
        smallest((c) => Object.assign(c.demand[0].costs[0], { per, release: undefined })),
        'demand.care.costs.place.amount',
      )?.unit,
      unit,
      per,
    )
  for (const [per, unit] of [
    ['once', 'pounds an event'],
    ['year', 'pounds a year'],
    ['referral', 'pounds an event'],
    ['start', 'pounds an event'],
    ['completion', 'pounds an event'],
  ] as const)
    t.equal(
      entryOf(
        smallest((c) => (c.interventions[0].costs[0].per = per)),
        'interventions.fgc.costs.team.amount',
      )?.unit,
      unit,
      per,
    )
})

t.test('the nearest source and note speak for a value, and none reaches into the items of a list', async (t) => {
  const theCase = smallest((c) => {
    Object.assign(c, { source: 'of the case', note: 'case note' })
    c.prices = { inflation: '0.02' }
    Object.assign(c.demand[0], { source: 'of care', note: 'care note', budget: { basis: 'places', places: [5, 6], note: 'budget note' } })
    Object.assign(c.demand[0].stay, { source: 'of the stay' })
    c.demand.push({ id: 'plans', source: 'of plans', note: 'plans note', entriesByYear: [1, 2], stay: { kind: 'fixed', months: 9 } })
    c.demand[0].growth = { central: 0, low: 0, high: 0, source: 'of the range' }
    c.demand[0].opening = { central: 0, low: 0, high: 0, note: 'range note' }
    Object.assign(c.interventions[0].effects[0], { evidence: { design: 'rct', source: 'the trial' }, note: 'effect note' })
    c.interventions[0].effects[0].returns = { share: 0.1, afterMonths: 6, source: 'of returns' }
    c.interventions[0].effects.push({
      kind: 'exits',
      demand: 'care',
      chance: 0.1,
      monthsEarlier: 3,
      source: 'of exits',
      evidence: { source: 'another trial' },
    })
    c.funding = [{ id: 'dfe', source: 'the letter', byYear: { '2026-27': 5 } }]
  })
  const said: [path: string, source: string | undefined, note: string | undefined][] = [
    ['years', 'of the case', 'case note'],
    ['prices.inflation', 'of the case', 'case note'],
    ['demand.care.entriesPerYear', 'of care', 'care note'],
    ['demand.care.stay.meanMonths', 'of the stay', 'care note'],
    ['demand.care.stay.kind', 'of the stay', 'care note'],
    ['demand.care.budget.places.1', 'of care', 'budget note'],
    ['demand.care.growth', 'of the range', 'care note'],
    ['demand.care.opening', 'of care', 'range note'],
    ['demand.care.costs.place.amount', undefined, undefined],
    ['demand.plans.entriesByYear.0', 'of plans', 'plans note'],
    ['demand.plans.stay.months', 'of plans', 'plans note'],
    ['interventions.fgc.referrals.perMonth', undefined, undefined],
    ['interventions.fgc.effects.care.risk', 'the trial', 'effect note'],
    ['interventions.fgc.effects.care.evidence.design', 'the trial', 'effect note'],
    ['interventions.fgc.effects.care.returns.share', 'of returns', 'effect note'],
    ['interventions.fgc.effects.care-exits.chance', 'of exits', undefined],
    ['funding.dfe.byYear.2026-27', 'the letter', undefined],
  ]
  for (const [path, source, note] of said) {
    const entry = entryOf(theCase, path)
    t.equal(entry?.origin, 'supplied', path)
    t.same([entry?.source, entry?.note], [source, note], path)
    t.equal('source' in (entry ?? {}), source !== undefined, `${path}: no empty source`)
    t.equal('note' in (entry ?? {}), note !== undefined, `${path}: no empty note`)
  }
})

t.test('nobody speaks for a default', async (t) => {
  const theCase = smallest((c) => Object.assign(c, { source: 'of the case', note: 'case note' }))
  for (const path of ['overlap', 'body', 'prices.inflation', 'prices.baseYear', 'prices.weeksPerYear', 'discounting.timing']) {
    const entry = entryOf(theCase, path)
    t.same(Object.keys(entry ?? {}).sort(), ['origin', 'path', 'unit', 'value'], path)
    t.equal(entry?.origin, 'default', path)
  }
})

t.test('a range is there in full, its source and note its own or those of its object', async (t) => {
  const range = { central: 0.01, low: 0, high: 0.02 }
  const theCase = smallest((c) => {
    Object.assign(c.demand[0], { growth: range, source: 'of care', note: 'care note' })
    c.demand[0].costs[0].realGrowth = range
  })
  t.same(entryOf(theCase, 'demand.care.growth'), {
    path: 'demand.care.growth',
    value: '0.01',
    unit: 'rate a year',
    origin: 'supplied',
    source: 'of care',
    note: 'care note',
    range: { low: '0', high: '0.02', shape: 'pert' },
  })
  t.same(entryOf(theCase, 'demand.care.costs.place.realGrowth'), {
    path: 'demand.care.costs.place.realGrowth',
    value: '0.01',
    unit: 'rate a year',
    origin: 'supplied',
    range: { low: '0', high: '0.02', shape: 'pert' },
  })
})

t.test('a built-in figure brings its own source and, where its line has none, its note', async (t) => {
  const withFigure = (others: object) =>
    smallest((c) => {
      c.prices = { baseYear: '2024-25' }
      Object.assign(c.demand[0].costs[0], { amount: { ref: 'childrens-home-week-2023' }, ...others })
    })
  const amount = {
    path: 'demand.care.costs.place.amount',
    value: '6102',
    unit: 'pounds a week',
    origin: 'reference',
    source: `${weekly.source} (built-in figure childrens-home-week-2023, confidence D)`,
  }
  t.same(entryOf(withFigure({}), amount.path), { ...amount, note: weekly.note })
  t.same(entryOf(withFigure({ source: 'mine', note: 'my note' }), amount.path), { ...amount, note: 'my note' })
  t.same(entryOf(withFigure({}), 'demand.care.costs.place.priceYear'), {
    path: 'demand.care.costs.place.priceYear',
    value: '2023-24',
    unit: 'financial year',
    origin: 'reference',
    source: `${weekly.source} (built-in figure childrens-home-week-2023)`,
  })
  t.same(
    entryOf(withFigure({ priceYear: '2023-24', source: 'mine' }), 'demand.care.costs.place.priceYear'),
    { path: 'demand.care.costs.place.priceYear', value: '2023-24', unit: 'financial year', origin: 'supplied', source: 'mine' },
    'a year that the line gives is its own',
  )
  t.throws(
    () => {
      const { case: theCase, raw } = read(withFigure({}))
      registerOf({ ...theCase, prices: { ...theCase.prices, weeksPerYear: { ref: 'no-such-figure' } } }, raw)
    },
    { message: 'prices.weeksPerYear refers to no built-in figure.' },
  )
})

t.test('the deflators that a case uses, each once and in order, of the lines that count', async (t) => {
  const used = (change: (theCase: Loose) => void) =>
    [...read(smallest(change)).register.values()].filter(({ path }) => path.startsWith('prices.deflators.'))
  const years = (change: (theCase: Loose) => void) => used(change).map(({ path }) => path.split('.').at(-1))
  const base = (c: Loose) => (c.prices = { baseYear: '2024-25' })
  t.same(years(base), [], 'none where no line is in other prices')
  t.same(
    years((c) => {
      base(c)
      c.demand[0].costs[0].priceYear = '2024-25'
    }),
    [],
    'nor where one is in those of the base year',
  )
  t.same(
    years((c) => {
      base(c)
      c.demand[0].costs[0].priceYear = '2023-24'
      c.interventions[0].costs[0].priceYear = '2020-21'
      c.interventions[0].costs.push({ id: 'x', amount: 1, per: 'once', priceYear: '2023-24' })
      c.interventions[0].savings = [{ id: 'y', amount: 1, per: 'once', priceYear: '2022-23' }]
    }),
    ['2020-21', '2022-23', '2023-24', '2024-25'],
  )
  t.same(
    years((c) => {
      base(c)
      c.interventions[0].included = false
      c.interventions[0].costs[0].priceYear = '2023-24'
    }),
    [],
    'none for what is left out',
  )
  const both = used((c) => {
    c.prices = { baseYear: '2024-25', deflators: { '2024-25': 100 } }
    c.demand[0].costs[0].priceYear = '2023-24'
  })
  const published = deflators.get('2023-24') as NonNullable<ReturnType<typeof deflators.get>>
  t.same(both, [
    { path: 'prices.deflators.2024-25', value: '100', unit: 'index', origin: 'supplied' },
    {
      path: 'prices.deflators.2023-24',
      value: published.index,
      unit: 'index',
      origin: 'reference',
      source: `${deflatorSeries.title}, ${deflatorSeries.vintage}: ${deflatorSeries.source} (confidence ${published.confidence})`,
      ...(published.note === undefined ? {} : { note: published.note }),
    },
  ])
})
