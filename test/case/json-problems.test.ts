import t from 'tap'
import { CaseError } from '../../src/case/problem.ts'
import { readJson } from '../../src/case/read-json.ts'

/** What is said of a text, whole. */
function said(text: string, depth?: number): unknown {
  try {
    readJson(text, depth)
    return 'read'
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    const { status, code, problems } = error
    return { status, code, problems }
  }
}

const problem = (message: string, got: string, expected: string, line: number, column: number) => ({
  status: 400,
  code: 'not-json',
  problems: [{ pointer: '', path: '', message, got, expected, line, column }],
})

t.test('what is said of a text that is not JSON: what is wrong, what was got, what was expected and where', async (t) => {
  const bracket = 'A comma or a closing bracket should stand here.'
  const spare = 'Take out the comma before this bracket.'
  const broken = 'This string is not closed, or holds a control character or an escape that JSON does not have.'
  const key = 'a key in double quotes'
  const end = 'the end of the text'
  const table: [text: string, message: string, got: string, expected: string, line: number, column: number][] = [
    ['', 'The text is empty.', end, 'a case', 1, 1],
    [' \n', 'The text is empty.', end, 'a case', 2, 1],
    [`{'a':1}`, 'JSON strings stand in double quotes.', "'", key, 1, 2],
    [`{abc:1}`, `The text is not JSON: ${key} should stand here.`, 'abc', key, 1, 2],
    ['{"a":1,', `The text is not JSON: ${key} should stand here.`, end, key, 1, 8],
    ['{"a', broken, '"', 'a JSON string', 1, 2],
    ['["\\u12"]', broken, '"', 'a JSON string', 1, 2],
    ['["\\u1"]', broken, '"', 'a JSON string', 1, 2],
    [`{"a":'x'}`, 'This is neither a JSON value nor a string in double quotes.', "'", 'a JSON value', 1, 6],
    ['{"a":', 'This is neither a JSON value nor a string in double quotes.', end, 'a JSON value', 1, 6],
    ['{"a":nil}', 'This is neither a JSON value nor a string in double quotes.', 'nil', 'a JSON value', 1, 6],
    ['{"a":01}', 'This is neither a JSON number nor a string in double quotes.', '01', 'a JSON value', 1, 6],
    ['{"a":1,}', spare, '}', key, 1, 8],
    ['[1,]', spare, ']', 'a JSON value', 1, 4],
    ['{"a":1, }', spare, '}', key, 1, 9],
    ['[1, ]', spare, ']', 'a JSON value', 1, 5],
    ['{"a":1,\n"a":2}', 'The key "a" is given twice in the same object; keep one.', '"a"', 'each key once', 2, 1],
    ['{"a" 1}', 'A colon should follow the key "a".', '1', 'a colon', 1, 6],
    ['{"a":1 "b":2}', bracket, '"b"', 'a comma or }', 1, 8],
    ['{"a":1', bracket, end, 'a comma or }', 1, 7],
    ['[1 2]', bracket, '2', 'a comma or ]', 1, 4],
    ['{} x', 'Something follows the end of the case.', 'x', end, 1, 4],
  ]
  for (const [text, ...rest] of table) t.same(said(text), problem(...rest), JSON.stringify(text))
})

t.test('objects and lists may go as deep as was said, and no level deeper', async (t) => {
  const tooDeep = (got: string) => problem('Objects and lists go more than 2 levels deep.', got, 'a case', 1, 3)
  t.same(said('[[[1]]]', 2), tooDeep('['))
  t.same(said('[[{}]]', 2), tooDeep('{'))
  for (const text of ['[[1]]', '[["x"]]', '[[-1,null]]', '[{"a":true}]']) t.equal(said(text, 2), 'read', text)
})

t.test('the four kinds of space that JSON has', async (t) => {
  t.same(readJson('\r[\r1\r,\r2\r]\r').value, ['1', '2'])
  t.same(readJson('[ ]').value, [])
  t.same(readJson('{ }').value, {})
  t.same(readJson('\t{\n"a"\t:\r "x"\n}\n ').value, { a: 'x' })
})

t.test('a key that objects have of themselves becomes a key as any other', async (t) => {
  const { value } = readJson('{"__proto__":"x","constructor":"y"}')
  for (const [key, own] of [
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ] as const)
    t.same(Object.getOwnPropertyDescriptor(value, key), { value: own, writable: true, enumerable: true, configurable: true })
})
