import t from 'tap'
import { CaseError } from '../../src/case/problem.ts'
import { readYaml } from '../../src/case/read-yaml.ts'

/** What is said of a text, whole. */
function said(text: string, depth?: number): unknown {
  try {
    readYaml(text, depth)
    return 'read'
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    const { status, code, problems } = error
    return { status, code, problems }
  }
}

const problem = (message: string, got: string, expected: string, line: number, column: number) => ({
  status: 400,
  code: 'not-yaml',
  problems: [{ pointer: '', path: '', message, got, expected, line, column }],
})

t.test('what is said of a text that is not YAML: what is wrong, the line as it stands, what was expected and where', async (t) => {
  const key = 'a key of text'
  const noText = (what: string) => `A key must be text, and this one is ${what}; put it in quotes.`
  const table: [text: string, message: string, got: string, expected: string, line: number, column: number][] = [
    ['# nothing\n', 'The text is empty.', '"# nothing"', 'a case', 1, 1],
    ['a: 1\nb:\n  c: *x\nd: 2', 'The alias *x names no anchor.', '"c: *x"', 'an anchor given before', 3, 6],
    [
      'a: 1\nb: &x [*x]\nc: 2',
      'The alias *x stands inside what it repeats, so it would never end.',
      '"b: &x [*x]"',
      'an alias after its anchor ends',
      2,
      8,
    ],
    ['b: 1\na: 1\na: 2\nc: 3', 'The key "a" is given twice in the same object; keep one.', '"a: 2"', 'each key once', 3, 1],
    ['? [a]\n: b', noText('a list, a map or an alias'), '"? [a]"', key, 1, 3],
    ['?\n: 1', noText('empty'), '"?"', key, 1, 2],
    ['a: { b: 1, -5: x }', noText('-5'), '"a: { b: 1, -5: x }"', key, 1, 12],
    ['a: [1, { 5: x }]', noText('5'), '"a: [1, { 5: x }]"', key, 1, 10],
    [
      'a: { amount: 12, 500: x }',
      'The comma in 12,500 ends the value before it; write 12500.',
      '"a: { amount: 12, 500: x }"',
      'a number without a comma',
      1,
      18,
    ],
    ['a: "x" y', 'The text is not YAML: Unexpected scalar at node end.', '"a: \\"x\\" y"', 'YAML', 1, 8],
  ]
  for (const [text, ...rest] of table) t.same(said(text), problem(...rest), JSON.stringify(text))
})

t.test('a text may go as deep as was said, and an alias goes a level deeper', async (t) => {
  const tooDeep = (line: number, column: number) => ({
    status: 400,
    code: 'not-yaml',
    problems: [
      {
        pointer: '',
        path: '',
        message: 'Objects and lists go more than 2 levels deep.',
        got: 'more than 2 levels',
        expected: 'a case',
        line,
        column,
      },
    ],
  })
  t.equal(said('a: &x [1]\nb: 2', 2), 'read')
  t.same(said('a: [[1]]', 2), tooDeep(1, 6))
  // The 1 again, below b, the alias and the list.
  t.same(said('a: &x [1]\nb: *x', 2), tooDeep(1, 8))
  t.equal(said('a: &x [1]\nb: *x', 3), 'read')
})

t.test('aliases repeat twenty thousand values and no more', async (t) => {
  const repeated = (times: number) => `- &a 1\n${'- *a\n'.repeat(times)}`
  t.equal(said(repeated(20_000)), 'read')
  t.same(said(repeated(20_001)), problem('Aliases repeat more than 20000 values.', '"- &a 1"', 'fewer aliases', 1, 6))
})

t.test('an alias means the last anchor of its name in the text, not the last that was repeated', async (t) => {
  const { value } = readYaml('a: &x { b: &y 1 }\nc: &y 2\nd: *x\ne: *y')
  t.same(value, { a: { b: '1' }, c: '2', d: { b: '1' }, e: '2' })
})

t.test('a text that cannot be printed is noted where it stands', async (t) => {
  const { odd } = readYaml('a: 1\nb: ["x", "\\u202e"]')
  t.match(odd, [{ pointer: '/b/1', message: /direction/ }])
  t.equal(odd.length, 1)
})

t.test('a key that objects have of themselves becomes a key as any other', async (t) => {
  const { value } = readYaml('__proto__: x')
  t.same(Object.getOwnPropertyDescriptor(value, '__proto__'), { value: 'x', writable: true, enumerable: true, configurable: true })
})
