import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { breakEven } from '../../src/answers/break-even.ts'
import { sensitivity, withSlopes } from '../../src/answers/sensitivity.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { rendered, type Unrendered } from '../../src/formats/json.ts'
import { namedSchemas } from '../../src/http/openapi.ts'
import { model } from './service.ts'

const cases = new URL('../cases/', import.meta.url)
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'financial-year': true } })
for (const schema of namedSchemas().values()) ajv.addSchema(schema)

t.test('every seventh shared case, asked what matters and what would have to be true, answers as the schemas say', async (t) => {
  const methods = new WrittenMethods()
  const legal = (name: string, answer: unknown, told: string) => {
    const check = ajv.getSchema(`${name}#`)
    for (const numbers of ['strings', 'json'] as const) {
      const sent = JSON.parse(JSON.stringify(rendered(answer as Unrendered, numbers)))
      t.ok(check?.(sent), `${told} with ${numbers}`, { errors: (check?.errors ?? []).slice(0, 5) })
    }
  }
  const files = readdirSync(cases).filter((name) => name.endsWith('.json'))
  for (const file of files.filter((_, place) => place % 7 === 0)) {
    const ready = completeCase(JSON.parse(readFileSync(new URL(file, cases), 'utf8')).case)
    const found = sensitivity(ready, { model }, 'npv')
    legal('Sensitivity', found, `${file}: sensitivity`)
    legal('Answer', withSlopes(appraise(ready, { model, methods }), ready, 'bcr'), `${file}: slopes`)
    for (const { path } of found.assumptions.filter((_, place) => place % 5 === 0)) {
      for (const target of ['0', '1000000000000'])
        legal('BreakEven', breakEven(ready, { model }, { path, measure: 'netCashable', target }), `${file}: ${path} to ${target}`)
    }
  }
})
