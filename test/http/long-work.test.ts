import { once } from 'node:events'
import { connect } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { usualLimits } from '../../src/answers/cost/limits.ts'
import { explain } from '../../src/answers/explain.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { rendered } from '../../src/formats/json.ts'
import { largeCase, largestShape } from '../answers/large-cases.ts'
import { until } from './program.ts'
import { model, postCase, service, smallest } from './service.ts'

/*
 * Long questions: the same bytes on a thread as here, refused by their price before any work, ended when they take too long, and nobody else kept
 * waiting meanwhile.
 */

const json = { 'content-type': 'application/json' }
const work = { seconds: 60, megabytes: 1024, waiting: 4 }
/** Above what is answered between two other requests. */
const long = largeCase({ ...largestShape, demands: 2, lines: 4, interventions: 3, acts: 2, costs: 2, savings: 1, years: 10 })
const unsure = {
  ...smallest,
  interventions: smallest.interventions.map((each) => ({
    ...each,
    effects: each.effects.map((effect) => ({ ...effect, reduction: { central: '0.192', low: '0.05', high: '0.3' } })),
  })),
}

t.test('a thread gives the bytes that are given here', async (t) => {
  const app = await service(t)
  const ready = completeCase(JSON.parse(JSON.stringify(long)))
  const answer = JSON.stringify(rendered(appraise(ready, { model, methods: new WrittenMethods() }) as never))
  const response = await postCase(app, long)
  t.equal(response.statusCode, 200)
  t.ok(response.body === answer, 'an appraisal')
  const explained = await app.inject({ method: 'POST', url: '/v1/explain?line=headline.npv', headers: json, payload: JSON.stringify(long) })
  t.ok(explained.body === JSON.stringify(rendered(explain(ready, { model }, 'headline.npv') as never)), 'an explanation')
  // Spaces make the text too long to be read between two other requests, and nothing else of it.
  const spaced = await postCase(app, JSON.stringify(smallest, undefined, 400))
  t.equal((await postCase(app, smallest)).body, spaced.body, 'a case that was read on a thread')
  const wrong = { ...smallest, years: 0 }
  t.same((await postCase(app, JSON.stringify(wrong, undefined, 400))).json().errors[0].pointer, '/years', 'and what is wrong with one')
})

t.test('rows of a batch are the same on a thread, and stand in their order', async (t) => {
  const app = await service(t)
  const payload = ['scenario,years', 'la5-package,5', 'la5-package,25', 'minimal,5'].join('\r\n')
  const response = await app.inject({
    method: 'POST',
    url: '/v1/batch?columns=headline.netCashable',
    headers: { 'content-type': 'text/csv' },
    payload,
  })
  const cells = response.body.split('\r\n').map((row) => row.split(','))
  for (const [row, [id, years]] of [
    ['la5-package', 5],
    ['la5-package', 25],
    ['minimal', 5],
  ].entries()) {
    const one = await app.inject(`/v1/scenarios/${id}/appraise.json?set.years=${years}`)
    t.equal(cells[row + 1]?.[2], one.json().headline.netCashable, `${id} over ${years} years`)
  }
})

t.test('what is too large is refused before any work, with what it takes and the limit', async (t) => {
  const limits = { ...usualLimits, bodyBytes: 20_000, depth: 10, months: 120, interventions: 3, lines: 6, draws: 5000, operations: 30_000 }
  const app = await service(t, { limits: { ...limits, totalOperations: 60_000 } })
  const refused = async (given: unknown, code: string, detail: RegExp, url = '/v1/appraise', status = 422) => {
    const response = await app.inject({ method: 'POST', url, headers: json, payload: JSON.stringify(given) })
    t.equal(response.statusCode, status, code)
    t.match(response.json(), { code, detail })
  }
  t.equal((await postCase(app, smallest)).statusCode, 200)
  await refused({ ...smallest, years: 11 }, 'case-too-large', /looks 132 months ahead; at most 120 are taken/)
  const fgc = smallest.interventions[0]
  const four = Array.from({ length: 4 }, (_, place) => ({ ...fgc, id: `i${place}` }))
  await refused({ ...smallest, interventions: four }, 'case-too-large', /has 4 interventions; at most 3/)
  const costs = Array.from({ length: 7 }, (_, place) => ({ id: `c${place}`, amount: 1, per: 'year' }))
  await refused({ ...smallest, interventions: [{ ...fgc, costs }] }, 'case-too-large', /has 8 lines of costs and savings; at most 6/)
  const heavy = largeCase({ ...largestShape, demands: 1, lines: 3, interventions: 3, acts: 1, costs: 0, savings: 0, years: 10 })
  await refused(heavy, 'case-too-large', /^This case would take [0-9]{2},[0-9]{3} operations; at most 30,000 are done\.$/)
  await refused(unsure, 'question-too-large', /asks for 6,000 draws; at most 5,000/, '/v1/simulate?draws=6000')
  const book = /^This question would take [0-9,]+ operations \(a workbook of a case of [0-9,]+\); at most 60,000 are done\.$/
  await refused({ ...smallest, years: 8 }, 'question-too-large', book, '/v1/appraise?format=xlsx')
  await refused({ ...smallest, notes: 'x'.repeat(20_000) }, 'body-too-large', /limits.bodyBytes/, '/v1/appraise', 413)
  const deep = `{"start":"2026-04","years":1,"notes":${'['.repeat(11)}${']'.repeat(11)}}`
  t.match((await postCase(app, deep)).json(), { status: 400, detail: /more than 10 levels/ })
  t.match((await app.inject('/version')).json().limits, { months: 120, operations: 30_000, totalOperations: 60_000 })
})

t.test('the largest case that is legal is refused by its price, and nobody waits for that', async (t) => {
  const app = await service(t)
  const payload = JSON.stringify(largeCase(largestShape))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const longest = async (given: string) => {
    delay.reset()
    delay.enable()
    const response = await postCase(app, given)
    delay.disable()
    return { response, milliseconds: delay.max / 1e6 }
  }
  // The first of each is not counted: the program is still being compiled.
  await longest(JSON.stringify(long))
  await longest(payload)
  const largest = await longest(payload)
  t.match(largest.response.json(), { status: 422, code: 'case-too-large', detail: /at most 2,000,000 are done/ })
  const answered = await longest(JSON.stringify(long))
  t.equal(answered.response.statusCode, 200)
  for (const [what, { milliseconds }] of Object.entries({ largest, answered })) {
    t.comment(`${what}: ${milliseconds.toFixed(1)} ms`)
    t.ok(milliseconds < 100, `${what}: no other request waited longer than ${milliseconds.toFixed(1)} ms`)
  }
})

t.test('a simulation whose threads are ended says so, and the next question is answered', async (t) => {
  const app = await service(t, { work: { ...work, seconds: 1 } })
  const payload = JSON.stringify({ ...unsure, years: 30 })
  const response = await app.inject({ method: 'POST', url: '/v1/simulate?draws=1000000', headers: json, payload })
  t.equal(response.statusCode, 503)
  t.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8')
  t.match(response.json(), { code: 'work-too-long', detail: /longer than a second, and was ended.*fewer draws/ })
  t.equal((await postCase(app, smallest)).statusCode, 200)
})

t.test('with no room for another long question, one is sent away with the time to come back', async (t) => {
  const app = await service(t, { work: { ...work, threads: 1, waiting: 0 } })
  const ask = () => app.inject({ method: 'POST', url: '/v1/simulate?draws=200000', headers: json, payload: JSON.stringify(unsure) })
  const [first, second] = await Promise.all([ask(), ask()])
  t.equal(first.statusCode, 200)
  t.equal(second.statusCode, 503)
  t.equal(second.headers['retry-after'], '5')
  t.match(second.json(), { code: 'busy', detail: /1 are worked on and 0 wait/ })
})

t.test('a question whose client goes away leaves the threads to others', async (t) => {
  const app = await service(t, { work: { ...work, threads: 1, waiting: 1 } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const payload = JSON.stringify({ ...unsure, years: 30 })
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `POST /v1/simulate?draws=1000000 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${payload.length}\r\n\r\n${payload}`,
  )
  await new Promise((resolve) => setTimeout(resolve, 1500))
  socket.destroy()
  const begun = performance.now()
  const other = async () =>
    (await app.inject({ method: 'POST', url: '/v1/sensitivity', headers: json, payload: JSON.stringify(unsure) })).statusCode
  await until(async () => (await other()) === 200)
  t.ok(performance.now() - begun < 15_000, 'long before the simulation would have ended')
})
