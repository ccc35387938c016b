import t from 'tap'
import { locator, oddNumber, oddText, type Place, positions } from '../../src/case/place.ts'

t.test('an offset has the line and column that a person would count', async (t) => {
  // Offsets:    0123 4 567 8 9 10
  const text = 'abc\n\nd\r\n🙂\n'
  const positionOf = positions(text)
  for (const [offset, line, column] of [
    [0, 1, 1],
    [2, 1, 3],
    [3, 1, 4],
    [4, 2, 1],
    [5, 3, 1],
    [6, 3, 2],
    [7, 3, 3],
    [8, 4, 1],
    [10, 4, 3],
    [11, 5, 1],
  ] as const)
    t.same(positionOf(offset), { line, column }, `offset ${offset}`)
  t.same(positions('')(0), { line: 1, column: 1 })
  t.same(positions('one line')(4), { line: 1, column: 5 })
  t.same(positions('\n')(1), { line: 2, column: 1 })
  const many = positions('x\n'.repeat(1000))
  for (const line of [1, 2, 3, 499, 500, 501, 512, 513, 999, 1000]) t.same(many(2 * (line - 1) + 1), { line, column: 2 })
})

t.test('a pointer is found, or else the nearest around it', async (t) => {
  const inner: Place = { value: 40, key: 30 }
  const root: Place = {
    value: 1,
    parts: new Map([
      ['a/b', { value: 20, key: 10, parts: new Map([['0', inner]]) }],
      ['list', { value: 60 }],
    ]),
  }
  const locate = locator(root, (offset) => ({ line: 1, column: offset }))
  for (const [pointer, what, column] of [
    ['', 'value', 1],
    ['', 'key', 1],
    ['/a~1b', 'value', 20],
    ['/a~1b', 'key', 10],
    ['/a~1b/0', 'value', 40],
    ['/a~1b/0', 'key', 30],
    ['/a~1b/1', 'value', 20],
    ['/a~1b/1', 'key', 20],
    ['/a~1b/0/x/y', 'key', 40],
    ['/list', 'key', 60],
    ['/b', 'value', 1],
  ] as const)
    t.equal(locate(pointer, what).column, column, `${what} of ${pointer}`)
  t.equal(locate('/a~1b').column, 20, 'the value where nobody says which')
})

t.test('a number that cannot be kept is told as it was written', async (t) => {
  const expected = 'a decimal number such as 1500 or 0.192: at most 13 digits before the point and 10 after, 15 in all unless in quotes'
  t.same(oddNumber('1e3'), { message: 'Write the number in full, without an exponent.', got: '1e3', expected })
  t.same(oddNumber('1'.repeat(100)), {
    message: 'The number has more than 13 digits before the point.',
    got: `${'1'.repeat(79)}…`,
    expected,
  })
  t.equal(oddNumber('1500'), undefined)
})

t.test('a text that cannot be printed as it reads is told', async (t) => {
  const code = (number: number) => String.fromCodePoint(number)
  const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const refused = [
    // Control characters but tab, line feed and carriage return.
    ...[...span(0x00, 0x08), ...span(0x0b, 0x0c), ...span(0x0e, 0x1f), ...span(0x7f, 0x9f)],
    // No characters, and marks that turn the direction.
    ...[0xfffe, 0xffff, ...span(0x202a, 0x202e), ...span(0x2066, 0x2069)],
    // Halves of characters.
    ...[0xd800, 0xdbff, 0xdc00, 0xdfff],
  ]
  for (const each of refused) t.ok(oddText(`a${code(each)}b`), each.toString(16))
  for (const each of [0x09, 0x0a, 0x0d, 0x20, 0x7e, 0xa0, 0xe9, 0x200b, 0x2029, 0x202f, 0x2065, 0x206a, 0xd7ff, 0xe000, 0xfffd, 0x1f600])
    t.equal(oddText(`a${code(each)}b`), undefined, each.toString(16))
  t.equal(oddText(''), undefined)
  t.same(oddText('a\u0007b'), {
    message:
      'This text holds a control character, a mark that turns the direction of what follows, or half of a character, that cannot be printed; take it out.',
    got: '"a\\u0007b"',
    expected: 'text',
  })
})
