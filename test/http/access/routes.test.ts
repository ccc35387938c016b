import { once } from 'node:events'
import t from 'tap'
import { dial, start } from '../program.ts'
import { guarded, keyOf, keysFile } from './guarded.ts'

/*
 * Which scopes each address needs, written out by hand. Scenarios that are not there and bodies that are empty are refused after the guard
 * has let a request by, so that nothing here takes long.
 */
const appraise = ['appraise']
const simulate = ['simulate']
const needed: Record<string, readonly string[]> = {
  'POST /v1/appraise': appraise,
  'GET /v1/scenarios': appraise,
  'GET /v1/scenarios/{id}': appraise,
  'GET /v1/scenarios/{id}/appraise.json': appraise,
  'GET /v1/scenarios/{id}/appraise.csv': appraise,
  'GET /v1/scenarios/{id}/appraise.xml': appraise,
  'GET /v1/scenarios/{id}/appraise.xlsx': appraise,
  'GET /v1/scenarios/{id}/appraise.html': appraise,
  'GET /v1/scenarios/{id}/appraise.docx': appraise,
  'GET /v1/scenarios/{id}/value.txt': appraise,
  'GET /v1/scenarios/{id}/explain': appraise,
  'POST /v1/explain': appraise,
  'GET /v1/template.xlsx': appraise,
  'GET /v1/reference': appraise,
  'GET /v1/lines': appraise,
  'GET /v1/lines/{id}': appraise,
  'POST /v1/batch': ['appraise', 'upload'],
  'POST /v1/simulate': simulate,
  'GET /v1/scenarios/{id}/simulate': simulate,
  'POST /v1/sensitivity': simulate,
  'GET /v1/scenarios/{id}/sensitivity': simulate,
  'POST /v1/break-even': simulate,
  'GET /v1/scenarios/{id}/break-even': simulate,
  'POST /v1/compare': simulate,
  'GET /v1/scenarios/{id}/compare': simulate,
  'POST /v1/choose': simulate,
  'GET /v1/scenarios/{id}/choose': simulate,
  'GET /health/live': [],
  'GET /health/ready': [],
  'GET /version': [],
}
const scopes = ['appraise', 'simulate', 'upload', 'metrics']

t.test('every address asks for its scopes, of GET, HEAD and POST alike', async (t) => {
  const without = new Map<string, { key: string; line: string }>()
  const combinations = [...new Set(Object.values(needed).map((each) => each.join(' ')))]
  const all = keyOf('all', scopes)
  const exactly = new Map(combinations.filter(Boolean).map((each) => [each, keyOf(`only-${each.replace(' ', '-')}`, each.split(' '))]))
  for (const scope of scopes) {
    const others = scopes.filter((other) => other !== scope)
    without.set(scope, keyOf(`without-${scope}`, others))
  }
  const file = keysFile(
    t,
    [all, ...exactly.values(), ...without.values()].map(({ line }) => line),
  )
  const app = await guarded(t, { keysFile: file })
  const document = (await app.inject('/openapi.json')).json() as { paths: Record<string, Record<string, { security?: object[] }>> }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method, path, operation })),
  )
  t.same(operations.map(({ name }) => name).sort(), Object.keys(needed).sort(), 'the table here has every operation')

  for (const { name, method, path, operation } of operations) {
    const scopesOfThis = needed[name] ?? []
    const url = path.replace('{id}', 'nothing-of-that-name')
    for (const verb of method === 'get' ? (['GET', 'HEAD'] as const) : (['POST'] as const)) {
      const ask = (key?: string) =>
        app.inject({ method: verb, url, headers: { ...(key === undefined ? {} : { 'x-api-key': key }) } }).then((response) => response)
      const said = `${verb} ${path}`
      if (scopesOfThis.length === 0) {
        t.equal((await ask()).statusCode, 200, `${said} is open`)
        t.equal((await ask('wrong')).statusCode, 200, `${said} is open to a wrong key too`)
        continue
      }
      const none = await ask()
      t.equal(none.statusCode, 401, `${said} without a key`)
      t.match(none.headers['www-authenticate'], /^ApiKey realm="cashable"/)
      t.equal((await ask(`cashable_${'A'.repeat(43)}`)).statusCode, 401, `${said} with a wrong key`)
      if (verb !== 'HEAD') {
        t.match(none.json(), { type: 'urn:cashable:problem:no-credential', code: 'no-credential', detail: /x-api-key.*\?key=/ })
        t.equal(none.headers['content-type'], 'application/problem+json; charset=utf-8')
      }
      for (const scope of scopesOfThis) {
        const refused = await ask(without.get(scope)?.key)
        t.equal(refused.statusCode, 403, `${said} without ${scope}`)
        if (verb !== 'HEAD') t.match(refused.json(), { code: 'missing-scope', detail: new RegExp(`lacks ${scope}\\.$`) })
      }
      for (const { key } of [all, exactly.get(scopesOfThis.join(' ')) ?? all]) {
        const { statusCode } = await ask(key)
        t.ok(statusCode !== 401 && statusCode !== 403 && statusCode < 500, `${said} with its scopes: ${statusCode}`)
      }
    }
    const documented = (operation.security ?? []).flatMap((each) => Object.values(each)) as string[][]
    t.same([...new Set(documented.map(String))], scopesOfThis.length === 0 ? [] : [scopesOfThis.join(',')], `${name} is documented so`)
  }
})

t.test('a workbook or a form of files needs upload too, however its type is written', async (t) => {
  const texts = keyOf('texts', ['appraise', 'simulate'])
  const files = keyOf('files', ['appraise', 'simulate', 'upload'])
  const app = await guarded(t, { keysFile: keysFile(t, [texts.line, files.line]) })
  const types = [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Application/Vnd.OpenXMLFormats-OfficeDocument.SpreadsheetML.Sheet; x=y',
    'multipart/form-data; boundary=a',
    ' Multipart/Form-Data;boundary=a',
  ]
  for (const url of ['/v1/appraise', '/v1/explain', '/v1/simulate', '/v1/choose']) {
    for (const type of types) {
      const ask = (key: string) =>
        app.inject({ method: 'POST', url, headers: { 'content-type': type, 'x-api-key': key }, payload: '--a--\r\n' })
      const refused = await ask(texts.key)
      t.equal(refused.statusCode, 403, `${url} ${type}`)
      t.match(refused.json(), { detail: /lacks upload\.$/ })
      t.notMatch((await ask(files.key)).statusCode.toString(), /40[13]/)
    }
    const text = await app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'x-api-key': texts.key },
      payload: '{',
    })
    t.match(text.json().code, /^(not-json|wrong-option)$/, 'a text is let by')
  }
})

t.test('what is open stays open: pages, the document, what asks beforehand, and addresses that are not there', async (t) => {
  const app = await guarded(t, { keysFile: keysFile(t, [keyOf('one', ['appraise']).line]) })
  for (const url of ['/openapi.json', '/docs', '/docs/', '/docs/spreadsheets', '/docs/access', '/docs/static/swagger-ui.css'])
    t.match((await app.inject(url)).statusCode, /^(200|302)$/, url)
  const origin = {
    origin: 'https://sheets.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'x-api-key',
  }
  const asked = await app.inject({ method: 'OPTIONS', url: '/v1/appraise', headers: origin })
  t.equal(asked.statusCode, 204)
  t.match(asked.headers['access-control-allow-headers'], /authorization.*x-api-key/)
  t.equal(
    (await app.inject({ method: 'OPTIONS', url: '/v1/scenarios/minimal/value.txt?line=headline.cost' })).statusCode,
    204,
    'as LibreOffice asks',
  )
  t.equal((await app.inject('/v1/nothing')).statusCode, 404)
  t.equal((await app.inject({ method: 'DELETE', url: '/v1/appraise' })).statusCode, 405)
  t.equal((await app.inject('/docs/../v1/reference')).statusCode === 200, false, 'a path is not read as an open one')
  for (const url of [
    '/v1/reference',
    '/v1/reference?x',
    '//v1/reference',
    '/v1/reference/',
    '/V1/reference',
    '/v1/%72eference',
    '/docs/%2e%2e/v1/reference',
  ])
    t.not((await app.inject(url)).statusCode, 200, url)
})

t.test('a service that asks nobody takes a key for nothing', async (t) => {
  const app = await guarded(t, {})
  const url = '/v1/scenarios/minimal/value.txt?line=headline.netCashable'
  for (const each of [url, `${url}&key=cashable_x`, url.replace('?', '?key=a&')]) t.equal((await app.inject(each)).body, '2568991.44', each)
  t.equal((await app.inject({ url, headers: { 'x-api-key': 'a', authorization: 'Basic YTpi' } })).statusCode, 200)
})

t.test('one key or token, and no more', async (t) => {
  const one = keyOf('one', ['appraise'])
  const app = await guarded(t, { keysFile: keysFile(t, [one.line]) })
  const refused = async (url: string, headers: Record<string, string>, detail: RegExp) => {
    const response = await app.inject({ url, headers })
    t.match(response.json(), { status: 401, code: 'wrong-credential', detail }, `${detail}`)
    t.notMatch(response.body + JSON.stringify(response.headers), one.key)
  }
  const url = '/v1/reference'
  await refused(`${url}?key=${one.key}`, { 'x-api-key': one.key }, /more than one/)
  await refused(`${url}?key=${one.key}&key=${one.key}`, {}, /more than one/)
  await refused(url, { 'x-api-key': one.key, authorization: 'Bearer a' }, /more than one/)
  await refused(url, { authorization: `Bearer ${one.key}` }, /a key goes in x-api-key/)
  await refused(url, { authorization: 'Basic YTpi' }, /does not hold Bearer/)
  await refused(url, { 'x-api-key': `${one.key}, ${one.key}` }, /not one that is taken/)
  await refused(`${url}?key=${one.key.slice(0, -1)}`, {}, /not one that is taken/)
  t.equal((await app.inject(`${url}?key=${one.key}`)).statusCode, 200)
  t.equal((await app.inject(`${url}?k%65y=${one.key.replace('_', '%5F')}`)).statusCode, 200)
  t.equal((await app.inject(`${url}?key=`)).json().code, 'no-credential')
})

t.test(
  'a header that comes twice is no credential: of Authorization, Node keeps the first and a proxy may have looked at the last',
  async (t) => {
    const one = keyOf('one', ['appraise'])
    const program = await start(t, { API_KEYS_FILE: keysFile(t, [one.line]) })
    for (const headers of [
      ['Authorization: Bearer a', 'Authorization: Bearer b'],
      [`X-Api-Key: ${one.key}`, `x-api-key: ${one.key}`],
    ]) {
      const { socket, received } = await dial(t, program)
      socket.write(`GET /v1/reference HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers.join('\r\n')}\r\n\r\n`)
      await once(socket, 'close')
      t.match(received(), /^HTTP\/1\.1 401 [\s\S]*The request shows more than one key or token; send one\./)
    }
  },
)
