import fc from 'fast-check'
import t from 'tap'
import { readText } from '../../src/case/read-text.ts'
import { refused } from './whole-case.ts'

const problemOf = (text: string) => refused(() => readText(text, 'json'))?.problems[0]

t.test('reads what JSON.parse reads, and refuses what it refuses', async () => {
  const jsonText = fc.json({ maxDepth: 5 })
  // Texts that are nearly JSON: one character taken out, doubled or replaced.
  const nearly = fc
    .tuple(jsonText, fc.nat(), fc.constantFrom('', '"', ',', ':', '{', ']', '\\', '0', '-', ' ', 'e', '\u0001', '\t', "'"))
    .map(([text, at, put]) => {
      const position = at % (text.length + 1)
      return text.slice(0, position) + put + text.slice(position + 1)
    })
  fc.assert(
    fc.property(fc.oneof(jsonText, nearly), (text) => {
      let expected: { value: unknown } | undefined
      try {
        expected = { value: JSON.parse(text) }
      } catch {}
      const error = refused(() => readText(text, 'json'))
      if (expected === undefined)
        return error?.status === 400 && error.problems[0]?.line !== undefined && error.problems[0].column !== undefined
      if (error !== undefined) return /given twice/.test(error.message)
      return JSON.stringify(readText(text, 'json').value) === JSON.stringify(expected.value)
    }),
    { numRuns: 3000 },
  )
})

t.test('refuses what is JSON elsewhere and not here, with line and column', async (t) => {
  const refusals: [string, RegExp, number, number][] = [
    ['', /empty/, 1, 1],
    [' \n ', /empty/, 2, 2],
    ['{"a":1,\n "a":2}', /"a" is given twice/, 2, 2],
    ['{"a":1,\n "\\u0061":2}', /"a" is given twice/, 2, 2],
    ['{"__proto__":1,"__proto__":2}', /__proto__.* is given twice/, 1, 16],
    ['{\n  "a": 1,\n}', /comma before/, 3, 1],
    ['[1,]', /comma before/, 1, 4],
    ['{"a" 1}', /colon/, 1, 6],
    ['{"a":1 "b":2}', /comma or a closing/, 1, 8],
    ["{'a':1}", /double quotes/, 1, 2],
    ['{a:1}', /not JSON/, 1, 2],
    ['// a comment\n{}', /neither/, 1, 1],
    ['{} {}', /follows the end/, 1, 4],
    ['{"a":0x10}', /neither a JSON number/, 1, 6],
    ['{"a":01}', /neither a JSON number/, 1, 6],
    ['{"a":1.}', /neither a JSON number/, 1, 6],
    ['{"a":+1}', /neither/, 1, 6],
    ['{"a":.5}', /neither/, 1, 6],
    ['{"a":1_000}', /neither a JSON number/, 1, 6],
    ['{"a":NaN}', /neither/, 1, 6],
    ['{"a":-Infinity}', /neither/, 1, 6],
    ['{"a":"\n"}', /control character/, 1, 6],
    ['{"a":"\\x"}', /escape/, 1, 6],
    ['{"a":"b', /not closed/, 1, 6],
    ['{"a":True}', /neither/, 1, 6],
  ]
  for (const [text, message, line, column] of refusals) {
    const problem = problemOf(text)
    t.match(problem?.message, message, text)
    t.same([problem?.line, problem?.column], [line, column], `${text}: line and column`)
    t.equal(refused(() => readText(text, 'json'))?.status, 400, text)
  }
})

t.test('keeps depth, size and keys in bounds', async (t) => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  t.notOk(problemOf(nested(64)))
  t.match(problemOf(nested(65))?.message, /64 levels/)
  t.match(problemOf('['.repeat(1_000_000))?.message, /64 levels/)
  t.same(readText(`"${'a\\n'.repeat(1_000_000)}"`, 'json').value, 'a\n'.repeat(1_000_000))
  t.notOk(readText('\uFEFF{}', 'json').odd.length, 'a byte order mark is let pass')
  const { value } = readText('{"__proto__":{"polluted":true}}', 'json')
  t.same(Object.keys(value as object), ['__proto__'], 'an ordinary key')
  t.notOk('polluted' in {})
})

t.test('notes the numbers and texts that reading would change', async (t) => {
  const odd = (text: string) => readText(text, 'json').odd.map(({ pointer, got }) => [pointer, got])
  t.same(odd('{"a":[1,1.5,-0,0.1234567890,9999999999999,1e3,1E3]}'), [
    ['/a/5', '1e3'],
    ['/a/6', '1E3'],
  ])
  t.same(
    odd('{"a":1234567890.123456,"b/c":12345678901234,"d~e":0.12345678901,"f":1e400}').map(([pointer]) => pointer),
    ['/a', '/b~1c', '/d~0e', '/f'],
  )
  t.same(
    readText('[0.0000001,-0.0000000002,0.000001]', 'json').value,
    ['0.0000001', '-0.0000000002', 0.000001],
    'no number comes back with an exponent',
  )
  t.same(odd('{"a":123456.123456789}'), [], '15 digits')
  t.same(odd('{"a":123456.1234567891}'), [['/a', '123456.1234567891']], '16 digits')
  t.same(odd('{"a":123456.1234567890}'), [], 'a zero at the end is no digit more')
  t.same(
    odd('["\\u0000","\\ud800","\\u0085","tab\\tline\\n","\u{1F600}"]').map(([pointer]) => pointer),
    ['/0', '/1', '/2'],
    'control characters and half characters',
  )
})

t.test('finds every value and key again', async (t) => {
  const { locate } = readText('{\n  "a/b": [1,\n    {"c": 2}]\n}', 'json')
  t.same(locate(''), { line: 1, column: 1 })
  t.same(locate('/a~1b'), { line: 2, column: 10 })
  t.same(locate('/a~1b', 'key'), { line: 2, column: 3 })
  t.same(locate('/a~1b/1/c'), { line: 3, column: 11 })
  t.same(locate('/a~1b/1/c', 'key'), { line: 3, column: 6 })
  t.same(locate('/a~1b/1/missing'), { line: 3, column: 5 }, 'the object that a missing key is missing from')
})
