import t from 'tap'
import { buildApp } from '../../src/http/app.ts'
import { lines } from '../../src/method/lines.ts'
import { figures } from '../../src/reference/catalogue.ts'
import { model, scenarios, service } from './service.ts'

t.test('the built-in figures are all there', async (t) => {
  const app = await service(t)
  const answer = (await app.inject('/v1/reference')).json()
  t.equal(answer.figures.length, figures.length)
  t.match(
    answer.figures.find(({ id }: { id: string }) => id === 'ifa-week-2020'),
    { value: '820', unit: 'pounds-a-week', priceYear: '2020-21', confidence: 'R2' },
  )
})

t.test('the glossary lists every line, and shows one', async (t) => {
  const app = await service(t)
  const answer = (await app.inject('/v1/lines')).json()
  t.same(
    answer.lines.map(({ id }: { id: string }) => id),
    [...Object.keys(lines), 'paybackMonth', 'paybackStatus', 'costPerEntryAvoided'],
  )
  const cashable = (await app.inject('/v1/lines/cashable')).json()
  t.match(cashable, {
    id: 'cashable',
    label: 'Cashable',
    unit: 'pounds',
    section: '4',
    period: 'year',
    formula: /Released by the plan.*rounded to pence/,
  })
  for (const id of ['headline.cashable', 'demand.care.costs.place.cashable', 'financial.cashable@2027-28']) {
    t.same((await app.inject(`/v1/lines/${id}`)).json(), cashable, id)
  }
  t.equal((await app.inject('/v1/lines/headline.entriesAvoided.care')).json().id, 'entriesAvoided')
  const missing = await app.inject('/v1/lines/cashabel')
  t.equal(missing.statusCode, 404)
  t.match(missing.json(), { code: 'unknown-line', detail: /cashable/ })
  t.equal((await app.inject('/v1/lines/toString')).statusCode, 404)
})

t.test('health and version answer; ready is a 503 once the service stops', async (t) => {
  let ready = true
  const app = await buildApp({ model, scenarios, isReady: () => ready })
  t.teardown(() => app.close())
  t.same((await app.inject('/health/live?now=1')).json(), { status: 'live' })
  t.same((await app.inject('/health/ready')).json(), { status: 'ready' })
  ready = false
  const stopping = await app.inject('/health/ready')
  t.equal(stopping.statusCode, 503)
  t.equal(stopping.headers['content-type'], 'application/problem+json; charset=utf-8')
  t.equal(stopping.json().code, 'not-ready')
  t.equal((await app.inject('/health/live')).statusCode, 200)
  const { limits, ...versions } = (await app.inject('/version')).json()
  t.same(versions, model)
  t.match(limits, { bodyBytes: 1_048_576, depth: 64, months: 360, draws: 1_000_000, operations: 2_000_000 })
})

t.test('HEAD answers as GET does, without the body', async (t) => {
  const app = await service(t)
  const response = await app.inject({ method: 'HEAD', url: '/v1/scenarios/minimal' })
  t.equal(response.statusCode, 200)
  t.equal(response.body, '')
})

t.test('the pages at /docs fetch nothing from elsewhere', async (t) => {
  const app = await service(t)
  for (const url of ['/docs', '/docs/']) {
    const page = await app.inject(url)
    t.equal(page.statusCode, 200)
    const policy = String(page.headers['content-security-policy'])
    t.notMatch(policy, /https|upgrade-insecure|validator/, 'the policy needs no https and no other host')
    const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link)
    t.ok(links.length >= 5)
    for (const link of links) {
      t.match(link, /^(\.|\/docs)\/static\//)
      t.equal((await app.inject(link.replace(/^\./, '/docs'))).statusCode, 200, link)
    }
  }
  t.same((await app.inject('/docs/json')).json(), (await app.inject('/openapi.json')).json())
})
