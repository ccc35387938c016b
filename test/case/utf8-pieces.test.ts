import t from 'tap'
import { Utf8Pieces } from '../../src/case/utf8-pieces.ts'

/** What comes of bytes in pieces of a size: the text as far as it is UTF-8, whether it all is, and the line it comes to. */
function read(bytes: Buffer, size: number) {
  const pieces = new Utf8Pieces()
  let text = ''
  for (let at = 0; at < bytes.length; at += size) {
    const next = pieces.next(bytes.subarray(at, at + size))
    if (next === undefined) return { text, isWhole: false, line: pieces.line }
    text += next
  }
  return { text, isWhole: pieces.isWhole(), line: pieces.line }
}
const sizes = [1, 2, 3, 4, 5, 7, 1000]

t.test('the same text and line come of bytes however they are cut', async (t) => {
  for (const [text, line] of [
    ['', 1],
    ['é', 1],
    ['a\nb', 2],
    ['a\r\nb\r\n', 3],
    ['a\rb\r', 3],
    ['\r\r\n\n\r', 5],
    ['\n\r\n\r', 4],
    ['é€🙂\n🙂€é\r\n\uFFFD\n', 4],
  ] as const)
    for (const size of sizes) t.same(read(Buffer.from(text), size), { text, isWhole: true, line }, `${JSON.stringify(text)} by ${size}`)
  for (const size of sizes) t.equal(read(Buffer.from('\uFEFFa\uFEFF'), size).text, 'a\uFEFF', 'a byte order mark is no letter at the start')
})

t.test('the line of the first byte that is no UTF-8 is told', async (t) => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))))
  for (const [bad, line] of [
    [bytes(0xff), 1],
    [bytes('a\nb\nc', 0xe9, '\nd\n'), 3],
    [bytes('a\r\nb\r\nc', 0xe9, '\r\nd\r\n'), 3],
    [bytes('a\rb\rc', 0xe9, '\rd'), 3],
    // Letters of two, three and four bytes before it, and half of one.
    [bytes('é\n€\n🙂\n', 0x80, '\n'), 4],
    [bytes('é\n€\n🙂', 0xc3, '\n\n'), 3],
    [bytes('\n\n🙂', 0xf0, 0x9f, 0x99, '\n'), 3],
    [bytes('🙂🙂\n', 0xf0, 0x9f, 0x99, 'x\n\n'), 2],
    [bytes('\n', 0xef, 'x\n'), 2],
    // The text itself may hold what stands for a bad byte elsewhere.
    [bytes('\uFFFD\n\uFFFD\n', 0xff, '\n'), 3],
    [bytes('\uFFFD\n\uFFFD\n', 0xef, 0xbf, 'x\n'), 3],
    // Two that are bad.
    [bytes('a\n', 0xff, '\n', 0xff), 2],
    // A surrogate, and a letter in more bytes than it needs.
    [bytes('a\n', 0xed, 0xa0, 0x80, '\n'), 2],
    [bytes('a\n', 0xc0, 0x8a, '\n'), 2],
  ] as const)
    for (const size of sizes) {
      const { isWhole, line: found } = read(bad, size)
      t.same([isWhole, found], [false, line], `${bad.toString('latin1')} by ${size}`)
    }
})

t.test('a text that breaks off inside a letter is not whole', async (t) => {
  for (const letter of ['é', '€', '🙂'])
    for (let kept = 1; kept < Buffer.from(letter).length; kept += 1)
      for (const size of sizes) {
        const cut = Buffer.concat([Buffer.from('a\nb\n'), Buffer.from(letter).subarray(0, kept)])
        t.same(read(cut, size), { text: 'a\nb\n', isWhole: false, line: 3 }, `${kept} bytes of ${letter} by ${size}`)
      }
})

t.test('a bad byte is told where it stands after a letter of four bytes that filled the pieces before', async (t) => {
  const pieces = new Utf8Pieces()
  t.equal(pieces.next(Buffer.from('🙂')), '🙂')
  t.equal(pieces.next(Buffer.concat([Buffer.from('a\nb\n'), Buffer.of(0xff)])), undefined)
  t.equal(pieces.line, 3)
})
