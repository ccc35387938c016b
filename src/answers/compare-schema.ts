import Type from 'typebox'
import { Headline, Model, Warning, YearPosition } from './appraise-schema.ts'
import { amount, byDemand, closed, listOf } from './figure-schemas.ts'

/* The schema of a comparison, for the OpenAPI document and for tests: nothing leaves that it does not name. */

const text = (description: string) => Type.String({ description })
const orNull = (type: object, description: string) => Type.Unsafe<unknown>({ anyOf: [type, { type: 'null' }], description })
const financialYear = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$', description: 'the financial year, April to March, such as 2026-27' })
const less = (what: string) => amount(`${what}, less that of the central case`)

const HeadlineDifference = closed('HeadlineDifference', 'The headline less that of the central case, as the figures are shown.', {
  grossAvoided: less('gross cost avoided (pounds of the day)'),
  cashable: less('what of it is cash (pounds of the day)'),
  cost: less('what the body pays (pounds of the day)'),
  costAllFunders: less('what everyone pays (pounds of the day)'),
  grants: less('grants to the body (pounds of the day)'),
  netAvoided: less('gross cost avoided less cost to all funders (pounds of the day)'),
  netCashable: less('net cash over the horizon (pounds of the day)'),
  peakFunding: less('the deepest cumulative outlay (pounds of the day)'),
  npv: less('net present value (pounds of the base year)'),
  bcr: orNull({ $ref: 'Ratio#' }, 'benefits for each £1 of cost, less those of the central case; null where one of them has none'),
  paybackMonths: orNull({ type: 'integer' }, 'how many months later cash is back for good; null where one of them is not paid back'),
  entriesAvoided: byDemand(
    { anyOf: [{ $ref: 'Count#' }, { type: 'null' }] },
    'net entries avoided by demand, less those of the central case (children); null where that has no such demand',
  ),
})

const YearDifference = closed('YearDifference', 'One year less that of the central case.', {
  gap: less('budget less spending with the package (pounds of the day)'),
  net: less('net cash of the year (pounds of the day)'),
  cumulative: less('net cash so far (pounds of the day)'),
})

const ComparedYear = closed('ComparedYear', 'One financial year of what is compared.', {
  year: financialYear,
  position: YearPosition,
  net: amount('cashable and grants less cost (pounds of the day)'),
  cumulative: amount('net so far (pounds of the day)'),
  difference: orNull(YearDifference, 'less the same year of the central case; null where that has no such year'),
})

const shared = {
  headline: Headline,
  difference: HeadlineDifference,
  years: listOf(ComparedYear, 'its financial years'),
  checksPassed: Type.Integer({ minimum: 1, description: 'how many checks its appraisal passed; one that fails any has no answer' }),
  warnings: listOf(Warning, 'what to know before relying on it'),
  caseHash: text('SHA-256 of the canonical JSON of its case after defaults, as an appraisal of it has it'),
  resultHash: text('SHA-256 of its numbers, as an appraisal of it has it'),
}

const Change = closed('Change', 'A value that a variant has otherwise than the central case.', {
  path: text('the path of the value'),
  label: text('what it is, in words'),
  unit: text('its unit'),
  from: orNull({ type: 'string' }, 'its value in the central case; null where that has none'),
  to: orNull({ type: 'string' }, 'its value in the variant; null where that has none'),
  fromPriceYear: Type.Optional(text('in the prices of which year it is in the central case, where the variant has other prices')),
  toPriceYear: Type.Optional(text('in the prices of which year it is in the variant, where the central case has other prices')),
  isSet: Type.Boolean({ description: 'whether the variant sets it; other values follow from those that it sets' }),
})

/** The schema of what `compare` answers. */
export const Comparison = closed('Comparison', 'Doing nothing, the central case and every variant side by side.', {
  model: Model,
  caseHash: text('SHA-256 of the canonical JSON of the central case after defaults'),
  resultHash: text('SHA-256 of the canonical JSON of everything compared: the same numbers have the same hash'),
  title: Type.Optional(text('what the scenario is called')),
  years: listOf(Type.String(), 'every financial year of what is compared'),
  doNothing: closed('DoNothing', 'The central case with every intervention left out and without its grants.', shared),
  central: closed('CentralCase', 'The case as it stands; its differences are 0.', {
    sentence: text('what the package does, in a sentence'),
    ...shared,
  }),
  variants: listOf(
    closed('ComparedVariant', 'One variant.', {
      id: text("the variant's id"),
      title: Type.Optional(text('the variant in plain English')),
      description: Type.Optional(text('what changes and why')),
      set: Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'the values it sets, by path' }),
      changes: listOf(Change, 'every value that differs from the central case'),
      sentence: text('what it changes and what that does to net cashable'),
      ...shared,
    }),
    'the variants, in the order of the scenario',
  ),
  notes: listOf(Type.String(), 'how to read the comparison'),
})
