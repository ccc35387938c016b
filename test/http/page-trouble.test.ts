import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { CheckFailure } from '../../src/answers/checked.ts'
import { usualLimits } from '../../src/answers/cost/limits.ts'
import { Desk } from '../../src/answers/crew/desk.ts'
import type { CompleteCase } from '../../src/case/complete.ts'
import { exactNumber } from '../../src/graph/exact.ts'
import { openAccess } from '../../src/http/access/settings.ts'
import { usualWork } from '../../src/http/work-settings.ts'
import { hashOfKey } from '../../src/keys/key.ts'
import { WorkError } from '../../src/uncertainty/work-error.ts'
import { service, smallest } from './service.ts'

/*
 * Whatever goes wrong at the page is told to a person: a piece for the page that is there, or a page; never JSON, never nothing, and what was entered
 * is there to be sent again.
 */

const fields = { 'content-type': 'application/x-www-form-urlencoded' }
const piecemeal = { ...fields, 'hx-request': 'true' }
const form = (values: Record<string, string>) => new URLSearchParams(values).toString()
const reduction = 'interventions.fgc.effects.care.reduction'
const entered = { scenario: 'minimal', [`set.${reduction}`]: '0.2345' }
const own = { case: JSON.stringify({ ...smallest, title: 'Ours & "theirs"' }), [`set.${reduction}`]: '0.2345' }

/** Has every piece of work on a thread come to nothing. */
function failing(t: Test, error: Error): void {
  const honest = Desk.prototype.take
  t.teardown(() => {
    Desk.prototype.take = honest
  })
  Desk.prototype.take = async () => {
    throw error
  }
}

const result = { id: 'stock.demand.care', left: exactNumber('1.25'), right: exactNumber('1'), difference: exactNumber('0.25') }
const broken = () => new CheckFailure([{ ...result, tolerance: exactNumber('0'), pass: false }], smallest as unknown as CompleteCase)

/** A page that a person can read: with a heading, and none of a problem document's marks. */
function isPage(t: Test, { body, headers }: { body: string; headers: Record<string, unknown> }, words: RegExp): void {
  t.match(headers['content-type'], 'text/html')
  t.match(headers['cache-control'], 'no-store')
  t.match(headers['content-security-policy'], /style-src 'self'.*form-action 'self'/, 'it is dressed, and its form can be sent')
  t.match(body, /<h1>[^<]+<\/h1>/)
  t.match(body, words)
  t.notMatch(body, /urn:cashable|\{"/)
}

/** A piece in its place, with words, and with a way to ask again. */
function isPiece(t: Test, { body, headers }: { body: string; headers: Record<string, unknown> }, place: string, words: RegExp): void {
  t.match(headers['content-type'], 'text/html')
  t.ok(body.startsWith(`<hx-partial hx-target="#${place}"`), body.slice(0, 80))
  t.match(body, words)
  t.match(body, /<button form="case"/)
  if (place === 'trouble') t.match(body, /not of what is entered now/)
}

t.test('work that comes to nothing: a piece, or a page with what was entered', async (t) => {
  for (const [name, error, status, words, retry] of [
    ['busy', new WorkError('busy', 'The service has as many long questions as it takes.'), 503, /as many long questions/, '5'],
    [
      'too long',
      new WorkError('too-long', 'The work took longer than a second, and was ended.'),
      503,
      /took longer than a second/,
      undefined,
    ],
    ['out of memory', new WorkError('out-of-memory', 'The work took more than 1,024 MB.'), 503, /Take a shorter horizon/, undefined],
    ['ended', new WorkError('ended', 'A thread ended in the middle of the work.'), 503, /middle of the work/, '1'],
    ['a failed check', broken(), 500, /No figure is shown, because two ways of making the same sum disagree/, undefined],
    ['what nobody foresaw', new TypeError('secret'), 500, /went wrong/, undefined],
  ] as const)
    await t.test(name, async (t) => {
      const app = await service(t)
      failing(t, error)
      for (const url of ['/?scenario=minimal', '/page/chance?scenario=minimal']) {
        const page = await app.inject(url)
        t.equal(page.statusCode, status, url)
        t.equal(page.headers['retry-after'], retry)
        isPage(t, page, words)
        t.notMatch(page.body, 'data-line', 'no figure is shown')
        t.notMatch(page.body, 'secret')
        if (status === 500) t.match(page.body, String(page.headers['x-request-id']))
      }
      isPiece(t, await app.inject({ method: 'POST', url: '/', headers: piecemeal, payload: form(entered) }), 'trouble', words)
      isPiece(
        t,
        await app.inject({ method: 'POST', url: '/page/chance', headers: piecemeal, payload: form(entered) }),
        'chance-part',
        words,
      )
      for (const url of ['/', '/page/chance', '/page/download']) {
        const page = await app.inject({ method: 'POST', url, headers: fields, payload: form({ ...own, as: 'docx' }) })
        t.equal(page.statusCode, status, url)
        isPage(t, page, words)
        const again = Object.fromEntries(
          [...page.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, key = '', value = '']) => [
            key,
            value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
          ]),
        )
        t.same(again, own, 'what was entered goes back with the button')
      }
    })
})

t.test('real work that takes too long, and real work that finds no room', async (t) => {
  const slow = await service(t, { work: { ...usualWork, threads: 1, seconds: 0.001 } })
  isPage(t, await slow.inject('/?scenario=la5-package'), /was ended/)
  // A visit has two things worked out at once, and here is room for one.
  const full = await service(t, { work: { ...usualWork, threads: 1, waiting: 0 } })
  const page = await full.inject('/?scenario=minimal')
  t.equal(page.statusCode, 503)
  t.equal(page.headers['retry-after'], '5')
  isPage(t, page, /Wait a moment and try again/)
})

t.test('bodies that are too large or of another type', async (t) => {
  const app = await service(t, { limits: { ...usualLimits, bodyBytes: 2000 } })
  const large = form({ ...entered, case: 'x'.repeat(120_000) })
  const page = await app.inject({ method: 'POST', url: '/', headers: fields, payload: large })
  t.equal(page.statusCode, 413)
  isPage(t, page, /has more bytes than are taken/)
  isPiece(t, await app.inject({ method: 'POST', url: '/', headers: piecemeal, payload: large }), 'trouble', /has more bytes than are taken/)
  for (const headers of [
    { 'content-type': 'application/json' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/yaml', accept: 'application/json' },
    { ...fields, 'content-encoding': 'gzip' },
    { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' },
  ]) {
    const other = await app.inject({ method: 'POST', url: '/', headers, payload: JSON.stringify(smallest) })
    t.equal(other.statusCode, 415, JSON.stringify(headers))
    isPage(t, other, /read here/)
  }
  for (const url of ['/', '/page/chance', '/page/download', '/page/sign-in'])
    isPage(t, await app.inject({ method: 'POST', url }), /came without its fields/)
})

t.test('too many requests: the browser can send again what was entered', async (t) => {
  const app = await service(t, { access: { settings: { ...openAccess, requestsPerMinute: 1 } } })
  t.equal((await app.inject('/?scenario=minimal')).statusCode, 200)
  const page = await app.inject({ method: 'POST', url: '/', headers: fields, payload: form(entered) })
  t.equal(page.statusCode, 429)
  t.match(page.headers['retry-after'], /^\d+$/)
  isPage(t, page, /load this page again, and the browser sends it once more/)
  isPiece(t, await app.inject({ method: 'POST', url: '/', headers: piecemeal, payload: form(entered) }), 'trouble', /requests a minute/)
  t.notMatch((await app.inject('/?scenario=minimal')).body, 'load this page again', 'nothing was entered')
  const style = /href="(\/page\/[0-9a-f]+\/style\.css)"/.exec(page.body)?.[1]
  t.equal((await app.inject(String(style))).statusCode, 200, 'a page of trouble is dressed')
})

t.test('an address that the browser’s bar is left with leads back to the page', async (t) => {
  const app = await service(t)
  for (const url of ['/page/download', '/page/sign-in', '/page/sign-out']) {
    const { statusCode, headers } = await app.inject(url)
    t.equal(statusCode, 303, url)
    t.equal(headers.location, '/')
    t.equal(headers['set-cookie'], undefined, 'nobody is signed out by a link')
  }
  const head = await app.inject({ method: 'HEAD', url: '/?scenario=minimal' })
  t.equal(head.statusCode, 200)
  t.equal(head.body, '')
  t.equal((await app.inject({ method: 'OPTIONS', url: '/' })).headers.allow, 'GET, HEAD, OPTIONS, POST')
})

/** A service with keys: those of these names, one that has expired, and one with too little to do. */
async function locked(t: Test): Promise<FastifyInstance> {
  const folder = mkdtempSync(join(tmpdir(), 'cashable-trouble-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const keysFile = join(folder, 'keys.jsonl')
  const line = (name: string, more: object) => JSON.stringify({ name, sha256: hashOfKey(keyOf(name)).toString('hex'), ...more })
  const all = [
    line('good', { scopes: ['appraise', 'simulate', 'upload'] }),
    line('less', { scopes: ['appraise'] }),
    line('old', { scopes: ['appraise'], expires: '2020-01-01' }),
    line('rare', { scopes: ['appraise'], perDay: 1 }),
  ]
  writeFileSync(keysFile, `${all.join('\n')}\n`)
  return await service(t, { access: { settings: { ...openAccess, keysFile } } })
}
const keyOf = (name: string) => `cashable_${name.padEnd(43, 'x')}`
const cookie = (name: string) => ({ cookie: `cashable-key=${keyOf(name)}` })

t.test('with keys: whoever is not signed in, or may do too little, is told so and loses nothing', async (t) => {
  const app = await locked(t)
  const post = (url: string, headers: Record<string, string>, values: Record<string, string> = entered) =>
    app.inject({ method: 'POST', url, headers, payload: form(values) })
  const out = await post('/', fields)
  t.equal(out.statusCode, 401)
  isPage(t, out, /<h1>Sign in<\/h1>/)
  t.match(out.body, /signing in opens another tab/)
  t.match(out.body, /action="\/page\/sign-in" method="post" target="_blank"/)
  const piece = await post('/', piecemeal)
  t.equal(piece.statusCode, 401)
  isPiece(t, piece, 'trouble', /<a href="\/" target="_blank">Sign in in another tab<\/a>/)
  isPiece(t, await post('/page/chance', piecemeal), 'chance-part', /Sign in in another tab/)
  const expired = await app.inject({ url: '/?scenario=minimal', headers: cookie('old') })
  t.equal(expired.statusCode, 401)
  isPage(t, expired, /Not signed in:<\/strong> The key old could be used up to 2020-01-01/)
  t.match(expired.body, 'name="next" value="/?scenario=minimal"')
  const less = await app.inject({ url: '/page/chance?scenario=minimal', headers: cookie('less') })
  t.equal(less.statusCode, 403)
  isPage(t, less, /Sign in with a key that may do this/)
  t.match(less.body, 'Sign out', 'and there is a way to another key')
  isPiece(t, await post('/page/chance', { ...piecemeal, ...cookie('less') }), 'chance-part', /needs the scope simulate/)
  t.equal((await app.inject({ url: '/?scenario=minimal', headers: cookie('rare') })).statusCode, 200)
  const spent = await post('/', { ...fields, ...cookie('rare') })
  t.equal(spent.statusCode, 429)
  isPage(t, spent, /Come back tomorrow/)
  const upload = await app.inject({
    method: 'POST',
    url: '/',
    headers: { ...cookie('less'), 'content-type': 'multipart/form-data; boundary=b' },
    payload: '--b--\r\n',
  })
  t.equal(upload.statusCode, 403)
  isPage(t, upload, /needs the scopes appraise and upload/)
})

t.test('signing in and out: from this site alone, and to no address that is none', async (t) => {
  const app = await locked(t)
  const sent = (url: string, site: string | undefined, values: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...fields, ...(site === undefined ? {} : { 'sec-fetch-site': site }) },
      payload: form(values),
    })
  for (const site of ['cross-site', 'same-site'])
    for (const url of ['/page/sign-in', '/page/sign-out']) {
      const refused = await sent(url, site, { key: keyOf('good') })
      t.equal(refused.statusCode, 400, `${url} from ${site}`)
      t.equal(refused.headers['set-cookie'], undefined)
      isPage(t, refused, /sent from another site/)
    }
  for (const site of ['same-origin', 'none', undefined]) {
    const taken = await sent('/page/sign-in', site, { key: keyOf('good') })
    t.equal(taken.statusCode, 303)
    t.match(taken.headers['set-cookie'], /HttpOnly; SameSite=Strict/)
  }
  for (const next of [
    '/?a\r\nset-cookie: x=y',
    '/?a\n',
    '/?\u0000',
    '/?scenario=é',
    '//other.example',
    '/\\other.example',
    'javascript:1',
    '',
  ]) {
    const answer = await sent('/page/sign-in', 'same-origin', { key: keyOf('good'), next })
    t.equal(answer.statusCode, 303, JSON.stringify(next))
    t.equal(answer.headers.location, '/')
  }
  for (const key of ['', 'two words', 'x; Path=/other', `${'x'.repeat(300)}`, 'é', 'a\r\nb']) {
    const answer = await sent('/page/sign-in', 'same-origin', { key })
    t.equal(answer.statusCode, 303)
    t.match(answer.headers['set-cookie'], /^cashable-key=unreadable; Path=\/; HttpOnly; SameSite=Strict$/)
  }
})
