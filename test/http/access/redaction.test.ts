import t from 'tap'
import { guarded, keyOf, keysFile } from './guarded.ts'

t.test('a key is nowhere in the logs, in answers, in errors or in tags', async (t) => {
  const good = keyOf('finance', ['appraise', 'simulate', 'upload'])
  const old = keyOf('old', ['appraise'], { expires: '2020-01-01' })
  const few = keyOf('few', ['metrics'])
  const stranger = keyOf('stranger', ['appraise'])
  const written: string[] = []
  const app = await guarded(
    t,
    { keysFile: keysFile(t, [good.line, old.line, few.line]), requestsPerMinute: 1000 },
    { logger: { level: 'trace', stream: { write: (line: string) => void written.push(line) } } },
  )
  app.get('/v1/broken', (request) => {
    throw new RangeError(`broken at ${request.raw.url} ${request.originalUrl} ${request.url}`)
  })
  const addresses = [
    '/v1/scenarios/minimal/appraise.json?KEY',
    '/v1/scenarios/minimal/appraise.csv?KEY&onError=text',
    '/v1/scenarios/minimal/value.txt?line=headline.cost&KEY',
    '/v1/scenarios/minimal/value.txt?line=nothing&KEY&onError=text',
    '/v1/scenarios/minimal/value.txt?KEY&wrong=1',
    '/v1/scenarios/minimal?KEY&wrong=%zz',
    '/v1/scenarios/%zz?KEY',
    '/v1/nothing?KEY',
    '/v1/broken?KEY',
    '/version?KEY',
    '/docs?KEY',
    '/docs/access?KEY',
    '/docs/spreadsheets?KEY',
    '/?KEY',
  ]
  const answered: string[] = []
  for (const { key } of [good, old, few, stranger]) {
    for (const address of addresses) {
      const inAddress = await app.inject(address.replace('KEY', `key=${key}`))
      const inHeader = await app.inject({ url: address.replace('KEY', ''), headers: { 'x-api-key': key } })
      const inBearer = await app.inject({ url: address.replace('KEY', ''), headers: { authorization: `Bearer ${key}` } })
      for (const { headers, body } of [inAddress, inHeader, inBearer]) answered.push(JSON.stringify(headers) + body)
      t.equal(inAddress.statusCode, inHeader.statusCode, address)
      t.equal(inAddress.headers.etag, inHeader.headers.etag, address)
      if (!address.includes('broken')) t.equal(inAddress.body, inHeader.body, address)
    }
  }
  // The reader of forms logs all headers of its request where the log is at its most talkative.
  const form = `--x\r\nContent-Disposition: form-data; name="case"; filename="case.csv"\r\n\r\na\r\n--x--\r\n`
  for (const { key } of [good, stranger]) {
    for (const [url, header] of [
      ['/v1/appraise', { 'x-api-key': key }],
      ['/v1/appraise', { authorization: `Bearer ${key}` }],
      [`/v1/appraise?key=${key}`, {}],
    ] as const) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x', ...header }
      const { statusCode, body } = await app.inject({ method: 'POST', url, headers, payload: form })
      t.ok(statusCode >= 400)
      answered.push(body)
    }
  }
  const logs = written.join('')
  t.ok(written.length > 100)
  t.match(logs, '"caller":"key finance"', 'who called is logged by name')
  t.match(logs, '"route":"/v1/broken"')
  for (const { key } of [good, old, few, stranger]) {
    for (const part of [key, key.slice(9), key.slice(9, 30)]) {
      t.notOk(logs.includes(part), 'not in the logs')
      t.notOk(
        answered.some((each) => each.includes(part)),
        'not in an answer',
      )
    }
  }
})

t.test('answers to one caller are not kept for another', async (t) => {
  const { key, line } = keyOf('one', ['appraise'])
  const app = await guarded(t, { keysFile: keysFile(t, [line]) })
  const headers = { 'x-api-key': key }
  for (const url of ['/v1/scenarios', '/v1/scenarios/minimal/appraise.json'])
    t.equal((await app.inject({ url, headers })).headers['cache-control'], 'private, no-cache', url)
  const { etag } = (await app.inject({ url: '/v1/scenarios/minimal/appraise.json', headers })).headers
  const known = { 'if-none-match': String(etag) }
  t.equal((await app.inject({ url: '/v1/scenarios/minimal/appraise.json', headers: { ...headers, ...known } })).statusCode, 304)
  t.equal((await app.inject({ url: '/v1/scenarios/minimal/appraise.json', headers: known })).statusCode, 401, 'a tag is no key')
  t.equal((await app.inject('/version')).headers['cache-control'], undefined)
})
