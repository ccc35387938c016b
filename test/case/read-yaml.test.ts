import t from 'tap'
import { readCase } from '../../src/case/read-case.ts'
import { readText } from '../../src/case/read-text.ts'
import { refused, smallest } from './whole-case.ts'

const problemOf = (text: string) => refused(() => readText(text, 'yaml'))?.problems[0]

t.test('reads months, years and words as text, whatever YAML 1.1 would make of them', async (t) => {
  const { value, odd } = readText(
    '%YAML 1.1\n---\nstart: 2026-04\nday: 2026-04-01\nyear: 2026-27\nyes: yes\nno: no\non: on\ntime: 1:30\n',
    'yaml',
  )
  t.same(value, { start: '2026-04', day: '2026-04-01', year: '2026-27', yes: 'yes', no: 'no', on: 'on', time: '1:30' })
  t.same(odd, [])
})

t.test('a key without a value stands for null, which a case refuses', async (t) => {
  t.same(readText('a:\nb: { c, d: 1 }\n? e\n', 'yaml').value, { a: null, b: { c: null, d: 1 }, e: null })
})

t.test('notes every number that is not in plain decimal form', async (t) => {
  for (const written of [
    '0x10',
    '0o17',
    '.5',
    '5.',
    '1e3',
    '1E3',
    '+5',
    '.inf',
    '-.inf',
    '.nan',
    '007',
    '-01',
    '1.2345678901234567',
    '12345678901234567',
    '0.12345678901',
  ]) {
    const { odd } = readText(`a: ${written}`, 'yaml')
    t.same(
      odd.map(({ pointer, got }) => [pointer, got]),
      [['/a', written]],
      written,
    )
  }
  for (const written of ['0', '-1', '1.50', '0.1234567890', '1500', '1234567890123'])
    t.same(readText(`a: ${written}`, 'yaml').odd, [], written)
  t.same(readText('a: 1_000\nb: 1,000', 'yaml').value, { a: '1_000', b: '1,000' }, 'texts, for the field to refuse')
})

t.test('refuses what a case must not hold, with line and column', async (t) => {
  const refusals: [string, RegExp, number, number][] = [
    ['', /empty/, 1, 1],
    ['# nothing', /empty/, 1, 1],
    ['a: 1\na: 2', /"a" is given twice/, 2, 1],
    ['a: {b: 1, "b": 2}', /"b" is given twice/, 1, 11],
    ['a: 1\n2026: x', /key must be text.*2026/, 2, 1],
    ['~: 1', /key must be text/, 1, 1],
    [': 1', /key must be text, and this one is empty/, 1, 1],
    ['? [a]\n: b', /key must be text/, 1, 3],
    ['a: !foo 1', /Tags/, 1, 4],
    ['a: !!binary aGk=', /Tags/, 1, 4],
    ['a: 1\n---\nb: 2', /more than one document/, 2, 1],
    ['a:\n\tb: 1', /spaces, not tabs/, 2, 1],
    ['a: &x [*x]', /\*x stands inside what it repeats/, 1, 8],
    ['a: &x [{ b: [1, *x] }]', /\*x stands inside what it repeats/, 1, 17],
    ['a: { amount: 1,500 }', /The comma in 1,500 ends the value before it; write 1500/, 1, 16],
    ['a: { amount: 1,500,000 }', /The comma in 1,500 /, 1, 16],
    ['a: [{ 5: 1 }]', /key must be text.*5/, 1, 7],
    ['a:\u00a01\nb: 2', /no-break space/, 1, 1],
    ['a: b: 1', /colon and a space must stand in quotes/, 1, 4],
    // The value inside 65 lists.
    [`${'['.repeat(65)}1${']'.repeat(65)}`, /64 levels/, 1, 66],
    ['a: *nobody', /names no anchor/, 1, 4],
    ['a: {b: 1', /not YAML/, 1, 9],
  ]
  for (const [text, message, line, column] of refusals) {
    const problem = problemOf(text)
    t.match(problem?.message, message, text)
    t.same([problem?.line, problem?.column], [line, column], `${text}: line and column`)
    t.equal(refused(() => readText(text, 'yaml'))?.status, 400, text)
  }
  const { got, expected } = problemOf('years: 5\nstart: [1\nb: 2') ?? {}
  t.same([got, expected], ['"b: 2"', 'YAML'], 'got and expected')
  t.equal(problemOf('a: {b: 1\n')?.got, 'an empty line')
  const two = refused(() => readText('a: !foo 1\nb: !bar 2\n', 'yaml'))
  t.match(two, { message: /^2 problems\. The first: Tags are not taken in a case\./, problems: [{ line: 1 }, { line: 2 }] })
})

t.test('reads anchors, the last before each alias, and stops alias bombs', async (t) => {
  t.same(readText('a: &x 1\nb: *x\nc: &x 2\nd: [*x, *x]', 'yaml').value, { a: 1, b: 1, c: 2, d: [2, 2] })
  const { value } = readText('a: &x {n: 1}\nb: *x', 'yaml') as { value: { a: object; b: object } }
  t.not(value.a, value.b, 'each alias is a value of its own')
  t.match((readText('<<: {a: 1}', 'yaml').value as object) ?? {}, { '<<': { a: 1 } }, 'no merge keys')
  const row = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(',')}]\n`
  const bomb =
    row('a', 'x') + row('b', '*a') + row('c', '*b') + row('d', '*c') + row('e', '*d') + row('f', '*e') + row('g', '*f') + row('h', '*g')
  t.match(problemOf(bomb)?.message, /Aliases repeat/)
  t.match(problemOf('['.repeat(20_000))?.message, /64 levels/)
  const started = performance.now()
  readText(`- &a 1\n${'- *a\n'.repeat(15_000)}`, 'yaml')
  readText(Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'), 'yaml')
  t.ok(performance.now() - started < 20_000, 'in time that grows with the text and not with its square')
})

t.test('a case in YAML is the case in JSON, and its problems have line and column', async (t) => {
  const yaml = `title: Conferencing, smallest case
start: 2026-04
years: 5
demand:
  - id: care
    entriesPerYear: 100
    stay: { kind: geometric, meanMonths: 24 }
    costs: [{ id: place, amount: 1500, per: week, release: { action: end contracts, owner: head of placements } }]
interventions:
  - id: fgc
    warmUp: { months: 6 }
    referrals: { perMonth: 10 }
    effects: [{ demand: care, risk: 0.448, windowMonths: 12, reduction: 0.192 }]
    costs: [{ id: team, amount: 300000, per: year }]
`
  t.same(readCase(yaml, 'yaml').case, readCase(JSON.stringify(smallest()), 'json').case)
  const places = (text: string) => refused(() => readCase(text, 'yaml'))?.problems.map(({ path, line, column }) => [path, line, column])
  t.same(places(yaml.replace('0.448', '44.8')), [['interventions.fgc.effects.care.risk', 13, 37]])
  t.same(
    places(yaml.replace('    costs: [{ id: place', '    costz: [{ id: place')),
    [['demand.care.costz', 8, 5]],
    'an unknown key, at the key',
  )
  t.same(places(yaml.replace('years: 5', 'years: 0x5')), [['years', 3, 8]])
  t.same(places(yaml.replace('years: 5\n', '')), [['years', 1, 1]])
  t.same(places(yaml.replace('demand: care', 'demand: cars')), [['interventions.fgc.effects.cars.demand', 13, 25]])
  t.same(places(yaml.replace('0.192', "'1,92'").replace('1500', '£1500')), [
    ['demand.care.costs.place.amount', 8, 34],
    ['interventions.fgc.effects.care.reduction', 13, 73],
  ])
})
