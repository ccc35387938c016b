import { Ajv, type ErrorObject } from 'ajv'
import { isFinancialYear } from './calendar.ts'
import { components } from './components.ts'
import { addKeywords, judgeable } from './keywords.ts'
import { type Finding, told } from './messages.ts'
import { Scenario } from './schema.ts'

/*
 * The schema's judgement of a case: types, legal ends, unknown keys. Compiled once. Nothing is coerced, dropped or filled in.
 */

const { named } = components(Scenario)
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  formats: { 'financial-year': isFinancialYear },
})
addKeywords(ajv)
for (const schema of named.values()) ajv.addSchema(judgeable(schema, named))

const judge = ajv.getSchema('Scenario#')
if (judge === undefined) throw new Error('The schema of a scenario was not compiled.')

/** Everything the schema has against a value, one finding a place, in the order of the schema; empty where it is well formed. */
export function schemaFindings(value: unknown): Finding[] {
  return judge?.(value) === true ? [] : onePerPlace(judge?.errors ?? [])
}

function onePerPlace(errors: ErrorObject[]): Finding[] {
  const byPointer = new Map<string, Finding>()
  for (const error of errors) {
    const finding = told(error)
    if (finding !== undefined && !byPointer.has(finding.pointer)) byPointer.set(finding.pointer, finding)
  }
  // A key that was misspelt is not also missing.
  for (const { meant } of [...byPointer.values()]) if (meant !== undefined) byPointer.delete(meant)
  return [...byPointer.values()]
}
