import Ajv2020 from 'ajv/dist/2020.js'
import t from 'tap'
import { postCase, service, smallest } from './service.ts'

const json = { 'content-type': 'application/json' }
const unsure = structuredClone(smallest) as unknown as { interventions: { costs: { amount: unknown }[] }[] }
;(unsure.interventions[0] as { costs: { amount: unknown }[] }).costs[0] = {
  ...unsure.interventions[0]?.costs[0],
  amount: { central: 300000, low: 250000, high: 400000 },
}

t.test('a posted case is simulated, as the OpenAPI document says it is', async (t) => {
  const app = await service(t)
  const url = '/v1/simulate?draws=1500&seed=paper'
  const response = await app.inject({ method: 'POST', url, headers: json, payload: JSON.stringify(unsure) })
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'application/json; charset=utf-8')
  const simulation = response.json()
  t.same(simulation.simulation, {
    ...{ draws: 1500, seed: 'paper', sampling: 'random' },
    ...{ measure: 'headline.netCashable', drivers: 'yes' },
  })
  const central = (await postCase(app, unsure)).json()
  t.equal(simulation.caseHash, central.caseHash)
  t.equal(simulation.measures.find(({ id }: { id: string }) => id === 'headline.netCashable').central, central.headline.netCashable)

  const document = (await app.inject('/openapi.json')).json()
  const ajv = new Ajv2020.default({ strict: false })
  ajv.addSchema(document, 'openapi')
  for (const query of ['', '&numbers=json', '&sampling=latin-hypercube&drivers=no']) {
    const answer = await app.inject({ method: 'POST', url: url + query, headers: json, payload: JSON.stringify(unsure) })
    const valid = ajv.validate({ $ref: 'openapi#/components/schemas/Simulation' }, answer.json())
    t.ok(valid, `${query}: ${ajv.errorsText()}`)
  }
  const again = await app.inject({ method: 'POST', url, headers: json, payload: JSON.stringify(unsure) })
  t.equal(again.body, response.body, 'the same seed, the same bytes')
})

t.test('a scenario is simulated by GET, with values set anew', async (t) => {
  const app = await service(t)
  const at = async (query: string) => (await app.inject(`/v1/scenarios/la5-package/simulate?draws=300&drivers=no${query}`)).json()
  const [plain, set] = [await at(''), await at('&set.demand.care-10-17.growth=0')]
  t.equal(plain.ranges.length, 45)
  t.equal(set.ranges.length, 44, 'a number in place of a range')
  t.not(plain.caseHash, set.caseHash)
})

t.test('progress comes as events, then the answer', async (t) => {
  const app = await service(t)
  const headers = { ...json, accept: 'text/event-stream' }
  const payload = JSON.stringify(unsure)
  const response = await app.inject({ method: 'POST', url: '/v1/simulate?draws=2000', headers, payload })
  t.equal(response.headers['content-type'], 'text/event-stream; charset=utf-8')
  const events = response.body
    .trim()
    .split('\n\n')
    .map((event) => {
      const [name = '', data = ''] = event.split('\n')
      return { name: name.replace('event: ', ''), data: JSON.parse(data.replace('data: ', '')) }
    })
  t.same(events.at(-2), { name: 'progress', data: { done: 2000, of: 2000 } })
  const last = events.at(-1)
  t.equal(last?.name, 'answer')
  const plain = await app.inject({ method: 'POST', url: '/v1/simulate?draws=2000', headers: json, payload })
  t.same(last?.data, plain.json())
  const wrong = await app.inject({ method: 'POST', url: '/v1/simulate?measure=paybackMonth', headers, payload })
  t.match(wrong.body, /^event: problem\ndata: .*"code":"unknown-line"/)
})

t.test('what is asked wrongly is refused, and says what would be right', async (t) => {
  const app = await service(t)
  const refused = async (query: string, status: number, code: string, message: RegExp) => {
    const response = await app.inject({ method: 'POST', url: `/v1/simulate${query}`, headers: json, payload: JSON.stringify(unsure) })
    t.equal(response.statusCode, status, query)
    t.match(response.json(), { code, errors: [{ message }] }, query)
  }
  for (const draws of ['99', '1000001', '1e4', '-5', '10.5', '', 'many']) {
    await refused(`?draws=${draws}`, 422, 'wrong-option', /whole number from 100 to 1000000/)
  }
  await refused('?seed=', 422, 'wrong-option', /1 to 200 characters/)
  await refused(`?seed=${'x'.repeat(201)}`, 422, 'wrong-option', /1 to 200 characters/)
  await refused('?sampling=sobol', 422, 'wrong-option', /random or latin-hypercube/)
  await refused('?draw=500', 422, 'wrong-option', /Did you mean draws/)
  await refused('?measure=npw', 404, 'unknown-line', /Did you mean headline.npv/)
  const accept = await app.inject({
    method: 'POST',
    url: '/v1/simulate',
    headers: { ...json, accept: 'text/csv' },
    payload: JSON.stringify(unsure),
  })
  t.equal(accept.statusCode, 406)
})

t.test('the service answers others while it simulates', async (t) => {
  const app = await service(t)
  let isDone = false
  const long = app
    .inject({ method: 'POST', url: '/v1/simulate?draws=100000&drivers=no', headers: json, payload: JSON.stringify(unsure) })
    .then((response) => {
      isDone = true
      return response
    })
  const waits: number[] = []
  while (!isDone) {
    const before = performance.now()
    await app.inject('/health/live')
    waits.push(performance.now() - before)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  t.equal((await long).statusCode, 200)
  const sorted = waits.sort((one, other) => one - other)
  // Far above what the bench measures on a quiet machine, and far below the time of the simulation.
  t.ok(
    (sorted[Math.floor(sorted.length / 2)] ?? 0) < 100,
    `the median answer came after ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms`,
  )
})
