import Type from 'typebox'
import { Headline, Model } from './appraise-schema.ts'
import { budgetBases, rankings } from './choosing/asked.ts'
import { standings } from './choosing/frontier.ts'
import { amount, closed, listOf, word } from './figure-schemas.ts'

/* The schema of a choice, for the OpenAPI document and for tests: nothing leaves that it does not name. */

const text = (description: string) => Type.String({ description })
const orNull = (type: object, description: string) => Type.Unsafe<unknown>({ anyOf: [type, { type: 'null' }], description })
const number = (description: string) => Type.Integer({ minimum: 0, description })
const ids = (description: string) => Type.Array(Type.String(), { description })
const figure = (description: string) => Type.Unsafe<string | number>({ anyOf: [{ type: 'string' }, { type: 'number' }], description })
const figureOrNull = (description: string) =>
  Type.Unsafe<string | number | null>({ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }], description })
const ratio = (description: string) => Type.Unsafe<string | number>({ $ref: 'Ratio#', description })

const MeasureAsked = closed('MeasureAsked', 'A figure of the answer.', {
  id: text('the id of its line'),
  label: text('what it is, in words'),
  unit: text('what it is measured in'),
})

const ShareOfDraws = closed('ShareOfDraws', 'A share of the draws.', {
  share: ratio('the share, from 0 to 1'),
  standardError: ratio('its standard error: √(share × (1 − share) ÷ draws)'),
})

const shown = {
  interventions: ids('the interventions of the package; none where nothing is done'),
  measure: figure('what it is ranked by, in the unit of the measure'),
  budgeted: amount('what the budget is a limit on (pounds of the day)'),
  isWithinBudget: Type.Boolean({ description: 'whether the budget allows it; one that costs exactly the budget is within it' }),
  npv: amount('net present value, fiscal, all funders (pounds of the base year)'),
  netCashable: amount('cashable and grants less cost (pounds of the day)'),
  cost: amount('what the body pays (pounds of the day)'),
  costAllFunders: amount('what everyone pays, redeployed staff included (pounds of the day)'),
  peakFunding: amount('the deepest cumulative outlay of the body (pounds of the day)'),
  isExact: Type.Boolean({
    description: 'whether the figures are of an exact appraisal of its own; else they are read by the draws reader',
  }),
  standing: word(standings, 'where it stands among all packages looked at, whatever the budget'),
  dominatedBy: Type.Array(ids('a package'), {
    description: 'the package that dominates it, or the two on the frontier between which it lies; none on the frontier',
  }),
  p10: figureOrNull('the value of the measure that it falls short of in one draw of ten; null where it is not drawn'),
  best: orNull(ShareOfDraws, 'in how many draws it is the best of the packages drawn; null where it is not drawn'),
  withinBudget: orNull(ShareOfDraws, 'in how many draws it stays within the budget; null where it is not drawn'),
}

const FrontierStep = closed('FrontierStep', 'The step to a package on the frontier from the one before it.', {
  budgeted: amount('what more is paid (pounds of the day)'),
  measure: figure('what more is gained, in the unit of the measure'),
  poundsForEachUnit: ratio('the incremental cost-effectiveness ratio: pounds paid for each unit of the measure gained'),
})

/** The schema of what `choose` answers. */
export const ChoiceAnswer = closed('Choice', 'The best package of interventions under a budget, and what stands behind it.', {
  model: Model,
  caseHash: text('SHA-256 of the canonical JSON of the case after defaults'),
  resultHash: text('SHA-256 of the canonical JSON of what is asked and found: the same numbers have the same hash'),
  sentences: listOf(Type.String(), 'the choice in plain English'),
  interventions: listOf(
    closed('ChoiceIntervention', 'An intervention of the case.', {
      id: text("the intervention's id"),
      title: Type.Optional(text('the intervention in plain English')),
      included: Type.Boolean({ description: 'whether it is chosen from; one that the case leaves out stays out' }),
    }),
    'the interventions of the case',
  ),
  asked: closed('ChoiceAsked', 'What was asked for.', {
    measure: MeasureAsked,
    budgetOn: MeasureAsked,
    budgetBasis: word(budgetBases, 'the word that asked for what the budget is on'),
    budget: orNull({ $ref: 'Amount#' }, 'the budget (pounds of the day); null where there is none'),
    rankBy: word(rankings, 'whether by the point answer or by the P10'),
    draws: number('how many draws'),
    seed: text('the seed of the draws'),
  }),
  packages: closed('ChoicePackages', 'How many packages there are and what became of them.', {
    possible: number('how many packages can be made, the empty one included'),
    lookedAt: number('how many were looked at: all, unless there are too many'),
    withinBudget: number('how many of those the budget allows'),
    overBudget: number('how many of those are left out because they are over the budget'),
    onFrontier: number('how many of those are on the frontier'),
    dominated: number('how many of those are dominated'),
    extendedlyDominated: number('how many of those are extendedly dominated'),
    bound: orNull(
      closed('ChoiceBound', 'What no package exceeds, where not every one was looked at; the notes say what that supposes.', {
        value: figure('the bound, in the unit of the measure'),
        gap: figure('how far the best found may be from the best there is'),
      }),
      'null where every package was looked at',
    ),
  }),
  best: closed('BestPackage', 'The best package.', {
    ...shown,
    headline: Headline,
    checksPassed: number('how many checks its appraisal passed'),
    caseHash: text('SHA-256 of the canonical JSON of the case with this package alone, as an appraisal of it has it'),
    resultHash: text('SHA-256 of its numbers, as an appraisal of it has it'),
  }),
  ranked: listOf(
    closed('RankedPackage', 'A package that the budget allows.', { rank: Type.Integer({ minimum: 1, description: 'its rank' }), ...shown }),
    'the best packages that the budget allows, at most 20',
  ),
  frontier: listOf(
    closed('FrontierPackage', 'A package on the efficient frontier.', {
      ...shown,
      step: orNull(FrontierStep, 'against the package before it; null for the first'),
    }),
    'the efficient frontier of the measure against what the budget is on, the cheapest first, whatever the budget',
  ),
  uncertainty: orNull(
    closed('ChoiceUncertainty', 'How often each package is the best over the draws of the ranges.', {
      draws: number('how many draws, the same for every package'),
      seed: text('the seed of the draws'),
      sampling: text('how they were drawn'),
      ranges: number('how many ranges were drawn'),
      packages: number('how many packages were followed through the draws'),
      isEveryPackage: Type.Boolean({ description: 'whether those are all that the budget allows' }),
      best: listOf(
        closed('OftenBest', 'A package that is the best of some draws.', {
          interventions: ids('the interventions of the package'),
          share: ratio('the share of draws in which it is the best'),
          standardError: ratio('the standard error of that share'),
        }),
        'the packages that are most often the best, at most 20',
      ),
    }),
    'null where the case has no ranges',
  ),
  notes: listOf(Type.String(), 'how to read the choice, and what it supposes'),
})
