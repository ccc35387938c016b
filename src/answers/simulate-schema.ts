import Type, { type Static, type TSchema } from 'typebox'
import { samplings } from '../uncertainty/sampling.ts'
import { Model } from './appraise-schema.ts'
import { closed, count, decimal, listOf, monthOrNull, word } from './figure-schemas.ts'
import { fewestDraws, mostDraws } from './simulation/asked.ts'

/* The schema of a simulation, for the OpenAPI document and for tests: nothing leaves that it does not name. */

const text = (description: string) => Type.String({ description })
const figure = (description: string) =>
  Type.Unsafe<string | number>({ anyOf: [{ $ref: 'Amount#' }, { $ref: 'Count#' }, { $ref: 'Ratio#' }], description })
const orNull = <S extends TSchema>(schema: S, description: string) =>
  Type.Unsafe<Static<S> | null>({ anyOf: [schema, { type: 'null' }], description })
const figureOrNull = (description: string) => orNull(figure(description), description)
const whole = (description: string) => Type.Integer({ minimum: 0, description })

const percentiles = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const
const byPercentile = <S extends TSchema>($id: string, description: string, of: (percent: string) => S) =>
  closed(
    $id,
    description,
    Object.fromEntries(percentiles.map((name) => [name, of(name.slice(1))])) as Record<(typeof percentiles)[number], S>,
  )

const Quantiles = byPercentile('Quantiles', 'Values that a measure stays at or below in so many of a hundred draws.', (percent) =>
  figure(`in ${percent} of 100 draws the measure is at or below this`),
)
const PaybackQuantiles = byPercentile('PaybackQuantiles', 'When so many of a hundred draws have their money back for good.', (percent) =>
  monthOrNull(`the month by which ${percent} of 100 draws have paid back; null where that is never below 0, or not within the horizon`),
)
const Histogram = closed('Histogram', 'Draws counted between round edges, for a chart.', {
  edges: listOf(figure('an edge'), 'the edges, rising; there is one more than there are counts'),
  counts: listOf(whole('draws'), 'how many draws are at or above an edge and below the next'),
  below: whole('draws below the first edge'),
  above: whole('draws at or above the last edge'),
})
const Chance = closed('Chance', 'How likely something is.', {
  share: count('the share of the draws in which it is so (0 to 1)'),
  standardError: count('the Monte Carlo standard error of the share'),
})
const SimulatedMeasure = closed('SimulatedMeasure', 'What becomes of one measure over the draws, in its own unit.', {
  id: text('the id of the line'),
  label: text('what it is, in words'),
  unit: text('what it is measured in'),
  central: figure('its value where every assumption has its central value'),
  reachesCentral: count(
    'the share of the draws that are at the central value or above (0 to 1): far from 0.5 where the ranges lean to one side',
  ),
  draws: whole('how many draws have a value'),
  mean: figureOrNull('the mean of the draws'),
  standardDeviation: figureOrNull('how far the draws are spread; null where one draw or none leaves it unknown'),
  standardError: figureOrNull('the Monte Carlo standard error of the mean; null where it is not known'),
  quantiles: orNull(Quantiles, 'its quantiles'),
  minimum: Type.Optional(figure('the least of the draws')),
  maximum: Type.Optional(figure('the greatest of the draws')),
  resolution: Type.Optional(figure('how far a quantile may lie from that of the draws themselves: 0 up to 20,000 draws')),
  histogram: orNull(Histogram, 'the draws in bins'),
  drawsWithoutRatio: Type.Optional(whole('draws that cost nothing, and so have no ratio of benefits to costs')),
})
const FanYear = closed('FanYear', 'Cumulative net cash at the end of one financial year.', {
  year: text('the financial year'),
  central: figure('at the central values (pounds)'),
  mean: figureOrNull('the mean of the draws (pounds)'),
  standardDeviation: figureOrNull('how far the draws are spread (pounds)'),
  quantiles: orNull(Quantiles, 'its quantiles (pounds)'),
})
const Driver = closed('Driver', 'How much of a measure’s spread comes from one range.', {
  path: text('the path of the range'),
  first: Type.Optional(
    orNull(
      count('share of the variance'),
      'Sobol’s first-order share: what goes if this range alone became known; may come out a little below 0',
    ),
  ),
  firstError: Type.Optional(orNull(count('standard error'), 'its standard error')),
  total: Type.Optional(orNull(count('share of the variance'), 'Sobol’s total share: what stays if all others became known')),
  totalError: Type.Optional(orNull(count('standard error'), 'its standard error')),
  coefficient: Type.Optional(orNull(count('coefficient'), 'the standardised regression coefficient')),
  share: Type.Optional(
    orNull(count('share of the variance'), 'its squared coefficient, scaled so that the shares sum to what the regression explains'),
  ),
  movesWith: Type.Optional(text('the range that it wholly moves with, where it cannot be told apart from it')),
})
const Drivers = closed('Drivers', 'Which ranges the spread of a measure comes from, the largest share first.', {
  method: word(
    ['sobol', 'regression', 'none'],
    'Sobol’s shares; or regression, where ranges are correlated and Sobol’s are not defined; or none',
  ),
  measure: closed('DriverMeasure', 'The measure whose spread is shared out.', {
    id: text('its id'),
    label: text('what it is'),
    unit: text('what it is measured in'),
  }),
  draws: whole('how many draws were looked at'),
  explained: Type.Optional(
    orNull(count('share of the variance'), 'regression: the share of the variance that a straight-line model explains'),
  ),
  inputs: listOf(Driver, 'the ranges'),
})
const Part = closed('Part', 'The net cash credited to one intervention.', {
  id: text('the intervention'),
  mean: figure('its mean (pounds)'),
  standardDeviation: figure('its standard deviation (pounds)'),
})
const Parts = closed('Parts', 'How much less the package is spread than its parts: why authorities combine interventions.', {
  draws: whole('how many draws were looked at'),
  standardDeviation: figure('of the net cash of the package (pounds)'),
  interventions: listOf(Part, 'each intervention’s cash credit less what the body pays for it; grants belong to none'),
  sumOfStandardDeviations: figure('what the package would be spread if all turned out well or badly together (pounds)'),
  lessThanItsParts: orNull(count('a share'), '1 less the package’s standard deviation over that sum; null where nothing is spread'),
})
const SimulatedRange = closed('SimulatedRange', 'A range that was drawn from.', {
  path: text('its path'),
  central: decimal('what the point answer uses'),
  low: decimal('its low end'),
  high: decimal('its high end'),
  shape: text('its shape'),
  note: Type.Optional(text('where its draws centre elsewhere than the point answer')),
  cutOff: Type.Optional(count('the chance that was cut off at the ends of what is legal (0 to 1)')),
})

/** What a simulation answers. */
export const Simulation = closed('Simulation', 'A case whose ranges were drawn many times, and what became of every headline measure.', {
  model: Model,
  caseHash: text('SHA-256 of the canonical JSON of the case after defaults'),
  resultHash: text(
    'SHA-256 of model (without version and commit), caseHash, simulation and the figures: the same numbers have the same hash',
  ),
  simulation: closed('SimulationSetting', 'What it takes to get the same bytes again, with the case and the version.', {
    draws: Type.Integer({ minimum: fewestDraws, maximum: mostDraws, description: 'how many times every range was drawn' }),
    seed: text('the seed'),
    sampling: word(samplings, 'each draw on its own, or Latin hypercube in blocks of 1,024'),
    measure: text('the measure whose drivers were asked for'),
    drivers: word(['yes', 'no'], 'whether its drivers were looked for'),
  }),
  inWords: listOf(Type.String(), 'the simulation in plain sentences'),
  measures: listOf(SimulatedMeasure, 'the measures of the headline'),
  chances: closed('Chances', 'How likely the package is to pay.', {
    netCashableNotNegative: Chance,
    npvNotNegative: Chance,
    paysBackWithinHorizon: Chance,
  }),
  payback: closed('SimulatedPayback', 'When the money is back.', {
    central: closed('CentralPayback', 'At the central values.', {
      month: monthOrNull('the payback month'),
      status: text('how it pays back'),
    }),
    neverNegative: Chance,
    notWithinHorizon: Chance,
    quantiles: PaybackQuantiles,
  }),
  fan: listOf(FanYear, 'cumulative net cash by financial year'),
  drivers: Drivers,
  parts: Parts,
  ranges: listOf(SimulatedRange, 'the ranges that were drawn from'),
  unread: listOf(Type.String(), 'paths of ranges that shape nothing, because their intervention is left out'),
})
export type Simulation = Static<typeof Simulation>
