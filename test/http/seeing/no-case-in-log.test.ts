import { Readable } from 'node:stream'
import t from 'tap'
import { buildApp } from '../../../src/http/app.ts'
import { dial, start, until } from '../program.ts'
import { model, scenarios, smallest } from '../service.ts'

/*
 * A case full of marks, in every place where somebody could write something, sent to every address in every way that goes wrong; then the log, at its
 * most talkative, is searched for them.
 */

const mark = /zq|918273/i
const marked = JSON.parse(
  JSON.stringify({
    ...smallest,
    title: 'zq title',
    notes: 'zq note',
    source: 'zq source',
    prices: { inflation: '0.0918273' },
    demand: [
      {
        ...smallest.demand[0],
        id: 'zq-care',
        title: 'zq care',
        entriesPerYear: '918273',
        costs: [{ ...smallest.demand[0]?.costs[0], id: 'zq-place', source: 'zq', release: { action: 'zq end', owner: 'zq head' } }],
      },
    ],
    interventions: [
      {
        ...smallest.interventions[0],
        id: 'zq-fgc',
        effects: [
          { demand: 'zq-care', risk: '0.918273', windowMonths: 12, reduction: { central: '0.2', low: '0.1', high: '0.3', source: 'zq' } },
        ],
      },
    ],
    funding: [{ id: 'zq-grant', byYear: { '2026-27': '918273' } }],
  }),
)
const broken: readonly [type: string, body: string][] = [
  ['application/json', JSON.stringify(marked)],
  ['application/json', JSON.stringify(marked).slice(0, -40)],
  ['application/json', JSON.stringify({ ...marked, zqkey: 'zq' })],
  ['application/json', JSON.stringify({ ...marked, start: 'zq', years: 918273 })],
  ['application/json', JSON.stringify({ ...marked, extends: 'zq' })],
  ['application/json', '{"zq":1,"zq":2}'],
  ['application/yaml', `${JSON.stringify(marked)}\nzq: [`],
  ['application/yaml', '&zq [*zq]'],
  ['application/zq', 'zq'],
  ['text/csv', 'id,zq\r\nzq,918273\r\n'],
  ['text/csv', 'id,scenario\r\nzq-row,zq-scenario\r\n"zq'],
  ['text/csv', 'id,scenario,fgc.warmUp.months\r\nzq-row,minimal,zq918273\r\n'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\x03\x04zq'],
  ['multipart/form-data; boundary=zq', '--zq\r\nContent-Disposition: form-data; name="zq"; filename="zq.csv"\r\n\r\nzq,918273\r\n--zq--'],
]
const queries = ['', '?zq=918273', '?line=zq.918273&path=zq&measure=zq&seed=zq&draws=918273&target=zq', '?draws=200&seed=zq&drivers=no']

interface Route {
  method: string
  url: string
}

t.test('nothing of a case is in the log, whatever is sent where', async (t) => {
  const written: string[] = []
  const app = await buildApp({ model, scenarios, logger: { level: 'trace', stream: { write: (line: string) => void written.push(line) } } })
  t.teardown(() => app.close())
  const { paths } = (await app.inject('/openapi.json')).json() as { paths: Record<string, Record<string, unknown>> }
  const routes: Route[] = Object.entries(paths).flatMap(([url, methods]) => Object.keys(methods).map((method) => ({ method, url })))
  t.ok(routes.length > 25, `${routes.length} operations`)
  const statuses = new Map<number, number>()
  const headers = {
    'x-request-id': 'zq918273',
    traceparent: 'zq',
    'user-agent': 'zq',
    authorization: 'Bearer zq',
    referer: '/zq',
    'if-none-match': 'zq',
  }
  const send = async (method: string, url: string, more: object = {}, payload?: string) => {
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...headers, ...more },
      ...(payload === undefined ? {} : { payload }),
    })
    statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1)
    t.notMatch(String(response.headers['x-request-id']), mark, 'an id from outside is not taken')
  }
  for (const { method, url } of routes) {
    for (const name of ['zq-scenario', 'minimal', '%zzzq']) {
      const address = url.replace(/\{[^}]+\}/g, name)
      if (method === 'post') {
        for (const [type, body] of broken) await send('POST', address, { 'content-type': type }, body)
        await send('POST', `${address}${queries[2]}`, { 'content-type': 'application/json', accept: 'text/zq' }, JSON.stringify(marked))
        if (/simulate/.test(address))
          await send(
            'POST',
            `${address}?draws=200`,
            { 'content-type': 'application/json', accept: 'text/event-stream' },
            JSON.stringify(marked),
          )
        break
      }
      for (const query of queries) await send('GET', address + query)
      await send('GET', `${address}?set.interventions.fgc.costs.team.amount=918273&s.zq=zq&onError=text`)
      await send('DELETE', `${address}?zq`)
      if (!url.includes('{')) break
    }
  }
  t.comment(
    `${[...statuses]
      .sort()
      .map(([status, count]) => `${count} × ${status}`)
      .join(', ')}; ${written.length} lines`,
  )
  for (const status of [200, 400, 404, 405, 415, 422]) t.ok(statuses.has(status), `some were answered ${status}`)
  t.notOk(statuses.has(500))
  t.ok(written.length >= [...statuses.values()].reduce((sum, count) => sum + count, 0), 'each request has a line')
  t.same(
    written.filter((line) => mark.test(line)),
    [],
  )
})

t.test('nothing of an error is in the log, whichever way it is thrown', async (t) => {
  const written: string[] = []
  const app = await buildApp({ model, scenarios, logger: { level: 'trace', stream: { write: (line: string) => void written.push(line) } } })
  t.teardown(() => app.close())
  const error = () => Object.assign(new RangeError('about zq\n    at zq (case.yaml)\n    at zq'), { zq: 'zq', detail: { zq: 918273 } })
  app.get('/thrown', () => {
    throw error()
  })
  app.get('/rejected/:id', async () => Promise.reject(error()))
  app.get('/odd', () => {
    throw { zq: 'zq' }
  })
  app.get('/stream', (_request, reply) =>
    reply.send(
      Readable.from(
        (async function* () {
          yield 'a beginning'
          throw error()
        })(),
      ),
    ),
  )
  app.get('/twice', async (_request, reply) => {
    reply.send('one')
    return 'zq two'
  })
  for (const url of ['/thrown?zq', '/rejected/zq', '/odd?zq', '/stream?zq', '/twice?zq']) await app.inject(url).catch(() => {})
  app.log.error(error())
  app.log.error({ err: error() })
  app.log.warn({ err: error() }, error().message)
  app.log.info('a text with "zq" in quotes')
  const lines = written.map((line) => JSON.parse(line))
  t.ok(lines.length >= 8, `${lines.length} lines`)
  t.match(
    lines.find(({ err }) => err?.type === 'RangeError'),
    { err: { type: 'RangeError', at: [/no-case-in-log/] } },
    'an error is told by its name and its place',
  )
  t.same(
    written.filter((line) => mark.test(line.replaceAll('no-case-in-log', ''))),
    [],
  )
})

t.test('nothing of what is not HTTP, or of an error that nobody caught, is in the log of the program', async (t) => {
  const late = "process.on('SIGCONT', () => { const error = new RangeError('about zq\\n    at zq'); error.zq = 'zq'; throw error })"
  const program = await start(t, { LOG_LEVEL: 'trace', NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(late)}` })
  for (const text of [
    'zq zq zq\r\n\r\n',
    'GET /zq HTTP/9.9\r\nHost: zq\r\n\r\n',
    'POST /v1/appraise HTTP/1.1\r\nHost: zq\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\nzqzqzqzqzq',
    'POST /v1/appraise HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzq',
  ]) {
    const { socket, received } = await dial(t, program)
    socket.write(text)
    await until(() => received() !== '' || socket.destroyed || text.endsWith('\nzq'))
    socket.destroy()
  }
  program.child.kill('SIGCONT')
  t.equal(await program.ended(), 1)
  t.match(program.stderr(), 'stopping after an error that nobody caught')
  // The program loaded first is its own address, which stands in the frames.
  t.notMatch(program.stderr().replaceAll(/data:text\/javascript[^"]*/g, ''), mark)
})
