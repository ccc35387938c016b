import t from 'tap'
import { buildApp } from '../../src/http/app.ts'
import { framesOf } from '../../src/http/frames.ts'
import { model, postCase, scenarios, smallest } from './service.ts'

t.test('a request is logged in one line, with nothing of the case in it', async (t) => {
  const written: string[] = []
  const app = await buildApp({ model, scenarios, logger: { stream: { write: (line: string) => void written.push(line) } } })
  t.teardown(() => app.close())
  await app.ready()
  written.length = 0
  const before = { ...smallest, title: 'Secretshire' }
  await postCase(app, before)
  await postCase(app, { ...before, demand: [{ id: 'secretdemand' }] })
  await postCase(app, '{"Secretshire": secret')
  await app.inject('/v1/scenarios/secretscenario')
  await app.inject('/v1/scenarios/minimal/appraise.json?set.interventions.fgc.costs.team.amount=987654')
  await app.inject('/secretaddress?secret=1')
  await app.inject('/v1/scenarios/%zzsecret')
  app.log.info('end')
  const lines = written.map((line) => JSON.parse(line))
  t.equal(lines.length, 8)
  t.notMatch(written.join(''), /secret|987654/i)
  t.match(lines.slice(0, 7), [
    { method: 'POST', route: '/v1/appraise', status: 200 },
    { method: 'POST', route: '/v1/appraise', status: 422 },
    { method: 'POST', route: '/v1/appraise', status: 400 },
    { method: 'GET', route: '/v1/scenarios/:id', status: 404 },
    { method: 'GET', route: '/v1/scenarios/:id/appraise.json', status: 200 },
    { method: 'GET', route: 'none', status: 404 },
    { method: 'GET', route: 'none', status: 400 },
  ])
  for (const line of lines.slice(0, 7)) {
    t.match(line.requestId, /^[0-9a-f-]{36}$/)
    t.ok(line.milliseconds >= 0 && line.bytes > 0)
  }
})

t.test('a failure is logged with where it happened, and without its message', async (t) => {
  const written: string[] = []
  const app = await buildApp({ model, scenarios, logger: { stream: { write: (line: string) => void written.push(line) } } })
  t.teardown(() => app.close())
  app.get('/broken', () => {
    throw new RangeError('about Secretshire\n    in two lines')
  })
  app.get('/odd', () => {
    throw 'a text about Secretshire'
  })
  const response = await app.inject('/broken')
  const line = written.map((each) => JSON.parse(each)).find(({ level }) => level === 50)
  t.match(line, { error: 'RangeError', requestId: response.headers['x-request-id'] })
  t.match(line.at[0], /logs\.test\.ts/)
  t.notMatch(written.join(''), /Secretshire|two lines/)
  const odd = await app.inject('/odd')
  t.match(odd.json(), { status: 500, code: 'internal' })
  t.match(written.map((each) => JSON.parse(each)).filter(({ level }) => level === 50)[1], {
    error: 'Error',
    requestId: odd.headers['x-request-id'],
  })
  t.notMatch(odd.body + written.join(''), 'Secretshire')
  t.same(framesOf(undefined), [], 'an error without a stack came from nowhere that can be said')
})
