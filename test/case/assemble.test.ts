import t from 'tap'
import { assemble, type Loaded } from '../../src/case/assemble.ts'
import { CaseError } from '../../src/case/problem.ts'

/* How a text and those it extends become one, value by value and place by place. Lines and columns are counted in the texts below, by hand. */

const among =
  (texts: Readonly<Record<string, string>>) =>
  (reference: string): Loaded | undefined => {
    const text = texts[reference]
    return text === undefined ? undefined : { text, format: 'json', name: reference }
  }
const nothingLoaded = () => {
  throw new Error('nothing is to be loaded')
}
function refused(work: () => unknown): CaseError {
  try {
    work()
  } catch (error) {
    if (error instanceof CaseError) return error
    throw error
  }
  throw new Error('it was not refused')
}

t.test('only a text with a word in extends extends another', async (t) => {
  for (const [text, value] of [
    ['{"extends":5}', { extends: '5' }],
    ['{"extends":null}', { extends: null }],
    ['{"extends":""}', { extends: '' }],
    ['{"extends":["a"]}', { extends: ['a'] }],
    ['{"title":"extends"}', { title: 'extends' }],
    ['["extends"]', ['extends']],
    ['"extends"', 'extends'],
    ['null', null],
  ] as const) {
    const { value: read } = assemble(text, 'json', { load: nothingLoaded })
    t.same(
      JSON.parse(JSON.stringify(read), (_, each) => (typeof each === 'number' ? String(each) : each)),
      value,
      text,
    )
  }
})

t.test('keys that are a scenario’s own are not handed down, and its variants are where it has none', async (t) => {
  const texts = {
    mid: '{"id":"mid","description":"in between","extends":"base","years":3}',
    base: '{"id":"base","title":"Base","description":"below","variants":[{"id":"one"}]}',
  }
  const whole = (text: string) => assemble(text, 'json', { load: among(texts) }).value as Record<string, unknown>
  const plain = whole('{"extends":"mid"}')
  t.same(Object.keys(plain).sort(), ['title', 'variants', 'years'])
  t.same([plain.title, String(plain.years), plain.variants], ['Base', '3', [{ id: 'one' }]])
  const own = whole('{"id":"own","description":"on top","extends":"mid","variants":[]}')
  t.same([own.id, own.description, own.title, own.variants], ['own', 'on top', 'Base', []])
  t.notOk('extends' in own)
})

t.test('a text may extend eight in a row and no ninth', async (t) => {
  const chain = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`f${at}`, at === 0 ? '{"title":"the first"}' : `{"extends":"f${at - 1}"}`]),
  )
  // f7 and below are eight; f8 and below are nine.
  t.same(assemble('{"extends":"f7"}', 'json', { load: among(chain) }).value, { title: 'the first' })
  const { status, code, problems } = refused(() => assemble('{"extends":"f8"}', 'json', { load: among(chain) }))
  t.same([status, code], [422, 'wrong-extends'])
  t.match(problems, [{ message: 'Scenarios extend each other more than 8 times in a row.', file: 'f1' }])
})

t.test('what cannot be extended is refused where it is named', async (t) => {
  const own = '{\n  "title": "x",\n  "extends": "nobody"\n}'
  const { status, code, problems } = refused(() => assemble(own, 'json', { load: among({}) }))
  t.same([status, code], [422, 'wrong-extends'])
  t.same(problems, [
    {
      pointer: '/extends',
      path: 'extends',
      message: 'There is no scenario "nobody" to extend.',
      got: '"nobody"',
      expected: 'another scenario',
      line: 3,
      column: 14,
    },
  ])
  t.equal(refused(() => assemble(own, 'json', { load: among({}), name: 'own' })).problems[0]?.file, 'own')
  for (const text of ['null', '5', '"title"', '[{"title":"x"}]'])
    t.match(refused(() => assemble('{"extends":"base"}', 'json', { load: among({ base: text }) })).problems, [
      { message: 'base holds no case to extend.', line: 1, column: 12 },
    ])
})

t.test('a text that cannot be read is told by its name, where it has one', async (t) => {
  const named = refused(() => assemble('{"extends":"base"}', 'json', { load: among({ base: '{' }) }))
  t.same([named.status, named.problems[0]?.file], [400, 'base'])
  t.equal(refused(() => assemble('{', 'json', { name: 'own' })).problems[0]?.file, 'own')
  t.notOk('file' in (refused(() => assemble('{', 'json')).problems[0] ?? {}))
})

t.test('an odd value is told of where it still stands, and nowhere else', async (t) => {
  const odd = (own: string, texts: Readonly<Record<string, string>>) =>
    assemble(own, 'json', { load: among(texts) }).odd.map(({ pointer, got }) => `${pointer} ${got}`)
  const base = '{"years":1e1,"demand":[{"id":"a"},{"id":"care","growth":2e1,"stay":{"kind":"geometric","meanMonths":3e1}}]}'
  t.same(odd('{"extends":"base"}', { base }), ['/years 1e1', '/demand/1/growth 2e1', '/demand/1/stay/meanMonths 3e1'])
  t.same(odd('{"extends":"mid","years":5}', { mid: '{"extends":"base"}', base })[0], '/demand/1/growth 2e1', 'overlaid by the first alone')
  t.same(odd('{"extends":"mid"}', { mid: '{"extends":"base","years":5}', base })[0], '/demand/1/growth 2e1', 'overlaid in between')
  const other = '{"extends":"base","years":5,"demand":[{"id":"care","growth":0,"stay":{"kind":"fixed","months":3}}]}'
  t.same(odd(other, { base }), [], 'a stay of another kind has no mean')
  t.same(odd('{"extends":"base","years":7e0,"demand":[{"id":"care","growth":0}]}', { base }), [
    '/years 7e0',
    '/demand/1/stay/meanMonths 3e1',
  ])
})

t.test('a place is that of the nearest text that has the value, or what is closest around it', async (t) => {
  const own = '{\n  "extends": "base",\n  "prices": {\n    "inflation": 0\n  }\n}'
  const base = '{\n  "title": "Base",\n  "prices": { "inflation": 0.02, "baseYear": "2026-27" }\n}'
  const { place } = assemble(own, 'json', { load: among({ base }), name: 'own' })
  t.same(place('/prices/inflation'), { line: 4, column: 18, file: 'own' })
  t.same(place('/prices/inflation', 'key'), { line: 4, column: 5, file: 'own' })
  t.same(place('/prices/baseYear'), { line: 3, column: 46, file: 'base' }, 'own prices have none')
  t.same(place('/prices/baseYear', 'key'), { line: 3, column: 34, file: 'base' })
  t.same(
    place('/prices/deflators', 'key'),
    { line: 3, column: 13, file: 'own' },
    'what is in neither is missing from the nearest around it',
  )
  t.same(place('/prices', 'key'), { line: 3, column: 3, file: 'own' })
  t.same(place('/start'), { line: 1, column: 1, file: 'own' })
  t.same(place('/start', 'key'), { line: 1, column: 1, file: 'own' })
  const alone = assemble('{\n  "title": "x"\n}', 'json')
  t.same(alone.place('/title'), { line: 2, column: 12 })
  t.same(alone.place('/title', 'key'), { line: 2, column: 3 })
})

t.test('a text without a name gives its places none', async (t) => {
  const alone = assemble('{\n  "title": "x"\n}', 'json')
  t.strictSame(alone.place('/title'), { line: 2, column: 12 })
  const { problems } = refused(() => assemble('{\n  "extends": "nobody"\n}', 'json', { load: among({}) }))
  t.notOk('file' in (problems[0] ?? {}))
})
