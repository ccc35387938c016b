import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { buildApp } from '../../src/http/app.ts'
import { model, postCase, service } from './service.ts'

const base = '/v1/scenarios/minimal'
const forms = ['appraise.json', 'appraise.csv', 'appraise.xml', 'value.txt?line=headline.netCashable']
const withOptions = (form: string, options: string) => `${base}/${form}${form.includes('?') ? '&' : '?'}${options}`

t.test('one figure is bare text', async (t) => {
  const app = await service(t)
  const table = {
    'line=headline.netCashable': '2568991.44',
    'line=headline.paybackMonth': '2028-05',
    'line=headline.cost&set.interventions.fgc.costs.team.amount=1': '5.00',
    'line=headline.cost&s.fgc.team.amount=1': '5.00',
    'line=financial.cost@2027-28': '300000.00',
    'line=financial.cost%402027-28': '300000.00',
    'line=demand.care.entries@2026-05': '8.333333',
    'line=headline.bcr&s.fgc.team.amount=0': 'none',
    'line=demand.care.stay.meanMonths': '24',
  }
  for (const [query, text] of Object.entries(table)) {
    const response = await app.inject(`${base}/value.txt?${query}`)
    t.equal(response.body, text, query)
    t.equal(response.headers['content-type'], 'text/plain; charset=utf-8')
  }
  const unknown = await app.inject(`${base}/value.txt?line=headline.netCash`)
  t.equal(unknown.statusCode, 404)
  t.match(unknown.json(), { code: 'unknown-line', errors: [{ path: '?line', message: /Did you mean headline\.netCashable\?/ }] })
  t.match((await app.inject(`${base}/value.txt`)).json(), { code: 'wrong-option', status: 422, errors: [{ path: '?line' }] })
})

t.test('every form of one case gives the same figure', async (t) => {
  const app = await service(t)
  const query = 's.fgc.warmUp.months=18&s.care.place.amount=1800'
  const json = (await app.inject(withOptions('appraise.json', query))).json()
  t.equal((await app.inject(withOptions(forms[3] as string, query))).body, json.headline.netCashable)
  t.match(
    (await app.inject(withOptions('appraise.csv', query))).body,
    `netCashable,Net cashable: net cash over the horizon,,pounds,${json.headline.netCashable}\r\n`,
  )
  t.match((await app.inject(withOptions('appraise.xml', query))).body, `<netCashable>${json.headline.netCashable}</netCashable>`)
})

t.test('XML comes from a POST too, by option and by Accept', async (t) => {
  const app = await service(t)
  const { case: theCase } = (await app.inject(base)).json()
  const asked = await postCase(app, theCase, '?format=xml')
  t.equal(asked.headers['content-type'], 'application/xml; charset=utf-8')
  const headers = { 'content-type': 'application/json', accept: 'application/xml' }
  const accepted = await app.inject({ method: 'POST', url: '/v1/appraise', headers, payload: JSON.stringify(theCase) })
  t.equal(accepted.body, asked.body)
  t.equal((await app.inject(`${base}/appraise.xml`)).body, asked.body)
})

t.test('parts of the XML, and a word that is none', async (t) => {
  const app = await service(t)
  const { body } = await app.inject(`${base}/appraise.xml?only=economic,headline`)
  t.match(body, /<\/model><headline>.*<\/headline><economic>.*<\/economic><\/answer>$/)
  const wrong = await app.inject(`${base}/appraise.xml?only=headline,yeers`)
  t.match(wrong.json(), { code: 'wrong-option', detail: /Did you mean years\?/ })
  for (const only of ['', ',', 'headline,', '__proto__']) t.equal((await app.inject(`${base}/appraise.xml?only=${only}`)).statusCode, 422)
})

t.test('a cell may ask for problems as text', async (t) => {
  const app = await service(t)
  const questions = {
    [`${base}/value.txt?line=nothing&onError=text`]: /^#ERROR There is no line "nothing"\./,
    [`${base}/value.txt?onError=text`]: /^#ERROR Say which line/,
    [`${base}/value.txt?line=headline.cost&s.years=99&onError=text`]: /^#ERROR years: 99 is above/,
    [`${base}/value.txt?line=headline.cost&s.fgc.title=a%0Ab&s.nothing=1&onError=text`]: /^#ERROR [^\r\n]*nothing/,
    [`${base}/value.txt?line=headline.cost&wrong=1&onError=text`]: /^#ERROR \?wrong/,
    '/v1/scenarios/minimall/value.txt?line=headline.cost&onError=text': /^#ERROR There is no scenario "minimall". Did you mean minimal\?$/,
  }
  for (const [url, expected] of Object.entries(questions)) {
    const { statusCode, headers, body } = await app.inject(url)
    t.equal(statusCode, 200, url)
    t.equal(headers['content-type'], 'text/plain; charset=utf-8')
    t.match(body, expected, url)
    t.notMatch(body, /[\r\n]/, 'one line')
    t.notOk(headers.etag, 'a problem is no answer to keep')
  }
  for (const ending of ['json', 'xlsx', 'html', 'docx']) {
    const refused = await app.inject(`${base}/appraise.${ending}?onError=text`)
    t.equal(refused.statusCode, 422)
    t.match(refused.json(), {
      code: 'wrong-option',
      errors: [{ path: '?onError', message: /error status alone; onError is taken by value\.txt, appraise\.csv and appraise\.xml/ }],
    })
  }
  const csv = await app.inject(`${base}/appraise.csv?s.years=99,5&onError=text`)
  t.match(csv.body, /^"?#ERROR [^\r\n]*\r\n$/)
  t.equal(csv.headers['content-type'], 'text/csv; charset=utf-8')
  const xml = await app.inject(`${base}/appraise.xml?s.years=%3C&onError=text`)
  t.match(xml.body, /^<answer><error code="not-a-case">#ERROR years[^<]*<\/error><\/answer>$/)
  t.equal((await app.inject(`${base}/value.txt?line=nothing&onError=status`)).statusCode, 404)
  const [why, of] = await Promise.all(['why', 'financial'].map((owner) => app.inject(`${base}/value.txt?line=${owner}.cashable@2027-28`)))
  t.equal(why?.statusCode, 200)
  t.equal(why?.body, of?.body)
  for (const none of ['', 'line=']) t.equal((await app.inject(`${base}/value.txt?${none}`)).statusCode, 422, none)
  t.match((await app.inject(`${base}/value.txt?line=headline.cost&numbers=json`)).json(), { code: 'wrong-option', detail: /plain text/ })
  t.equal((await app.inject(`${base}/value.txt?line=nothing&onError=txt`)).json().code, 'wrong-option')
})

t.test('a failure of the service itself says nothing of itself in a cell either', async (t) => {
  const app = await service(t)
  const { lines } = await broken(t)
  t.match(lines.body, /^#ERROR Something went wrong here/)
  t.notMatch(lines.body, /secret/)
  t.ok(app)
})

/** A service whose library holds a scenario that fails in an unforeseen way. */
async function broken(t: { teardown: (work: () => unknown) => void }) {
  const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
  writeFileSync(join(folder, 'one.yaml'), 'id: one\nstart: 2026-04\nyears: 1\n')
  const logged: string[] = []
  let isBuilt = false
  const app = await buildApp({
    model: new Proxy(model, {
      get: (target, key) => {
        if (isBuilt && key === 'commit') throw new TypeError('a secret')
        return Reflect.get(target, key)
      },
    }),
    scenarios: folder,
    logger: { stream: { write: (line: string) => void logged.push(line) } },
  })
  isBuilt = true
  t.teardown(() => app.close())
  return { lines: await app.inject('/v1/scenarios/one/value.txt?line=headline.cost&onError=text'), logged }
}

t.test('an ETag names the result and the text, and whoever has it is told so', async (t) => {
  const app = await service(t)
  const { resultHash } = (await app.inject(`${base}/appraise.json`)).json()
  const tags = new Set<string>()
  for (const form of [...forms, 'appraise.json?numbers=json', 'appraise.xml?only=headline']) {
    const response = await app.inject(`${base}/${form}`)
    const etag = String(response.headers.etag)
    t.match(etag, new RegExp(`^"${resultHash.slice(0, 32)}-[0-9a-f]{16}"$`), form)
    t.equal(response.headers['cache-control'], 'no-cache')
    tags.add(etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const same = await app.inject({ url: `${base}/${form}`, headers: { 'if-none-match': known } })
      t.equal(same.statusCode, 304, `${form} ${known}`)
      t.equal(same.body, '')
      t.equal(same.headers.etag, etag)
    }
    for (const other of ['"other"', etag.slice(1, -1), '', 'W/"x"'])
      t.equal((await app.inject({ url: `${base}/${form}`, headers: { 'if-none-match': other } })).statusCode, 200, `${form} ${other}`)
    const moved = await app.inject({ url: withOptions(form, 's.fgc.warmUp.months=7'), headers: { 'if-none-match': etag } })
    t.equal(moved.statusCode, 200, 'another assumption is another answer')
  }
  t.equal(tags.size, 6, 'every form has its own')
  // The same numbers from a value that is given and not a default: the JSON says so, so its tag differs, while the result is the same.
  const given = await app.inject(`${base}/appraise.json?s.fgc.referrals.eligible=1`)
  t.equal(given.json().resultHash, resultHash)
  t.notOk(tags.has(String(given.headers.etag)))
})

t.test('HEAD is GET without the text', async (t) => {
  const app = await service(t)
  for (const form of forms) {
    const url = `${base}/${form}`
    const [head, get] = [await app.inject({ method: 'HEAD', url }), await app.inject(url)]
    t.equal(head.statusCode, 200)
    t.equal(head.body, '')
    for (const name of ['content-type', 'content-length', 'etag', 'access-control-allow-origin'])
      t.equal(head.headers[name], get.headers[name], `${form} ${name}`)
  }
  t.equal((await app.inject({ method: 'HEAD', url: `${base}/value.txt?line=x` })).statusCode, 404)
  t.equal((await app.inject({ method: 'HEAD', url: `${base}/value.txt?line=x&onError=text` })).statusCode, 200)
})

t.test('a case is appraised once for a HEAD, its GET and other cells of the same sheet', async (t) => {
  const app = await service(t)
  const query = 's.fgc.warmUp.months=11'
  const timed = async (url: string, method: 'GET' | 'HEAD' = 'GET') => {
    const before = performance.now()
    await app.inject({ method, url })
    return performance.now() - before
  }
  // The largest case of the library, so that the difference is plain.
  const large = '/v1/scenarios/parenting-savings-elsewhere/appraise.xml?s.prices.inflation=0.021'
  const first = await timed(large, 'HEAD')
  const second = await timed(large)
  t.ok(second < first / 2, `${first.toFixed(0)} ms and then ${second.toFixed(0)} ms`)
  const one = await app.inject(withOptions('value.txt?line=headline.cost', query))
  const other = await app.inject(withOptions('value.txt?line=headline.npv', query))
  t.not(one.body, other.body)
})

t.test('OPTIONS as LibreOffice sends it, and as a browser does', async (t) => {
  const app = await service(t)
  for (const form of forms) {
    const url = `${base}/${form}`
    const plain = await app.inject({ method: 'OPTIONS', url })
    t.equal(plain.statusCode, 204)
    t.equal(plain.headers.allow, 'GET, HEAD, OPTIONS')
    t.notOk(plain.headers['access-control-allow-methods'])
    const headers = {
      origin: 'https://excel.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    }
    const asked = await app.inject({ method: 'OPTIONS', url, headers })
    t.equal(asked.statusCode, 204)
    t.equal(asked.headers['access-control-allow-origin'], '*')
    t.match(asked.headers['access-control-allow-headers'], 'if-none-match')
    t.match(asked.headers['access-control-allow-methods'], 'GET')
  }
  const posting = { origin: 'null', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
  const post = await app.inject({ method: 'OPTIONS', url: '/v1/appraise', headers: posting })
  t.match(post.headers['access-control-allow-headers'], 'content-type')
  t.match(post.headers['access-control-allow-methods'], 'POST')
  const nowhere = await app.inject({ method: 'OPTIONS', url: '/v1/nowhere', headers: posting })
  t.equal(nowhere.statusCode, 404)
})

t.test('a page of any origin may read answers and problems', async (t) => {
  const app = await service(t)
  for (const url of [`${base}/appraise.json`, `${base}/appraise.json?wrong=1`, '/v1/nowhere', '/v1/scenarios/%zz']) {
    const { headers } = await app.inject({ url, headers: { origin: 'https://excel.example' } })
    t.equal(headers['access-control-allow-origin'], '*', url)
    t.match(headers['access-control-expose-headers'], 'etag')
  }
})

t.test('a CSV has a name for its file', async (t) => {
  const app = await service(t)
  const { headers } = await app.inject(`${base}/appraise.csv`)
  t.equal(headers['content-disposition'], 'attachment; filename="cashable-minimal.csv"')
  t.equal(headers['content-type'], 'text/csv; charset=utf-8')
})

t.test('titles that would run in a spreadsheet do not, and numbers are never guarded', async (t) => {
  const app = await service(t)
  for (const title of ['=1+1', '+1', '-1', '@x', '=HYPERLINK("http://x","y")']) {
    const { body } = await app.inject(`${base}/appraise.csv?s.title=${encodeURIComponent(title)}&s.fgc.team.amount=9000000`)
    const row = body.split('\r\n').find((each) => each.includes('case,title'))
    t.match(row, title.includes('"') ? `"'${title.replaceAll('"', '""')}"` : `,'${title}`, title)
    t.match(body, /netCashable,[^\r\n]*,-[0-9.]+\r\n/)
    t.notMatch(body, /'-[0-9.]+\r\n(?!about|warnings)/)
  }
  const control = await app.inject(`${base}/appraise.csv?s.title=a%00b&onError=text`)
  t.match(control.body, /^"?#ERROR title: This text holds a control character/)
})

t.test('the name of a value given in two ways, in full and in short', async (t) => {
  const app = await service(t)
  const twice = await app.inject(`${base}/appraise.json?s.years=3&set.years=4`)
  t.match(twice.json(), { code: 'wrong-option', errors: [{ path: '?set.years' }] })
  const spelt = await app.inject(`${base}/appraise.json?s.fgc.warmUp.months=3&set.interventions.fgc.warmUp.months=4`)
  t.match(spelt.json(), { code: 'not-a-case', detail: /set twice/ })
})
