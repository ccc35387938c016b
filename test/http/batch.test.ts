import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { until } from './program.ts'
import { service } from './service.ts'

t.setTimeout(300_000)

type Row = Record<string, string>
const rowsOf = (text: string) => parse(text, { columns: true }) as Row[]

function batch(app: FastifyInstance, payload: string | Buffer, query = '', headers: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: `/v1/batch${query}`, headers: { 'content-type': 'text/csv', ...headers }, payload })
}

t.test('one row a case, one row an answer: the same figures as the scenario gives with the same values set', async (t) => {
  const app = await service(t)
  const text = [
    'id,scenario,interventions.fgc.warmUp.months,care.place.amount,years',
    'plain,minimal,,,',
    'slow,minimal,18,,',
    'both,minimal,"3",1800,10',
    'range,minimal,"{""central"":6,""low"":3,""high"":9}",,',
  ]
  const response = await batch(app, `${text.join('\r\n')}\r\n`)
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'text/csv; charset=utf-8')
  t.equal(response.headers['content-disposition'], 'attachment; filename="cashable-batch.csv"')
  const queries = [
    '',
    's.fgc.warmUp.months=18',
    's.fgc.warmUp.months=3&s.care.place.amount=1800&s.years=10',
    's.fgc.warmUp.months={"central":6,"low":3,"high":9}',
  ]
  for (const [at, row] of rowsOf(response.body).entries()) {
    const answer = (await app.inject(`/v1/scenarios/minimal/appraise.json?${queries[at]}`)).json()
    const { entriesAvoided: _, ...headline } = answer.headline
    for (const [name, value] of Object.entries(headline)) t.equal(row[`headline.${name}`], value ?? '', `${row.id} ${name}`)
    t.match(row, { row: String(at + 1), scenario: 'minimal', caseHash: answer.caseHash, resultHash: answer.resultHash, error: '' })
    t.equal(row.warnings, [...new Set(answer.warnings.map(({ code }: { code: string }) => code))].join(' '))
  }
})

t.test('a scenario for all rows, and other lines as columns', async (t) => {
  const app = await service(t)
  const columns = 'headline.entriesAvoided.care,financial.cashable@2027-28,demand.care.stockWithPackage@2028-03'
  const response = await batch(app, 'row,fgc.warmUp.months\n', `?scenario=minimal&columns=${columns}`)
  t.equal(response.statusCode, 200)
  const rows = rowsOf((await batch(app, 'row,scenario,fgc.warmUp.months\nA7,,12\nA8,fft,\n', `?scenario=minimal&columns=${columns}`)).body)
  for (const line of columns.split(',')) {
    const { body } = await app.inject(`/v1/scenarios/minimal/value.txt?line=${line}&s.fgc.warmUp.months=12`)
    t.equal(rows[0]?.[line], body, line)
  }
  t.match(rows[0], { row: 'A7', scenario: 'minimal', error: '' })
  t.match(rows[1], {
    row: 'A8',
    scenario: 'fft',
    'headline.entriesAvoided.care': '',
    error: /There is no line "headline\.entriesAvoided\.care"\. Did you mean/,
  })
})

t.test('a row that has no answer says why, and the others are answered', async (t) => {
  const app = await service(t)
  const text = [
    'id,scenario,fgc.warmUp.months,care.place.amount,__proto__.x',
    'good,minimal,6,,',
    'low,minimal,-1,-5,',
    'none,minimall,,,',
    'unnamed,,,,',
    ',,,,',
    '',
    'short,minimal',
    'long,minimal,,,,,',
    'word,minimal,six,,',
    'percent,minimal,,"1,500",',
    'path,minimal,,,1',
    '=cmd|x,minimal,6,,',
    `cell,minimal,${'9'.repeat(4001)},,`,
    'last,minimal,6,,',
  ]
  const rows = rowsOf((await batch(app, text.join('\n'))).body)
  const errors = rows.map(({ row, id, error }) => [row, id, error])
  t.same(errors[0], ['1', 'good', ''])
  t.match(errors[1], ['2', 'low', /demand\.care\.costs\.place\.amount: -5 is below 0.*interventions\.fgc\.warmUp\.months: -1 is below 0/])
  t.match(errors[2], ['3', 'none', /There is no scenario "minimall"\. Did you mean minimal\?/])
  t.match(errors[3], ['4', 'unnamed', /Name a scenario/])
  t.match(errors[4], ['7', 'short', 'This row has 2 cells, and the heading 5.'], 'rows without values are passed over and counted')
  t.match(errors[5], ['8', 'long', 'This row has 7 cells, and the heading 5.'])
  t.match(errors[6], ['9', 'word', /interventions\.fgc\.warmUp\.months: Write the number/])
  t.match(errors[7], ['10', 'percent', /without commas/])
  t.match(errors[8], ['11', 'path', /There is no path __proto__\.x/])
  t.same(errors[9], ['12', "'=cmd|x", ''], 'a label that a spreadsheet would run is guarded')
  t.match(errors[10], ['13', 'cell', /Cell 3 has more than 4000 characters/])
  t.equal(errors[11]?.[2], '')
  for (const row of rows.filter(({ error }) => error !== '')) t.equal(row['headline.netCashable'], '', `${row.id} has no figure`)
  const [good] = rows
  t.equal(rows.at(-1)?.resultHash, good?.resultHash, 'and what came before made no difference')
  t.notOk(Object.hasOwn(Object.prototype, 'x'))
})

t.test('a heading that leads nowhere is told once', async (t) => {
  const app = await service(t)
  const many = (row: string, count = 50) => Array.from({ length: count }, () => row).join('\n')
  const told = (text: string, what: RegExp) => text.match(what)?.length ?? 0
  const forAll = await batch(app, `id,years,care.place.amont\n${many('a,5,1')}`, '?scenario=minimal')
  t.match(forAll.json(), {
    code: 'not-a-batch',
    detail: /^Column 3: There is no path care\.place\.amont.*Did you mean demand\.care\.costs\.place\.amount\?$/,
  })
  const headings = Array.from({ length: 198 }, (_, at) => `nothing${at}`)
  const from = performance.now()
  t.match((await batch(app, `years,${headings}\n`, '?scenario=minimal')).json().detail, /And 195 more\.$/)
  t.ok(performance.now() - from < 5000, 'the most headings that there may be, all wrong')

  const ofEach = await batch(app, `scenario,years,fgc.warmUp.months\n${many('minimal,5,6')}\n${many('fft,5,6')}\n${many('fft,6,')}`)
  const rows = rowsOf(ofEach.body)
  t.equal(rows.length, 150)
  t.equal(
    rows.filter(({ error }) => error === '').length,
    100,
    'a heading that is wrong for another scenario, or over an empty cell, is no fault',
  )
  t.equal(told(ofEach.body, /There is no path fgc\.warmUp\.months/g), 1)
  t.match(rows[50]?.error, /^Column 3: There is no path fgc\.warmUp\.months/)
  t.equal(rows[51]?.error, 'Column 3 leads nowhere in fft, as row 51 says.')

  // The kind of an effect decides which values it has, so that only the row can tell.
  const kinds = 'interventions.fgc.effects.care.kind,interventions.fgc.effects.care.chance'
  t.equal((await batch(app, `${kinds}\nexits,0.1\n`, '?scenario=minimal')).statusCode, 200)
})

t.test('what cannot be begun is a problem', async (t) => {
  const app = await service(t)
  const wide = Array.from({ length: 201 }, (_, at) => `p${at}`).join(',')
  const table: [string, string, RegExp][] = [
    ['', 'not-a-batch', /begin with a row of headings/],
    ['\uFEFF', 'not-a-batch', /begin with a row of headings/],
    ['a,,b\n1,2,3\n', 'not-a-batch', /Column 2 has no heading/],
    ['a,b,a\n', 'not-a-batch', /"a" stands over two columns/],
    ['a, b\n', 'not-a-batch', /space around the heading " b"/],
    ['a;b\n1;2\n', 'not-a-batch', /commas between/],
    [`${wide}\n`, 'not-a-batch', /201 columns; a batch has at most 200/],
    ['a,"b\n', 'not-a-batch', /never closed/],
    ['a,b"c"\n', 'not-a-batch', /RFC 4180/],
  ]
  for (const [text, code, said] of table) {
    const response = await batch(app, text)
    t.match(response.json(), { code, detail: said }, JSON.stringify(text.slice(0, 20)))
    t.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8')
  }
  t.match((await batch(app, Buffer.from('years\ncaf\xe9\n', 'latin1'))).json(), { code: 'not-a-batch', detail: /Line 2: .*not UTF-8/ })
  t.match((await batch(app, 'a\n', '?scenario=minimall')).json(), { code: 'unknown-scenario', detail: /minimal/ })
  for (const columns of ['a,a', 'a,,b', '', Array.from({ length: 101 }, (_, at) => at).join()])
    t.equal((await batch(app, 'a\n', `?columns=${columns}`)).json().code, 'not-a-batch', `columns ${columns.slice(0, 10)}`)
  t.equal((await batch(app, 'a\n', '?column=a')).json().code, 'wrong-option')
  t.equal((await batch(app, 'a\n', '', { accept: 'application/json' })).statusCode, 406)
  const typed = await batch(app, '{}', '', { 'content-type': 'application/json' })
  t.match(typed.json(), { code: 'unsupported-media-type', detail: /text\/csv/ })
  t.equal(typed.headers['accept-post'], 'text/csv')
  t.equal((await batch(app, 'a', '', { 'content-type': 'text/csv; charset=latin1' })).json().code, 'unsupported-charset')
  t.equal((await batch(app, 'a', '', { 'content-encoding': 'gzip' })).json().code, 'unsupported-encoding')
  t.equal((await batch(app, Buffer.alloc(16 * 1024 * 1024 + 1, 'a'))).statusCode, 413)
  t.equal(
    (await app.inject({ method: 'POST', url: '/v1/appraise', headers: { 'content-type': 'text/csv' }, payload: 'a' })).statusCode,
    415,
    'elsewhere CSV is no body',
  )
})

t.test('what breaks off later is a last row that says so', async (t) => {
  const app = await service(t)
  const begun = 'scenario,fgc.warmUp.months\nminimal,6\nminimal,7\n'
  const endings: [string, RegExp][] = [
    ['minimal,"6\n', /Line [0-9]+: A quote is opened here and never closed/],
    ['minimal,6"6"\n', /Line [0-9]+: A quote stands where/],
    [`minimal,"${'x'.repeat(150_000)}"\n`, /more than 100000 characters/],
  ]
  for (const [ending, said] of endings) {
    const { statusCode, body } = await batch(app, begun + ending)
    t.equal(statusCode, 200)
    const rows = rowsOf(body)
    t.match(rows.at(-1), { row: '', error: said, resultHash: '' })
    t.same(
      rows.slice(0, -1).map(({ row, error }) => [row, error]),
      [
        ['1', ''],
        ['2', ''],
      ],
      'the rows before it are answered, and no half of a row is',
    )
  }
})

/** A service that listens, and a batch sent to it piece by piece. */
async function listening(t: {
  teardown: (work: () => unknown) => void
}): Promise<{ app: FastifyInstance; begin: (query: string) => ClientRequest }> {
  const app = await service(t)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const begin = (query: string) =>
    request({ port, host: '127.0.0.1', method: 'POST', path: `/v1/batch${query}`, headers: { 'content-type': 'text/csv' } })
  return { app, begin }
}

t.test('thousands of rows stream: answers come while rows still go in, and the service answers others between them', async (t) => {
  const { app, begin } = await listening(t)
  const rows = 3000
  const sent = begin('?scenario=minimal')
  sent.write('id,years,fgc.warmUp.months\n')
  const line = (at: number) => `r${at},1,${at % 61}\n`
  // A reader of CSV looks a little ahead of the row that it is in.
  for (let at = 0; at < 20; at++) sent.write(line(at))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await until(() => text.includes('\n1,r0,'))
  t.pass('the first row is answered before the last have been sent')
  for (let at = 20; at < rows; at++) sent.write(line(at))
  sent.end()
  let longest = 0
  let asked = 0
  let isRunning = true
  const ended = once(answer, 'end').then(() => {
    isRunning = false
  })
  const { port } = app.server.address() as AddressInfo
  while (isRunning) {
    const before = performance.now()
    t.equal((await fetch(`http://127.0.0.1:${port}/health/live`)).status, 200)
    longest = Math.max(longest, performance.now() - before)
    asked += 1
    await pause(50)
  }
  await ended
  const answered = rowsOf(text)
  t.equal(answered.length, rows)
  t.same(new Set(answered.map(({ error }) => error)), new Set(['']))
  t.equal(
    answered.findIndex(({ id, row }, at) => id !== `r${at}` || row !== String(at + 1)),
    -1,
    'in their order',
  )
  // 61 different warm-ups, again and again: the same row has the same answer wherever it stands.
  t.equal(new Set(answered.map(({ resultHash }) => resultHash)).size, 61)
  t.ok(asked >= 10 && longest < 1000, `${asked} other requests were answered meanwhile, the slowest in ${longest.toFixed(0)} ms`)
})

t.test('when nobody reads any more the work stops', async (t) => {
  const { begin } = await listening(t)
  const sent = begin('?scenario=la5-package')
  sent.on('error', () => {})
  sent.end(`id,fft.warmUp.months\n${Array.from({ length: 2000 }, (_, at) => `r${at},${at % 61}\n`).join('')}`)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.on('error', () => {})
  await once(answer, 'data')
  const busy = performance.eventLoopUtilization()
  await pause(300)
  t.ok(performance.eventLoopUtilization(busy).utilization > 0.7, 'it is at work')
  sent.destroy()
  await pause(500)
  const after = performance.eventLoopUtilization()
  await pause(300)
  const { utilization } = performance.eventLoopUtilization(after)
  t.ok(utilization < 0.3, `busy for ${(utilization * 100).toFixed(0)}% of the time after the reader has gone`)
})

t.test('a body without an announced length is cut off at the limit, and the rows before it are answered', async (t) => {
  const { begin } = await listening(t)
  const sent = begin('?scenario=minimal')
  sent.on('error', () => {})
  sent.write('id,years\na,1\n')
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  // Rows without values are passed over, so that only their bytes count.
  const piece = ',\n'.repeat(512 * 1024)
  for (let megabyte = 0; megabyte < 18 && !answer.complete; megabyte++)
    if (!sent.write(piece)) await Promise.race([once(sent, 'drain'), pause(2000)])
  sent.end()
  await until(() => answer.complete)
  const rows = rowsOf(text)
  t.equal(rows[0]?.error, '')
  t.match(rows.at(-1)?.error, /more than 16777216 bytes|at most 20000 rows/)
})
