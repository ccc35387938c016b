import t from 'tap'
import { grossByHand } from '../cli/cashable.ts'
import { postCase, service, smallest } from './service.ts'

const json = { 'content-type': 'application/json' }
const difference = (Number(grossByHand(3000)) - Number(grossByHand(1500))).toFixed(2)
const variants = [{ id: 'dearer', set: { 'demand.care.costs.place.amount': 3000 } }]

t.test('a posted scenario is compared with its variants, and one of the library by GET', async (t) => {
  const app = await service(t)
  const post = (payload: unknown, query = '') =>
    app.inject({ method: 'POST', url: `/v1/compare${query}`, headers: json, payload: JSON.stringify(payload) })
  const response = await post({ ...smallest, variants })
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'application/json; charset=utf-8')
  const compared = response.json()
  const answer = (await postCase(app, smallest)).json()
  t.same(compared.central.headline, answer.headline)
  t.equal(compared.variants[0].difference.netCashable, difference, 'twice the price, twice what is avoided')
  t.equal((await post({ ...smallest, variants }, '?numbers=json')).json().variants[0].difference.netCashable, Number(difference))
  t.same((await post(smallest)).json().variants, [])
  const scenario = (await app.inject('/v1/scenarios/la5-package/compare')).json()
  const listed = (await app.inject('/v1/scenarios/la5-package')).json().variants
  t.same(
    scenario.variants.map(({ id }: { id: string }) => id),
    listed.map(({ id }: { id: string }) => id),
  )
  const set = (await app.inject('/v1/scenarios/minimal/compare?s.care.backfill=1')).json()
  t.equal(set.central.headline.cashable, '0.00')
})

t.test('what cannot be compared is a problem that says why', async (t) => {
  const app = await service(t)
  const post = (payload: string) => app.inject({ method: 'POST', url: '/v1/compare', headers: json, payload })
  const wrong = await post(JSON.stringify({ ...smallest, variants: [{ id: 'x', set: { 'demand.care.grow': 1 } }] }))
  t.equal(wrong.statusCode, 422)
  t.match(wrong.json(), { code: 'wrong-variant', title: 'A variant of the scenario is not legal', errors: [{ path: /variants\.x/ }] })
  t.equal((await post('{')).json().code, 'not-json')
  t.equal((await post('')).json().code, 'empty-body')
  t.equal((await app.inject('/v1/scenarios/none/compare')).json().code, 'unknown-scenario')
  const path = await app.inject('/v1/scenarios/minimal/compare?set.demand.nobody=1')
  t.equal(path.statusCode, 422)
  t.match(path.json(), { code: 'wrong-path', errors: [{ path: 'demand.nobody' }] })
  t.equal((await app.inject('/v1/scenarios/minimal/compare?variant=x')).json().code, 'wrong-option')
  t.equal((await app.inject({ url: '/v1/scenarios/minimal/compare', headers: { accept: 'text/csv' } })).statusCode, 406)
})
