import t from 'tap'
import { postCase, service, smallest } from './service.ts'

const json = { 'content-type': 'application/json' }

t.test('a posted case, and the same scenario by GET', async (t) => {
  const app = await service(t)
  const posted = await app.inject({ method: 'POST', url: '/v1/sensitivity', headers: json, payload: JSON.stringify(smallest) })
  t.equal(posted.statusCode, 200)
  const found = posted.json()
  t.match(found.measure, { id: 'headline.netCashable', unit: 'pounds', value: '2568991.44' })
  const team = found.assumptions.find(({ path }: { path: string }) => path === 'interventions.fgc.costs.team.amount')
  // Five years at £1 more each; 1% is 5 × £3,000, and 15,000 ÷ 2,568,991.44 = 0.5839%.
  t.match(team.slope, { derivative: '-5', perPercent: '-15000.00', elasticity: '-0.5839', kink: null, stepped: false })
  t.same(found.tornado, [], 'nothing has a range')
  const scenario = (await app.inject('/v1/scenarios/minimal/sensitivity')).json()
  t.same(scenario.assumptions, found.assumptions)
  const dearer = await app.inject('/v1/scenarios/minimal/sensitivity?measure=cost&s.fgc.team.amount=400000&numbers=json')
  t.equal(dearer.json().measure.value, 2000000)
  t.equal((await app.inject('/v1/scenarios/minimal/sensitivity?set.fgc.team.amount=lots')).json().code, 'not-a-case')
})

t.test('slopes in the register of an appraisal', async (t) => {
  const app = await service(t)
  const plain = (await postCase(app, smallest)).json()
  const sloped = (await postCase(app, smallest, '?slopes=netCashable')).json()
  t.equal(sloped.resultHash, plain.resultHash)
  const slopeOf = (answer: typeof sloped, path: string) => answer.assumptions.find((each: { path: string }) => each.path === path).slope
  t.equal(slopeOf(plain, 'interventions.fgc.costs.team.amount'), undefined)
  t.equal(slopeOf(sloped, 'interventions.fgc.costs.team.amount').derivative, '-5')
  t.equal(slopeOf(sloped, 'years'), undefined, 'a whole number that shapes the case has none')
  const bare = sloped.assumptions.map(({ slope: _, ...rest }: { slope?: object }) => rest)
  t.same({ ...sloped, assumptions: bare }, plain, 'and nothing else is other than before')
  const scenario = await app.inject('/v1/scenarios/minimal/appraise.json?slopes=npv')
  t.equal(scenario.statusCode, 200)
  t.match(slopeOf(scenario.json(), 'interventions.fgc.costs.team.amount').derivative, /^-4\.6/, 'discounted: 1 + 1 ÷ 1.035 + … = 4.673')
  for (const [query, code, path] of [
    ['?slopes=nett', 'unknown-line', '?slopes'],
    ['?slopes=npv&format=csv', 'wrong-option', '?slopes'],
    ['?slopes=netCashable@2026', 'unknown-period', '?slopes'],
  ] as const) {
    t.match((await postCase(app, smallest, query)).json(), { code, errors: [{ path }] }, query)
  }
})

t.test('what is not there is refused', async (t) => {
  const app = await service(t)
  const at = async (query: string, status: number, wanted: object) => {
    const response = await app.inject(`/v1/scenarios/minimal/sensitivity${query}`)
    t.equal(response.statusCode, status, query)
    t.match(response.json(), wanted)
  }
  await at('?measure=npw', 404, { code: 'unknown-line', errors: [{ path: '?measure' }] })
  await at('?measure=paybackMonth', 404, { code: 'unknown-line', detail: /not one number/ })
  await at('?measures=npv', 422, { code: 'wrong-option', detail: /Did you mean measure\?/ })
  t.equal((await app.inject({ url: '/v1/scenarios/minimal/sensitivity', headers: { accept: 'text/csv' } })).statusCode, 406)
})
