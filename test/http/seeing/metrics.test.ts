import t from 'tap'
import { completeCase } from '../../../src/case/read-case.ts'
import { appraisal } from '../../../src/method/appraisal.ts'
import { dial, start, until } from '../program.ts'
import { postCase, service, smallest } from '../service.ts'
import { samples, samplesOf } from './prometheus.ts'

t.test('requests are counted by the pattern of their route, and never by their address', async (t) => {
  const app = await service(t)
  await postCase(app, smallest)
  await postCase(app, smallest)
  await postCase(app, '{')
  await app.inject('/v1/scenarios/minimal/appraise.json?set.interventions.fgc.costs.team.amount=987654')
  await app.inject('/v1/scenarios/secretscenario')
  await app.inject('/secretaddress')
  await app.inject('/v1/scenarios/%zzsecret')
  const text = (await app.inject('/metrics')).body
  const found = samplesOf(text)
  const count = (method: string, route: string, status: number) =>
    found.get(`cashable_http_requests_total{method="${method}",route="${route}",status="${status}"}`)
  t.equal(count('POST', '/v1/appraise', 200), 2)
  t.equal(count('POST', '/v1/appraise', 400), 1)
  t.equal(count('GET', '/v1/scenarios/:id/appraise.json', 200), 1)
  t.equal(count('GET', '/v1/scenarios/:id', 404), 1)
  t.equal(count('GET', 'none', 404), 1)
  t.equal(count('GET', 'none', 400), 1)
  t.equal(found.get('cashable_http_request_duration_seconds_count{method="POST",route="/v1/appraise"}'), 3)
  t.equal(found.get('cashable_http_requests_in_flight'), 1, 'the one that asks')
  t.notMatch(text, /secret|987654|fgc|minimal/i)
})

t.test('what is worked out is counted: the nodes of the graph of each appraisal', async (t) => {
  const app = await service(t)
  const { case: complete, register } = completeCase(smallest as never)
  const { size } = appraisal(complete, register).book.graph
  await postCase(app, smallest)
  await postCase(app, { ...smallest, title: 'the same again' })
  const found = await samples(app)
  t.equal(found.get('cashable_appraisals_total'), 2)
  t.equal(found.get('cashable_operations_total'), 2 * size)
  const other = await service(t)
  t.equal((await samples(other)).get('cashable_operations_total'), 0, 'two services count apart')
})

t.test('jobs of the crew are counted by how they ended', async (t) => {
  const app = await service(t)
  const post = (url: string) =>
    app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(smallest) })
  t.equal((await post('/v1/sensitivity')).statusCode, 200)
  t.equal((await post('/v1/sensitivity?measure=nothing')).statusCode, 404)
  const found = await samples(app)
  t.equal(found.get('cashable_crew_jobs_total{job="sensitivityOf",outcome="done"}'), 1)
  t.equal(found.get('cashable_crew_jobs_total{job="sensitivityOf",outcome="refused"}'), 1)
  t.equal(found.get('cashable_crew_job_duration_seconds_count{job="sensitivityOf"}'), 2)
  t.equal(found.get('cashable_crew_queue_length'), 0)
  t.equal(found.get('cashable_crew_jobs_running'), 0)
  t.ok((found.get('cashable_crew_threads') as number) >= 1)
})

t.test('the form is Prometheus’s, and the OpenAPI document leaves it out', async (t) => {
  const app = await service(t)
  const { headers, body } = await app.inject('/metrics')
  t.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
  const names = [...body.matchAll(/^# TYPE (\S+) (counter|gauge|histogram|summary)$/gm)].map(([, name]) => name)
  t.ok(names.length > 15 && new Set(names).size === names.length)
  // The text format, line by line: a name, labels in braces, a number. Source: Prometheus, exposition formats, text-based format 0.0.4.
  const line = /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*",?)*\})? (-?[0-9.]+(e[+-]?[0-9]+)?|NaN|[+-]Inf)$/
  t.same(
    body.split('\n').filter((each) => each !== '' && !each.startsWith('#') && !line.test(each)),
    [],
  )
  t.notOk('/metrics' in (await app.inject('/openapi.json')).json().paths)
})

t.test('the program shows its process, its queue and its loop, and counts who goes away', async (t) => {
  const program = await start(t)
  const read = async () => samplesOf(await (await fetch(`${program.address}/metrics`)).text())
  await read()
  const { socket } = await dial(t, program)
  socket.write('GET /v1/scenarios/la5-package/simulate?draws=20000&drivers=no HTTP/1.1\r\nHost: x\r\n\r\n')
  await until(async () => ((await read()).get('cashable_crew_jobs_running') as number) > 0)
  socket.destroy()
  await until(async () => (await read()).get('cashable_http_requests_abandoned_total{route="/v1/scenarios/:id/simulate"}') === 1)
  await until(async () => (await read()).get('cashable_crew_jobs_running') === 0)
  const found = await read()
  t.equal(found.get('cashable_http_requests_in_flight'), 1)
  t.equal(found.get('cashable_ready'), 1)
  t.ok((found.get('process_resident_memory_bytes') as number) > 10e6)
  t.ok((found.get('process_cpu_seconds_total') as number) > 0)
  for (const quantile of ['0.5', '0.99', '1']) t.ok(found.has(`cashable_event_loop_delay_seconds{quantile="${quantile}"}`))
  t.match(program.stderr(), /"route":"\/v1\/scenarios\/:id\/simulate","milliseconds":[0-9.]+,"msg":"abandoned"/)
  const abandoned = [...found].filter(([name]) => name.startsWith('cashable_http_requests_abandoned_total'))
  t.same(
    abandoned.map(([, count]) => count),
    [1],
    'and nobody who was answered',
  )
  t.equal(program.stderr().split('"msg":"abandoned"').length - 1, 1)
  t.notMatch(program.stderr(), '"level":50', 'and nobody is alarmed')
})
