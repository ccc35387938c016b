import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { CheckFailure } from '../../src/answers/checked.ts'
import { exactNumber } from '../../src/graph/exact.ts'
import { problems } from '../../src/http/problem.ts'
import { postCase, service, smallest } from './service.ts'

/** Holds a response to be a problem document of a code, whole and in order, and returns it. */
function problemOf(t: Test, response: LightMyRequestResponse, code: keyof typeof problems) {
  const [status, title] = problems[code]
  const document = response.json()
  t.equal(response.statusCode, status, `${code} is a ${status}`)
  t.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8')
  t.match(response.headers['x-request-id'], /^[0-9a-f-]{36}$/)
  t.match(document, { type: `urn:cashable:problem:${code}`, title, status, code })
  t.ok(document.detail.length > 10 && Array.isArray(document.errors))
  return document
}

const send = (app: FastifyInstance, payload: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  app.inject({ method: 'POST', url: '/v1/appraise', headers, payload })

t.test('text that is not JSON or YAML is a 400 with its line and column', async (t) => {
  const app = await service(t)
  const json = problemOf(t, await send(app, '{\n  "years": 5,\n  "start" 1\n}'), 'not-json')
  t.match(json.errors, [{ line: 3, column: 11, pointer: '', path: '' }])
  const yaml = problemOf(t, await send(app, 'years: 5\nstart: [1\n', { 'content-type': 'application/yaml' }), 'not-yaml')
  t.ok(yaml.errors[0].line >= 2)
  problemOf(t, await send(app, '{"years":5,"years":6}'), 'not-json')
  problemOf(t, await send(app, ''), 'empty-body')
  problemOf(t, await app.inject({ method: 'POST', url: '/v1/appraise' }), 'empty-body')
})

t.test('bytes that are not UTF-8 are a 400 that names the first, and never a replacement character', async (t) => {
  const app = await service(t)
  const latin = problemOf(t, await send(app, Buffer.from('{"title":\n "caf\xe9"}', 'latin1')), 'not-text')
  t.match(latin.errors, [{ got: 'byte 0xE9', expected: 'UTF-8', line: 2, column: 6 }])
  const cut = problemOf(t, await send(app, Buffer.from([0x7b, 0xe2, 0x82])), 'not-text')
  t.match(cut.errors, [{ got: 'byte 0xE2', line: 1, column: 2 }])
  // EF is how a replacement character begins, so this text agrees with its repair as far as it goes.
  const agreeing = problemOf(t, await send(app, Buffer.from([0x7b, 0xef])), 'not-text')
  t.match(agreeing.errors, [{ got: 'byte 0xEF', line: 1, column: 2 }])
  problemOf(t, await send(app, Buffer.from([0xff, 0xfe, 0x7b, 0x00])), 'not-text')
  const withMark = await send(app, `\uFEFF${JSON.stringify(smallest)}`)
  t.equal(withMark.statusCode, 200, 'a byte order mark is taken')
})

t.test('a type, a character set or a compression that is not read is a 415 that says what is', async (t) => {
  const app = await service(t)
  const form = await send(app, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })
  t.match(problemOf(t, form, 'unsupported-media-type').detail, 'application/json')
  t.match(form.headers['accept-post'], 'application/yaml')
  problemOf(t, await send(app, '{}', {}), 'unsupported-media-type')
  problemOf(t, await send(app, '{}', { 'content-type': 'nonsense' }), 'unsupported-media-type')
  problemOf(t, await send(app, '{}', { 'content-type': 'text/plain' }), 'unsupported-media-type')
  problemOf(t, await send(app, '{}', { 'content-type': 'application/json; charset=utf-16' }), 'unsupported-charset')
  const zipped = await send(app, '{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  problemOf(t, zipped, 'unsupported-encoding')
  t.equal(zipped.headers['accept-encoding'], 'identity')
  const taken = await send(app, JSON.stringify(smallest), { 'content-type': 'Application/JSON; Charset="UTF-8"' })
  t.equal(taken.statusCode, 200, 'names of types and character sets have no case')
})

t.test('a body above the limit is a 413, and one at the limit is read', async (t) => {
  const app = await service(t)
  problemOf(t, await send(app, Buffer.alloc(2_000_000, 0x20)), 'body-too-large')
  problemOf(t, await send(app, Buffer.alloc(1024 * 1024 + 1, 0x20)), 'body-too-large')
  const text = JSON.stringify(smallest)
  const padded = await send(app, text + ' '.repeat(1024 * 1024 - text.length))
  t.equal(padded.statusCode, 200)
})

t.test('a case that is not legal is a 422 with every problem at its place', async (t) => {
  const app = await service(t)
  const [demand] = smallest.demand
  const wrong = { ...smallest, yeers: 5, demand: [{ ...demand, entriesPerYear: -1 }] }
  const document = problemOf(t, await postCase(app, wrong), 'not-a-case')
  t.match(
    document.errors.find(({ path }: { path: string }) => path === 'demand.care.entriesPerYear'),
    { pointer: '/demand/0/entriesPerYear', got: '-1', line: 1 },
  )
  t.ok(document.errors.some(({ message }: { message: string }) => message.includes('yeers')))
  t.ok(document.detail.includes(`${document.errors.length} problems`))
})

t.test('keys that mean something to JavaScript are unknown keys and nothing else', async (t) => {
  const app = await service(t)
  const text = JSON.stringify(smallest).replace('{', '{"__proto__":{"years":9},"constructor":{"prototype":{}},"toString":1,')
  const { errors } = problemOf(t, await postCase(app, text), 'not-a-case')
  t.same(errors.map(({ pointer }: { pointer: string }) => pointer).sort(), ['/__proto__', '/constructor', '/toString'])
  t.notOk(Object.hasOwn(Object.prototype, 'years'))
})

t.test('at most fifty problems are listed, and all are counted', async (t) => {
  const app = await service(t)
  const keys = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`key${index}`, index]))
  const document = problemOf(t, await postCase(app, { ...smallest, ...keys }), 'not-a-case')
  t.equal(document.errors.length, 50)
  t.equal(document.total, 80)
})

t.test('an unknown address is a 404 with the nearest, a wrong method a 405 with Allow', async (t) => {
  const app = await service(t)
  t.match(problemOf(t, await app.inject('/v1/scenarois'), 'unknown-route').detail, '/v1/scenarios')
  problemOf(t, await app.inject('/nothing/like/it'), 'unknown-route')
  problemOf(t, await app.inject('/docs/static/none.js'), 'unknown-route')
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'] as const) {
    const response = await app.inject({ method, url: '/v1/appraise' })
    t.equal(response.statusCode, 405)
    t.equal(response.headers.allow, 'OPTIONS, POST')
  }
  const posted = await app.inject({ method: 'POST', url: '/v1/scenarios/minimal', payload: { a: 1 } })
  problemOf(t, posted, 'wrong-method')
  t.equal(posted.headers.allow, 'GET, HEAD, OPTIONS')
  const options = await app.inject({ method: 'OPTIONS', url: '/v1/appraise' })
  t.equal(options.statusCode, 204)
  t.equal(options.headers.allow, 'OPTIONS, POST')
})

t.test('an address that cannot be decoded is a 400, one that is too long a 414', async (t) => {
  const app = await service(t)
  problemOf(t, await app.inject('/v1/scenarios/%zz'), 'malformed-url')
  problemOf(t, await app.inject('/v1/scenarios?x=%E9'), 'malformed-url')
  problemOf(t, await app.inject('/docs/static/%00'), 'malformed-request')
  problemOf(t, await app.inject(`/v1/scenarios/${'a'.repeat(300)}`), 'url-too-long')
})

t.test('a failed check is a 500 that names the check and gives no number', async (t) => {
  const app = await service(t)
  const result = {
    id: 'ladder.sum',
    left: exactNumber('123456.78'),
    right: exactNumber(0),
    difference: exactNumber(1),
    tolerance: exactNumber(0),
  }
  app.get('/failing', () => {
    throw new CheckFailure([{ ...result, pass: false }])
  })
  const response = await app.inject('/failing')
  t.match(problemOf(t, response, 'check-failed').errors, [{ path: 'ladder.sum' }])
  t.notMatch(response.body, '123456')
})

t.test('an error that nobody foresaw is a 500 that says nothing of itself', async (t) => {
  const app = await service(t)
  app.get('/broken', () => {
    throw new TypeError('the secret of /some/where')
  })
  const response = await app.inject('/broken')
  problemOf(t, response, 'internal')
  t.notMatch(response.body, /secret|where|TypeError|\.ts/)
})

t.test('an effect whose kind and demand are both wrong is a 422 about its kind, and no failure of ours', async (t) => {
  const app = await service(t)
  const effects = [{ kind: 'exts', demand: 5 }]
  const theCase = { start: '2026-04', years: 1, interventions: [{ id: 'fgc', effects }] }
  const { errors } = problemOf(t, await send(app, JSON.stringify(theCase)), 'not-a-case')
  t.match(errors, [{ pointer: '/interventions/0/effects/0/kind', got: '"exts"', expected: 'entries or exits' }])
  t.equal(errors.length, 1)
})
