import t from 'tap'
import { guarded, keyOf, keysFile } from './guarded.ts'

const noon = Date.parse('2026-11-23T12:00:00Z')

t.test('a caller may make so many requests a minute, and each caller for themselves', async (t) => {
  const one = keyOf('one', ['appraise'])
  const two = keyOf('two', ['appraise'])
  const app = await guarded(t, { keysFile: keysFile(t, [one.line, two.line]), requestsPerMinute: 3 })
  const ask = (key: string | undefined, remoteAddress = '192.0.2.1', url = '/v1/lines') =>
    app.inject({ url, remoteAddress, headers: key === undefined ? {} : { 'x-api-key': key } })
  for (const left of ['2', '1', '0']) {
    const { statusCode, headers } = await ask(one.key)
    t.equal(statusCode, 200)
    t.match(headers, { 'ratelimit-limit': '3', 'ratelimit-remaining': left, 'ratelimit-reset': /^([45][0-9]|60)$/ })
  }
  const refused = await ask(one.key)
  t.match(refused.json(), {
    status: 429,
    code: 'too-many-requests',
    detail: /^One caller may make 3 requests a minute\. Try again in ([45][0-9]|60) seconds\.$/,
  })
  t.match(refused.headers, {
    'retry-after': /^([45][0-9]|60)$/,
    'ratelimit-remaining': '0',
    'content-type': 'application/problem+json; charset=utf-8',
  })
  t.equal((await ask(one.key, '192.0.2.2')).statusCode, 429, 'from any address')
  t.equal((await ask(one.key, '192.0.2.1', '/v1/simulate')).statusCode, 405, 'what no route takes is not counted')
  t.equal((await ask(two.key)).statusCode, 200, 'another key has its own')

  for (const expected of [401, 401, 401, 429])
    t.equal((await ask('guess', '192.0.2.7')).statusCode, expected, 'guesses are counted by address')
  t.match((await ask(undefined, '192.0.2.7')).json(), { code: 'too-many-requests', detail: /^One address/ })
  t.equal((await ask(undefined, '192.0.2.8')).statusCode, 401)
  t.equal((await ask(two.key, '192.0.2.7')).statusCode, 200, 'a good key is not held to its address')
  for (const [host, expected] of [
    [1, 401],
    [2, 401],
    [3, 401],
    [4, 429],
  ] as const)
    t.equal((await ask(undefined, `2001:db8::${host}`)).statusCode, expected, 'a network of IPv6 is one address')
  for (let each = 0; each < 5; each += 1)
    t.equal((await ask(undefined, '192.0.2.7', '/health/live')).statusCode, 200, 'health is never limited')
})

t.test('where anyone may call, the limit is by address; on loopback there is none', async (t) => {
  const open = await guarded(t, { requestsPerMinute: 2, anyone: true })
  const codes = []
  for (let each = 0; each < 3; each += 1) codes.push((await open.inject('/v1/lines')).statusCode)
  t.same(codes, [200, 200, 429])
  const app = await guarded(t, {})
  const { headers } = await app.inject('/v1/lines')
  t.equal(headers['ratelimit-limit'], undefined)
})

t.test('nobody gets another address by saying so; a proxy that is believed tells for whom it asks', async (t) => {
  const codesOf = async (proxies: readonly string[] | undefined, asked: readonly [from: string, forwarded: string][]) => {
    const app = await guarded(t, { requestsPerMinute: 1, anyone: true, ...(proxies === undefined ? {} : { proxies }) })
    const codes: number[] = []
    for (const [remoteAddress, forwarded] of asked)
      codes.push((await app.inject({ url: '/v1/lines', remoteAddress, headers: { 'x-forwarded-for': forwarded } })).statusCode)
    return codes
  }
  const [proxy, caller] = ['10.1.2.3', '198.51.100.1']
  const two: [string, string][] = [
    [proxy, caller],
    [proxy, '198.51.100.2'],
  ]
  t.same(await codesOf(undefined, two), [200, 429], 'where no proxy is believed, the header counts for nothing')
  t.same(await codesOf(['10.1.0.0/16'], two), [200, 200], 'two callers of one proxy')
  const spoofed: [string, string, string][] = [
    [proxy, `192.0.2.9, ${caller}`, 'what the caller wrote before the address that the proxy adds'],
    [proxy, `192.0.2.10, ${caller}, 10.1.9.9`, 'through two proxies'],
    [proxy, `${caller}:50001`, 'with the port that some proxies write'],
    ['::ffff:10.1.2.3', caller, 'a proxy that comes by IPv6'],
    [caller, '192.0.2.11', 'straight, past the proxy'],
  ]
  for (const [from, forwarded, how] of spoofed)
    t.same(
      await codesOf(
        ['10.1.0.0/16'],
        [
          [proxy, caller],
          [from, forwarded],
        ],
      ),
      [200, 429],
      how,
    )
  const garbage = await codesOf(
    ['10.1.0.0/16'],
    [
      [proxy, 'unknown'],
      [proxy, '_hidden'],
    ],
  )
  t.same(garbage, [200, 429], 'what is no address is the proxy itself')
  // The page with addresses to copy says the one that its reader came to.
  const app = await guarded(t, { anyone: true, proxies: ['10.1.0.0/16'] })
  const headers = { host: 'inside:8080', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'calc.example' }
  const pageFrom = async (remoteAddress: string) => (await app.inject({ url: '/docs/spreadsheets', remoteAddress, headers })).body
  t.match(await pageFrom(proxy), 'https://calc.example/v1/')
  t.match(await pageFrom(caller), 'http://inside:8080/v1/')
  t.notMatch(await pageFrom(caller), 'calc.example')
  // Some proxies pass on what the caller wrote.
  for (const scheme of ['javascript', '"><script>', 'HTTPS, http'])
    t.match(
      (await app.inject({ url: '/docs/spreadsheets', remoteAddress: proxy, headers: { ...headers, 'x-forwarded-proto': scheme } })).body,
      'came from, <code>http://calc.example</code>',
      scheme,
    )
})

t.test('a key may make so many requests a day, until midnight', async (t) => {
  const few = keyOf('few', ['appraise'], { perDay: 2 })
  const more = keyOf('more', ['appraise'])
  let now = noon
  const app = await guarded(t, { keysFile: keysFile(t, [few.line, more.line]) }, { clock: () => now })
  const ask = (url = '/v1/lines', key = few.key) => app.inject({ url, headers: { 'x-api-key': key } })
  t.equal((await ask('/v1/scenarios/nothing/simulate')).statusCode, 403, 'a refusal takes nothing from the day')
  for (const expected of [200, 200, 429]) t.equal((await ask()).statusCode, expected)
  now = Date.parse('2026-11-23T23:59:30Z')
  const refused = await ask()
  // Half a minute before midnight.
  t.match(refused.json(), { status: 429, code: 'quota-spent', detail: /^This key may make 2 requests a day.*in 30 seconds\.$/ })
  t.equal(refused.headers['retry-after'], '30')
  t.equal((await ask('/v1/lines', more.key)).statusCode, 200)
  now = Date.parse('2026-11-24T00:00:00Z')
  for (const expected of [200, 200, 429]) t.equal((await ask()).statusCode, expected)
})

t.test('a key is taken up to the end of its last day', async (t) => {
  const { key, line } = keyOf('brief', ['appraise'], { expires: '2026-11-23' })
  let now = Date.parse('2026-11-23T23:59:59.999Z')
  const app = await guarded(t, { keysFile: keysFile(t, [line]) }, { clock: () => now })
  const ask = () => app.inject({ url: '/v1/lines', headers: { 'x-api-key': key } })
  t.equal((await ask()).statusCode, 200)
  now += 1
  t.match((await ask()).json(), { status: 401, code: 'wrong-credential', detail: /The key brief could be used up to 2026-11-23/ })
})
