import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { Answer } from '../../src/answers/appraise-schema.ts'
import { figureSchemas } from '../../src/answers/figure-schemas.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { components } from '../../src/case/components.ts'
import { quantitySchemas } from '../../src/case/fields.ts'
import { readCase } from '../../src/case/read-case.ts'
import { Case } from '../../src/case/schema.ts'
import { rendered } from '../../src/formats/json.ts'

const model = { name: 'cashable', version: '0', method: '1', referenceData: '2026-11', commit: 'unknown' }
const cases = new URL('../cases/', import.meta.url)

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'financial-year': true } })
const { named } = components(Answer, [...quantitySchemas, ...figureSchemas])
for (const schema of named.values()) ajv.addSchema(schema)
const legal = ajv.getSchema('Answer#')

/** Every object of the answer's own schema. */
function* objectsOf(name: string): Generator<[string, Record<string, Record<string, unknown>>]> {
  const { properties } = named.get(name) as { properties?: Record<string, Record<string, unknown>> }
  if (properties) yield [name, properties]
}

t.test('real answers have every key that the schema names and no other, in both forms of numbers', async (t) => {
  const methods = new WrittenMethods()
  for (const file of readdirSync(cases).filter((name) => name.endsWith('.json'))) {
    const { case: given } = JSON.parse(readFileSync(new URL(file, cases), 'utf8'))
    const answer = appraise(readCase(JSON.stringify(given), 'json'), { model, methods }) as never
    for (const numbers of ['strings', 'json'] as const) {
      const sent = JSON.parse(JSON.stringify(rendered(answer, numbers)))
      t.ok(legal?.(sent), `${file} with ${numbers}`, { errors: (legal?.errors ?? []).slice(0, 5) })
    }
  }
})

t.test('numbers=json leaves no figure as text, and strings leaves none as a number', async (t) => {
  const text = readFileSync(new URL('00.json', cases), 'utf8')
  const answer = appraise(readCase(JSON.stringify(JSON.parse(text).case), 'json'), { model, methods: new WrittenMethods() }) as never
  const strings = rendered(answer) as Record<string, Record<string, unknown>>
  const numbers = rendered(answer, 'json') as Record<string, Record<string, unknown>>
  t.equal(strings.headline?.grossAvoided, '4068991.44')
  t.equal(numbers.headline?.grossAvoided, 4068991.44)
})

t.test('every key of the answer is described', async (t) => {
  const ofCases = new Set(components(Case, quantitySchemas).named.keys())
  for (const name of [...named.keys()].filter((each) => !ofCases.has(each))) {
    for (const [owner, properties] of objectsOf(name)) {
      for (const [key, property] of Object.entries(properties)) {
        const target = typeof property.$ref === 'string' ? named.get(property.$ref.replace('#', '')) : undefined
        t.ok(property.description ?? target?.description, `${owner}.${key}`)
      }
    }
  }
})
