import t from 'tap'
import { service } from './service.ts'

/* What a link or a form sets is what the figures are of: each is held against the API at the same address. */

const fields = { 'content-type': 'application/x-www-form-urlencoded' }
const form = (values: Record<string, string>) => new URLSearchParams(values).toString()
const effect = 'interventions.fgc.effects.care'

/** Net cashable as the page shows it. */
const shown = (body: string) => /data-line="headline\.netCashable">([^<]*)</.exec(body)?.[1]
const inPounds = (value: string) => {
  const text = Math.abs(Math.round(Number(value))).toLocaleString('en-GB')
  return `${Number(value) < 0 ? '−' : ''}£${text}`
}

t.test('the page of a link is of the same figures as the API’s answer to it', async (t) => {
  const app = await service(t)
  for (const query of [
    `set.${effect}.windowMonths=24`,
    // The effect holds for as long as it was measured where nobody says otherwise; here somebody says what it is already.
    `set.${effect}.windowMonths=24&set.${effect}.holdMonths=12`,
    `set.${effect}.holdMonths=12&set.${effect}.windowMonths=24`,
    `set.${effect}.fadePerYear=0.1&set.${effect}.holdMonths=12`,
    `set.years=9&set.interventions.fgc.costs.team.to=2031-03`,
    `set.${effect}.reduction=0`,
    `set.${effect}.reduction=-1`,
    'set.demand.care.costs.place.amount=1000000000',
    'set.demand.care.entriesPerYear=0',
    'set.interventions.fgc.referrals.perMonth=0.0000000001',
    's.fgc.care.reduction=0.25',
  ]) {
    const page = await app.inject(`/?scenario=minimal&${query}`)
    const value = await app.inject(`/v1/scenarios/minimal/value.txt?line=headline.netCashable&${query}`)
    t.equal(value.statusCode, 200, query)
    t.equal(page.statusCode, 200, query)
    t.equal(shown(page.body), inPounds(value.body), query)
  }
})

t.test('a value that is kept as it was goes on with the form, and says that it is kept', async (t) => {
  const app = await service(t)
  const set = { [`set.${effect}.windowMonths`]: '24', [`set.${effect}.holdMonths`]: '12' }
  const page = await app.inject(`/?scenario=minimal&${form(set)}`)
  t.match(page.body, new RegExp(`data-carried name="set\\.${effect}\\.holdMonths" value="12"`))
  t.match(page.body, /kept at 12/)
  const sent = await app.inject({ method: 'POST', url: '/', headers: fields, payload: form({ scenario: 'minimal', ...set }) })
  t.equal(sent.headers.location, `/?scenario=minimal&${form(set)}`)
  const illegal = { [`set.${effect}.windowMonths`]: '6', [`set.${effect}.holdMonths`]: '12' }
  const refused = await app.inject(`/?scenario=minimal&${form(illegal)}`)
  t.equal(refused.statusCode, 422, 'as the API has it: nothing holds for longer than it was measured over')
  t.match(refused.body, /longer than the 6 months/)
})

t.test('a price year that is given with a built-in figure stays given when something else is changed', async (t) => {
  const app = await service(t)
  const { assumptions, withoutRange } = (await app.inject('/v1/scenarios/la5-package/sensitivity')).json()
  const bar = withoutRange.find(({ path, setLow }: { path: string; setLow?: object }) => setLow !== undefined && path.endsWith('.amount'))
  t.equal(assumptions.find(({ path }: { path: string }) => path === bar.path).origin, 'reference')
  const priceYear = bar.path.replace(/amount$/, 'priceYear')
  for (const set of [
    { [`set.${bar.path}`]: '1000', [`set.${priceYear}`]: '2019-20' },
    { [`set.${priceYear}`]: '2019-20', [`set.${bar.path}`]: '1000' },
  ]) {
    const page = await app.inject(`/?scenario=la5-package&${form(set)}`)
    const value = await app.inject(`/v1/scenarios/la5-package/value.txt?line=headline.netCashable&${form(set)}`)
    t.equal(shown(page.body), inPounds(value.body))
    t.match(page.body, `data-carried name="set.${priceYear}" value="2019-20"`)
    t.match(page.body, '2 changes from the saved case')
  }
})

t.test('what is set twice, or at a path that no case has, is told', async (t) => {
  const app = await service(t)
  for (const [query, words] of [
    [`set.${effect}.reduction=0.3&set.fgc.care.reduction=0.2`, /is set twice/],
    [`set.fgc.care.reduction=0.3&set.${effect}.reduction=0.192`, /is set twice/],
    ['set.__proto__=1', /There is no path __proto__/],
    ['set.constructor=1', /There is no path constructor/],
    ['set.=1', /There is no path/],
  ] as const) {
    const page = await app.inject(`/?scenario=minimal&${query}`)
    t.equal(page.statusCode, 422, query)
    t.match(page.body, words)
    const api = await app.inject(`/v1/scenarios/minimal/value.txt?line=headline.netCashable&${query}`)
    t.equal(api.statusCode, 422, query)
  }
  const sent = await app.inject({
    method: 'POST',
    url: '/',
    headers: { ...fields, 'hx-request': 'true' },
    payload: 'scenario=minimal&set.__proto__=1',
  })
  t.equal(sent.statusCode, 422)
})

t.test('more changes than a link can carry stay in the form, and are offered as files', async (t) => {
  const app = await service(t)
  const long = 'é '.repeat(95).trim()
  const count = 8
  const set = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `set.${['title', 'notes', 'note', 'source', 'interventions.fgc.title', 'interventions.fgc.note', 'interventions.fgc.source', 'demand.care.title'][at]}`,
      long,
    ]),
  )
  const values = { scenario: 'minimal', ...set, [`set.${effect}.reduction`]: '0.25' }
  t.ok(form(values).length > 4000, 'the form is longer than an address should be')
  const longer = { ...values, 'set.notes': long.repeat(20) }
  const page = await app.inject({ method: 'POST', url: '/', headers: fields, payload: form(longer) })
  t.equal(page.statusCode, 200, 'no address of twenty thousand characters')
  t.match(page.body, /more than a link can carry/)
  t.notMatch(page.body, /id="link"/)
  t.match(page.body, /formaction="\/page\/download" name="as" value="docx"/)
  const value = await app.inject(`/v1/scenarios/minimal/value.txt?line=headline.netCashable&set.${effect}.reduction=0.25`)
  t.equal(shown(page.body), inPounds(value.body))
  const pieces = await app.inject({ method: 'POST', url: '/', headers: { ...fields, 'hx-request': 'true' }, payload: form(longer) })
  t.equal(pieces.statusCode, 200)
  t.equal(pieces.headers['hx-push-url'], undefined)
  const file = await app.inject({ method: 'POST', url: '/page/download', headers: fields, payload: form({ ...longer, as: 'yaml' }) })
  t.match(file.body, /reduction: "?0\.25/)
  // A link of more than 2,048 characters is one that browsers take.
  const { 'set.notes': _, ...shorter } = set
  const middling = await app.inject({ method: 'POST', url: '/', headers: fields, payload: form({ scenario: 'minimal', ...shorter }) })
  t.equal(middling.statusCode, 303)
  const link = String(middling.headers.location)
  t.ok(link.length > 2048 && link.length < 8000, `${link.length} characters`)
  t.match((await app.inject(link)).body, `<h1>`)
})
