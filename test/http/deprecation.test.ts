import t from 'tap'
import Type from 'typebox'
import { deprecated } from '../../src/http/deprecation.ts'
import { documented } from '../../src/http/operation.ts'
import { service } from './service.ts'

/* Nothing is deprecated yet: the mechanism is tried on routes of the test's own. */

const base = {
  summary: 'A route of the test',
  description: 'A route that only a test has.',
  tag: 'service' as const,
  answer: { description: 'Nothing.', content: { 'application/json': Type.Object({}) } },
  problems: [],
}
// 2027-04-01 is 20,909 days after 1970-01-01: 57 years of 365 days, and the 14 leap days of 1972 to 2024, and 90 days to 1 April. It is a Thursday.
const since = (57 * 365 + 14 + 90) * 86_400
const april = { since: '2027-04-01', sunset: '2028-04-01', see: '/docs' }

async function deprecating(t: Parameters<typeof service>[0]) {
  const app = await service(t)
  app.get('/test/old', { schema: deprecated(documented({ ...base, operationId: 'old' }), april) }, async () => ({}))
  const query = Type.Object({
    fine: Type.Optional(Type.String({ description: 'an option' })),
    former: deprecated(Type.Optional(Type.String({ description: 'an option' })), { since: '2027-04-01', see: '/docs#former' }),
    older: deprecated(Type.Optional(Type.String({ description: 'an option' })), { ...april, since: '2026-04-01', sunset: '2027-10-01' }),
  })
  app.get('/test/options', { schema: documented({ ...base, operationId: 'options', query }) }, async () => ({}))
  app.get('/test/failing', { schema: deprecated(documented({ ...base, operationId: 'failing' }), april) }, async () => {
    throw new Error('on purpose')
  })
  await app.ready()
  return app
}

t.test('an operation that is deprecated says so on every answer, also on a failure', async (t) => {
  const app = await deprecating(t)
  for (const url of ['/test/old', '/test/old?x=1', '/test/failing']) {
    const { headers } = await app.inject(url)
    t.match(headers, { deprecation: `@${since}`, sunset: 'Sat, 01 Apr 2028 00:00:00 GMT' }, url)
    t.equal(headers.link, '</docs>; rel="deprecation", </docs>; rel="sunset"')
  }
})

t.test('a parameter that is deprecated says so where it is used', async (t) => {
  const app = await deprecating(t)
  const headersOf = async (query: string) => (await app.inject(`/test/options${query}`)).headers
  for (const query of ['', '?fine=1']) t.notOk('deprecation' in (await headersOf(query)), query)
  const former = await headersOf('?former=1')
  t.match(former, { deprecation: `@${since}`, link: '</docs#former>; rel="deprecation"' })
  t.notOk('sunset' in former)
  const both = await headersOf('?former=1&older=2')
  t.match(both, { deprecation: `@${since - 365 * 86_400}`, sunset: 'Fri, 01 Oct 2027 00:00:00 GMT' }, 'the earliest of both')
})

t.test('the document says what is deprecated', async (t) => {
  const app = await deprecating(t)
  const { paths } = (await app.inject('/openapi.json')).json()
  t.equal(paths['/test/old'].get.deprecated, true)
  t.notOk('deprecated' in paths['/test/options'].get)
  const parameters = paths['/test/options'].get.parameters as { name: string; deprecated?: boolean }[]
  t.same(
    parameters.map(({ name, deprecated = false }) => [name, deprecated]),
    [
      ['fine', false],
      ['former', true],
      ['older', true],
    ],
  )
})

t.test('nothing of the service is deprecated', async (t) => {
  const app = await service(t)
  t.notMatch((await app.inject('/openapi.json')).body, /"deprecated":/)
  t.notOk('deprecation' in (await app.inject('/v1/scenarios')).headers)
})

t.test('a day that is none, or an end before the beginning, is refused where it is written', async (t) => {
  for (const day of ['2027-4-1', '2027-13-01', 'soon']) t.throws(() => deprecated({}, { since: day, see: '/docs' }), /is no day/)
  t.throws(() => deprecated({}, { since: '2027-04-01', sunset: '2027-03-31', see: '/docs' }), /cannot end/)
})
