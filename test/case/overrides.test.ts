import t from 'tap'
import { applyOverrides, applyValues } from '../../src/case/overrides.ts'
import { valueAt } from '../../src/case/paths.ts'
import { completeCase, readCase } from '../../src/case/read-case.ts'
import { refused, smallest, whole } from './whole-case.ts'

const set = (overrides: Record<string, string>, theCase = smallest()) => readCase(JSON.stringify(theCase), 'json', { overrides })
const problems = (overrides: Record<string, string>, theCase = smallest()) => refused(() => set(overrides, theCase))?.problems ?? []

t.test('texts are read as their field takes them', async (t) => {
  const { case: complete, raw } = set({
    'demand.care.entriesPerYear': '120.50',
    'demand.care.growth': '0.02',
    'interventions.fgc.effects.care.windowMonths': '18',
    'interventions.fgc.included': 'false',
    'interventions.fgc.warmUp.curve': 's-curve',
    'interventions.fgc.capacity': '{"places": 5, "waitingList": true}',
    'interventions.fgc.programme.months': '3',
    'interventions.fgc.title': '{braces}',
    'prices.inflation.2027-28': '0.03',
    'demand.care.backfill': '{"central":"0.1","low":"0","high":"0.2"}',
    title: '2026',
  })
  t.equal(raw.demand?.[0]?.entriesPerYear, '120.50', 'a decimal string')
  t.match(complete, {
    title: '2026',
    prices: { inflation: { '2027-28': '0.03' } },
    demand: [{ entriesPerYear: '120.5', growth: '0.02', backfill: { central: '0.1', shape: 'pert' } }],
    interventions: [
      {
        included: false,
        title: '{braces}',
        warmUp: { months: '6', curve: 's-curve' },
        capacity: { places: '5', waitingList: true },
        effects: [{ windowMonths: 18 }],
      },
    ],
  })
})

t.test('nothing is coerced', async (t) => {
  for (const [path, text, message] of [
    ['demand.care.growth', '35', /write 35% as 0.35/],
    ['demand.care.growth', '1e-2', /without an exponent/],
    ['demand.care.growth', '', /empty/],
    ['demand.care.growth', 'null', /plain decimal form/],
    ['years', '5.5', /written as a number|whole number/],
    ['years', '0x5', /whole number/],
    ['years', '31', /31 is above/],
    ['interventions.fgc.included', 'yes', /true or false/],
    ['interventions.fgc.included', 'TRUE', /true or false/],
    ['interventions.fgc.warmUp.curve', 'linar', /Did you mean linear\?/],
    ['demand.care.growth', '{"central":1e-2,"low":0,"high":1}', /without an exponent/],
    ['demand.care.growth', '{"central":', /not JSON|neither/],
    ['demand.care.budget', '{"a":1,"a":2}', /given twice/],
    ['start', '2026-04-01', /Leave the day out/],
  ] as const) {
    const found = problems({ [path]: text })
    t.equal(found.length, 1, `${path}=${text}`)
    t.match(found[0]?.message, message, `${path}=${text}`)
    t.equal(found[0]?.path, path, `${path}=${text}`)
    t.equal(found[0]?.line, undefined, 'no line of the text is to blame')
  }
})

t.test('every wrong path and every problem of the case are told together', async (t) => {
  const found = problems(
    { 'demand.cars.growth': '0', yers: '5', 'demand.care.growth': '9' },
    smallest((c) => (c.overlap = 'both')),
  )
  t.same(
    found.map(({ path }) => path),
    ['demand.cars.growth', 'yers', 'demand.care.growth', 'overlap'],
  )
  t.match(found[0]?.message, /Did you mean demand.care.growth\?/)
})

t.test('an override takes the place of a mistake in the text', async (t) => {
  const text = JSON.stringify(smallest()).replace('0.448', '44.8e0')
  t.equal(refused(() => readCase(text, 'json'))?.problems.length, 1)
  t.doesNotThrow(() => readCase(text, 'json', { overrides: { 'interventions.fgc.effects.care.risk': '0.448' } }))
  t.doesNotThrow(() => set({ 'demand.care.growth.low': '0' }, whole()), 'an end of a range')
})

t.test('plain values take overrides as texts do', async (t) => {
  t.same(completeCase(smallest(), { overrides: { years: '3' } }), set({ years: '3' }))
  t.match(refused(() => completeCase(smallest(), { overrides: { years: '3.5', yers: '3' } }))?.problems, [
    { path: 'yers' },
    { path: 'years' },
  ])
})

t.test('a number set over a correlated range is legal', async (t) => {
  t.match(set({ 'demand.care.growth': '0.03' }, whole()).case, { correlations: [{ rho: '0.5' }], demand: [{ growth: '0.03' }] })
})

t.test('each wrong path is told with what was got and what is expected', async (t) => {
  const values = { yers: 1, 'demand.cars.growth': 2, 'demand.care.growth': 3 }
  const told = applyValues(smallest(), values)
  t.same(told.set, ['/demand/0/growth'])
  t.match(told.raw, { demand: [{ growth: 3 }] })
  t.match(told.problems, [
    { pointer: '', path: 'yers', got: '"yers"', expected: 'the path of a value of the case', message: /Did you mean years\?/ },
    { pointer: '', path: 'demand.cars.growth', got: '"demand.cars.growth"', message: /Did you mean demand\.care\.growth\?/ },
  ])
  t.same(
    applyValues(smallest(), values, 1).problems.map(({ message }) => message.slice(0, 33)),
    ['There is no path yers: A case has', 'There is no path demand.cars.growth.'.slice(0, 33)],
  )
  t.equal(applyValues(smallest(), values, 1).problems[1]?.message, 'There is no path demand.cars.growth.', 'the second without advice')
  t.equal(applyValues(smallest(), values, 0).problems[0]?.message, 'There is no path yers.')
  const [care] = smallest().demand
  const same = smallest((c) => Object.assign(c, { demand: [{ ...care, id: 'fgc' }], interventions: [{ id: 'fgc' }] }))
  t.match(applyOverrides(same, { 'fgc.title': 'New' }).problems, [
    {
      pointer: '',
      path: 'fgc.title',
      got: '"fgc.title"',
      expected: 'demand.fgc.title or interventions.fgc.title',
      message: 'fgc.title may be demand.fgc.title or interventions.fgc.title; write the one that is meant in full.',
    },
  ])
  const twice = applyOverrides(smallest(), { 'care.growth': '0.1', 'demand.care.growth': '0.2', yers: '1' })
  t.match(twice, {
    raw: { demand: [{ growth: '0.1' }] },
    set: ['/demand/0/growth'],
    problems: [
      {
        path: 'demand.care.growth',
        got: '"demand.care.growth"',
        expected: 'one value',
        message: 'demand.care.growth is set twice: as care.growth and as demand.care.growth.',
      },
      { path: 'yers' },
    ],
  })
})

t.test('what is set is what the field takes, and a text where it is none', async (t) => {
  const raw = (path: string, text: string) => valueAt(applyOverrides(whole(), { [path]: text }).raw, path)
  for (const [path, text, value] of [
    ['years', '3', 3],
    ['years', '-3', -3],
    ['years', '03', '03'],
    ['demand.care.opening', '3', '3'],
    ['title', '3', '3'],
    ['title', 'true', 'true'],
    ['title', '[draft]', '[draft]'],
    ['title', '{"a":1}', '{"a":1}'],
    ['interventions.fft.included', 'true', true],
    ['interventions.fft.included', 'false', false],
    ['interventions.fft.included', 'no', 'no'],
    ['interventions.fft.warmUp.curve', 'true', 'true'],
    ['interventions.fft.warmUp.curve', 'false', 'false'],
    ['demand.referrals.entriesByYear', '[1,"2"]', [1, '2']],
    ['demand.care.growth', ' \n{"ref":"x"}', { ref: 'x' }],
    ['demand.care.growth', '0.1 {', '0.1 {'],
    ['demand.care.growth', 'x[', 'x['],
  ] as const)
    t.strictSame(raw(path, text), value, `${path}=${text}`)
})

t.test('a text that cannot be read is told at its path, and at no line', async (t) => {
  for (const [path, text, message, got] of [
    ['title', 'a\u0007', /control character/, '"a\\u0007"'],
    ['demand.care.growth', '{"central":1e-2}', /without an exponent/, '1e-2'],
    ['demand.care.growth', '{"note":"\\u0007"}', /control character/, '"\\u0007"'],
    ['demand.care.growth', '{"central" 1}', /A colon should follow/, '1'],
    ['demand.care.growth', '{"a":1,"a":2}', /given twice/, '"a"'],
  ] as const) {
    const { problems, set, raw } = applyOverrides(smallest(), { [path]: text })
    t.match(problems, [{ pointer: '', path, message, got }], text)
    t.notOk('line' in (problems[0] ?? {}), text)
    t.notOk('column' in (problems[0] ?? {}), text)
    t.same([set, raw], [[], smallest()], 'and nothing is set')
  }
})
