import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openAccess } from '../../src/http/access/settings.ts'
import { hashOfKey } from '../../src/keys/key.ts'
import { postCase, service } from '../http/service.ts'

const fields = { 'content-type': 'application/x-www-form-urlencoded' }
const form = (values: Record<string, string>) => new URLSearchParams(values).toString()
const reduction = 'interventions.fgc.effects.care.reduction'

t.test('the page may load nothing but its own files, and none of it stands in the page', async (t) => {
  const app = await service(t)
  const { body, headers } = await app.inject('/?scenario=la5-package')
  t.equal(
    headers['content-security-policy'],
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  t.notMatch(body, /<style|\sstyle=|\son[a-z]+=|<script(?! src="\/page\/)/)
  for (const [, file = ''] of body.matchAll(/(?:src|href)="(\/page\/[0-9a-f]{16}\/[^"]+)"/g)) {
    const loaded = await app.inject(file)
    t.equal(loaded.statusCode, 200, file)
    t.match(String(loaded.headers['cache-control']), /immutable/)
  }
})

t.test('the scenario file reads back to the same case', async (t) => {
  const app = await service(t)
  const set = 'set.demand.care-10-17.growth=0.02&set.interventions.fft.included=false'
  for (const [id, query] of [
    ['la5-package', set],
    ['fdac-exits', ''],
    ['step-release-home', ''],
    ['three-claims', 'set.prices.inflation=0.04'],
  ]) {
    const file = await app.inject(`/page/case.yaml?scenario=${id}&${query}`)
    const again = await app.inject({
      method: 'POST',
      url: '/v1/appraise',
      headers: { 'content-type': 'application/yaml' },
      payload: file.body,
    })
    const { caseHash } = (await app.inject(`/v1/scenarios/${id}/appraise.json?${query}`)).json()
    t.equal(again.json().caseHash, caseHash, String(id))
  }
})

t.test('a form goes back to an address with what is changed alone, or stays where no address can hold the case', async (t) => {
  const app = await service(t)
  const values = { scenario: 'minimal', [`set.${reduction}`]: '0.25', 'set.interventions.fgc.warmUp.months': '6.0' }
  const answer = await app.inject({ method: 'POST', url: '/', headers: fields, payload: form(values) })
  t.equal(answer.statusCode, 303)
  t.equal(answer.headers.location, `/?scenario=minimal&set.${reduction}=0.25`, '6.0 months are the 6 of the saved case')
  const back = await app.inject({ method: 'POST', url: '/', headers: fields, payload: form({ ...values, back: 'all' }) })
  t.equal(back.headers.location, '/?scenario=minimal')
  const { case: own } = (await app.inject('/v1/scenarios/minimal')).json()
  const page = await app.inject({
    method: 'POST',
    url: '/',
    headers: fields,
    payload: form({ case: JSON.stringify(own), [`set.${reduction}`]: '0.25' }),
  })
  t.equal(page.statusCode, 200)
  const { headline } = (await app.inject(`/v1/scenarios/minimal/appraise.json?set.${reduction}=0.25`)).json()
  t.match(page.body, `data-line="headline.netCashable">£${Math.round(Number(headline.netCashable)).toLocaleString('en-GB')}<`)
  const changed = { case: JSON.stringify(own), [`set.${reduction}`]: '0.25', as: 'yaml' }
  const file = await app.inject({ method: 'POST', url: '/page/download', headers: fields, payload: form(changed) })
  const again = await app.inject({
    method: 'POST',
    url: '/v1/appraise',
    headers: { 'content-type': 'application/yaml' },
    payload: file.body,
  })
  t.equal(again.json().headline.netCashable, headline.netCashable)
})

t.test('a built-in figure that is changed keeps its price year', async (t) => {
  const app = await service(t)
  const { assumptions } = (await app.inject('/v1/scenarios/la5-package/sensitivity')).json()
  const bars = (await app.inject('/v1/scenarios/la5-package/sensitivity')).json().withoutRange
  const bar = bars.find(({ setLow }: { setLow?: object }) => setLow !== undefined)
  t.ok(bar, 'some figure needs its price year set with it')
  t.equal(assumptions.find(({ path }: { path: string }) => path === bar.path).origin, 'reference')
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    headers: fields,
    payload: form({ scenario: 'la5-package', [`set.${bar.path}`]: bar.low }),
  })
  const query = new URL(String(answer.headers.location), 'http://x').searchParams
  t.same(
    Object.fromEntries([...query].filter(([name]) => name !== 'scenario')),
    Object.fromEntries(Object.entries(bar.setLow).map(([path, value]) => [`set.${path}`, value])),
  )
})

t.test('what is wrong is a page, with what to do', async (t) => {
  const app = await service(t)
  const wrong = async (url: string, status: number, words: RegExp) => {
    const { statusCode, body, headers } = await app.inject(url)
    t.equal(statusCode, status, url)
    t.match(headers['content-type'], 'text/html')
    t.match(body, words)
  }
  await wrong('/?scenario=la5-packag', 404, /Did you mean la5-package\?/)
  await wrong('/?colour=blue', 422, /There is no option/)
  await wrong('/?scenario=minimal&set.demand.care.entriesPeryear=1', 422, /Did you mean demand\.care\.entriesPerYear\?/)
  await wrong(`/?scenario=minimal&set.${reduction}=%3Cb%3E`, 422, /&lt;b&gt;/)
  await wrong('/?scenario=minimal&set.years=%zz', 400, /percent-encoded/)
  const pieces = await app.inject({
    method: 'POST',
    url: '/',
    headers: { ...fields, 'hx-request': 'true' },
    payload: form({ scenario: 'nowhere' }),
  })
  t.equal(pieces.statusCode, 404)
  t.match(pieces.body, /^<hx-partial hx-target="#trouble"/)
})

t.test('empty states say why, and what to add', async (t) => {
  const app = await service(t)
  const shown = async (own: object) =>
    (await app.inject({ method: 'POST', url: '/', headers: fields, payload: form({ case: JSON.stringify(own) }) })).body
  const { case: base } = (await app.inject('/v1/scenarios/minimal')).json()
  const unreleased = { ...base, demand: [{ ...base.demand[0], costs: [{ id: 'place', amount: 1500, per: 'week' }] }] }
  const nil = await shown(unreleased)
  t.match(nil, /Cash is nil:/)
  t.match(nil, /demand\.care\.costs\.place\.release/)
  t.equal((await postCase(app, unreleased)).json().headline.cashable, '0.00')
  t.match(await shown({ start: '2026-04', years: 3, demand: [], interventions: [] }), /The case has no demand/)
  t.match(await shown({ ...base, interventions: [] }), /No intervention is switched on/)
  t.match(await shown({ ...base, interventions: [] }), /Nothing is avoided/)
  const chance = await app.inject('/page/chance?scenario=minimal')
  t.match(chance.body, /The chance of paying is not known/)
})

t.test('with keys, a browser signs in: the cookie counts at the page and its files, and nowhere else', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cashable-page-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const keysFile = join(folder, 'keys.jsonl')
  const key = (name: string) => `cashable_${name.padEnd(43, 'x')}`
  const line = (name: string, scopes: string[]) => JSON.stringify({ name, sha256: hashOfKey(key(name)).toString('hex'), scopes })
  writeFileSync(keysFile, `${line('both', ['appraise', 'simulate'])}\n${line('only', ['appraise'])}\n${line('metrics', ['metrics'])}\n`)
  const logged: string[] = []
  const logger = { level: 'info', stream: { write: (text: string) => void logged.push(text) } }
  const settings = { ...openAccess, keysFile, hstsSeconds: 60 }
  const app = await service(t, { access: { settings, lookMilliseconds: 10 }, logger })
  const asked = await app.inject('/?scenario=minimal')
  t.equal(asked.statusCode, 401)
  t.match(asked.body, /<h1>Sign in<\/h1>/)
  t.notMatch(asked.body, /Not signed in/)
  const signIn = await app.inject({
    method: 'POST',
    url: '/page/sign-in',
    headers: fields,
    payload: form({ key: key('both'), next: '/?scenario=minimal' }),
  })
  t.equal(signIn.statusCode, 303)
  t.equal(signIn.headers.location, '/?scenario=minimal')
  t.equal(signIn.headers['set-cookie'], `cashable-key=${key('both')}; Path=/; HttpOnly; SameSite=Strict; Secure`)
  const elsewhere = await app.inject({
    method: 'POST',
    url: '/page/sign-in',
    headers: fields,
    payload: form({ key: 'x', next: '//other.example' }),
  })
  t.equal(elsewhere.headers.location, '/', 'nobody is sent to another site')
  const get = async (url: string, name: string, method: 'GET' | 'POST' = 'GET') =>
    (await app.inject({ method, url, headers: { cookie: `a=b; cashable-key=${key(name)}` } })).statusCode
  t.equal(await get('/?scenario=minimal', 'both'), 200)
  t.equal(await get('/page/chance?scenario=minimal', 'both'), 200)
  t.equal(await get('/v1/scenarios/minimal/appraise.xlsx', 'both'), 200, 'a file that the page links to')
  t.equal(await get('/v1/scenarios/minimal/appraise.json', 'both'), 401, 'no other address')
  t.equal(await get('/v1/scenarios/minimal/appraise.xlsx', 'both', 'POST'), 405)
  t.equal(await get('/v1/appraise', 'both', 'POST'), 401)
  t.equal(await get('/page/chance?scenario=minimal', 'only'), 403, 'a chance needs simulate')
  t.equal(await get('/?scenario=minimal', 'metrics'), 403)
  t.equal(await get('/?scenario=minimal', 'nobody'), 401)
  const wrong = await app.inject({ url: '/', headers: { cookie: `cashable-key=${key('nobody')}` } })
  t.match(wrong.body, /Not signed in:<\/strong> The key is not one that is taken here/)
  writeFileSync(keysFile, `${line('only', ['appraise'])}\n`)
  for (let tries = 0; tries < 100 && (await get('/?scenario=minimal', 'both')) !== 401; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
  t.equal(await get('/?scenario=minimal', 'both'), 401, 'a key that is taken out is out at once')
  const out = await app.inject({ method: 'POST', url: '/page/sign-out', headers: fields })
  t.match(out.headers['set-cookie'], /^cashable-key=; .*Max-Age=0/)
  t.notMatch(logged.join(''), /cashable_/, 'no key is in the log')
})
