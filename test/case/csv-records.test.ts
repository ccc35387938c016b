import t from 'tap'
import { CsvFault, csvRecords } from '../../src/case/csv-records.ts'

/** Reads bytes that come in pieces of a size; rows, and the fault at their end. */
async function read(bytes: Buffer, size: number, mostBytes = 1000): Promise<{ rows: (readonly string[])[]; fault?: string }> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const rows: (readonly string[])[] = []
  try {
    for await (const { cells } of csvRecords(pieces(), mostBytes)) rows.push(cells)
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    return { rows, fault: error.message }
  }
}

t.test('the same rows come out however the text is cut into pieces', async (t) => {
  const text = Buffer.from('\uFEFFa,"b ""x"", c",é\r\n1,"two\r\nlines",🙂\r\n,,\r\nlast,,')
  const rows = [
    ['a', 'b "x", c', 'é'],
    ['1', 'two\r\nlines', '🙂'],
    ['', '', ''],
    ['last', '', ''],
  ]
  for (const size of [1, 2, 3, 7, 1000]) t.same(await read(text, size), { rows }, `pieces of ${size}`)
})

t.test('rows may end in any of the three ways, and letters may lie over the pieces that are read in one go', async (t) => {
  const [first, second] = ['é'.repeat(9000), '🙂'.repeat(9000)]
  const { rows } = await read(Buffer.from(`a,b\n${first},1\r\nx${second},2\r3,4`), 65_536, 100_000)
  t.same(rows, [
    ['a', 'b'],
    [first, '1'],
    [`x${second}`, '2'],
    ['3', '4'],
  ])
})

t.test('a fault comes after the rows before it, and never half a row as a whole one', async (t) => {
  const table: [Buffer, number, RegExp][] = [
    [Buffer.from('a,b\n1,2\n3,"4\n'), 1000, /never closed/],
    [Buffer.from('a,b\n1,2\n3,4"x"\n'), 1000, /where RFC 4180 has none/],
    [Buffer.from('a,b\n1,2\n3,"4"x\n'), 1000, /where RFC 4180 has none/],
    [Buffer.from('a,b\n1,2\n3,\xe9\n', 'latin1'), 1000, /not UTF-8/],
    [Buffer.from([...Buffer.from('a,b\n1,2\n3,'), 0xe2, 0x82]), 1000, /not UTF-8/],
    [Buffer.from('a,b\n1,2\n3,45678\n'), 11, /more than 11 bytes/],
  ]
  for (const [bytes, most, said] of table) {
    for (const size of [1, 5, 1000]) {
      const { rows, fault } = await read(bytes, size, most)
      t.match(fault, said)
      const whole = [
        ['a', 'b'],
        ['1', '2'],
      ]
      t.same(rows, whole.slice(0, rows.length), `${said} in pieces of ${size}`)
    }
  }
})

t.test('the first fault is told, where the text is cut off inside a letter after it', async (t) => {
  const { fault } = await read(Buffer.from([...Buffer.from('a,b\n3,4"x"\n1,'), 0xe2, 0x82]), 1000)
  t.match(fault, /where RFC 4180 has none/)
})

t.test('whoever stops reading stops the text', async (t) => {
  let given = 0
  let isClosed = false
  async function* endless() {
    try {
      for (;;) {
        given += 1
        yield Buffer.from('1,2\n'.repeat(1000))
        await new Promise((resolve) => setImmediate(resolve))
      }
    } finally {
      isClosed = true
    }
  }
  for await (const { line } of csvRecords(endless(), Number.POSITIVE_INFINITY)) if (line > 10) break
  await new Promise((resolve) => setTimeout(resolve, 50))
  t.ok(isClosed)
  t.ok(given < 100, `${given} pieces were taken for ten rows`)
})
