import t from 'tap'
import { CsvFault, csvRecords, inText } from '../../src/case/csv-records.ts'

/* On which line of a CSV each row ends and each fault stands. Lines are counted in the texts, by hand. */

async function read(bytes: Buffer, size: number, mostBytes = 1_000_000) {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const lines: number[] = []
  try {
    for await (const { line } of csvRecords(pieces(), mostBytes)) lines.push(line)
    return { lines }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    return { lines, name: error.name, message: error.message, line: error.line, said: inText(error) }
  }
}
const sizes = [1, 2, 5, 1_000_000]

t.test('each row has the line that it ends on, whichever way lines end', async (t) => {
  for (const [text, lines] of [
    ['', []],
    ['a,b', [1]],
    ['a,b\n1,2\n3,4\n', [1, 2, 3]],
    ['a,b\r\n1,2\r\n\r\n3,4', [1, 2, 3, 4]],
    ['a,b\r1,2\r3,4\r', [1, 2, 3]],
    // The heading stands on lines 1 and 2, the next row on 3 to 5, and two cells of the one after on 6 to 8.
    ['a,"b\nc"\n1,"2\n\n2"\n"3\n4","5\n6"\n7,8\n', [2, 5, 8, 9]],
    ['a,"b\r\nc"\r\n1,"2\r\n\r\n2"\r\n"3\r\n4","5\r\n6"\r\n7,8\r\n', [2, 5, 8, 9]],
    ['a,"b\rc"\r1,"2\r\r2"\r7,8\r', [2, 5, 6]],
  ] as const)
    for (const size of sizes) t.same(await read(Buffer.from(text), size), { lines }, `${JSON.stringify(text)} by ${size}`)
})

t.test('a fault stands where it is, or where its row begins', async (t) => {
  const never = 'A quote is opened here and never closed.'
  const none = 'A quote stands where RFC 4180 has none: quote the whole cell and double the quotes in it.'
  const long = 'A row has more than 100000 characters, perhaps because a quote is never closed.'
  const utf8 = 'The text is not UTF-8: save it as UTF-8.'
  for (const [text, message, line] of [
    ['a,"b\n1,2\n3,4\n', never, 1],
    ['a,b\n1,"2\n3,4\n5,6\n', never, 2],
    ['a,b\r\n"1\r\n1",2\r\n3,"4\r\n5,6\r\n', never, 4],
    ['a,b"\n1,2\n', none, 1],
    ['a,b\n1,2"3\n4,5\n', none, 2],
    ['a,b\r\n"1\r\n1",2\r\n3,"4"x\r\n5,6\r\n', none, 4],
    ['a,b\n1,2"3\n4,"5\n', none, 2],
    [`a,b\n1,2\n${'x'.repeat(100_001)},4\n5,6\n`, long, 3],
    [`a,b\n1,2\n3,"${'x\r\n'.repeat(40_000)}`, long, 3],
    ['a,b\n1,\xe9\n3,4\n', utf8, 2],
    ['a,b\r1,2\r3,\xe9', utf8, 3],
    // The first fault alone is told.
    ['a,b\n1,2"3\n4,\xe9\n', /A quote stands|not UTF-8/, undefined],
  ] as const)
    for (const size of [7, 1_000_000]) {
      const found = await read(Buffer.from(text, 'latin1'), size)
      t.match(found, { name: 'CsvFault', message }, text.slice(0, 40))
      if (line !== undefined) t.same([found.line, found.said], [line, `Line ${line}: ${message}`], text.slice(0, 40))
    }
  t.same((await read(Buffer.from(`a,b\n${'x'.repeat(99_990)},4\n5,6\n`), 1000)).lines, [1, 2, 3], 'a row may be as long as that')
})

t.test('a text may have as many bytes as are read, and no byte more', async (t) => {
  for (const size of sizes) {
    t.same(await read(Buffer.from('a,b\n1,2\n'), size, 8), { lines: [1, 2] })
    const { message, line, said } = await read(Buffer.from('a,b\n1,2\n'), size, 7)
    t.equal(message, 'The text has more than 7 bytes; what comes after them was not read.')
    t.equal(line, undefined)
    t.equal(said, message)
  }
})

t.test('what goes wrong on the way in is passed on', async (t) => {
  async function* broken() {
    yield Buffer.from('a,b\n1,2\n')
    throw new Error('the line was cut')
  }
  await t.rejects(
    async () => {
      for await (const _ of csvRecords(broken(), 1000));
    },
    { message: 'the line was cut' },
  )
})

t.test('no more is read of a row that is too long than a piece or two', async (t) => {
  let given = 0
  async function* endless() {
    for (;;) {
      given += 1
      yield Buffer.from('x'.repeat(10_000))
    }
  }
  await t.rejects(
    async () => {
      for await (const _ of csvRecords(endless(), Number.POSITIVE_INFINITY));
    },
    { message: /more than 100000 characters/ },
  )
  t.ok(given < 30, `${given} pieces were taken`)
})
