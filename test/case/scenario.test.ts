import t from 'tap'
import { stringify } from 'yaml'
import type { Load } from '../../src/case/assemble.ts'
import { completeCase, readCase } from '../../src/case/read-case.ts'
import { readScenario, variantCase } from '../../src/case/scenario.ts'
import { type Loose, refused, smallest } from './whole-case.ts'

const library =
  (files: Record<string, Loose>): Load =>
  (reference) => {
    const file = files[reference]
    return file === undefined ? undefined : { text: typeof file === 'string' ? file : stringify(file), format: 'yaml', name: reference }
  }
const readOver = (child: Loose, files: Record<string, Loose>) =>
  readScenario(stringify(child), 'yaml', { load: library(files), name: 'child' })
const problemsOver = (child: Loose, files: Record<string, Loose>) => refused(() => readOver(child, files))?.problems ?? []

const scenario = (change: (s: Loose) => void = () => {}) =>
  smallest((c) => {
    Object.assign(c, {
      id: 'conferencing',
      description: 'the smallest case',
      variants: [
        { id: 'no-plan', title: 'No release plan', set: { 'demand.care.costs.place.amount': 1400 } },
        { id: 'slow', set: { 'interventions.fgc.warmUp.months': { central: 12, low: 6, high: 18 }, 'interventions.fgc.end': '2029-03' } },
      ],
    })
    change(c)
  })

t.test('a scenario is a case with a name and variants', async (t) => {
  const read = readScenario(JSON.stringify(scenario()), 'json')
  t.match(read, {
    id: 'conferencing',
    title: 'Conferencing, smallest case',
    description: 'the smallest case',
    variants: [{ id: 'no-plan' }, { id: 'slow' }],
  })
  t.same(read.case, smallest(), 'its case can be posted as it is')
  t.match(completeCase(variantCase(read, 'no-plan')).case, { demand: [{ costs: [{ amount: '1400' }] }] })
  t.match(completeCase(variantCase(read, 'slow')).case, { interventions: [{ end: '2029-03', warmUp: { months: { central: '12' } } }] })
  t.same(read.case, smallest(), 'and is not changed by its variants')
  const asItStands = readScenario(JSON.stringify(scenario((s) => delete s.variants[0].set)), 'json')
  t.same(variantCase(asItStands, 'no-plan'), smallest(), 'a variant that sets nothing is the case as it stands')
  t.throws(() => variantCase(read, 'slwo'), { message: /no variant "slwo"\. Did you mean slow\?/ })
  t.throws(() => variantCase(read, 'grants-end'), { message: /no variant "grants-end"\. The variants are no-plan and slow\./ })
  const bare = readScenario('start: 2026-04\nyears: 1\n', 'yaml')
  t.same(bare, { case: { start: '2026-04', years: 1 }, variants: [] }, 'a case by itself is a scenario without a name')
  t.throws(() => variantCase(bare, 'slow'), { message: /no variant "slow"\. The scenario has no variants\./ })
  const { variantsIgnored, raw } = readCase(JSON.stringify(scenario()), 'json')
  t.equal(variantsIgnored, 2)
  t.same(raw, smallest())
})

t.test('a variant that cannot be computed is named', async (t) => {
  const problems = (set: object) => {
    const text = stringify(scenario((s) => (s.variants[1].set = set)))
    return { text, found: refused(() => readScenario(text, 'yaml'))?.problems ?? [] }
  }
  const wrong = problems({ 'interventions.fgd.end': '2029-03', 'demand.care.growth': 35, 'demand.care.entriesByYear': [1] })
  t.match(wrong.found, [
    {
      pointer: '/variants/1/set/interventions.fgd.end',
      path: 'variants.slow.set.interventions.fgd.end',
      message: /Variant slow: There is no path.*Did you mean interventions.fgc.end/,
    },
    { pointer: '/variants/1/set/demand.care.growth', message: /Variant slow: demand.care.growth: 35 looks like a percentage/ },
    { pointer: '/variants/1/set/demand.care.entriesByYear', message: /more than one way/ },
  ])
  for (const { line, pointer } of wrong.found)
    t.match(wrong.text.split('\n')[(line ?? 0) - 1], pointer.split('/').at(-1)?.slice(-8) ?? '-', pointer)
  t.match(problems({ start: '2027-04', 'interventions.fgc.start': '2027-03', 'interventions.fgc.end': '2027-01' }).found, [
    { path: 'variants.slow.set.interventions.fgc.end' },
  ])
  const spoilt = scenario((s) => {
    s.interventions[0].end = '2027-03'
    s.variants[1].set = { 'interventions.fgc.start': '2028-01' }
  })
  t.match(
    refused(() => readScenario(stringify(spoilt), 'yaml'))?.problems,
    [{ pointer: '/variants/1', path: 'variants.slow', message: /^Variant slow: interventions\.fgc\.end: / }],
    'where the variant spoils a value that it does not set, the variant is named',
  )
  t.same(
    refused(() => readCase(JSON.stringify(scenario((s) => (s.variants[1].set = { nowhere: 1 }))), 'json')),
    undefined,
    'an appraisal leaves variants aside',
  )
})

t.test('a scenario lies over the case it extends', async (t) => {
  const read = readOver(
    {
      extends: 'base.yaml',
      id: 'more',
      title: 'More',
      years: 3,
      demand: [
        {
          id: 'care',
          growth: 0.02,
          costs: [
            { id: 'place', amount: { central: 1600, low: 1500, high: 1700 } },
            { id: 'review', amount: 10, per: 'month' },
          ],
        },
        { id: 'plans', entriesPerYear: 5, stay: { kind: 'fixed', months: 3 } },
      ],
      interventions: [{ id: 'fgc', effects: [{ demand: 'care', reduction: 0.1 }] }],
    },
    { 'base.yaml': scenario() },
  )
  t.same(
    read.case,
    smallest((c) => {
      Object.assign(c, { title: 'More', years: 3 })
      c.demand[0].growth = 0.02
      c.demand[0].costs[0].amount = { central: 1600, low: 1500, high: 1700 }
      c.demand[0].costs.push({ id: 'review', amount: 10, per: 'month' })
      c.demand.push({ id: 'plans', entriesPerYear: 5, stay: { kind: 'fixed', months: 3 } })
      c.interventions[0].effects[0].reduction = 0.1
    }),
  )
  t.match(read, { id: 'more', variants: [{ id: 'no-plan' }, { id: 'slow' }] })
  t.equal(read.description, undefined, 'a description is of the scenario that has it')
  t.same(readOver({ extends: 'base.yaml', variants: [] }, { 'base.yaml': scenario() }).variants, [], 'its own variants, where it has any')
  t.equal(readOver({ extends: 'base.yaml' }, { 'base.yaml': scenario() }).id, undefined)
})

t.test('what is replaced is replaced whole', async (t) => {
  const over = (child: Loose, base = scenario()) => readOver({ extends: 'base', ...child }, { base }).case as Loose
  const ranged = scenario((s) => (s.demand[0].growth = { central: 0, low: 0, high: 0.1, source: 'old' }))
  t.same(
    over({ demand: [{ id: 'care', growth: { central: 0, low: 0, high: 0.2 } }] }, ranged).demand[0].growth,
    { central: 0, low: 0, high: 0.2 },
    'a range, its source with it',
  )
  t.same(
    over({ demand: [{ id: 'care', stay: { kind: 'fixed', months: 3 } }] }).demand[0].stay,
    { kind: 'fixed', months: 3 },
    'a stay of another kind',
  )
  t.same(over({ demand: [{ id: 'care', stay: { kind: 'geometric', meanMonths: 3 } }] }).demand[0].stay, {
    kind: 'geometric',
    meanMonths: 3,
  })
  const byYear = over({ demand: [{ id: 'care', entriesByYear: [100, 90] }] }).demand[0]
  t.same([byYear.entriesByYear, byYear.entriesPerYear], [[100, 90], undefined], 'the way of stating entries')
  const counted = scenario((s) => (s.demand = [{ id: 'care', population: 10, entriesPer10000: 5, stay: { kind: 'fixed', months: 1 } }]))
  t.match(over({ variants: [], demand: [{ id: 'care', entriesPer10000: 6 }] }, counted).demand[0], { population: 10, entriesPer10000: 6 })
  t.same(
    over(
      { discounting: { rate: 0.03 } },
      scenario((s) => (s.discounting = { schedule: 'green-book', timing: 'mid' })),
    ).discounting,
    { timing: 'mid', rate: 0.03 },
  )
  const inflated = scenario((s) => (s.prices = { inflation: { '2026-27': 0.02 } }))
  t.same(
    over({ prices: { inflation: { '2027-28': 0.03 } } }, inflated).prices.inflation,
    { '2026-27': 0.02, '2027-28': 0.03 },
    'years of a map are added',
  )
  t.same(over({ prices: { inflation: 0.03 } }, inflated).prices.inflation, 0.03)
  const deflated = scenario((s) => (s.prices = { deflators: { '2026-27': 100 } }))
  t.same(over({ prices: { deflators: { '2027-28': 102 } } }, deflated).prices.deflators, { '2026-27': 100, '2027-28': 102 })
  const budgeted = scenario((s) => (s.demand[0].budget = { basis: 'places', places: [200, 190] }))
  t.same(over({ demand: [{ id: 'care', budget: { places: [180] } }] }, budgeted).demand[0].budget, { basis: 'places', places: [180] })
})

t.test('what cannot be merged takes the place of what was there, to be refused', async (t) => {
  const base = scenario((s) => (s.prices = { deflators: { '2026-27': 100 } }))
  const overlays: [Loose, string, string][] = [
    [{ prices: 5 }, 'prices', '5'],
    [{ prices: { deflators: 5 } }, 'prices.deflators', '5'],
    [{ demand: 5 }, 'demand', '5'],
    [{ demand: [{ id: 'care', stay: 5 }] }, 'demand.care.stay', '5'],
    [{ demand: [{ id: 'care', stay: { kind: 5, months: 3 } }] }, 'demand.care.stay.kind', '5'],
    [{ demand: [{ id: 'care', growth: null }] }, 'demand.care.growth', 'null'],
    [{ demand: [{ id: 'care', entriesPerYear: null }] }, 'demand.care.entriesPerYear', 'null'],
  ]
  for (const [overlay, path, got] of overlays)
    t.match(problemsOver({ extends: 'base', ...overlay }, { base }), [{ path, got, file: 'child' }], JSON.stringify(overlay))
})

t.test('extends can go on, and not in a circle, nowhere or too far', async (t) => {
  const chain: Record<string, Loose> = { f0: scenario() }
  for (let index = 1; index < 12; index += 1) chain[`f${index}`] = { extends: `f${index - 1}`, title: `title ${index}` }
  t.equal(readOver({ extends: 'f3', years: 2 }, chain).case.title, 'title 3')
  t.match(problemsOver({ extends: 'f11' }, chain), [{ path: 'extends', message: /more than 8 times/ }])
  t.match(problemsOver({ extends: 'a' }, { a: { extends: 'b' }, b: { extends: 'a' } }), [{ message: /circle, back to a/, file: 'b' }])
  t.match(problemsOver({ extends: 'nobody' }, {}), [{ path: 'extends', message: /no scenario "nobody" to extend/, line: 1, file: 'child' }])
  t.match(refused(() => readCase('{"extends":"base"}', 'json'))?.problems, [{ message: /cannot extend another here/ }])
  t.doesNotThrow(() => readCase('{"extends":"base"}', 'json', { load: library({ base: scenario() }) }))
})

t.test('a problem is told of the file it stands in', async (t) => {
  const base = scenario((s) => {
    s.demand[0].growth = 35
    s.years = 50
  })
  const found = problemsOver(
    { title: 'x', extends: 'base', years: 5, demand: [{ id: 'care', backfill: 7, costs: [{ id: 'place', amont: 1 }] }] },
    { base },
  )
  const text = stringify(base).split('\n')
  t.match(found, [
    { path: 'demand.care.backfill', file: 'child', line: 6, column: 15 },
    { path: 'demand.care.costs.place.amont', file: 'child', line: 8, column: 9 },
    { path: 'demand.care.growth', file: 'base', line: text.findIndex((line) => line.includes('growth')) + 1 },
  ])
  t.equal(found.length, 3, 'the years of the base are laid over')
  t.match(problemsOver({ extends: 'base' }, { base: 'a: [' }), [{ file: 'base', line: 1 }])
  t.match(
    problemsOver({ extends: 'base', years: 5 }, { base: { title: 'no start' } }),
    [{ path: 'start', got: 'nothing', file: 'child', line: 1, column: 1 }],
    'what stands in neither is missing from the one that was asked for',
  )
  t.match(problemsOver({ extends: 'base' }, { base: stringify(scenario()).replace('0.448', '4e-1') }), [
    { path: 'interventions.fgc.effects.care.risk', got: '4e-1', file: 'base' },
  ])
  t.same(
    problemsOver(
      { extends: 'base', interventions: [{ id: 'fgc', effects: [{ demand: 'care', risk: 0.4 }] }] },
      { base: stringify(scenario()).replace('0.448', '4e-1') },
    ),
    [],
  )
  t.match(
    problemsOver(
      {
        extends: 'base',
        demand: [
          { id: 'new', entriesPerYear: 1, stay: { kind: 'fixed', months: 1 } },
          { id: 'new', entriesPerYear: 1, stay: { kind: 'fixed', months: 1 } },
        ],
      },
      { base: scenario() },
    ),
    [{ message: /"new" is used twice/ }],
  )
})
