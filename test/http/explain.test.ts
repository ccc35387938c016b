import t from 'tap'
import { postCase, service, smallest } from './service.ts'

const json = { 'content-type': 'application/json' }

t.test('a posted case is explained, and a scenario by GET gives the same', async (t) => {
  const app = await service(t)
  const url = '/v1/explain?line=headline.netCashable'
  const posted = await app.inject({ method: 'POST', url, headers: json, payload: JSON.stringify(smallest) })
  t.equal(posted.statusCode, 200)
  t.equal(posted.headers['content-type'], 'application/json; charset=utf-8')
  const explained = posted.json()
  const answer = (await postCase(app, smallest)).json()
  t.equal(explained.value, answer.headline.netCashable)
  t.equal(explained.value, '2568991.44', 'as the contract has it')
  t.same(
    explained.operands.map(({ line }: { line: string }) => line),
    ['2026-27', '2027-28', '2028-29', '2029-30', '2030-31'].map((year) => `financial.net@${year}`),
  )
  for (const next of explained.asks) {
    const asked = await app.inject({ method: 'POST', url: `/v1/explain?line=${next}`, headers: json, payload: JSON.stringify(smallest) })
    t.equal(asked.statusCode, 200, next)
  }
  const scenario = (await app.inject('/v1/scenarios/minimal/explain?line=headline.netCashable')).json()
  t.equal(scenario.value, explained.value)
  t.equal(scenario.figures, explained.figures)
})

t.test('values can be set anew, and numbers can be JSON numbers', async (t) => {
  const app = await service(t)
  const at = (query: string) => app.inject(`/v1/scenarios/minimal/explain?line=demand.care.costs.place.price@2026-27${query}`)
  t.equal((await at('')).json().value, '6522.32', '1,500 × 365.25 ÷ 7 ÷ 12')
  t.equal((await at('&set.demand.care.costs.place.amount=3000')).json().value, '13044.64')
  t.equal((await at('&numbers=json')).json().value, 6522.32)
  const wrong = await at('&set.demand.care.costs.place.amount=lots')
  t.equal(wrong.statusCode, 422)
  t.match(wrong.json(), { code: 'not-a-case', errors: [{ path: 'demand.care.costs.place.amount' }] })
})

t.test('why is cashable less than avoided: one call', async (t) => {
  const app = await service(t)
  const { line, why } = (await app.inject('/v1/scenarios/la5-package/explain?line=why.cashable')).json()
  t.equal(line, 'headline.cashable')
  t.equal(why[0].rung, 'grossAvoided')
  const pence = (text: string) => BigInt(text.replace('.', ''))
  const steps = why.slice(1).reduce((sum: bigint, { value }: { value: string }) => sum + pence(value), 0n)
  t.equal(steps, pence(why[0].value))
  t.match(
    why.find(({ rung }: { rung: string }) => rung === 'absorbed').sentence,
    /growth that the budget does not fund.*237.3 in 2031-03 against 217.5/,
  )
})

t.test('what is not there is refused with what is', async (t) => {
  const app = await service(t)
  const refused = async (query: string, status: number, code: string, detail: RegExp) => {
    for (const method of ['GET', 'POST'] as const) {
      const url = `${method === 'GET' ? '/v1/scenarios/minimal/explain' : '/v1/explain'}${query}`
      const response = await app.inject(
        method === 'GET' ? { method, url } : { method, url, headers: json, payload: JSON.stringify(smallest) },
      )
      t.equal(response.statusCode, status, `${method} ${query.slice(0, 60)}`)
      t.match(response.json(), { code, detail })
      t.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8')
      t.ok(response.body.length < 2000, 'and what was sent is not sent back whole')
    }
  }
  await refused('', 422, 'wrong-option', /Say which line/)
  await refused('?line=', 422, 'wrong-option', /Say which line/)
  await refused('?line=headline.npw', 404, 'unknown-line', /Did you mean headline\.npv\?/)
  await refused('?line=demand.care.entries@2026-13', 422, 'unknown-period', /2026-04 to 2031-03/)
  await refused('?line=headline.npv&line=headline.bcr', 422, 'wrong-option', /more than once/)
  await refused('?lines=headline.npv', 422, 'wrong-option', /Did you mean line\?/)
  await refused(`?line=${'a'.repeat(6000)}`, 404, 'unknown-line', /There is no line/)
  await refused('?line=%00%1b[31m', 404, 'unknown-line', /There is no line/)
  await refused('?line=%E0%A4%A', 400, 'malformed-url', /percent-encoded/)
  t.equal((await app.inject('/v1/scenarios/none/explain?line=headline.npv')).json().code, 'unknown-scenario')
  t.equal((await app.inject({ url: '/v1/scenarios/minimal/explain?line=headline.npv', headers: { accept: 'text/csv' } })).statusCode, 406)
})
