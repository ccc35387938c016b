import type { Chosen } from '../../answers/choose.ts'
import type { Sensitive } from '../../answers/sensitivity.ts'
import type { Simulation } from '../../answers/simulate-schema.ts'
import { withoutListNames } from '../../case/list-names.ts'
import { nearlyFloat } from '../../graph/exact.ts'
import { nameInSentence } from '../../method/lines.ts'
import type { FrontierData, FrontierPoint } from './frontier.ts'
import type { HistogramData } from './histogram.ts'
import type { TornadoData } from './tornado.ts'

/**
 * The bars of a tornado, the widest first: no more than `most`, and none of less than a thousandth of the widest, which would say nothing in a
 * picture. `titleOf` names an assumption by its path; where it is not given the path does, at its shortest. Two of one name keep their paths too.
 */
export function tornadoOf(
  { measure, tornado }: Pick<Sensitive, 'measure' | 'tornado'>,
  most = 12,
  titleOf: (path: string) => string = withoutListNames,
): TornadoData {
  const widest = tornado[0]?.swing.value
  const moving = tornado.filter(({ swing }) => !swing.value.isZero() && swing.value.times(1000).greaterThan(widest ?? 0))
  const shown = moving.slice(0, most)
  const titles = shown.map(({ path }) => titleOf(path))
  const isAlone = (title: string) => titles.indexOf(title) === titles.lastIndexOf(title)
  return {
    measure: nameInSentence(measure.label),
    central: nearlyFloat(measure.value.value),
    isPounds: measure.unit.startsWith('pounds'),
    ranges: tornado.length,
    bars: shown.map(({ path, unit, low, high, atLow, atHigh }, place) => ({
      label: isAlone(titles[place] as string) ? (titles[place] as string) : `${titles[place]} (${withoutListNames(path)})`,
      low,
      high,
      ...(unit.startsWith('pounds') && { isPounds: true }),
      atLow: nearlyFloat(atLow.value),
      atHigh: nearlyFloat(atHigh.value),
    })),
  }
}

const basisWords = { peakFunding: 'peak funding', cost: 'cost to the body', costAllFunders: 'cost to all funders' } as const

/** Longer than this a package goes by the ids of its interventions instead of their titles. */
const longestLabel = 110

/** The packages of a choice that it lists, by rank or on the frontier, each once. */
export function frontierOf({ asked, best, ranked, frontier, packages, interventions: all }: Chosen): FrontierData {
  const titles = new Map(all.map(({ id, title }) => [id, title ?? id]))
  const points = new Map<string, FrontierPoint>()
  for (const { interventions, budgeted, measure, standing } of [...frontier, best, ...ranked]) {
    const key = interventions.join(' + ')
    if (points.has(key)) continue
    const named = interventions.map((id) => titles.get(id)).join(' + ')
    const label = interventions.length === 0 ? 'nothing' : named.length <= longestLabel ? named : key
    points.set(key, { label, interventions, budgeted: nearlyFloat(budgeted.value), measure: nearlyFloat(measure.value), standing })
  }
  return {
    budgetedLabel: basisWords[asked.budgetBasis],
    measureLabel: nameInSentence(asked.measure.label),
    isPounds: asked.measure.unit.startsWith('pounds'),
    lookedAt: packages.lookedAt,
    points: [...points.values()],
    ...(asked.budget === null ? {} : { budget: nearlyFloat(asked.budget.value) }),
  }
}

/** How the draws of a measure are spread, by its id such as headline.npv or npv; nothing where it was not drawn, or nothing varies. */
export function histogramOf({ measures, chances }: Simulation, measure: string): HistogramData | undefined {
  const id = measure.includes('.') ? measure : `headline.${measure}`
  const found = measures.find((each) => each.id === id)
  if (found === undefined || found.histogram === null || found.quantiles === null || found.histogram.counts.length < 2) return undefined
  const { label, unit, central, quantiles, minimum, maximum } = found
  const { edges, counts, below, above } = found.histogram
  const share = { 'headline.netCashable': chances.netCashableNotNegative, 'headline.npv': chances.npvNotNegative }[id]?.share
  const known = Number(minimum) >= 0 ? 1 : Number(maximum) < 0 ? 0 : undefined
  const notNegative = share === undefined ? known : Number(share)
  return {
    measure: label.split(':')[0] as string,
    isPounds: unit.startsWith('pounds'),
    central: Number(central),
    edges: edges.map(Number),
    counts,
    below,
    above,
    p5: Number(quantiles.p5),
    p95: Number(quantiles.p95),
    ...(notNegative === undefined ? {} : { notNegative }),
  }
}
