import t from 'tap'
import type { Assembled } from '../../src/case/assemble.ts'
import { checkCase, completeCase, readAssembled, readCase, withoutScenarioKeys } from '../../src/case/read-case.ts'
import type { Case } from '../../src/case/schema.ts'
import { type Loose, refused, smallest } from './whole-case.ts'

/* What is told of a case that is refused: how much, in which order and where. Lines and columns are counted in the texts, by hand. */

const bare = { start: '2026-04', years: 1 }

t.test('problems come in the order of the text, with line and column, and those of overrides first', async (t) => {
  const text = [
    '{ "zzz": 1, "yyy": 2,',
    '  "years": 1e1,',
    '  "overlap": "both", "start": "soon",',
    '  "demand": [{ "id": "care", "entriesPerYear": 1, "growth": 9, "stay": { "kind": "fixed", "months": 3 } }] }',
  ].join('\n')
  const error = refused(() => readCase(text, 'json', { overrides: { nowhere: '1', 'demand.care.growth': '8' } }))
  t.same([error?.status, error?.code, error?.total], [422, 'not-a-case', 7])
  t.same(
    error?.problems.map(({ pointer, path, line, column }) => [pointer, path, line, column]),
    [
      ['', 'nowhere', undefined, undefined],
      // What was set stands nowhere in the text.
      ['/demand/0/growth', 'demand.care.growth', undefined, undefined],
      // A key that is unknown is told at the key, and a value at the value.
      ['/zzz', 'zzz', 1, 3],
      ['/yyy', 'yyy', 1, 13],
      ['/years', 'years', 2, 12],
      ['/overlap', 'overlap', 3, 14],
      ['/start', 'start', 3, 31],
    ],
  )
})

t.test('an odd value is told once, and not where something was set over it', async (t) => {
  const text =
    '{"start":"2026-04","years":1,"demand":[{"id":"care","entriesPerYear":1,"growth":{"central":1e0,"low":0,"high":0.1},"stay":{"kind":"fixed","months":3}}]}'
  const told = (overrides: Record<string, string>) =>
    (refused(() => readCase(text, 'json', { overrides }))?.problems ?? []).map(({ path, message }) => `${path} ${message.slice(0, 12)}`)
  t.same(told({}), ['demand.care.growth.central Write the nu'])
  t.same(told({ 'demand.care.growth': '0' }), [])
  t.same(told({ 'demand.care.growth.central': '0' }), [])
  t.same(told({ 'demand.care.growth.low': '0' }), ['demand.care.growth.central Write the nu'])
  t.same(told({ 'demand.care.growth': '0.7' }), ['demand.care.growth 0.7 is above'])
})

t.test('fifty problems are listed, and those of overrides are among what is counted', async (t) => {
  const theCase = { ...bare, ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`z${at}`, 1])) }
  const plain = refused(() => completeCase(theCase))
  t.same([plain?.problems.length, plain?.total, plain?.problems[0]?.path], [50, 60, 'z0'])
  const overridden = refused(() => completeCase(theCase, { overrides: { nowhere: '1' } }))
  t.same([overridden?.problems.length, overridden?.total, overridden?.problems[0]?.path], [50, 61, 'nowhere'])
  t.match(overridden?.message, /^61 problems; the first 50 are listed, and there are 11 more\. The first: nowhere: /)
  const alone = refused(() => completeCase(bare, { overrides: { nowhere: '1' } }))
  t.same([alone?.problems.length, alone?.total], [1, 1])
})

t.test('rules judge a case with five hundred malformed places, and no case with more', async (t) => {
  const spoilt = (count: number) => ({
    ...bare,
    ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`z${at}`, 1])),
    interventions: [{ id: 'a' }, { id: 'a' }],
  })
  // The one more is an id that is used twice.
  t.equal(refused(() => completeCase(spoilt(500)))?.total, 501)
  t.equal(refused(() => completeCase(spoilt(501)))?.total, 501)
  t.equal(refused(() => completeCase(spoilt(700)))?.total, 700)
  // Five hundred that the schema refuses, and one number that it would take.
  const text = JSON.stringify(spoilt(500)).replace('"years":1', '"years":1.0e0')
  t.equal(refused(() => readCase(text, 'json'))?.total, 501)
})

t.test('a case that was put together of something else is read like a text, and its places are what that says', async (t) => {
  const assembled = (value: Loose): Assembled => ({
    value,
    odd: [],
    place: (_, what) => ({ sheet: 'Case', cell: what === 'key' ? 'A1' : 'B1' }),
  })
  t.same(readAssembled(assembled(smallest())), completeCase(smallest()))
  t.equal(readAssembled(assembled(smallest()), { years: '3' }).raw.years, 3)
  const places = (theCase: Loose) =>
    refused(() => readAssembled(assembled(theCase)))?.problems.map(({ path, sheet, cell }) => [path, sheet, cell])
  t.same(places({ ...bare, overlap: 'both' }), [['overlap', 'Case', 'B1']])
  t.same(places({ ...bare, zzz: 1 }), [['zzz', 'Case', 'A1']])
})

t.test('plain values have problems at no line', async (t) => {
  const error = refused(() => checkCase({ ...bare, years: 0 }, []))
  t.same(error?.problems, [
    {
      pointer: '/years',
      path: 'years',
      message: '0 is below what is legal here: a whole number from 1 to 30.',
      got: '0',
      expected: 'a whole number from 1 to 30',
    },
  ])
  t.doesNotThrow(() => checkCase(bare, []))
  t.throws(() => checkCase(bare, [{ pointer: '/years', message: 'Odd.', got: '1', expected: 'none' }]), { message: 'years: Odd.' })
})

t.test('a scenario’s own keys are no part of its case', async (t) => {
  const scenario = { id: 'x', description: 'y', extends: 'z', variants: [{ id: 'one' }, { id: 'two' }], title: 'T', ...bare }
  t.same(withoutScenarioKeys(scenario), { title: 'T', ...bare } as Case)
  const { raw, variantsIgnored } = completeCase({ ...scenario, extends: undefined })
  t.same([raw, variantsIgnored], [{ title: 'T', ...bare }, 2])
  t.equal(completeCase(bare).variantsIgnored, 0)
})

t.test('of more than fifty problems the first of the text are listed', async (t) => {
  const unknown = Array.from({ length: 60 }, (_, at) => `  "z${at}": 1,`)
  const text = ['{ "start": "soon",', ...unknown, '  "years": 1 }'].join('\n')
  const error = refused(() => readCase(text, 'json'))
  t.same([error?.problems.length, error?.total], [50, 61])
  t.same([error?.problems[0]?.path, error?.problems[0]?.line], ['start', 1])
  t.same([error?.problems[49]?.path, error?.problems[49]?.line], ['z48', 50])
})

t.test('what a text has beside its case is kept, and nothing is made of what it has not', async (t) => {
  const beside = { id: 'mine', description: 'A case of ours.', variants: [{ id: 'v', set: { years: 2 } }] }
  const kept = (given: object) => completeCase({ ...bare, ...given }).beside
  t.same(Object.entries(kept(beside)), Object.entries(beside))
  for (const [key, value] of Object.entries(beside)) t.same(Object.entries(kept({ [key]: value })), [[key, value]])
  t.same(Object.keys(kept({})), [])
})
