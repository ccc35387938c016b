import { createHash } from 'node:crypto'
import t from 'tap'
import { postCase, service, smallest } from './service.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

t.test('a posted case leaves as a page, by ?format= and by Accept, under a policy that allows its own style alone', async (t) => {
  const app = await service(t)
  const byOption = await postCase(app, smallest, '?format=html')
  t.equal(byOption.statusCode, 200)
  t.equal(byOption.headers['content-type'], 'text/html; charset=utf-8')
  // The contract's smallest useful case: net cashable 2,568,991.44, paid back 2028-05.
  t.match(byOption.body, />£2,568,991</)
  t.match(byOption.body, />May 2028</)
  const style = /<style>([\s\S]*?)<\/style>/.exec(byOption.body)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = String(byOption.headers['content-security-policy'])
  t.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'$/)
  t.ok(policy.includes(`'sha256-${hash}'`), 'the hash is that of the style')
  const byAccept = await app.inject({ method: 'POST', url: '/v1/appraise', headers: { accept: 'text/html' }, payload: smallest })
  t.equal(byAccept.body, byOption.body, 'the same case gives the same bytes')
})

t.test('a posted case leaves as a Word document with a name', async (t) => {
  const app = await service(t)
  const response = await postCase(app, smallest, '?format=docx')
  t.equal(response.statusCode, 200)
  t.match(response.headers, { 'content-type': wordType, 'content-disposition': 'attachment; filename="cashable.docx"' })
  t.equal(response.rawPayload.subarray(0, 2).toString('latin1'), 'PK')
})

t.test('the report of a scenario answers HEAD and If-None-Match, and takes new values', async (t) => {
  const app = await service(t)
  const url = '/v1/scenarios/minimal/appraise.html'
  const response = await app.inject(url)
  const { etag } = response.headers
  t.match(etag, /^"[0-9a-f]{32}-[0-9a-f]{16}"$/)
  const head = await app.inject({ method: 'HEAD', url })
  t.same([head.statusCode, head.headers.etag, head.rawPayload.length], [200, etag, 0])
  t.equal((await app.inject({ url, headers: { 'if-none-match': String(etag) } })).statusCode, 304)
  // Without the plan that releases places nothing is cash, and net cash is what the team costs: 5 × £300,000.
  const dearer = await app.inject(`${url}?s.fgc.team.amount=400000`)
  t.match(dearer.body, />£2,068,991</, 'five years of £100,000 more')
  t.equal((await app.inject(`${url}?set.years=0`)).json().code, 'not-a-case')
  t.equal((await app.inject('/v1/scenarios/minimall/appraise.docx')).json().code, 'unknown-scenario')
})

t.test('the variants of a posted scenario are compared, and one that is wrong is named', async (t) => {
  const app = await service(t)
  const variants = [{ id: 'half', title: 'Half as many referrals', set: { 'interventions.fgc.referrals.perMonth': 5 } }]
  const compared = await postCase(app, { ...smallest, variants }, '?format=html')
  t.match(compared.body, /Half as many referrals/)
  t.notMatch(compared.body, /left aside/)
  const wrong = await postCase(app, { ...smallest, variants: [{ id: 'half', set: { 'interventions.fgc.referal': 5 } }] }, '?format=html')
  t.match([wrong.statusCode, wrong.json().code], [422, 'wrong-variant'])
})

t.test('a report that would take too long is refused by its price', async (t) => {
  const app = await service(t, { limits: { ...(await import('../../src/answers/cost/limits.ts')).usualLimits, totalOperations: 20_000 } })
  const refused = await postCase(app, smallest, '?format=html')
  t.match(refused.json(), { code: 'question-too-large', detail: /\(a report of a case of [0-9,]+\)/ })
  t.equal((await postCase(app, smallest)).statusCode, 200)
})
