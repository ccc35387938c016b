import t from 'tap'
import { postCase, service, smallest } from './service.ts'

const json = { 'content-type': 'application/json' }

t.test('a posted case has its best package, and one of the library by GET', async (t) => {
  const app = await service(t)
  const post = (query: string, payload: unknown = smallest) =>
    app.inject({ method: 'POST', url: `/v1/choose${query}`, headers: json, payload: JSON.stringify(payload) })
  const response = await post('?measure=netCashable')
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'application/json; charset=utf-8')
  const chosen = response.json()
  const answer = (await postCase(app, smallest)).json()
  t.same(chosen.best.interventions, ['fgc'])
  t.same(chosen.best.headline, answer.headline)
  t.equal(chosen.best.resultHash, answer.resultHash)
  t.equal(chosen.uncertainty, null, 'the case has no ranges')
  t.equal((await post('?measure=netCashable&numbers=json')).json().best.measure, 2568991.44)
  const peak = answer.headline.peakFunding
  t.same((await post(`?budget=${peak}`)).json().best.interventions, ['fgc'], 'exactly the budget is allowed')
  const less = (Number(peak) - 0.01).toFixed(2)
  const refused = (await post(`?budget=${less}`)).json()
  t.same(refused.best.interventions, [])
  t.equal(refused.packages.overBudget, 1)
  const scenario = (await app.inject('/v1/scenarios/la5-package/choose?budget=1200000&draws=200&seed=x')).json()
  t.equal(scenario.packages.possible, 8)
  t.equal(scenario.uncertainty.draws, 200)
  t.same(scenario.asked.seed, 'x')
  const set = (await app.inject('/v1/scenarios/minimal/choose?set.demand.care.costs.place.amount=1')).json()
  t.same(set.best.interventions, [], 'places that cost £1 are not worth a team')
})

t.test('what cannot be chosen names the option', async (t) => {
  const app = await service(t)
  const refused = async (query: string, status: number, code: string, path: string, message: RegExp) => {
    for (const method of ['GET', 'POST'] as const) {
      const url = `${method === 'GET' ? '/v1/scenarios/minimal/choose' : '/v1/choose'}${query}`
      const payload = method === 'GET' ? {} : { headers: json, payload: JSON.stringify(smallest) }
      const response = await app.inject({ method, url, ...payload })
      t.equal(response.statusCode, status, `${method} ${query}`)
      t.match(response.json(), { code, errors: [{ path, message }] })
    }
  }
  await refused('?measure=bcr', 422, 'wrong-option', '?measure', /ratio/)
  await refused('?measure=npw', 404, 'unknown-line', '?measure', /Did you mean/)
  await refused('?measure=position.gap@2050-51', 422, 'unknown-period', '?measure', /2026-27 to 2030-31/)
  await refused('?budget=lots', 422, 'wrong-option', '?budget', /pounds/)
  await refused('?budgetOn=grants', 422, 'wrong-option', '?budgetOn', /not one of/)
  await refused('?rankBy=p10', 422, 'wrong-option', '?rankBy', /no ranges/)
  await refused('?draws=0', 422, 'wrong-option', '?draws', /from 100 to/)
  await refused('?line=headline.npv', 422, 'wrong-option', '?line', /no option/)
  const none = await app.inject({
    method: 'POST',
    url: '/v1/choose',
    headers: json,
    payload: JSON.stringify({ start: '2026-04', years: 1 }),
  })
  t.equal(none.statusCode, 422)
  t.match(none.json(), { code: 'not-a-case', errors: [{ path: 'interventions', message: /no intervention to choose from/ }] })
  t.equal((await app.inject('/v1/scenarios/none/choose')).json().code, 'unknown-scenario')
})

t.test('correlations that contradict each other are refused by the paths of their ranges', async (t) => {
  const app = await service(t)
  const wide = (central: number) => ({ central, low: central / 2, high: central * 2 })
  const [demand] = smallest.demand
  const [fgc] = smallest.interventions
  const ranged = {
    ...smallest,
    demand: [{ ...demand, entriesPerYear: wide(100), backfill: { central: 0.2, low: 0.1, high: 0.3 } }],
    interventions: [{ ...fgc, referrals: { perMonth: wide(10) } }],
    correlations: [
      { between: ['demand.care.entriesPerYear', 'demand.care.backfill'], rho: '0.9' },
      { between: ['demand.care.backfill', 'interventions.fgc.referrals.perMonth'], rho: '0.9' },
      { between: ['demand.care.entriesPerYear', 'interventions.fgc.referrals.perMonth'], rho: '-0.9' },
    ],
  }
  const response = await app.inject({ method: 'POST', url: '/v1/choose', headers: json, payload: JSON.stringify(ranged) })
  t.equal(response.statusCode, 422)
  t.match(response.json(), { code: 'not-a-case', errors: [{ message: /contradict each other/ }] })
})
