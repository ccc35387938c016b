import t from 'tap'
import { csvFiles, libraryScenarios } from '../tables/tables-for-tests.ts'
import { partOf, partsOfWorkbook, withCell, withPart, zipped } from '../tables/workbooks.ts'
import { postCase, service, smallest } from './service.ts'

/* A case in a workbook and in CSV files, posted: the same answer as in JSON, in the format asked for, and errors that name the cell. */

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const scenario = libraryScenarios().get('minimal.yaml')
if (scenario === undefined) throw new Error('The library has no minimal scenario.')
const files = csvFiles(scenario)
/** The scenario as it would be posted in JSON. */
const whole = { ...scenario.case, variants: scenario.variants }

/** A form as a browser or curl sends it. */
function form(parts: readonly { field: string; filename?: string; content: string | Buffer; type?: string }[]) {
  const boundary = 'a-boundary'
  const chunks = parts.flatMap(({ field, filename, content, type = 'text/csv' }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"${filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: ${type}`}\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return {
    method: 'POST' as const,
    url: '/v1/appraise',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
const byField = files.map(({ name, text }) => ({ field: name.replace('.csv', ''), filename: 'upload.csv', content: text }))

t.test('the filled-in template of a scenario, posted back, is the scenario’s case', async (t) => {
  const app = await service(t)
  const template = await app.inject('/v1/template.xlsx?scenario=minimal')
  t.match(template.headers, { 'content-type': workbookType, 'content-disposition': /cashable-minimal\.xlsx/ })
  const post = (payload: Buffer, query = '') =>
    app.inject({ method: 'POST', url: `/v1/appraise${query}`, headers: { 'content-type': workbookType }, payload })
  const answer = await post(template.rawPayload)
  const inJson = await postCase(app, whole)
  t.equal(answer.statusCode, 200)
  t.equal(answer.json().caseHash, inJson.json().caseHash)
  t.equal(answer.json().resultHash, inJson.json().resultHash)
  const csv = await post(template.rawPayload, '?format=csv')
  t.match(csv.headers['content-type'], /text\/csv/)
  t.equal(csv.body, (await postCase(app, whole, '?format=csv')).body)
  t.equal((await app.inject('/v1/template.xlsx?scenario=minimum')).json().code, 'unknown-scenario')
  t.equal((await app.inject({ url: '/v1/template.xlsx', headers: { accept: 'application/json' } })).statusCode, 406)
})

t.test('the CSV files of a case, as a form, are the same case, whichever way their tables are named', async (t) => {
  const app = await service(t)
  const inJson = (await postCase(app, whole)).json()
  for (const [name, parts] of [
    ['by field', byField],
    ['by file', files.map(({ name, text }) => ({ field: 'tables', filename: name, content: text }))],
    ['with a byte order mark', byField.map((part) => ({ ...part, content: `\uFEFF${part.content}` }))],
  ] as const) {
    const answer = await app.inject(form(parts))
    t.equal(answer.statusCode, 200, `${name} ${answer.statusCode === 200 ? '' : answer.body}`)
    t.equal(answer.json().caseHash, inJson.caseHash, name)
  }
  const workbook = zipped(await partsOfWorkbook(scenario))
  const answer = await app.inject(form([{ field: 'case', filename: 'case.xlsx', content: workbook, type: workbookType }]))
  t.equal(answer.json().caseHash, inJson.caseHash, 'a workbook as the file of a form')
})

t.test('errors name the sheet and the cell, or the file and the line', async (t) => {
  const app = await service(t)
  const parts = await partsOfWorkbook(scenario)
  const wrong = withPart(parts, partOf('Demand'), withCell('A6', '<is><t>Care</t></is>', 'inlineStr'))
  const inWorkbook = await app.inject({ method: 'POST', url: '/v1/appraise', headers: { 'content-type': workbookType }, payload: wrong })
  t.equal(inWorkbook.statusCode, 422)
  t.match(inWorkbook.json(), {
    code: 'wrong-tables',
    errors: [
      { sheet: 'Demand', cell: 'A6', message: /"Care" is not an id.*Did you mean care\?/ },
      { sheet: 'Costs', cell: 'A6' },
    ],
  })
  const spoilt = byField.map((part) => (part.field === 'costs' ? { ...part, content: part.content.replace(',1500,', ',"£1,500",') } : part))
  t.match((await app.inject(form(spoilt))).json(), {
    status: 422,
    code: 'not-a-case',
    errors: [
      { file: 'costs.csv', line: 2, column: 4, cell: 'D2', message: /without a currency sign/, path: 'demand.care.costs.place.amount' },
    ],
  })
})

t.test('a form that is not the tables of a case', async (t) => {
  const app = await service(t)
  const code = async (request: ReturnType<typeof form>) => {
    const response = await app.inject(request)
    t.match(response.headers['content-type'], /problem\+json/)
    return `${response.statusCode} ${response.json().code}`
  }
  t.equal(await code(form([])), '400 empty-body')
  t.equal(await code(form([{ field: 'title', content: 'a field' }])), '400 malformed-request')
  t.equal(await code(form(byField.slice(1))), '422 wrong-tables')
  const stranger = { field: 'extra', filename: 'budget.csv', content: 'a,b\r\n1,2\r\n' }
  const problemsOf = async (request: ReturnType<typeof form>) => (await app.inject(request)).json().errors
  t.match(await problemsOf(form([stranger])), [{ message: /^None of these files is a table of the template/ }], 'said once')
  t.match(await problemsOf(form([...byField, stranger])), [{ message: /There is no table for the file "budget"/ }])
  t.match(await problemsOf(form(byField.slice(0, 2))), [{ message: /^The files .*\.csv and [a-z-]+\.csv are missing/ }], 'said once')
  t.equal(await code(form([...byField, ...byField.slice(0, 1)])), '422 wrong-tables')
  t.equal(
    await code(form([{ field: 'case', filename: 'case.csv', content: Buffer.from('field,value\r\ntitle,\xa3\r\n', 'latin1') }])),
    '400 not-csv',
  )
  t.equal(
    await code(form(Array.from({ length: 40 }, (_, at) => ({ field: `f${at}`, filename: `${at}.csv`, content: 'a' })))),
    '413 body-too-large',
  )
  t.equal(await code(form([{ field: 'case', filename: 'case.csv', content: Buffer.alloc(5 * 1024 * 1024, 0x61) }])), '413 body-too-large')
  const cut = form(byField)
  t.match(await code({ ...cut, payload: cut.payload.subarray(0, 300) }), /^400 /)
  t.match(await code({ ...cut, headers: { 'content-type': 'multipart/form-data' } }), /^4\d\d malformed-request/)
  const empty = await app.inject({ method: 'POST', url: '/v1/appraise', headers: { 'content-type': workbookType } })
  t.equal(empty.statusCode, 400)
  const huge = await app.inject({
    method: 'POST',
    url: '/v1/appraise',
    headers: { 'content-type': workbookType },
    payload: Buffer.alloc(4 * 1024 * 1024 + 1),
  })
  t.equal(huge.statusCode, 413)
  t.equal((await postCase(app, smallest)).statusCode, 200, 'and JSON is read as before')
})

t.test('files as spreadsheets and people spoil them are read right, or refused with what to do', async (t) => {
  const app = await service(t)
  const inJson = (await postCase(app, whole)).json()
  const textOf = (table: string) => files.find(({ name }) => name === `${table}.csv`)?.text as string
  const withFile = (table: string, content: string | Buffer) =>
    app.inject(form(byField.map((part) => (part.field === table ? { ...part, content } : part))))
  const demand = textOf('demand')
  t.equal((await withFile('demand', `sep=,\r\n${demand}`)).json().caseHash, inJson.caseHash, 'the line sep=, of Excel')
  const wrong: [name: string, table: string, content: string | Buffer, code: string, error: object][] = [
    ['UTF-16 with a mark', 'demand', Buffer.from(`\uFEFF${demand}`, 'utf16le'), 'not-csv', { file: 'demand.csv', message: /CSV UTF-8/ }],
    ['UTF-16 without a mark', 'demand', Buffer.from(demand, 'utf16le'), 'not-csv', { file: 'demand.csv', message: /CSV UTF-8/ }],
    ['semicolons', 'demand', demand.replaceAll(',', ';'), 'not-csv', { file: 'demand.csv', line: 1, message: /semicolons.*workbook/ }],
    ['a comma for the point', 'effects', textOf('effects').replace('0.448', '"0,448"'), 'not-a-case', { file: 'effects.csv', line: 2 }],
    ['one file in the part of another', 'demand', textOf('costs'), 'wrong-tables', { file: 'demand.csv', message: /columns of Costs/ }],
    ['a file without the key of the other', 'costs', textOf('demand'), 'wrong-tables', { file: 'costs.csv', message: /columns of Demand/ }],
    ['nothing in a file', 'demand', '', 'wrong-tables', { file: 'demand.csv', message: /no row of headers/ }],
    ['a month as Excel shows it', 'case', textOf('case').replace('2026-04', 'Apr-26'), 'not-a-case', { line: 5, expected: /2026-04/ }],
    ['a whole day', 'case', textOf('case').replace('2026-04', '2026-04-01'), 'not-a-case', { message: /Leave the day out: 2026-04/ }],
  ]
  for (const [name, table, content, code, error] of wrong) {
    const problem = (await withFile(table, content)).json()
    t.equal(problem.code, code, name)
    t.match(problem.errors[0], error, name)
  }
  const swapped = byField.map((part) => ({ ...part, content: textOf({ demand: 'costs', costs: 'demand' }[part.field] ?? part.field) }))
  t.equal((await app.inject(form(swapped))).json().errors.length, 2, 'two files that changed places are two errors')
})

t.test('what is no workbook of the template says what to send instead', async (t) => {
  const app = await service(t)
  const workbook = zipped(await partsOfWorkbook(scenario))
  const post = async (type: string, payload: Buffer | string) =>
    (await app.inject({ method: 'POST', url: '/v1/appraise', headers: { 'content-type': type }, payload })).json()
  t.match(await post('application/json', workbook), { code: 'not-text', detail: /is a zip file.*spreadsheetml\.sheet/ })
  t.match(await post('application/vnd.oasis.opendocument.spreadsheet', workbook), {
    code: 'unsupported-media-type',
    detail: /spreadsheetml/,
  })
  t.match(await post(workbookType, '{"start":"2026-04"}'), { code: 'not-a-workbook', detail: /not a zip file/ })
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from('Workbook', 'utf16le')])
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from('EncryptedPackage', 'utf16le')])
  const alone = async (content: Buffer) => (await app.inject(form([{ field: 'workbook', filename: 'case.xlsx', content }]))).json()
  t.match(await alone(old), { code: 'not-a-workbook', detail: /old Excel workbook \(\.xls\): save it as \.xlsx/ })
  t.match(await alone(locked), { code: 'not-a-workbook', detail: /has a password: save it without one/ })
  t.equal((await alone(workbook)).caseHash, (await postCase(app, whole)).json().caseHash)
  const pair = await app.inject(
    form([byField[0] as (typeof byField)[number], { field: 'workbook', filename: 'case.xlsx', content: workbook }]),
  )
  t.match(pair.json(), { detail: /"case\.xlsx" is a workbook, and there is one more file\./ })
  const beside = await app.inject(form([...byField, { field: 'workbook', filename: 'case.xlsx', content: workbook }]))
  t.match(beside.json(), { code: 'malformed-request', detail: /"case\.xlsx" is a workbook, and there are 14 more files/ })
})
