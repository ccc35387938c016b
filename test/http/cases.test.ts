import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { differences } from '../expected.ts'
import { postCase, service } from './service.ts'

const cases = new URL('../cases/', import.meta.url)
const files = readdirSync(cases).filter((name) => name.endsWith('.json'))
const generated = new URL('../independent/generated-1.jsonl.gz', import.meta.url)

t.test('posting each shared case answers what an independent implementation expects', async (t) => {
  const app = await service(t)
  t.equal(files.length, 41)
  for (const file of files) {
    const { case: given, expected } = JSON.parse(readFileSync(new URL(file, cases), 'utf8'))
    const response = await postCase(app, given)
    t.equal(response.statusCode, 200, `${file} is answered`)
    t.same(differences(expected, response.json()).slice(0, 10), [], `${file} agrees`)
  }
})

t.test('posting each generated case answers the same', async (t) => {
  const app = await service(t)
  const lines = gunzipSync(readFileSync(generated)).toString('utf8').trim().split('\n')
  t.ok(lines.length >= 100, `${lines.length} cases`)
  for (const [index, line] of lines.entries()) {
    const { case: given, expected } = JSON.parse(line)
    const response = await postCase(app, given)
    const found = response.statusCode === 200 ? differences(expected, response.json()).slice(0, 10) : response.json()
    if (response.statusCode !== 200 || found.length > 0) t.same(found, [], `case ${index}`)
  }
  t.pass(`${lines.length} cases compared`)
})

t.test('the comparison sees a penny, a missing key and a wrong order', async (t) => {
  const expected = { headline: { cashable: '1.00', npv: '1.00' }, demand: [{ id: 'a', years: [{ entries: '1.0000000001' }] }] }
  const got = { headline: { cashable: '1.00', npv: '1.01' }, demand: [{ id: 'a', years: [{ entries: '1.000001' }] }] }
  t.same(differences(expected, got), [])
  t.same(differences(expected, { ...got, headline: { cashable: '1.01', npv: '1.00' } }), [
    { path: 'headline.cashable', expected: '1.00', got: '1.01' },
  ])
  t.equal(differences(expected, { ...got, headline: { npv: '1.02' } }).length, 2)
  t.equal(differences(expected, { ...got, demand: [] }).length, 4)
  t.equal(differences({ a: [{ year: '1' }, { year: '2' }] }, { a: [{ year: '2' }, { year: '1' }] }).length, 2)
})
