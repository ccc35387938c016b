import t from 'tap'
import { assembledScenario, readScenario, variantCase } from '../../src/case/scenario.ts'
import { type Loose, refused, smallest } from './whole-case.ts'

/* What is told of a scenario whose variants are wrong: which variant, which value of it, and where. */

const bare = { start: '2026-04', years: 3 }
const read = (given: object) => readScenario(JSON.stringify(given), 'json')
const problemsOf = (given: object) => refused(() => read(given))

t.test('a variant that is not there is told with those that are', async (t) => {
  const scenario = read({ ...bare, variants: [{ id: 'slow' }, { id: 'no-plan' }, { id: 'grant' }] })
  const refusal = (id: string, of = scenario) => {
    const { status, code, problems } = refused(() => variantCase(of, id)) ?? {}
    return { status, code, problems }
  }
  t.same(refusal('zzzzzz'), {
    status: 422,
    code: 'no-variant',
    problems: [
      {
        pointer: '/variants',
        path: 'variants',
        message: 'There is no variant "zzzzzz". The variants are slow, no-plan and grant.',
        got: '"zzzzzz"',
        expected: 'slow, no-plan or grant',
      },
    ],
  })
  t.equal(refusal('no-plam').problems?.[0]?.message, 'There is no variant "no-plam". Did you mean no-plan?')
  t.match(refusal('slow', read(bare)).problems, [{ message: 'There is no variant "slow". The scenario has no variants.', expected: '' }])
})

t.test('a scenario has the words that its text has, and no others', async (t) => {
  t.strictSame(read(bare), { case: bare, variants: [] })
  t.strictSame(read({ ...bare, id: 'x' }), { id: 'x', case: bare, variants: [] })
  t.strictSame(read({ ...bare, title: 'T' }), { title: 'T', case: { ...bare, title: 'T' }, variants: [] })
  t.strictSame(read({ ...bare, description: 'D' }), { description: 'D', case: bare, variants: [] })
})

t.test('a wrong path of a variant is told at its key, with variant and path', async (t) => {
  const text = [
    '{ "start": "2026-04", "years": 3,',
    '  "variants": [',
    '    { "id": "one" },',
    '    { "id": "two", "set": { "years": 2,',
    '      "yers/a~b": 1 } } ] }',
  ].join('\n')
  const { status, code, problems, total } = refused(() => readScenario(text, 'json', { name: 'own.json' })) ?? {}
  t.same([status, code, total], [422, 'wrong-variant', 1])
  t.match(problems, [
    {
      pointer: '/variants/1/set/yers~1a~0b',
      path: 'variants.two.set.yers/a~b',
      message: /^Variant two: There is no path yers\/a~b: A case has no "yers\/a~b"\./,
      got: '"yers/a~b"',
      expected: 'the path of a value of the case',
      line: 5,
      column: 7,
      file: 'own.json',
    },
  ])
})

t.test('a wrong value of a variant is told of the value that the variant sets, at or above it', async (t) => {
  const told = (set: object) =>
    problemsOf(smallest((c) => (c.variants = [{ id: 'v', set }])))?.problems.map(({ pointer, path, message }) => [
      pointer,
      path,
      message.slice(0, message.indexOf(':', message.indexOf(':') + 1)),
    ])
  t.same(told({ 'demand.care.growth': 9 }), [
    ['/variants/0/set/demand.care.growth', 'variants.v.set.demand.care.growth', 'Variant v: demand.care.growth'],
  ])
  t.same(
    told({ years: 4, 'demand.care.growth': { central: 9, low: 0, high: 1 } }),
    [['/variants/0/set/demand.care.growth', 'variants.v.set.demand.care.growth', 'Variant v: demand.care.growth.central']],
    'inside what is set',
  )
  t.same(
    told({ 'demand.care.growt': 9, 'demand.care.growth': 9 })?.map(([pointer]) => pointer),
    ['/variants/0/set/demand.care.growt', '/variants/0/set/demand.care.growth'],
    'and no path that only starts alike',
  )
})

t.test('wrong variants are listed to fifty, and counted all', async (t) => {
  const set = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`yers${at}x`, 1]))
  const error = problemsOf({
    ...bare,
    variants: [
      { id: 'one', set },
      { id: 'two', set },
    ],
  })
  t.same([error?.problems.length, error?.total], [50, 60])
  t.equal(error?.problems.at(-1)?.path, 'variants.two.set.yers19x')
  t.match(error?.message, /^60 problems; the first 50 are listed, and there are 10 more\./)
})

t.test('a case that is wrong itself is told before its variants', async (t) => {
  t.same(
    problemsOf({ ...bare, years: 0, variants: [{ id: 'v', set: { nowhere: 1 } }] })?.problems.map(({ path }) => path),
    ['years'],
  )
})

t.test('a scenario that was put together of something else is told at its own places', async (t) => {
  const value: Loose = { ...bare, variants: [{ id: 'v', set: { nowhere: 1 } }] }
  const place = (pointer: string, what?: 'value' | 'key') => ({ sheet: 'Variants', cell: `${what} ${pointer}` })
  t.match(refused(() => assembledScenario({ value, odd: [], place }))?.problems, [
    { path: 'variants.v.set.nowhere', sheet: 'Variants', cell: 'key /variants/0/set/nowhere' },
  ])
  t.match(refused(() => assembledScenario({ value: { ...bare, years: 0 }, odd: [], place }))?.problems, [
    { path: 'years', cell: 'value /years' },
  ])
  const odd: Loose = { ...bare, variants: [{ id: 'v', set: { title: 'a\u0007' } }] }
  t.match(refused(() => assembledScenario({ value: odd, odd: [], place }))?.problems, [
    { path: 'variants.v.set.title', message: /^Variant v: title: This text holds a control character/ },
  ])
})

t.test('what a variant makes wrong elsewhere is told of the variant, at no value that it sets', async (t) => {
  const scenario = {
    start: '2026-04',
    years: 2,
    funding: [{ id: 'dfe', byYear: { '2027-28': 100 } }],
    variants: [{ id: 'short', set: { years: 1 } }],
  }
  const error = refused(() => readScenario(JSON.stringify(scenario), 'json'))
  t.same(
    error?.problems.map(({ path, pointer }) => [path, pointer]),
    [['variants.short', '/variants/0']],
  )
})
