import { once } from 'node:events'
import t from 'tap'
import { dial, start } from '../program.ts'
import { guarded } from './guarded.ts'

const addresses = ['/v1/lines', '/v1/scenarios/minimal/appraise.xml', '/v1/scenarios/nothing', '/nothing', '/health/live', '/openapi.json']

t.test('browsers are told to run nothing, frame nothing, guess no types and tell nobody', async (t) => {
  const app = await guarded(t, {})
  for (const url of addresses) {
    const { headers } = await app.inject(url)
    t.match(
      headers,
      {
        'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        'cross-origin-resource-policy': 'cross-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'access-control-allow-origin': '*',
      },
      url,
    )
    t.equal(headers['strict-transport-security'], undefined, 'no word of HTTPS where nobody has said that there is any')
    t.equal(headers['access-control-allow-credentials'], undefined, 'what a browser sends of its own accord counts for nothing')
  }
})

t.test('pages have policies that let them work, and one policy each', async (t) => {
  const app = await guarded(t, {})
  const policies = {
    '/docs/': /^default-src 'self'; img-src/,
    '/docs/access': /style-src 'unsafe-inline'/,
    '/docs/spreadsheets': /style-src 'unsafe-inline'/,
  }
  for (const [url, policy] of Object.entries(policies)) {
    const { statusCode, headers } = await app.inject(url)
    t.equal(statusCode, 200, url)
    t.match(headers['content-security-policy'], policy, url)
    t.type(headers['content-security-policy'], 'string')
  }
})

t.test('pages have their looks, nothing left to fill in, and lead to one another', async (t) => {
  const app = await guarded(t, {})
  const pages = { '/docs/access': ['/docs/assurance', '/docs/spreadsheets'], '/docs/spreadsheets': ['/docs/access', '/docs/assurance'] }
  for (const [url, links] of Object.entries(pages)) {
    const { body } = await app.inject(url)
    t.match(body, '  body { font: 1rem/1.5 ', url)
    t.notMatch(body, /\{\{|\/\* looks/, url)
    for (const link of links) t.match(body, `href="${link}`, `${url} to ${link}`)
    for (const [, to = ''] of body.matchAll(/href="(\/[^"#]*)/g)) t.match((await app.inject(to)).statusCode, /^(200|302)$/, to)
  }
})

t.test('answers that no route gives, and those to what is not HTTP, tell browsers the same', async (t) => {
  const app = await guarded(t, { hstsSeconds: 60 })
  const names = [
    'content-security-policy',
    'cross-origin-resource-policy',
    'referrer-policy',
    'x-content-type-options',
    'x-frame-options',
    'strict-transport-security',
  ]
  const { headers: usual } = await app.inject('/v1/lines')
  const pick = (headers: Record<string, unknown>) => names.map((name) => headers[name])
  t.notOk(pick(usual).includes(undefined))
  for (const [url, status] of [
    ['/v1/scenarios/%zz', 400],
    [`/v1/scenarios/${'a'.repeat(200)}`, 414],
  ] as const) {
    const { statusCode, headers } = await app.inject(url)
    t.equal(statusCode, status)
    t.same(pick(headers), pick(usual), url)
  }
  const program = await start(t, { HSTS_SECONDS: '60' })
  const { socket, received } = await dial(t, program)
  socket.write('nonsense\r\n\r\n')
  await once(socket, 'close')
  const lines = received().split('\r\n\r\n')[0]?.split('\r\n').slice(1) ?? []
  const raw = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]))
  t.same(pick(raw), pick(usual))
})

t.test('HTTPS alone where it is asked for', async (t) => {
  const app = await guarded(t, { hstsSeconds: 31536000 })
  t.equal((await app.inject('/v1/lines')).headers['strict-transport-security'], 'max-age=31536000')
})

t.test('answers are read by pages of the origins that are named, and by no others', async (t) => {
  const app = await guarded(t, { origins: ['https://sheets.example', 'http://localhost:3000'] })
  for (const [origin, expected] of [
    ['https://sheets.example', 'https://sheets.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://sheets.example.evil.example', undefined],
    ['http://sheets.example', undefined],
    ['null', undefined],
    [undefined, undefined],
  ] as const) {
    for (const url of [...addresses, '/v1/scenarios/%zz']) {
      const { headers } = await app.inject({ url, headers: origin === undefined ? {} : { origin } })
      t.equal(headers['access-control-allow-origin'], expected, `${url} from ${origin}`)
      if (!url.includes('%')) t.match(headers.vary, /origin$/, url)
    }
  }
  const { headers } = await app.inject({
    method: 'POST',
    url: '/v1/appraise',
    headers: { 'content-type': 'application/json' },
    payload: '{}',
  })
  t.match(headers.vary, /origin$/)
  const csv = await app.inject({
    method: 'POST',
    url: '/v1/appraise?format=csv',
    headers: { 'content-type': 'application/json' },
    payload: '{"extends":"minimal","start":"2026-04","years":5,"title":"a"}',
  })
  t.match([csv.statusCode, csv.headers.vary], [200, 'accept, origin'], 'what a route said stays')
})
