import t from 'tap'
import { CaseError, type Problem, rendered, shortened } from '../../src/case/problem.ts'

/* How a value is shown in a problem, and what the problems of a case come to in one sentence. */

t.test('values as they were given, in at most 80 characters', async (t) => {
  const keys = (count: number) => Object.fromEntries([...'abcdefghi'].slice(0, count).map((key) => [key, 1]))
  const shown: [unknown, string][] = [
    [undefined, 'nothing'],
    [null, 'null'],
    [true, 'true'],
    [0, '0'],
    [-0, '-0'],
    [-1.5, '-1.5'],
    [[], 'a list of 0'],
    [[[]], 'a list of 1'],
    [[1, 2], 'a list of 2'],
    [{}, 'an empty object'],
    [keys(1), 'an object with a'],
    [keys(8), 'an object with a, b, c, d, e, f, g, h'],
    [keys(9), 'an object with a, b, c, d, e, f, g, h, …'],
    [{ ['k'.repeat(90)]: 1 }, `an object with ${'k'.repeat(64)}…`],
    [5n, '5'],
    ['', '""'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    ['x'.repeat(78), `"${'x'.repeat(78)}"`],
    ['x'.repeat(79), `"${'x'.repeat(78)}…`],
  ]
  for (const [value, expected] of shown) t.equal(rendered(value), expected)
})

t.test('a text is cut where it is too long, and never within a character', async (t) => {
  t.equal(shortened('x'.repeat(80)), 'x'.repeat(80))
  t.equal(shortened('x'.repeat(81)), `${'x'.repeat(79)}…`)
  t.equal(shortened('abcdef', 5), 'abcd…')
  t.equal(shortened('abcde', 5), 'abcde')
  t.equal(shortened('abc😀e', 5), 'abc…', 'the first half of a pair goes as well')
  t.equal(shortened('ab😀de', 5), 'ab😀…')
  t.equal(shortened('\uFFFDbcdef', 5), '\uFFFDbcd…', 'a mark that stood in the text stays')
})

t.test('what a refusal says in one sentence', async (t) => {
  const problem = (path: string): Problem => ({ pointer: `/${path}`, path, message: `${path || 'All'} is wrong.` })
  const said = (count: number, total: number | undefined, path: string) =>
    new CaseError(422, 'not-a-case', Array(count).fill(problem(path)), total).message
  t.equal(said(1, undefined, 'years'), 'years: years is wrong.')
  t.equal(said(1, undefined, ''), 'All is wrong.')
  t.equal(said(2, undefined, 'years'), '2 problems. The first: years: years is wrong.')
  t.equal(said(2, undefined, ''), '2 problems. The first: All is wrong.')
  t.equal(said(50, undefined, 'years'), '50 problems. The first: years: years is wrong.')
  t.equal(said(51, undefined, 'years'), '51 problems; the first 50 are listed, and there are 1 more. The first: years: years is wrong.')
  t.equal(said(10, 12, 'years'), '12 problems; the first 10 are listed, and there are 2 more. The first: years: years is wrong.')
  const error = new CaseError(413, 'too-large', Array(60).fill(problem('years')), 70)
  t.same(
    [error.name, error.status, error.code, error.problems.length, error.total],
    ['CaseError', 413, 'too-large', 50, 70],
    'what a caller reads of it',
  )
  t.equal(new CaseError(400, 'unreadable', [problem('')]).total, 1)
})
