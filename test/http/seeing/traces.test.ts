import t from 'tap'
import { readTraceparent } from '../../../src/http/seeing/traceparent.ts'
import { dial, start, until } from '../program.ts'
import { smallest } from '../service.ts'
import { collector, fact } from './collector.ts'
import { samplesOf } from './prometheus.ts'

const secret = structuredClone(smallest)
Object.assign(secret, { title: 'Secretshire' })
const json = { 'content-type': 'application/json' }
const post = (address: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(address, { method: 'POST', headers: { ...json, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) })

t.test('each request is a span of its caller’s trace, and the work in it spans inside that', async (t) => {
  const to = await collector(t)
  const program = await start(t, { OTEL_EXPORTER_OTLP_ENDPOINT: to.address, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=abc' })
  // The example of the W3C's own text.
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const response = await post(`${program.address}/v1/appraise`, secret, { traceparent })
  await response.text()
  await (await fetch(`${program.address}/v1/scenarios/minimal/sensitivity?set.interventions.fgc.costs.team.amount=987654`)).text()
  await (await post(`${program.address}/v1/appraise`, '{"Secretshire": secret', { traceparent: 'nonsense-secret' })).text()
  await (await fetch(`${program.address}/secretaddress`)).text()
  await until(() => to.spans().length === 6)
  const named = (name: string) => to.spans().filter((span) => span.name === name)
  const [server] = named('POST /v1/appraise')
  t.equal(server?.traceId, '4bf92f3577b34da6a3ce929d0e0e4736')
  t.equal(server?.parentSpanId, '00f067aa0ba902b7')
  t.equal(server?.kind, 2, 'SPAN_KIND_SERVER')
  t.equal(fact(server, 'http.request.method'), 'POST')
  t.equal(fact(server, 'http.route'), '/v1/appraise')
  t.equal(fact(server, 'http.response.status_code'), '200')
  t.equal(fact(server, 'cashable.request_id'), response.headers.get('x-request-id'))
  const [work] = named('appraise')
  t.equal(work?.parentSpanId, server?.spanId)
  t.equal(work?.traceId, server?.traceId)
  const lasted = (span: typeof server) => Number(BigInt(span?.endTimeUnixNano ?? 0) - BigInt(span?.startTimeUnixNano ?? 0))
  t.ok(lasted(work) > 0 && lasted(work) <= lasted(server), 'the work lies in the request')
  const [asked] = named('GET /v1/scenarios/:id/sensitivity')
  const [job] = named('crew')
  t.equal(job?.parentSpanId, asked?.spanId)
  t.equal(fact(job, 'cashable.job'), 'sensitivityOf')
  t.equal(fact(job, 'cashable.outcome'), 'done')
  t.equal(asked?.parentSpanId ?? '', '', 'without a caller’s trace it is a trace of its own')
  t.equal(fact(named('GET none')[0], 'http.response.status_code'), '404')
  t.equal(named('POST /v1/appraise').length, 2)
  t.notMatch(JSON.stringify(to.bodies), /secret|987654|fgc/i)
  t.ok(to.bodies.every(({ url, type }) => url === '/v1/traces' && type === 'application/json'))
  t.match(program.stderr(), '"traceId":"4bf92f3577b34da6a3ce929d0e0e4736"', 'the log names the same trace')

  // What is not sent yet leaves before the program ends.
  await (await fetch(`${program.address}/version`)).text()
  program.child.kill('SIGTERM')
  t.equal(await program.ended(), 0)
  t.equal(to.spans().filter(({ name }) => name === 'GET /version').length, 1)
})

t.test('a trace that its caller does not keep is not kept here, and a caller who goes away ends the span', async (t) => {
  const to = await collector(t)
  const program = await start(t, { OTEL_EXPORTER_OTLP_ENDPOINT: to.address })
  const unkept = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00'
  await (await fetch(`${program.address}/version`, { headers: { traceparent: unkept } })).text()
  const { socket } = await dial(t, program)
  socket.write('GET /v1/scenarios/la5-package/simulate?draws=20000 HTTP/1.1\r\nHost: x\r\n\r\n')
  await until(async () => /cashable_crew_jobs_running [1-9]/.test(await (await fetch(`${program.address}/metrics`)).text()))
  socket.destroy()
  await until(() => to.spans().some((span) => fact(span, 'cashable.abandoned') === 'yes'))
  t.notOk(to.spans().some(({ name }) => name === 'GET /version'))
  const abandoned = to.spans().filter((span) => fact(span, 'cashable.abandoned') === 'yes')
  t.same(
    abandoned.map(({ name }) => name),
    ['GET /v1/scenarios/:id/simulate'],
    'and none that was answered',
  )
})

t.test('a collector that is away, or fails, harms nothing', async (t) => {
  const failing = await collector(t, 500)
  for (const address of ['http://127.0.0.1:9', failing.address]) {
    const program = await start(t, { OTEL_EXPORTER_OTLP_ENDPOINT: address })
    for (let i = 0; i < 5; i += 1) t.equal((await post(`${program.address}/v1/appraise`, secret)).status, 200)
    if (address === 'http://127.0.0.1:9')
      await until(
        async () => (samplesOf(await (await fetch(`${program.address}/metrics`)).text()).get('cashable_spans_lost') as number) > 0,
      )
    t.equal((await post(`${program.address}/v1/appraise`, secret)).status, 200)
    const told = performance.now()
    program.child.kill('SIGTERM')
    t.equal(await program.ended(), 0)
    t.ok(performance.now() - told < 5000, 'and does not keep it from ending')
    t.notMatch(program.stderr(), /"level":(40|50|60)/)
  }
})

t.test('where nothing is asked for nothing is loaded, and a wrong address is told at the start', async (t) => {
  const listing = `import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => {
      if (/sdk-trace|otlp/.test(name)) process.stderr.write('LOADED ' + name + '\\n')
      return next(name, context)
    } })`
  const option = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(listing)}` }
  const plain = await start(t, option)
  t.equal((await fetch(`${plain.address}/version`)).status, 200)
  t.notMatch(plain.stderr(), 'LOADED')
  const traced = await start(t, { ...option, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })
  t.match(traced.stderr(), 'LOADED', 'the listing sees what is loaded')
  for (const [name, value] of [
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['CHECK_BUNDLES', '/no/such/folder'],
  ] as const) {
    const wrong = await start(t, { [name]: value })
    t.equal(await wrong.ended(), 1)
    t.match(wrong.stderr(), new RegExp(`^cashable cannot start: ${name} is .*${value}`))
  }
})

t.test('a traceparent is read as the W3C has it', async (t) => {
  const ids = '4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7'
  t.same(readTraceparent(`00-${ids}-01`), { traceId: ids.slice(0, 32), spanId: ids.slice(33), isSampled: true })
  t.equal(readTraceparent(`00-${ids}-00`)?.isSampled, false)
  t.ok(readTraceparent(`cc-${ids}-01-what-the-future-brings`), 'a later version may say more')
  for (const wrong of [
    undefined,
    '',
    'secret',
    `ff-${ids}-01`,
    `00-${ids}-01-more`,
    `00-${ids.toUpperCase()}-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
    [`00-${ids}-01`],
  ]) {
    t.equal(readTraceparent(wrong), undefined, String(wrong))
  }
})
