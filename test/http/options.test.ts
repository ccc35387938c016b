import t from 'tap'
import { acceptable } from '../../src/http/accept.ts'
import { HttpProblem } from '../../src/http/problem.ts'
import { postCase, service, smallest } from './service.ts'

t.test('figures are decimal strings, or numbers where the request asks', async (t) => {
  const app = await service(t)
  const strings = (await postCase(app, smallest)).json()
  const numbers = (await postCase(app, smallest, '?numbers=json')).json()
  t.equal(strings.headline.grossAvoided, '4068991.44')
  t.equal(numbers.headline.grossAvoided, 4068991.44)
  t.equal(numbers.resultHash, strings.resultHash, 'the result is the same whichever way it is written')
  t.same((await postCase(app, smallest, '?numbers=strings&format=json')).json(), strings)
})

t.test('an option that is unknown, given twice or not a word it takes is a 422 that names the nearest', async (t) => {
  const app = await service(t)
  const response = await postCase(app, smallest, '?number=json&format=jsn&numbers=strings&numbers=json&__proto__=1')
  t.equal(response.statusCode, 422)
  t.match(response.json(), {
    code: 'wrong-option',
    errors: [
      { path: '?number', message: /Did you mean numbers/ },
      { path: '?format', message: /Did you mean json/, expected: /json, csv, xml, xlsx, html or docx/ },
      { path: '?numbers', message: /more than once/ },
      { path: '?__proto__', message: /no option/ },
    ],
  })
  t.equal((await app.inject('/v1/lines?page=2')).json().code, 'wrong-option')
  t.match((await app.inject('/v1/scenarios/minimal/appraise.csv?years=3')).json(), {
    errors: [{ path: '?years', message: 'There is no option "years" here. The options are onError and set.<path>.' }],
  })
  t.equal((await app.inject('/v1/lines?')).statusCode, 200)
  t.equal((await postCase(app, smallest, '?numbers')).json().errors[0].got, '""')
})

t.test('Accept chooses the format by its weights', async (t) => {
  const offered = ['application/json', 'text/csv'] as const
  const table: [string | undefined, string | undefined][] = [
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/*', 'text/csv'],
    ['TEXT/CSV;q=0.9, application/json;q=0.8', 'text/csv'],
    ['text/csv;q=0.1, application/json;q=0.5, text/csv', 'text/csv'],
    ['application/json;q=0, */*', 'text/csv'],
    ['text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
    ['application/json;charset=utf-8', 'application/json'],
    ['text/html', undefined],
    ['*/*;q=0', undefined],
  ]
  for (const [accept, expected] of table) {
    if (expected === undefined) t.throws(() => acceptable(accept, offered), HttpProblem, `${accept}`)
    else t.equal(acceptable(accept, offered), expected, `${accept}`)
  }
})

t.test('an answer in no acceptable format is a 406 that names the formats; ?format= comes before Accept', async (t) => {
  const app = await service(t)
  const request = { method: 'POST', url: '/v1/appraise', payload: JSON.stringify(smallest) } as const
  const headers = { 'content-type': 'application/json', accept: 'image/png' }
  const refused = await app.inject({ ...request, headers })
  t.equal(refused.statusCode, 406)
  t.match(refused.json(), { code: 'not-acceptable', detail: /application\/json/ })
  t.equal((await app.inject({ ...request, url: '/v1/appraise?format=json', headers })).statusCode, 200)
  t.match(refused.json().detail, /text\/csv/)
  t.equal((await app.inject({ url: '/v1/scenarios', headers: { accept: 'text/csv' } })).statusCode, 406)
  t.equal((await app.inject({ url: '/health/live', headers: { accept: 'image/png' } })).statusCode, 200)
})

t.test('an answer comes as CSV where Accept or ?format= asks for it', async (t) => {
  const app = await service(t)
  const request = { method: 'POST', url: '/v1/appraise', payload: JSON.stringify(smallest) } as const
  const accepted = await app.inject({ ...request, headers: { 'content-type': 'application/json', accept: 'text/csv' } })
  const asked = await postCase(app, smallest, '?format=csv')
  const fetched = await app.inject('/v1/scenarios/minimal/appraise.csv?set.years=5')
  for (const response of [accepted, asked, fetched]) {
    t.equal(response.statusCode, 200)
    t.equal(response.headers['content-type'], 'text/csv; charset=utf-8')
    t.match(response.body, /^section,owner,line,label,year,unit,value\r\n/)
    t.match(response.body, /headline,headline,cashable,Cashable,,pounds,4068991\.44\r\n/)
  }
  t.equal(accepted.body, asked.body)
  t.equal(accepted.headers.vary, 'accept')
  const wrong = await postCase(app, { years: 5 }, '?format=csv')
  t.equal(wrong.headers['content-type'], 'application/problem+json; charset=utf-8', 'a problem is a problem document in any case')
})
