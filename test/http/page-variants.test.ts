import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { parse } from 'yaml'
import { csvFiles, libraryScenarios } from '../tables/tables-for-tests.ts'
import { partsOfWorkbook, zipped } from '../tables/workbooks.ts'
import { service, smallest } from './service.ts'

/* The variants of a scenario go with it through the page: into the file that is taken away, and into the report. */

const fields = { 'content-type': 'application/x-www-form-urlencoded' }
const form = (values: Record<string, string>) => new URLSearchParams(values).toString()
const reduction = 'interventions.fgc.effects.care.reduction'
const variants = [
  { id: 'slow', title: 'A slow start', set: { 'interventions.fgc.warmUp.months': 18 } },
  {
    id: 'few',
    title: 'Half as many referrals',
    description: 'Social workers refer less.',
    set: { 'interventions.fgc.referrals.perMonth': 5 },
  },
]
const ours = { id: 'ours', title: 'Ours', description: 'What we think of doing.', ...smallest, variants }

/** Opens files on the page as a browser sends them. */
function opened(app: FastifyInstance, files: readonly { name: string; content: string | Buffer }[]) {
  const chunks = files.flatMap(({ name, content }) => [
    Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  const payload = Buffer.concat([...chunks, Buffer.from('--b--\r\n')])
  return app.inject({ method: 'POST', url: '/', headers: { 'content-type': 'multipart/form-data; boundary=b' }, payload })
}

/** What the form of a page keeps of a case of one's own. */
function keptIn(body: string): string {
  const [, kept = ''] = /<input type="hidden" name="case" value="([^"]*)">/.exec(body) ?? []
  return kept.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

const taken = (app: FastifyInstance, values: Record<string, string>) =>
  app.inject({ method: 'POST', url: '/page/download', headers: fields, payload: form(values) })

t.test('the scenario file of the library has its id, its description and its variants, with changes too', async (t) => {
  const app = await service(t)
  for (const query of ['', `&set.${reduction}=0.25`]) {
    const file = parse((await app.inject(`/page/case.yaml?scenario=minimal${query}`)).body)
    const saved = (await app.inject('/v1/scenarios/minimal')).json()
    t.ok(saved.variants.length > 0)
    t.same([file.id, file.title, file.description, file.variants], [saved.id, saved.title, saved.description, saved.variants], query)
    const compared = await app.inject({
      method: 'POST',
      url: '/v1/compare',
      headers: { 'content-type': 'application/yaml' },
      payload: (await app.inject(`/page/case.yaml?scenario=minimal${query}`)).body,
    })
    const api = await app.inject(`/v1/scenarios/minimal/compare?${query}`)
    const netsOf = ({ variants: all }: { variants: { headline: { netCashable: unknown } }[] }) =>
      all.map(({ headline }) => headline.netCashable)
    t.same(netsOf(compared.json()), netsOf(api.json()), 'and the file compares as the library does')
  }
})

t.test('a scenario of one’s own keeps its variants: in the form, in the file, in the report', async (t) => {
  const app = await service(t)
  const page = await opened(app, [{ name: 'ours.json', content: JSON.stringify(ours) }])
  t.equal(page.statusCode, 200)
  t.same(JSON.parse(keptIn(page.body)), ours)
  t.match(page.body, /its 2 variants/, 'the page says that it shows the central case, and where the variants are')
  t.match(page.body, 'What we think of doing.')
  const changed = { case: keptIn(page.body), [`set.${reduction}`]: '0.25' }
  const file = parse((await taken(app, { ...changed, as: 'yaml' })).body)
  t.same([file.id, file.title, file.description, file.variants], [ours.id, ours.title, ours.description, variants])
  t.equal(String(file.interventions[0].effects[0].reduction), '0.25')
  const report = (await taken(app, { ...changed, as: 'html' })).body
  for (const { title } of variants) t.match(report, title, 'the report compares it')
  t.match((await taken(app, { ...changed, as: 'csv' })).body, /variants-ignored/, 'the figures say that they are of the central case alone')
})

t.test('variants of a workbook and of tables are kept as those of a scenario file', async (t) => {
  const app = await service(t)
  const scenario = libraryScenarios().get('minimal.yaml')
  if (scenario === undefined) throw new Error('The library has no minimal scenario.')
  const saved = (await app.inject('/v1/scenarios/minimal')).json()
  for (const files of [
    [{ name: 'ours.xlsx', content: zipped(await partsOfWorkbook(scenario)) }],
    csvFiles(scenario).map(({ name, text }) => ({ name, content: text })),
  ]) {
    const page = await opened(app, files)
    t.equal(page.statusCode, 200)
    const kept = JSON.parse(keptIn(page.body))
    t.same(
      kept.variants.map(({ id, title }: { id: string; title: string }) => ({ id, title })),
      saved.variants.map(({ id, title }: { id: string; title: string }) => ({ id, title })),
    )
  }
})

t.test('a variant that is not legal is told when the file is opened, at its place', async (t) => {
  const app = await service(t)
  const wrong = { ...ours, variants: [{ id: 'wrong', title: 'Wrong', set: { 'interventions.fgc.warmup.months': 3 } }] }
  const page = await opened(app, [{ name: 'ours.json', content: JSON.stringify(wrong, undefined, 1) }])
  t.equal(page.statusCode, 422)
  t.match(page.body, /<h1>A variant of the scenario cannot be used<\/h1>/)
  t.match(page.body, /ours\.json, line \d+/)
  t.match(page.body, /interventions\.fgc\.warmUp\.months/)
})
