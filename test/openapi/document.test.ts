import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { problems } from '../../src/http/problem.ts'
import { openApiFile, openApiText } from '../../src/http/write-openapi.ts'
import { tables } from '../../src/tables/tables.ts'
import { service } from '../http/service.ts'

interface Content {
  schema: { $ref: string }
  examples?: Record<string, { value: unknown }>
}
interface Operation {
  operationId: string
  summary: string
  description: string
  parameters?: { name: string; in: string; required?: boolean; example?: string; description?: string }[]
  requestBody?: { content: Record<string, Content> }
  responses: Record<string, { description: string; content: Record<string, Content> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Record<string, unknown>> }
}

const text = readFileSync(openApiFile, 'utf8')
const document = JSON.parse(text) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'financial-year': true } })
ajv.addSchema({ ...document, $id: 'document' })
const errorsOf = (pointer: string, value: unknown) => {
  const validate = ajv.getSchema(`document${pointer}`)
  return validate?.(value) === true ? [] : (validate?.errors ?? [{ message: `no schema ${pointer}` }]).slice(0, 5)
}

/** An address with what it needs: its parts, and the options that are required, from the examples of each. */
function addressOf(path: string, { parameters = [] }: Operation): string {
  const needed = parameters.filter((each) => each.in === 'query' && each.required === true)
  const query = needed.map(({ name, example }) => `${name}=${example}`).join('&')
  const url = path.replace(/\{(\w+)\}/g, (_, name) => parameters.find((each) => each.name === name)?.example ?? '')
  return query === '' ? url : `${url}?${query}`
}

t.test('the committed document is the one that the routes make', async (t) => {
  t.ok(text === (await openApiText()), 'openapi/openapi.json is out of date: run `npm run openapi` and commit it')
})

t.test('the service answers its document', async (t) => {
  const app = await service(t)
  const { info, ...served } = (await app.inject('/openapi.json')).json()
  t.equal(info.title, 'Cashable')
  t.same(served.components, document.components)
  t.same(served.paths, document.paths)
})

t.test('every operation is named, told, and has its problems', async (t) => {
  t.match(document.openapi, /^3\.1/)
  t.same(
    operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
    [
      'POST /v1/appraise',
      'GET /v1/scenarios',
      'GET /v1/scenarios/{id}',
      'GET /v1/scenarios/{id}/appraise.json',
      'GET /v1/scenarios/{id}/appraise.csv',
      'GET /v1/scenarios/{id}/appraise.xml',
      'POST /v1/explain',
      'GET /v1/scenarios/{id}/explain',
      'POST /v1/simulate',
      'GET /v1/scenarios/{id}/simulate',
      'POST /v1/sensitivity',
      'GET /v1/scenarios/{id}/sensitivity',
      'POST /v1/break-even',
      'GET /v1/scenarios/{id}/break-even',
      'POST /v1/compare',
      'GET /v1/scenarios/{id}/compare',
      'POST /v1/choose',
      'GET /v1/scenarios/{id}/choose',
      'GET /v1/scenarios/{id}/value.txt',
      'GET /v1/scenarios/{id}/appraise.xlsx',
      'GET /v1/scenarios/{id}/appraise.html',
      'GET /v1/scenarios/{id}/appraise.docx',
      'POST /v1/batch',
      'GET /v1/template.xlsx',
      'GET /v1/reference',
      'GET /v1/lines',
      'GET /v1/lines/{id}',
      'GET /health/live',
      'GET /health/ready',
      'GET /version',
    ],
  )
  t.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length)
  for (const { path, operation } of operations) {
    t.ok(operation.summary && operation.description.length > 20, path)
    t.ok(Object.values(operation.responses[200]?.content ?? {})[0]?.schema, path)
    t.match(operation.responses.default?.content['application/problem+json']?.schema, { $ref: '#/components/schemas/Problem' })
    for (const parameter of operation.parameters ?? []) t.ok(parameter.description, `${path} ${parameter.name}`)
  }
  const appraise = operations.find(({ operation }) => operation.operationId === 'appraise')
  t.same(Object.keys(appraise?.operation.responses ?? {}), [
    '200',
    '400',
    '401',
    '403',
    '404',
    '406',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
    'default',
  ])
})

t.test('every reference leads to a component, and every component is used and has a name for people', async (t) => {
  const names = Object.keys(document.components.schemas)
  const used = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name))
  t.same([...used].filter((name) => !names.includes(name)).sort(), [])
  t.same(names.filter((name) => !used.has(name)).sort(), [])
  t.notMatch(text, /def-[0-9]|"\$id"/)
  for (const name of ['Case', 'Scenario', 'Quantity', 'Range', 'Reference', 'Answer', 'Amount', 'Problem']) t.ok(names.includes(name), name)
})

const fileTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'multipart/form-data']

t.test('a case may come as a workbook or as files wherever a case is posted', async (t) => {
  for (const id of ['appraise', 'explain']) {
    const { content = {} } = operations.find(({ operation }) => operation.operationId === id)?.operation.requestBody ?? {}
    const [workbook, form] = fileTypes.map((type) => content[type]?.schema as unknown as { properties: Record<string, object> })
    t.match(workbook, { type: 'string', format: 'binary' }, id)
    t.same(Object.keys(form?.properties ?? {}), [...tables.map(({ file }) => file), 'workbook'], id)
    for (const [name, part] of Object.entries(form?.properties ?? {})) t.match(part, { type: 'string', format: 'binary' }, name)
  }
})

t.test('every example of a body is answered as the document says', async (t) => {
  const app = await service(t)
  for (const { path, method, operation } of operations) {
    for (const [type, { examples = {}, schema }] of Object.entries(operation.requestBody?.content ?? {})) {
      // Files are posted by the tests of uploads: a document has no example of a workbook.
      t.ok(Object.keys(examples).length > 0 || fileTypes.includes(type), `${path} has an example in ${type}`)
      for (const [name, { value }] of Object.entries(examples)) {
        const payload = typeof value === 'string' ? value : JSON.stringify(value)
        if (typeof value !== 'string') t.same(errorsOf(schema.$ref, value), [], `${name} is legal by the document`)
        const response = await app.inject({
          method: method as 'POST',
          url: addressOf(path, operation),
          headers: { 'content-type': type },
          payload,
        })
        t.equal(response.statusCode, 200, `${name} in ${type}`)
        const answer = operation.responses[200]?.content['application/json']?.schema.$ref
        if (answer === undefined) continue
        t.same(errorsOf(answer, response.json()), [], `${name} in ${type} is answered as the document says`)
      }
    }
  }
})

t.test('every address without a body is answered as the document says', async (t) => {
  const app = await service(t)
  for (const { path, operation } of operations.filter(({ method }) => method === 'get')) {
    const url = addressOf(path, operation)
    const response = await app.inject(url)
    t.equal(response.statusCode, 200, url)
    const [[type, { schema }] = ['', { schema: { $ref: '' } }]] = Object.entries(operation.responses[200]?.content ?? {})
    const isBinary = (schema as { format?: string }).format === 'binary'
    t.equal(response.headers['content-type'], isBinary ? type : `${type}; charset=utf-8`)
    if (type === 'application/json') t.same(errorsOf(schema.$ref, response.json()), [], url)
  }
})

t.test('problems are as the document says', async (t) => {
  const app = await service(t)
  const headers = { 'content-type': 'application/json' }
  const texts = ['', '{', '{}', '{"start":"2026-04","years":5,"demand":{}}', '{"extends":"none"}']
  const responses = [
    ...(await Promise.all(texts.map((payload) => app.inject({ method: 'POST', url: '/v1/appraise', headers, payload })))),
    await app.inject('/v1/appraise'),
    await app.inject('/v1/lines?x=1'),
  ]
  for (const response of responses) {
    t.ok(response.statusCode >= 400)
    t.same(errorsOf('#/components/schemas/Problem', response.json()), [])
  }
})

t.test('every code that the service can answer with is described', async (t) => {
  const described = JSON.stringify(document.components.schemas.Problem)
  for (const code of Object.keys(problems)) t.ok(described.includes(code), code)
})
