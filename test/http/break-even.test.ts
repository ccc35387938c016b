import t from 'tap'
import { postCase, service, smallest } from './service.ts'

const json = { 'content-type': 'application/json' }
const team = 'interventions.fgc.costs.team.amount'

t.test('LA4 in one call: what must conferencing achieve to pay for itself?', async (t) => {
  const app = await service(t)
  const url = '/v1/scenarios/la4-conferencing/break-even?path=interventions.fgc.effects.care.reduction&measure=netCashable'
  const response = await app.inject(url)
  t.equal(response.statusCode, 200)
  const found = response.json()
  t.equal(found.crossings.length, 1)
  const [{ value, measure, inRange, direction }] = found.crossings
  t.same([measure, inRange, direction], ['0.00', false, 'rising'])
  t.match(value, /^0\.38/, 'the scenario says about 0.38')
  t.equal(
    found.sentence,
    'Family group conferencing, before court is in view must cut the risk of the children it reaches by 38.4% (central 8%) for net cashable to be nil.',
  )
  const anew = await app.inject(`/v1/scenarios/la4-conferencing/value.txt?line=headline.netCashable&s.fgc.care.reduction=${value}`)
  t.equal(anew.body, '0.00', 'and the public appraisal says so')
  const avoided = (await app.inject(`${url.replace('netCashable', 'netAvoided')}&numbers=json`)).json()
  t.match(avoided.crossings[0].value, /^0\.19/, 'on net avoided the trial’s effect would just do')
  t.equal(avoided.crossings[0].measure, 0)
})

t.test('a posted case: the value is the same by hand, and set anew it hits the target', async (t) => {
  const app = await service(t)
  const url = `/v1/break-even?path=${team}&target=1000000`
  const response = await app.inject({ method: 'POST', url, headers: json, payload: JSON.stringify(smallest) })
  t.equal(response.statusCode, 200)
  const { crossings, unit, target } = response.json()
  // Cashable is 4,068,991.44 and the team is paid in five years: (4,068,991.44 − 1,000,000) ÷ 5 = 613,798.288.
  t.ok(Math.abs(Number(crossings[0].value) - 613798.288) < 0.005, crossings[0].value)
  t.same([unit, target], ['pounds a year', '1000000.00'])
  const changed = structuredClone(smallest) as { interventions: { costs: { amount: unknown }[] }[] }
  for (const { costs } of changed.interventions) for (const cost of costs) cost.amount = crossings[0].value
  const { headline } = (await postCase(app, changed)).json()
  t.ok(Math.abs(Number(headline.netCashable) - 1000000) < 0.0101, headline.netCashable)
  t.equal(headline.netCashable, crossings[0].measure)
})

t.test('what cannot be sought is refused, with what can', async (t) => {
  const app = await service(t)
  const at = async (query: string, status: number, wanted: object) => {
    const response = await app.inject(`/v1/scenarios/minimal/break-even${query}`)
    t.equal(response.statusCode, status, query)
    t.match(response.json(), wanted)
    t.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8')
  }
  await at('', 422, { code: 'wrong-option', errors: [{ path: '?path', got: 'nothing' }] })
  await at('?path=fgc.team.amonut', 404, { code: 'unknown-path', detail: /Did you mean interventions\.fgc\.costs\.team\.amount\?/ })
  await at('?path=years', 422, { code: 'not-a-quantity', errors: [{ path: '?path' }] })
  await at(`?path=${team}&measure=npw`, 404, { code: 'unknown-line', errors: [{ path: '?measure' }] })
  await at(`?path=${team}&target=lots`, 422, { code: 'wrong-option', errors: [{ path: '?target' }] })
  await at(`?path=${team}&low=5&high=1`, 422, { code: 'wrong-option', errors: [{ path: '?low' }] })
  await at(`?path=${team}&high=-1`, 422, { code: 'wrong-option', errors: [{ path: '?high' }] })
  await at(`?path=${'a'.repeat(6000)}`, 404, { code: 'unknown-path' })
})
