import t from 'tap'
import { readScenario } from '../../src/case/scenario.ts'
import { readWorkbook } from '../../src/tables/read-workbook.ts'
import { smallest } from '../cli/cashable.ts'
import { caseOfSheets, hashOfCase, hashOfTables, refusalOf } from './tables-for-tests.ts'
import { partOf, partsOfWorkbook, withCell, withPart, zipped } from './workbooks.ts'

/* Workbooks that are wrong, and workbooks that mean harm: a clear error that names the cell, and bounded memory. */

const scenario = readScenario(smallest, 'yaml')
const parts = await partsOfWorkbook(scenario)
const read = async (bytes: Uint8Array) => caseOfSheets(await readWorkbook(bytes))
const refused = (bytes: Uint8Array) => refusalOf(async () => hashOfTables(await read(bytes)))
const text = (value: string) => `<is><t>${value}</t></is>`

t.test('the parts put together again by hand are the same case', async (t) => {
  t.equal(hashOfTables(await read(zipped(parts))), hashOfCase(scenario.case))
})

t.test('a cell that cannot be taken is named with its sheet, and told of as in a text', async (t) => {
  // Costs: demand, id, title, amount, per …; the first row of a table is row 6.
  const wrong: [name: string, cell: string, content: string, type: string, expected: object][] = [
    ['a formula', 'D6', '<f>1000+500</f><v>1500</v>', '', { message: /holds a formula/, got: '=1000+500' }],
    ['a formula that is shared', 'D6', '<f t="shared" si="0" ref="D6:D7">A1</f><v>1500</v>', '', { message: /holds a formula/ }],
    ['an error of the spreadsheet', 'D6', '<v>#REF!</v>', 'e', { message: /error of the spreadsheet/, got: '#REF!' }],
    ['a pound sign', 'D6', text('£1,500'), 'inlineStr', { message: /without a currency sign/, got: '"£1,500"' }],
    ['a comma', 'D6', text('1,500'), 'inlineStr', { message: /without commas/ }],
    ['a space after a number', 'D6', text('1500 '), 'inlineStr', { message: /space around the number/ }],
    ['true for a number', 'D6', '<v>1</v>', 'b', { message: /true is not a number/ }],
    ['a negative amount', 'D6', '<v>-5</v>', '', { message: /below 0/, got: '-5' }],
    ['a word that is near', 'E6', text('weak'), 'inlineStr', { message: /Did you mean week/ }],
    ['a space after a word', 'E6', text('week '), 'inlineStr', { message: /Did you mean week/, got: '"week "' }],
    ['nothing at all', 'D6', '', '', { message: /amount is missing/, got: 'nothing' }],
    ['a control character', 'C6', text('a_x0007_b'), 'inlineStr', { message: /control character/ }],
    ['thirds of a penny', 'D6', '<v>0.33333333333333331</v>', '', { message: /more than 10 digits after the point/ }],
  ]
  for (const [name, cell, content, type, expected] of wrong) {
    const error = await refused(withPart(parts, partOf('Costs'), withCell(cell, content, type)))
    t.equal(error.status, 422, name)
    t.equal(error.problems.length, 1, name)
    t.match(error.problems[0], { sheet: 'Costs', cell, path: /^demand\.care\.costs\.place\./, ...expected }, name)
  }
})

t.test('true as LibreOffice saves it is no formula', async (t) => {
  const included = withPart(parts, partOf('Interventions'), withCell('E6', '<f>TRUE()</f><v>1</v>', 'b'))
  t.equal(hashOfTables(await read(included)), hashOfCase(scenario.case), 'included is true by default')
  t.match((await refused(withPart(parts, partOf('Interventions'), withCell('E6', '<f>NOT(FALSE())</f><v>1</v>', 'b')))).problems, [
    { sheet: 'Interventions', cell: 'E6', message: /formula/ },
  ])
})

t.test('a number is what the cell shows, in at most 15 digits', async (t) => {
  const amount = async (content: string) => {
    const { value } = await read(withPart(parts, partOf('Costs'), withCell('D6', content)))
    return (value as { demand: { costs: { amount: unknown }[] }[] }).demand[0]?.costs[0]?.amount
  }
  // 0.1 + 0.2 in binary; Excel shows 0.3.
  t.equal(await amount('<v>0.30000000000000004</v>'), 0.3)
  t.equal(await amount('<v>0.1</v>'), 0.1)
  t.equal(await amount('<v>0.10000000000000001</v>'), 0.1)
  t.equal(await amount('<v>1.5E3</v>'), 1500)
  t.equal(await amount('<v>1E-8</v>'), '0.00000001', 'as text where JavaScript would write an exponent')
})

t.test('a month that the spreadsheet has made a date of is taken back, and no other date', async (t) => {
  // Serial 46113 is 1 April 2026: 46113 days after 30 December 1899. Style 0 of a workbook has no date format, so one is put in.
  const dated = (serial: number, format: string) => {
    const styles = (parts.get('xl/styles.xml') as string)
      .replace(
        /(<styleSheet[^>]*>)(<numFmts[^>]*>)?/,
        (_, head: string, formats?: string) =>
          `${head}${formats ?? '<numFmts count="1">'}<numFmt numFmtId="200" formatCode="${format}"/>${formats === undefined ? '</numFmts>' : ''}`,
      )
      .replace(/<cellXfs[^>]*>/, (all) => `${all}<xf numFmtId="200" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`)
    const shifted = [...parts].map(
      ([name, content]) =>
        [name, name.startsWith('xl/worksheets/') ? content.replace(/ s="(\d+)"/g, (_, s) => ` s="${Number(s) + 1}"`) : content] as const,
    )
    const sheet = partOf('Case')
    return zipped(
      shifted.map(([name, content]) => {
        if (name === 'xl/styles.xml') return [name, styles] as const
        return [
          name,
          name === sheet ? content.replace(/<c r="B7"[^>]*>.*?<\/c>/, `<c r="B7" s="0"><v>${serial}</v></c>`) : content,
        ] as const
      }),
    )
  }
  const start = async (serial: number, format: string) => ((await read(dated(serial, format))).value as { start: string }).start
  t.equal(await start(46113, 'mmm\\-yy'), '2026-04')
  t.equal(await start(46113, 'yyyy\\-mm\\-dd'), '2026-04', 'the first of a month')
  t.equal(await start(46120, 'mmmm yyyy'), '2026-04', 'a day that is not shown')
  t.match((await refused(dated(46120, 'dd/mm/yyyy'))).problems, [
    { sheet: 'Case', cell: 'B7', path: 'start', message: /Write 2026-04/, got: '2026-04-08' },
  ])
})

t.test('the number behind a date is no month and no financial year', async (t) => {
  const refusal = await refused(withPart(parts, partOf('Case'), withCell('B7', '<v>46113</v>')))
  t.match(refusal.problems, [
    { sheet: 'Case', cell: 'B7', path: 'start', got: '46113', message: /keeps for a date.*write the month again/ },
  ])
  const year = await refused(withPart(parts, partOf('Case'), withCell('B9', '<v>40878</v>')))
  t.match(year.problems, [{ sheet: 'Case', cell: 'B9', path: 'prices.baseYear', message: /write the financial year again/ }])
})

t.test('what is not laid out as the template has it', async (t) => {
  const costs = partOf('Costs')
  const renamed = (from: string, to: string) => withPart(parts, 'xl/workbook.xml', (xml) => xml.replace(`name="${from}"`, to))
  const shared = (from: string, to: string) => withPart(parts, 'xl/sharedStrings.xml', (xml) => xml.replace(`>${from}<`, `>${to}<`))
  const wrong: [name: string, bytes: Buffer, problem: object][] = [
    ['a sheet of another name', renamed('Savings', 'name="Saving"'), { sheet: 'Saving', message: /Did you mean Savings/ }],
    ['a hidden sheet', renamed('Savings', 'name="Savings" state="hidden"'), { sheet: 'Savings', message: /is hidden/ }],
    ['a sheet that is very hidden', renamed('Savings', 'name="Savings" state="veryHidden"'), { sheet: 'Savings', message: /is hidden/ }],
    ['a misspelt column', shared('realGrowth', 'realGroth'), { sheet: 'Costs', cell: 'J5', message: /Did you mean realGrowth/ }],
    ['no headers', withPart(parts, costs, withCell('A5', text('damend'), 'inlineStr')), { sheet: 'Costs', message: /no row of headers/ }],
    [
      'merged cells',
      withPart(parts, costs, (xml) =>
        xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="D6:E7"/></mergeCells>'),
      ),
      { sheet: 'Costs', cell: 'D6', message: /D6:E7 are merged/ },
    ],
    [
      'a value outside the columns',
      withPart(parts, costs, (xml) => xml.replace(/(<row r="6"[^>]*>.*?)<\/row>/, '$1<c r="ZZ6"><v>7</v></c></row>')),
      { sheet: 'Costs', cell: 'ZZ6', message: /under no header/ },
    ],
    [
      'a parent that is not there',
      withPart(parts, costs, withCell('A6', text('cares'), 'inlineStr')),
      { sheet: 'Costs', cell: 'A6', message: /Did you mean care/ },
    ],
    [
      'a field that is not there',
      withPart(parts, partOf('Case'), withCell('E4', text('titel'), 'inlineStr')),
      { sheet: 'Case', cell: 'E4', message: /Did you mean title/ },
    ],
  ]
  for (const [name, bytes, problem] of wrong) {
    const error = await refused(bytes)
    t.equal(error.code, 'wrong-tables', name)
    t.match(error.problems[0], problem, name)
  }
  const lost = await refused(withPart(parts, 'xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="Funding"[^>]*\/>/, '')))
  t.match(lost.problems, [{ message: /The sheet Funding is missing/ }])
  const other = await refused(withPart(parts, 'xl/workbook.xml', (xml) => xml.replace(/name="(?!Instructions)/g, 'name="Old ')))
  t.match(other.problems, [{ message: /none of the sheets of the template/ }])
})

t.test('two rows of the same id', async (t) => {
  const twice = withPart(parts, partOf('Costs'), (xml) => {
    const row = /<row r="6"[^>]*>.*?<\/row>/.exec(xml)?.[0] as string
    return xml.replace(/<row r="7"[^>]*>.*?<\/row>/, row.replaceAll('r="6"', 'r="7"').replace(/ r="([A-Z]+)6"/g, ' r="$17"'))
  })
  const error = await refused(twice)
  t.match(error.problems, [{ sheet: 'Costs', cell: 'B7', message: /place/ }])
})

t.test('a row of spaces and rows far below are passed over or read, not lost', async (t) => {
  const blank = withPart(parts, partOf('Costs'), withCell('C8', text('   '), 'inlineStr'))
  t.equal(hashOfTables(await read(blank)), hashOfCase(scenario.case))
  const far = withPart(parts, partOf('Costs'), (xml) =>
    xml.replace('</sheetData>', '<row r="30000"><c r="D30000"><v>1</v></c></row></sheetData>'),
  )
  t.match((await refused(far)).problems, [{ sheet: 'Costs', cell: 'A30000', message: /which demand/ }])
})

t.test('a file that is no workbook', async (t) => {
  const good = zipped(parts)
  const spoilt = Buffer.from(good)
  spoilt[good.indexOf('PK\x03\x04', 200, 'latin1') + 60] = (spoilt[good.indexOf('PK\x03\x04', 200, 'latin1') + 60] ?? 0) ^ 0xff
  const wrong: [name: string, bytes: Buffer, message: RegExp][] = [
    ['text', Buffer.from('field,value\r\ntitle,x\r\n'), /not a zip file/],
    [
      'an old workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
      /old Excel workbook \(\.xls\): save it as \.xlsx/,
    ],
    [
      'OpenDocument',
      zipped([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']]).fill('application/vnd.oasis.opendocument', 60, 94),
      /OpenDocument/,
    ],
    ['a file that is cut off', good.subarray(0, good.length - 500), /cut off/],
    ['a damaged part', spoilt, /cannot be read/],
    ['another zip file', zipped([['readme.txt', 'hello']]), /cannot be read/],
    ['a part outside the file', zipped([...parts, ['../../etc/passwd', 'x']]), /points outside/],
    ['two parts of the same name', zipped([...parts, ['xl/WORKBOOK.xml', 'x']]), /two parts of the same name/],
  ]
  for (const [name, bytes, message] of wrong) {
    const error = await refused(bytes)
    t.equal(error.code, 'not-a-workbook', name)
    t.equal(error.status, 400, name)
    t.match(error.message, message, name)
  }
})

t.test('a workbook that would fill the memory or the time of the service is refused, and the service keeps its memory', async (t) => {
  const sheet = parts.get(partOf('Costs')) as string
  const withRows = (rows: string) =>
    zipped(
      [...parts].map(
        ([name, content]) => [name, name === partOf('Costs') ? sheet.replace('</sheetData>', `${rows}</sheetData>`) : content] as const,
      ),
    )
  const emptyRows = Array.from({ length: 1_048_000 }, (_, row) => `<row r="${row + 500}"/>`).join('')
  const bomb = zipped([...parts, ['xl/media/image1.png', Buffer.alloc(600 * 1024 * 1024)]])
  const liar = zipped([...parts, ['xl/comments1.xml', Buffer.alloc(100 * 1024 * 1024)]], { 'xl/comments1.xml': { unpacked: 0 } })
  const lyingSheet = zipped(
    [...parts].map(
      ([name, content]) =>
        [name, name === partOf('Costs') ? sheet.replace('</sheetData>', `${' '.repeat(100_000_000)}</sheetData>`) : content] as const,
    ),
    { [partOf('Costs')]: { unpacked: sheet.length } },
  )
  t.ok(bomb.length < 1024 * 1024, `600 MB in ${bomb.length} bytes`)
  const corner = withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
  const wide = withRows(`<row r="900">${Array.from({ length: 300_000 }, () => '<c><v>1</v></c>').join('')}</row>`)
  const sameSheet = withPart(parts, 'xl/workbook.xml', (xml) => {
    const [first = ''] = /<sheet [^>]*name="Costs"[^>]*\/>/.exec(xml) ?? []
    return xml.replace(
      '</sheets>',
      `${Array.from({ length: 20_000 }, (_, at) => first.replace('name="Costs"', `name="Costs ${at}"`)).join('')}</sheets>`,
    )
  })
  const hostile: [name: string, bytes: Buffer, codes: string[]][] = [
    ['a zip bomb', bomb, ['workbook-too-large']],
    ['a part that says it is empty', liar, ['not-a-workbook']],
    ['a sheet that is larger than it says', lyingSheet, ['not-a-workbook']],
    ['a million empty rows', withRows(emptyRows), ['workbook-too-large', 'ok']],
    ['the last corner of a sheet', corner, ['workbook-too-large']],
    ['three hundred thousand columns', wide, ['not-a-workbook', 'workbook-too-large']],
    ['twenty thousand names for one sheet', sameSheet, ['workbook-too-large']],
  ]
  const before = process.memoryUsage.rss()
  for (const [name, bytes, codes] of hostile) {
    const from = performance.now()
    const code = await readWorkbook(bytes).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    )
    t.ok(codes.includes(code), `${name}: ${code} after ${Math.round(performance.now() - from)} ms`)
  }
  const grown = Math.round((process.memoryUsage.rss() - before) / 1024 / 1024)
  t.ok(grown < 600, `grown by ${grown} MB`)
})

t.test('a value that is there and cannot be read is not taken for an empty cell', async (t) => {
  for (const [content, type] of [
    ['<v>999999</v>', 's'],
    ['<v>0x10</v>', ''],
    ['<v>-1</v>', 's'],
    ['<v>1,5</v>', 'n'],
  ] as const) {
    const error = await refused(withPart(parts, partOf('Costs'), withCell('D6', content, type)))
    t.equal(error.code, 'not-a-workbook', content)
    t.match(error.message, /D6 holds a value that cannot be read/, content)
  }
})
