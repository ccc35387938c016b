import { monthAfter } from '../../case/calendar.ts'
import { count, type Figure } from '../../formats/figure.ts'
import { exactNumber } from '../../graph/exact.ts'
import { BlockMoments } from '../../uncertainty/block-moments.ts'
import { mergedCrossProducts } from '../../uncertainty/cross-products.ts'
import { histogramOf } from '../../uncertainty/histogram.ts'
import { type Moments, mergedMoments, noMoments, varianceOf } from '../../uncertainty/moments.ts'
import { regressionShares } from '../../uncertainty/regression-shares.ts'
import type { Sampling } from '../../uncertainty/sampling.ts'
import { type Spread, spreadFrom } from '../../uncertainty/spread.ts'
import { sharesOf } from '../../uncertainty/variance-shares.ts'
import { hashOf } from '../appraise.ts'
import { figureIn } from '../measure.ts'
import type { ModelVersion } from '../model-version.ts'
import { driversMethod, type Explored } from './exploration.ts'
import { simulationInWords } from './in-words.ts'
import { type DrawnMeasure, type Prepared, samplerOf } from './prepared.ts'
import { type Tally, together } from './tally.ts'

/** The answer of a simulation, its figures still exact. */
export type Simulated = ReturnType<typeof finished>

const percentiles = [5, 10, 25, 50, 75, 90, 95] as const
const share = (value: number) => count(exactNumber(value))

/** Makes the answer of what all threads have drawn and explored. Source: method 9. */
export function finished(
  preparation: Prepared,
  tallies: readonly Tally[],
  explorations: readonly (readonly Explored[])[],
  model: ModelVersion,
) {
  const { asked, inputs, measures, caseHash, unread } = preparation
  const tally = together(tallies)
  const explored = explorations.flat().sort((one, other) => one.block - other.block)
  const sampler = samplerOf(preparation)
  const spreads = tally.spreads.map(spreadFrom)
  const moments = spreads.map((_, place) => blockMoments(tally, place))
  const statistics = measures.map((measure, place) => ({
    id: measure.id,
    label: measure.label,
    unit: measure.unit,
    central: figureIn(measure.unit, measure.id)(measure.central),
    reachesCentral: share((tally.reachCentral[place] as number) / Math.max(1, spreads[place]?.count ?? 0)),
    ...spreadOf(measure, spreads[place] as Spread, moments[place] as BlockMoments, asked.sampling),
    ...(measure.id.endsWith('.bcr') && tally.withoutRatio > 0 ? { drawsWithoutRatio: tally.withoutRatio } : {}),
  }))
  const { caseHash: _, ...rest } = {
    caseHash,
    measures: statistics,
    chances: chances(preparation, tally),
    payback: paybackOf(preparation, tally),
    fan: fan(preparation, spreads, moments),
    drivers: drivers(preparation, explored),
    parts: parts(preparation, explored),
  }
  const simulation = { draws: asked.draws, seed: asked.seed, sampling: asked.sampling }
  const { commit: __, version: ___, ...restsOn } = model
  return {
    model: { ...model },
    caseHash,
    resultHash: hashOf({ model: restsOn, caseHash, simulation, ...rest }),
    simulation: { ...simulation, measure: preparation.driversOf.id, drivers: asked.drivers ? ('yes' as const) : ('no' as const) },
    inWords: simulationInWords(rest, asked.draws),
    ...rest,
    ranges: inputs.map(({ path, central, low, high, shape }) => ({
      path,
      central,
      low,
      high,
      shape,
      note: sampler.notes.find((each) => each.path === path)?.note,
      cutOff: cutOff(sampler.truncations.find((each) => each.path === path)?.probability),
    })),
    unread: [...unread],
  }
}

function cutOff(probability: number | undefined): Figure | undefined {
  return probability === undefined ? undefined : share(probability)
}

function blockMoments({ moments }: Tally, place: number): BlockMoments {
  const all = new BlockMoments()
  for (const { block, of } of moments) all.set(block, of[place] as Moments)
  return all
}

/** Mean, spread and quantiles of one measure; a statistic that so few draws cannot have is null. */
function spreadOf({ id, unit }: Pick<DrawnMeasure, 'id' | 'unit'>, spread: Spread, moments: BlockMoments, sampling: Sampling) {
  const figure = figureIn(unit, id)
  const known = (value: number | null) => (value === null ? null : figure(value))
  if (spread.count === 0) return { draws: 0, mean: null, standardDeviation: null, standardError: null, quantiles: null, histogram: null }
  const total = moments.total()
  const variance = varianceOf(total)
  const histogram = histogramOf(spread)
  return {
    draws: spread.count,
    mean: figure(total.mean),
    standardDeviation: known(variance === null ? null : Math.sqrt(variance)),
    standardError: known(moments.standardError(sampling)),
    quantiles: quantiles(figure, spread),
    minimum: figure(spread.minimum),
    maximum: figure(spread.maximum),
    resolution: figure(Math.max(...percentiles.map((percent) => spread.resolution(percent / 100)))),
    histogram: { ...histogram, edges: histogram.edges.map(figure) },
  }
}

function quantiles(figure: (value: number) => Figure, spread: Spread): Record<`p${(typeof percentiles)[number]}`, Figure> {
  return Object.fromEntries(percentiles.map((percent) => [`p${percent}`, figure(spread.quantile(percent / 100))])) as never
}

/** How likely something is, with its Monte Carlo standard error. */
function chance(of: number, among: number) {
  const likely = of / among
  return { share: share(likely), standardError: share(Math.sqrt((likely * (1 - likely)) / among)) }
}

function chances({ measures, asked, months }: Prepared, { notNegative, lastBelow }: Tally) {
  const at = (id: string) => notNegative[measures.findIndex((measure) => measure.id === id)] as number
  return {
    netCashableNotNegative: chance(at('headline.netCashable'), asked.draws),
    npvNotNegative: chance(at('headline.npv'), asked.draws),
    paysBackWithinHorizon: chance(asked.draws - (lastBelow[months] as number), asked.draws),
  }
}

function paybackOf({ asked, start, months, centralPayback }: Prepared, { lastBelow }: Tally) {
  const monthAt = (last: number) => (last === 0 || last === months ? null : monthAfter(start, last))
  /** The month by which so many of all draws have paid back; null where that is before the first month below 0, or not within the horizon. */
  const by = (share: number) => {
    let reached = 0
    for (let last = 0; last <= months; last++) {
      reached += lastBelow[last] as number
      if (reached >= share * asked.draws) return monthAt(last)
    }
    return null
  }
  return {
    central: centralPayback,
    neverNegative: chance(lastBelow[0] as number, asked.draws),
    notWithinHorizon: chance(lastBelow[months] as number, asked.draws),
    quantiles: Object.fromEntries(percentiles.map((percent) => [`p${percent}`, by(percent / 100)])) as Record<string, string | null>,
  }
}

function fan({ years, cumulative, measures, asked }: Prepared, spreads: readonly Spread[], moments: readonly BlockMoments[]) {
  return years.map((year, place) => {
    const id = `financial.cumulative@${year}`
    const at = measures.length + place
    const { mean, standardDeviation, quantiles } = spreadOf(
      { id, unit: 'pounds' },
      spreads[at] as Spread,
      moments[at] as BlockMoments,
      asked.sampling,
    )
    return { year, central: figureIn('pounds', id)(cumulative[place] as number), mean, standardDeviation, quantiles }
  })
}

/** Which ranges the spread of a measure comes from. */
function drivers(preparation: Prepared, explored: readonly Explored[]) {
  const { driversOf, inputs } = preparation
  const method = driversMethod(preparation)
  const draws = explored.reduce((sum, { parts: [net] }) => sum + (net?.count ?? 0), 0)
  const measure = { id: driversOf.id, label: driversOf.label, unit: driversOf.unit }
  const paths = inputs.map(({ path }) => path)
  const known = (value: number | null) => (value === null ? null : share(value))
  if (method === 'sobol') {
    const shares = sharesOf(
      paths,
      explored.flatMap((each) => each.shares ?? []),
    )
    const ordered = shares.sort((one, other) => (other.total ?? 0) - (one.total ?? 0))
    return {
      method,
      measure,
      draws,
      inputs: ordered.map(({ path, first, firstError, total, totalError }) => ({
        path,
        first: known(first),
        firstError: known(firstError),
        total: known(total),
        totalError: known(totalError),
      })),
    }
  }
  if (method === 'regression') {
    const [first, ...others] = explored.flatMap(({ products }) => products ?? [])
    if (first === undefined) throw new Error('no block was explored')
    const { explained, shares } = regressionShares(paths, others.reduce(mergedCrossProducts, first))
    const ordered = shares.sort((one, other) => (other.share ?? 0) - (one.share ?? 0))
    return {
      method,
      measure,
      draws,
      explained: known(explained),
      inputs: ordered.map(({ path, coefficient, share, movesWith }) => ({
        path,
        coefficient: known(coefficient),
        share: known(share),
        movesWith,
      })),
    }
  }
  return { method, measure, draws: 0, inputs: [] }
}

/** How much less the package is spread than its parts together: why authorities combine interventions. */
function parts({ interventions }: Prepared, explored: readonly Explored[]) {
  const total = (place: number) => explored.reduce((sum, { parts }) => mergedMoments(sum, parts[place] as Moments), noMoments)
  const deviation = (moments: Moments) => Math.sqrt(varianceOf(moments) ?? 0)
  const pounds = figureIn('pounds', 'parts')
  const whole = total(0)
  const each = interventions.map((id, place) => ({ id, moments: total(place + 1) }))
  const sum = each.reduce((all, { moments }) => all + deviation(moments), 0)
  return {
    draws: whole.count,
    standardDeviation: pounds(deviation(whole)),
    interventions: each.map(({ id, moments }) => ({ id, mean: pounds(moments.mean), standardDeviation: pounds(deviation(moments)) })),
    sumOfStandardDeviations: pounds(sum),
    lessThanItsParts: sum === 0 ? null : share(1 - deviation(whole) / sum),
  }
}
