import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { buildApp } from '../../src/http/app.ts'
import { model, postCase, service } from './service.ts'

t.test('every scenario of the library is listed, shown, and answers the same when its case is posted', async (t) => {
  const app = await service(t)
  const { scenarios } = (await app.inject('/v1/scenarios')).json()
  t.ok(scenarios.length >= 7, `${scenarios.length} scenarios`)
  for (const { id, ...listed } of scenarios) {
    const { case: theCase, ...shown } = (await app.inject(`/v1/scenarios/${id}`)).json()
    t.same(shown, { id, ...listed }, id)
    const answer = (await app.inject(`/v1/scenarios/${id}/appraise.json`)).json()
    t.same((await postCase(app, theCase)).json(), answer, `${id} answers the same when it is posted`)
  }
})

t.test('a scenario is appraised with values set over it', async (t) => {
  const app = await service(t)
  const plain = (await app.inject('/v1/scenarios/minimal/appraise.json')).json()
  const set = (await app.inject('/v1/scenarios/minimal/appraise.json?set.interventions.fgc.warmUp.months=0&numbers=json')).json()
  t.equal(plain.headline.grossAvoided, '4068991.44')
  t.ok(set.headline.grossAvoided > 4068991.44)
  t.equal(set.case.interventions[0].warmUp.months, '0')

  const wrong = await app.inject('/v1/scenarios/minimal/appraise.json?set.interventions.fgc.warmup.months=0&set.years=300')
  t.equal(wrong.statusCode, 422)
  t.match(wrong.json().errors, [{ message: /Did you mean interventions.fgc.warmUp.months/ }])
  const clash = await app.inject('/v1/scenarios/minimal/appraise.json?set.interventions.fgc.warmUp.months=61')
  t.match(clash.json().errors, [{ path: 'interventions.fgc.warmUp.months', got: '"61"' }])
  t.notMatch(clash.body, /"line"/, 'there is no line in a text that nobody has seen')
  const twice = await app.inject('/v1/scenarios/minimal/appraise.json?set.years=3&set.years=4')
  t.match(twice.json(), { code: 'wrong-option', errors: [{ path: '?set.years' }] })
})

t.test('a scenario that is not there is a 404 with the nearest', async (t) => {
  const app = await service(t)
  for (const url of ['/v1/scenarios/minimall', '/v1/scenarios/minimall/appraise.json', '/v1/scenarios/__proto__']) {
    const response = await app.inject(url)
    t.equal(response.statusCode, 404)
    t.equal(response.json().code, 'unknown-scenario')
  }
  t.match((await app.inject('/v1/scenarios/minimall')).json().detail, 'minimal')
})

t.test('a posted case may extend a scenario of the library by its id, and no file', async (t) => {
  const app = await service(t)
  const longer = await postCase(app, { extends: 'minimal', years: 10 })
  t.equal(longer.statusCode, 200)
  t.equal(longer.json().years.length, 10)
  for (const name of ['minimal.yaml', '../package.json', '/etc/passwd', 'nothing']) {
    t.equal((await postCase(app, { extends: name, years: 10 })).json().code, 'wrong-extends', name)
  }
})

t.test('variants of a posted scenario are left aside with a warning', async (t) => {
  const app = await service(t)
  const variants = [{ id: 'slow', set: { 'interventions.fgc.warmUp.months': 12 } }]
  const { warnings } = (await postCase(app, { extends: 'minimal', id: 'mine', variants })).json()
  t.match(
    warnings.find(({ code }: { code: string }) => code === 'variants-ignored'),
    { path: 'variants', message: /left aside/ },
  )
})

t.test('a broken scenario is logged and left out, and takes no other with it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
  const legal = 'id: good\ntitle: Good\nstart: 2026-04\nyears: 2\n'
  writeFileSync(join(folder, 'good.yaml'), legal)
  writeFileSync(join(folder, 'same.yaml'), legal)
  writeFileSync(join(folder, 'above.yaml'), 'id: above\nextends: good.yaml\nyears: 3\n')
  writeFileSync(join(folder, 'below.yaml'), 'id: zebra\nextends: good\nyears: 4\n')
  writeFileSync(join(folder, 'unnamed.yml'), 'start: 2026-04\nyears: 1\n')
  writeFileSync(join(folder, 'unreadable.yaml'), 'id: [')
  writeFileSync(join(folder, 'illegal.json'), '{"id":"illegal","years":2}')
  writeFileSync(join(folder, 'notes.txt'), 'not a scenario')
  const lines: string[] = []
  const app = await buildApp({ model, scenarios: folder, logger: { stream: { write: (line: string) => void lines.push(line) } } })
  t.teardown(() => app.close())
  const { scenarios } = (await app.inject('/v1/scenarios')).json()
  t.same(
    scenarios.map(({ id }: { id: string }) => id),
    ['above', 'good', 'unnamed', 'zebra'],
    'in the order of their ids; without one, a file goes by its name',
  )
  const warned = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 40)
  t.same(warned.map(({ file }) => file).sort(), ['illegal.json', 'same.yaml', 'unreadable.yaml'])

  const without = await buildApp({ model, scenarios: join(folder, 'none') })
  t.same((await without.inject('/v1/scenarios')).json(), { scenarios: [] })
  await without.close()
})
