import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { isFinancialYear } from './calendar.ts'
import { components } from './components.ts'
import { addKeywords, type Judgement, judgeable } from './keywords.ts'
import { type Finding, placeOf, told } from './messages.ts'
import { Scenario } from './schema.ts'

/*
 * The schema's judgement of a case: types, legal ends, unknown keys. Compiled once. Nothing is coerced, dropped or filled in.
 */

const { named } = components(Scenario)
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  strict: true,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  passContext: true,
  formats: { 'financial-year': isFinancialYear },
})
addKeywords(ajv)
for (const schema of named.values()) ajv.addSchema(judgeable(schema, named))

const judge = ajv.getSchema('Scenario#') as ValidateFunction

/** At most this many places are described; any more are only counted. */
export const describedLimit = 500

/** What the schema has against a value, one finding a place, in the order of the schema; `more` counts the places that are not described. */
export interface SchemaFindings {
  findings: Finding[]
  more: number
}

/** Everything the schema has against a value; nothing where it is well formed. */
export function schemaFindings(value: unknown): SchemaFindings {
  const judgement: Judgement = { told: [], errors: [] }
  if (!judge.call(judgement, value)) judgement.errors.unshift(...(judge.errors as ErrorObject[]))
  return onePerPlace(judgement)
}

function onePerPlace({ told: ownTold, errors }: Judgement): SchemaFindings {
  const byPlace = new Map<string, () => Finding>()
  const add = (place: string | undefined, finding: (pointer: string) => Finding) => {
    if (place !== undefined && !byPlace.has(place)) byPlace.set(place, () => finding(place))
  }
  for (const error of errors) add(placeOf(error), (pointer) => told(error, pointer))
  for (const { pointer, told } of ownTold) add(pointer, () => ({ pointer, message: told.message, got: told.got, expected: told.expected }))
  const described = [...byPlace.values()].slice(0, describedLimit).map((finding) => finding())
  // A key that was misspelt is not also missing.
  const meant = new Set(described.map((finding) => finding.meant))
  return {
    findings: described.filter(({ pointer, isMissing }) => !(isMissing && meant.has(pointer))),
    more: byPlace.size - described.length,
  }
}
