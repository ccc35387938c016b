import t from 'tap'
import { service } from './service.ts'

/* What a visitor reads: pages rather than raw JSON, names rather than ids, sentences rather than shorthand. */

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8' }
const fields = { 'content-type': 'application/x-www-form-urlencoded' }
const form = (values: Record<string, string>) => new URLSearchParams(values).toString()
const piecemeal = { ...fields, 'hx-request': 'true' }
const reduction = 'interventions.fgc.effects.care.reduction'

t.test('a browser at an unknown address gets a page; a program the problem document', async (t) => {
  const app = await service(t)
  for (const [method, url, status] of [
    ['GET', '/nowhere', 404],
    ['GET', '/nowhere?a=%3Cb%3E', 404],
    ['GET', '/%3Cscript%3E', 404],
    ['GET', '/v1/appraise', 405],
  ] as const) {
    const page = await app.inject({ method, url, headers: browser })
    t.equal(page.statusCode, status, url)
    t.match(page.headers['content-type'], 'text/html')
    t.match(page.headers['content-security-policy'], /style-src 'self'/)
    t.match(page.headers.vary, /accept/i)
    t.match(page.body, /<h1>[^<]+<\/h1>/)
    t.match(page.body, /<a href="\/">/, 'with the way back')
    t.notMatch(page.body, /urn:cashable|<script>|<b>/)
    t.equal(page.headers.allow !== undefined, status === 405)
  }
  t.equal((await app.inject({ method: 'HEAD', url: '/nowhere', headers: browser })).statusCode, 404)
  for (const accept of [
    undefined,
    '*/*',
    'application/json',
    'application/problem+json',
    'text/csv',
    'application/json, text/html',
    'text/html;q=0',
  ]) {
    const document = await app.inject({ url: '/nowhere', headers: accept === undefined ? {} : { accept } })
    t.equal(document.statusCode, 404, String(accept))
    t.equal(document.json().code, 'unknown-route')
    t.match(document.headers['content-type'], 'application/problem+json')
  }
  const sent = await app.inject({
    method: 'POST',
    url: '/nowhere',
    headers: { ...browser, 'content-type': 'application/json' },
    payload: '{}',
  })
  t.equal(sent.json().code, 'unknown-route', 'what is sent there is sent by a program')
})

t.test('a warning names what it is about by its title, with its path beside it', async (t) => {
  const app = await service(t)
  const { body } = await app.inject('/?scenario=la5-package')
  const [, warnings = ''] = /<ul class="warnings">([\s\S]*?)<\/ul>/.exec(body) ?? []
  const { warnings: all, case: complete } = (await app.inject('/v1/scenarios/la5-package/appraise.json')).json()
  t.ok(all.length > 0)
  const titles = [...complete.demand, ...complete.interventions].map(({ id, title }: { id: string; title: string }) => [id, title])
  const words = warnings.replaceAll(/<code>[^<]*<\/code>/g, '').replaceAll(/<[^>]*>/g, ' ')
  const untitled = titles.reduce((text, [, title = '']) => text.replaceAll(title, ''), words)
  for (const [id = ''] of titles) t.notMatch(untitled, new RegExp(`(^|[\\s(])${id}([\\s),.:;]|$)`), id)
  for (const { path } of all) t.match(warnings, `<code>${path}</code>`, 'whoever writes scenario files finds the path')
  t.notMatch(words, /\b20\d\d-(0[1-9]|1[0-2])\b(?!-)/, 'months are in words')
})

t.test('a box that takes one number says so in words for a box', async (t) => {
  const app = await service(t)
  for (const [path, value, words] of [
    [
      reduction,
      'abc',
      /plain decimal form, such as 1500 or 0\.192\. You typed &quot;abc&quot;\. It takes a number from −1 to 1 \(relative change\)\./,
    ],
    [reduction, '', /The box is empty: type a number, or go back to the saved value\. It takes a number from −1 to 1/],
    ['interventions.fgc.warmUp.months', '99', /99 is above 60, the most that is allowed here\./],
    ['demand.care.costs.place.amount', '-1', /It takes a number from 0 to 1,000,000,000 \(pounds\)\./],
  ] as const) {
    const page = await app.inject(`/?scenario=minimal&set.${path}=${encodeURIComponent(value)}`)
    const sent = { method: 'POST', url: '/', headers: piecemeal, payload: form({ scenario: 'minimal', [`set.${path}`]: value }) } as const
    for (const answer of [page, await app.inject(sent)]) {
      t.equal(answer.statusCode, 422)
      t.equal(answer.body.match(new RegExp(words, 'g'))?.length, 2, 'above and beside the box')
      t.notMatch(answer.body, /range or reference|leave the key out|legal/)
    }
  }
})

t.test('what is switched off keeps its values, takes no others and says so', async (t) => {
  const app = await service(t)
  const id = 'interventions.fft'
  const { case: complete } = (await app.inject('/v1/scenarios/la5-package')).json()
  const title = complete.interventions.find((each: { id: string }) => `interventions.${each.id}` === id).title
  const off = await app.inject(`/?scenario=la5-package&set.${id}.included=false`)
  const rows = off.body.split('<div class="assumption">').slice(1)
  const its = rows.filter((row) => row.includes(`name="set.${id}.`))
  t.ok(its.length > 3)
  for (const row of its) {
    t.match(row, `<span class="off">${title} is switched off, so this changes nothing.</span>`)
    t.match(row, / readonly/)
  }
  for (const row of rows.filter((each) => !its.includes(each))) t.notMatch(row, /class="off"| readonly/)
  const values = { scenario: 'la5-package', [`set.${id}.included`]: 'false' }
  const pieces = await app.inject({ method: 'POST', url: '/', headers: piecemeal, payload: form(values) })
  t.equal(pieces.body.match(/class="off"/g)?.length, its.length, 'and the page that is there already is told too')
  t.notMatch((await app.inject('/?scenario=la5-package')).body, /class="off"| readonly/)
})

t.test('the verdict cards are in whole sentences, and the first NPV is spelt out', async (t) => {
  const app = await service(t)
  const { body } = await app.inject('/?scenario=la5-package')
  const text = body.slice(body.indexOf('id="verdicts"')).replaceAll(/<[^>]*>/g, ' ')
  t.match(text.slice(0, text.indexOf('NPV') + 4), /[Nn]et present value \(NPV\)/)
  t.match(
    text,
    /This sets the cost that is avoided, whether or not it becomes cash and whoever bears it, against what is spent, whoever pays it\./,
  )
})
