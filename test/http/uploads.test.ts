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
  const wrong = withPart(parts, partOf('Demand'), withCell('A4', '<is><t>Care</t></is>', 'inlineStr'))
  const inWorkbook = await app.inject({ method: 'POST', url: '/v1/appraise', headers: { 'content-type': workbookType }, payload: wrong })
  t.equal(inWorkbook.statusCode, 422)
  t.match(inWorkbook.json(), { code: 'wrong-tables', errors: [{ sheet: 'Costs', cell: 'A4', message: /Did you mean Care/ }] })
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
