import Type, { type Static, type TSchema } from 'typebox'
import { Case } from '../case/schema.ts'
import { rungs } from '../method/ladder.ts'
import { lines } from '../method/lines.ts'
import { amount, byDemand, closed, count, decimal, factor, listOf, monthOrNull, ratioOrNull, word } from './figure-schemas.ts'
import { paybackStatuses } from './payback.ts'
import { Slope } from './slope-schema.ts'
import { warningCodes } from './warnings/warning.ts'

/*
 * The schema of an appraisal's answer, for the OpenAPI document and for tests: nothing leaves that it does not name. Answers are not
 * serialised by it, because a serialiser that follows a schema drops in silence what the schema forgot.
 */

const id = (description: string) => Type.String({ description })
const hash = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description })
const financialYear = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$', description: 'the financial year, April to March, such as 2026-27' })
const rungAmounts = (money: string) =>
  Object.fromEntries(rungs.map((rung) => [rung, amount(`${lines[rung].label} (${money})`)])) as Record<
    (typeof rungs)[number],
    ReturnType<typeof amount>
  >
const cashMoney = 'pounds of the day, all funders'
const realMoney = 'pounds of the base year, undiscounted'

export const Model = closed('Model', 'The program that made the answer.', {
  name: Type.String({ description: 'the name of the program' }),
  version: Type.String({ description: 'the version of the program' }),
  method: Type.String({ description: 'the version of the method, raised when any number moves' }),
  referenceData: Type.String({ description: 'the month in which the built-in figures were collected' }),
  commit: Type.String({ description: 'the commit of the source, or unknown' }),
})

const Conventions = closed('Conventions', 'How to read the figures.', {
  currency: Type.String({ description: 'the currency of every amount' }),
  sign: Type.String({ description: 'what a negative figure means' }),
  priceBase: financialYear,
  rounding: Type.String({ description: 'where and how amounts are rounded' }),
  discountRate: Type.String({ description: 'the discount rates used' }),
  discountTiming: word(['start', 'mid', 'end'], 'when in a year its money counts'),
  financialYear: Type.String({ description: 'when a financial year runs' }),
  deflators: Type.String({ description: 'the price series used' }),
  cashable: Type.String({ description: 'what has to be true before an avoided cost is called cash' }),
})

/** The figures a committee reads first. */
export const Headline = closed('Headline', 'The figures a committee reads first, over the whole horizon.', {
  grossAvoided: amount('gross cost avoided, all funders (pounds of the day)'),
  cashable: amount("what of it is cash: the body's budget goes down (pounds of the day)"),
  cost: amount('what the body pays for the package (pounds of the day)'),
  costAllFunders: amount('what everyone pays, redeployed staff included (pounds of the day)'),
  grants: amount('grants to the body (pounds of the day)'),
  netAvoided: amount('grossAvoided less costAllFunders (pounds of the day)'),
  netCashable: amount('cashable and grants less cost (pounds of the day)'),
  peakFunding: amount('the deepest cumulative outlay of the body (pounds of the day)'),
  paybackMonth: monthOrNull('the first month in which cumulative cash is back at or above zero for good; null where there is none'),
  paybackStatus: word(paybackStatuses, 'whether and how the package pays back'),
  npv: amount('net present value, fiscal, all funders (pounds of the base year)'),
  bcr: ratioOrNull('fiscal benefits for each £1 of cost'),
  entriesAvoided: byDemand({ $ref: 'Count#' }, 'net entries avoided by demand (children)'),
})

const YearCash = closed('YearCash', 'Cash of one financial year, in pounds of the day.', {
  grossAvoided: amount('gross cost avoided (pounds of the day, all funders)'),
  ...rungAmounts(cashMoney),
  cost: amount('what the body pays for the package (pounds of the day)'),
  costOneOff: amount('the part of cost that is paid once (pounds of the day)'),
  costAllFunders: amount('what everyone pays, redeployed staff included (pounds of the day)'),
  grants: amount('grants to the body (pounds of the day)'),
  net: amount('cashable and grants less cost (pounds of the day)'),
  cumulative: amount('net so far (pounds of the day)'),
})
/** The body's budget in one year. */
export const YearPosition = closed('YearPosition', "The body's budget for the demands of the case, in pounds of the day.", {
  budget: amount('what is budgeted (pounds of the day)'),
  doNothing: amount('what would be spent if nothing were done (pounds of the day)'),
  withPackage: amount('what is spent with the package (pounds of the day)'),
  gap: amount('budget less withPackage; negative is an overspend (pounds of the day)'),
})
const YearReal = closed('YearReal', 'The year in pounds of the base year, before discounting.', {
  ...rungAmounts(realMoney),
  economic: amount('economic value avoided (pounds of the base year)'),
  social: amount('social value avoided (pounds of the base year)'),
  cost: amount('cost to all funders, redeployed staff included (pounds of the base year)'),
  discountFactor: factor('what £1 of this year counts for, after timing (factor)'),
})
const YearAnswer = closed('YearAnswer', 'One financial year of the case.', {
  year: financialYear,
  months: Type.Integer({ minimum: 1, maximum: 12, description: 'how many of its months are in the horizon (months)' }),
  cash: YearCash,
  position: YearPosition,
  real: YearReal,
})

const PresentValues = closed('PresentValues', 'Present values over the horizon, in pounds of the base year.', {
  pvBenefit: amount('present value of benefits (pounds of the base year)'),
  pvCost: amount('present value of costs (pounds of the base year)'),
  npv: amount('pvBenefit less pvCost (pounds of the base year)'),
  bcr: ratioOrNull('pvBenefit for each £1 of pvCost'),
})
const Economic = closed('Economic', 'The economic case, discounted.', {
  fiscal: PresentValues,
  public: PresentValues,
  pvFixed: amount('present value of fixed cost that frees nothing, left out of the benefits (pounds of the base year)'),
})

const InterventionYear = closed('InterventionYear', 'One financial year of one intervention.', {
  year: financialYear,
  referred: count('families referred in the year (families)'),
  accepted: count('families eligible and willing in the year (families)'),
  starts: count('families who start in the year (families)'),
  completed: count('families who complete in the year (families)'),
  waiting: count('families waiting at the end of the last month (families)'),
  notServed: count('families declined, dropped off or left waiting when the service closed, in the year (families)'),
  avoided: byDemand({ $ref: 'Count#' }, 'net entries avoided by demand, credited to this intervention (children)'),
})
const InterventionCash = closed('InterventionCash', "One intervention's part of the package over the horizon.", {
  grossAvoided: amount('gross cost avoided that is credited to it (pounds of the day, all funders)'),
  cashable: amount('cash credited to it (pounds of the day)'),
  cost: amount('what the body pays for it (pounds of the day)'),
  costAllFunders: amount('what everyone pays for it, redeployed staff included (pounds of the day)'),
})
const InterventionAnswer = closed('InterventionAnswer', 'One intervention that is included.', {
  id: id("the intervention's id"),
  years: listOf(InterventionYear, 'its financial years'),
  cash: InterventionCash,
  costPerEntryAvoided: byDemand(
    { anyOf: [{ $ref: 'Amount#' }, { type: 'null' }] },
    'costAllFunders for each net entry avoided, by demand (pounds of the day); null where none is avoided',
  ),
})

const DemandYear = closed('DemandYear', 'One financial year of one demand.', {
  year: financialYear,
  entries: count('entries if nothing is done (children)'),
  entriesAvoided: count('entries avoided by the package, net of returns (children)'),
  stockDoNothing: count('numbers in the last month if nothing is done (children)'),
  stockWithPackage: count('numbers in the last month with the package (children)'),
  stockBudgeted: count('numbers in the last month that the budget pays for (children)'),
})
const LineCash = closed('LineCash', 'The ladder of one cost line over the horizon, in pounds of the day.', rungAmounts('pounds of the day'))
const LineReal = closed('LineReal', 'The ladder of one cost line over the horizon, in pounds of the base year.', rungAmounts(realMoney))
const LineAnswer = closed('LineAnswer', 'One fiscal cost line of a demand.', {
  id: id("the cost line's id"),
  cash: LineCash,
  real: LineReal,
})
const DemandAnswer = closed('DemandAnswer', 'One demand.', {
  id: id("the demand's id"),
  years: listOf(DemandYear, 'its financial years'),
  lines: listOf(LineAnswer, 'its fiscal cost lines'),
})

const AssumptionRange = closed('AssumptionRange', 'How unsure an assumption is.', {
  low: decimal('the low end, in the unit of the assumption'),
  high: decimal('the high end, in the unit of the assumption'),
  shape: Type.String({ description: 'the shape of the distribution between' }),
})
/** One assumption of an answer. */
export const Assumption = closed('Assumption', 'One value that the answer rests on, and where it came from.', {
  path: Type.String({ description: 'the path of the value, such as interventions.fft.warmUp.months' }),
  value: Type.String({ description: 'the value as text, in its unit' }),
  unit: Type.String({ description: 'the unit of the value' }),
  origin: word(['supplied', 'default', 'reference'], 'whether the case gave it, it is a default, or it is a built-in figure'),
  source: Type.Optional(Type.String({ description: 'where the figure comes from' })),
  note: Type.Optional(Type.String({ description: 'what a reader should know about it' })),
  range: Type.Optional(AssumptionRange),
  slope: Type.Optional(Slope),
})

const CheckResult = closed('CheckResult', 'One check that the answer has passed: the same sum made in two ways.', {
  id: id('the check'),
  left: decimal('the one way'),
  right: decimal('the other way'),
  difference: decimal('left less right'),
  tolerance: decimal('how far apart they may be, for rounding'),
  pass: Type.Boolean({ description: 'always true: an answer that fails a check does not leave' }),
})
/** One warning of an answer. */
export const Warning = closed('Warning', 'Something to know before relying on the answer.', {
  code: word(warningCodes, 'a stable code'),
  message: Type.String({ description: 'what it means, in a sentence' }),
  path: Type.String({ description: 'the path of the value that it is about' }),
})

/** The answer of an appraisal. */
export const Answer: TSchema = closed('Answer', 'What is avoided, what of it is cash, and what stands between the two.', {
  model: Model,
  caseHash: hash('SHA-256 of the canonical JSON (RFC 8785) of the case after defaults'),
  resultHash: hash(
    'SHA-256 of the canonical JSON (RFC 8785) of model (without version and commit), caseHash, headline, years, economic, interventions and demand, as decimal strings: the same numbers have the same hash',
  ),
  conventions: Conventions,
  case: Case,
  headline: Headline,
  years: listOf(YearAnswer, 'the financial years of the horizon'),
  economic: Economic,
  interventions: listOf(InterventionAnswer, 'the interventions that are included'),
  demand: listOf(DemandAnswer, 'the demands'),
  assumptions: listOf(Assumption, 'every assumption the answer rests on, in the order of the case'),
  checks: listOf(CheckResult, 'the checks that were made, all passed'),
  warnings: listOf(Warning, 'what to know before relying on the answer'),
})
export type Model = Static<typeof Model>
