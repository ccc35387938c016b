import { readScenario } from '../../../src/case/scenario.ts'
import { smallest } from '../../http/service.ts'
import { type Parts, partOf, partsOfWorkbook, withCell, withPart, zipped } from '../../tables/workbooks.ts'
import { times } from '../bodies.ts'
import { type Category, type Entry, posted } from '../entry.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const parts = await partsOfWorkbook(readScenario(JSON.stringify({ id: 'smallest', title: 'Smallest', ...smallest }), 'json'))
const sheet = partOf('Demand')

const workbook = (body: Entry['body'], path?: string) => posted(body, path, { 'content-type': workbookType })
const notOne = { status: 400, code: 'not-a-workbook' } as const
const tooLarge = { status: 413, code: 'workbook-too-large' } as const
const wrongTables = { status: 422, code: ['wrong-tables', 'not-a-case'] } as const

/** A good workbook with one part more. */
const withMore = (name: string, content: string | Buffer) => zipped([...parts, [name, content] as const])
/** A good workbook with another content of one of its parts. */
const other = (name: string, content: string) =>
  zipped([...(parts as Parts)].map(([each, text]) => [each, each === name ? content : text] as const))
const sheetOf = (rows: string, before = '') =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const laughs = times(9, (at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')

const zips: readonly Entry[] = [
  { name: 'a good workbook', ...workbook(() => zipped(parts)), status: 200, holds: /"grossAvoided":"4068991\.44"/ },
  { name: 'nothing in a workbook', ...workbook(''), status: 400, code: ['empty-body', 'not-a-workbook'] },
  { name: 'random bytes for a workbook', ...workbook(Buffer.from(times(5000, (at) => (at * 7919) % 256))), ...notOne },
  { name: 'JSON for a workbook', ...workbook('{}'), ...notOne },
  { name: 'a workbook cut off', ...workbook(() => zipped(parts).subarray(0, 5000)), ...notOne },
  { name: 'an empty zip file', ...workbook(() => zipped([])), ...notOne },
  { name: 'a zip bomb: 200 MB of spaces in a sheet', ...workbook(() => other(sheet, sheetOf(' '.repeat(200_000_000)))), ...tooLarge },
  { name: 'a zip bomb in a part that nobody reads', ...workbook(() => withMore('xl/media/a.png', Buffer.alloc(100_000_000))), ...tooLarge },
  {
    name: 'a zip bomb that lies of its size',
    ...workbook(() =>
      zipped([...parts, ['xl/worksheets/sheet99.xml', Buffer.alloc(100_000_000, ' ')]], { 'xl/worksheets/sheet99.xml': { unpacked: 10 } }),
    ),
    status: [400, 413],
    code: ['not-a-workbook', 'workbook-too-large'],
  },
  {
    name: 'a sheet that lies of its size',
    ...workbook(() =>
      zipped(
        [...parts].map(([name, text]) => [name, name === sheet ? sheetOf(' '.repeat(20_000_000)) : text] as const),
        { [sheet]: { unpacked: 100 } },
      ),
    ),
    status: [400, 413],
    code: ['not-a-workbook', 'workbook-too-large'],
  },
  {
    name: 'a million rows',
    ...workbook(() => other(sheet, sheetOf(times(400_000, (at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('')))),
    status: [413, 422],
    code: ['workbook-too-large', 'wrong-tables', 'not-a-case'],
  },
  {
    name: 'a cell at the end of the sheet',
    ...workbook(() => other(sheet, sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))),
    status: [400, 413, 422],
  },
  {
    name: 'cells that are opened and never closed',
    ...workbook(() => other(sheet, sheetOf('<c '.repeat(300_000)))),
    status: [400, 413, 422],
  },
  {
    name: '16,000 columns a row',
    ...workbook(() => other(sheet, sheetOf(`<row r="1">${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(16_000)}</row>`))),
    status: [400, 413, 422],
  },
  { name: 'two parts of one name', ...workbook(() => withMore(sheet.toUpperCase(), '<x/>')), ...notOne },
  { name: 'a part named ../../evil', ...workbook(() => withMore('../../evil.sh', 'x')), ...notOne },
  { name: 'a part named /etc/evil', ...workbook(() => withMore('/etc/evil', 'x')), ...notOne },
  { name: 'a part named ..\\evil', ...workbook(() => withMore('..\\evil', 'x')), ...notOne },
  { name: 'a part named C:evil', ...workbook(() => withMore('C:evil', 'x')), ...notOne },
  { name: 'a part named __proto__', ...workbook(() => withMore('__proto__', 'x')), status: 200 },
  { name: '400 parts', ...workbook(() => zipped([...parts, ...times(400, (at) => [`x/${at}`, 'x'] as const)])), ...tooLarge },
  {
    name: 'a billion laughs in a sheet',
    ...workbook(() =>
      other(
        sheet,
        sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>', `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>`),
      ),
    ),
    status: [400, 413, 422],
    never: /lollol/,
  },
  {
    name: 'a file of this machine as an entity',
    ...workbook(() =>
      other(
        sheet,
        sheetOf(
          '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>',
          '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    ),
    status: [400, 413, 422],
    never: /root:/,
  },
  {
    name: 'a sheet of XML inside itself 50,000 times',
    ...workbook(() => other(sheet, sheetOf('<a>'.repeat(50_000)))),
    status: [400, 413, 422],
  },
  {
    name: 'a relation to a file of this machine',
    ...workbook(() =>
      withPart(parts, 'xl/_rels/workbook.xml.rels', (text) =>
        text.replace(/Target="worksheets\/sheet2\.xml"/, 'Target="../../../../etc/passwd"'),
      ),
    ),
    status: [400, 422],
    never: /root:/,
  },
  {
    name: 'a formula in a cell',
    ...workbook(() => withPart(parts, sheet, withCell('A5', '<f>WEBSERVICE("http://127.0.0.1:1/")</f><v>1</v>'))),
    status: 422,
    code: ['wrong-tables', 'not-a-case'],
  },
  { name: 'infinity in a cell', ...workbook(() => withPart(parts, sheet, withCell('C5', '<v>1e400</v>', 'n'))), status: [400, 422] },
  { name: 'a shared text that is not there', ...workbook(() => withPart(parts, sheet, withCell('C5', '<v>999999</v>', 's'))), ...notOne },
  {
    name: 'a date out of reach in a cell',
    ...workbook(() => withPart(parts, sheet, withCell('C5', '<v>99999-01-01T00:00:00Z</v>', 'd'))),
    status: [400, 422],
  },
  { name: 'an old workbook', ...workbook(Buffer.from('d0cf11e0a1b11ae100000000', 'hex')), ...notOne },
]

const boundary = 'b'
/** A form whose parts are given as they are. */
function form(parts: readonly string[], type = `multipart/form-data; boundary=${boundary}`, end = `--${boundary}--\r\n`) {
  return posted(parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('') + end, undefined, { 'content-type': type })
}
const file = (field: string, name: string, content = 'id\r\nx\r\n') =>
  `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}`
const malformed = { status: 400, code: 'malformed-request' } as const

const forms: readonly Entry[] = [
  { name: 'a form without a boundary', ...form([file('case', 'case.csv')], 'multipart/form-data'), ...malformed },
  { name: 'a form with another boundary', ...form([file('case', 'case.csv')], 'multipart/form-data; boundary=other'), ...malformed },
  { name: 'a form that does not end', ...form([file('case', 'case.csv')], undefined, ''), ...malformed },
  { name: 'a form of nothing', ...form([]), status: 400, code: ['empty-body', 'malformed-request'] },
  { name: 'a form of 5,000 files', ...form(times(5000, (at) => file(`f${at}`, `f${at}.csv`))), status: 413, code: 'body-too-large' },
  {
    name: 'a form of 5,000 fields',
    ...form(times(5000, (at) => `Content-Disposition: form-data; name="f${at}"\r\n\r\n1`)),
    status: [400, 413],
    code: ['malformed-request', 'body-too-large'],
  },
  { name: 'a form with a field in place of a file', ...form(['Content-Disposition: form-data; name="case"\r\n\r\nx']), ...malformed },
  { name: 'a field named __proto__', ...form([file('__proto__', '__proto__')]), status: [400, 422] },
  { name: 'a field named a[b][c]', ...form([file('a[b][c]', 'x.csv')]), ...wrongTables },
  { name: 'a file named ../../etc/passwd', ...form([file('x', '../../etc/passwd')]), ...wrongTables, never: /root:/ },
  { name: 'a file named with a NUL', ...form([file('x', 'case.csv\0.png')]), status: [400, 422] },
  { name: 'a file name with markup', ...form([file('x', '<script>alert(1)</script>')]), ...wrongTables },
  { name: 'two files of one table', ...form([file('demand', 'demand.csv'), file('demand', 'demand.csv')]), ...wrongTables },
  { name: 'a part without a name', ...form(['Content-Type: text/csv\r\n\r\nid\r\n']), status: [400, 422] },
  {
    name: 'a part with 100 KB of headers',
    ...form([`X-Long: ${'h'.repeat(100_000)}\r\n${file('case', 'case.csv')}`]),
    status: [400, 413, 422],
  },
  { name: 'a part with 3,000 headers', ...form([`${'X-A: b\r\n'.repeat(3000)}${file('case', 'case.csv')}`]), status: [400, 413, 422] },
  {
    name: 'a form inside a form',
    ...form([
      'Content-Disposition: form-data; name="case"; filename="x"\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--',
    ]),
    status: [400, 422],
  },
  {
    name: 'a file in base64',
    ...form(['Content-Disposition: form-data; name="demand"; filename="demand.csv"\r\nContent-Transfer-Encoding: base64\r\n\r\naWQK']),
    status: [400, 422],
  },
  { name: 'a file of 5 MB', ...form([file('demand', 'demand.csv', 'x'.repeat(5_000_000))]), status: 413, code: 'body-too-large' },
  { name: 'a CSV file of a row of a million letters', ...form([file('demand', 'demand.csv', 'x,'.repeat(600_000))]), status: [400, 422] },
  { name: 'a CSV file of 200,000 rows', ...form([file('demand', 'demand.csv', 'id,title\r\n'.repeat(200_000))]), status: [400, 422] },
  { name: 'a CSV file in UTF-16', ...form([file('demand', 'demand.csv', 'i\0d\0')]), status: 400, code: 'not-csv' },
  {
    name: 'a CSV file with an open quotation mark',
    ...form([file('demand', 'demand.csv', 'id,title\r\na,"b\r\n')]),
    status: 400,
    code: 'not-csv',
  },
  {
    name: 'a form compared, which takes no files',
    ...posted('--b--', '/v1/compare', { 'content-type': 'multipart/form-data; boundary=b' }),
    status: [400, 415],
  },
]

export const uploads: Category = { about: 'workbooks and forms', entries: [...zips, ...forms] }
