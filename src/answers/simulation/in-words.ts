import type { Figure } from '../../formats/figure.ts'
import { pounds } from '../../formats/sentences/amounts.ts'
import { nameInSentence } from '../../method/lines.ts'

/** What the sentences are made of. */
interface Said {
  measures: readonly {
    id: string
    label: string
    central: Figure
    reachesCentral: Figure
    mean: Figure | null
    quantiles: { p5: Figure; p95: Figure } | null
  }[]
  chances: Readonly<Record<'netCashableNotNegative' | 'npvNotNegative' | 'paysBackWithinHorizon', { share: Figure }>>
  drivers: {
    method: string
    measure: { label: string }
    explained?: Figure | null
    inputs: readonly { path: string; total?: Figure | null; share?: Figure | null }[]
  }
  parts: { interventions: readonly unknown[]; standardDeviation: Figure; sumOfStandardDeviations: Figure; lessThanItsParts: Figure | null }
}

/** Where fewer draws than this reach the central answer, or more than the rest of all, it is not the middle of them. */
const leans = 0.35

/** The simulation in a few plain sentences with its own figures, for a paper. */
export function simulationInWords({ measures, chances, drivers, parts }: Said, draws: number): string[] {
  const many = draws.toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const net = measures.find(({ id }) => id === 'headline.netCashable')
  const sentences: string[] = []
  if (net?.quantiles && net.mean) {
    const { p5, p95 } = net.quantiles
    const isOne = p5.value.equals(p95.value)
    sentences.push(
      isOne
        ? `Net cash over the horizon is ${pounds(net.central.value)} in every one of ${many} draws: nothing that the case gives a range for moves it.`
        : `Of ${many} draws, nine in ten put net cash over the horizon between ${pounds(p5.value)} and ${pounds(p95.value)}. The mean is ${pounds(net.mean.value)}; at the central values it is ${pounds(net.central.value)}.`,
    )
  }
  const { netCashableNotNegative, npvNotNegative, paysBackWithinHorizon } = chances
  sentences.push(
    `Net cash is nil or better in ${percent(netCashableNotNegative.share)} of the draws, the net present value in ${percent(npvNotNegative.share)}; the budget gets its money back within the horizon in ${percent(paysBackWithinHorizon.share)}.`,
  )
  for (const id of ['headline.netCashable', 'headline.npv']) {
    const leaning = measures.find((measure) => measure.id === id)
    if (leaning === undefined || (leaning.reachesCentral.value.greaterThan(leans) && leaning.reachesCentral.value.lessThan(1 - leans)))
      continue
    if (leaning.quantiles?.p5.value.equals(leaning.quantiles.p95.value)) continue
    const few = leaning.reachesCentral.value.lessThan(leans) ? 'Only ' : ''
    sentences.push(
      `${few}${percent(leaning.reachesCentral)} of the draws reach the ${nameInSentence(leaning.label)} at the central values (${pounds(leaning.central.value)}): taken together the ranges lean ${few === '' ? 'above' : 'below'} their centres.`,
    )
  }
  const main = drivers.inputs.slice(0, 3).flatMap(({ path, total, share }) => {
    const part = total ?? share
    return part === null || part === undefined || part.value.lessThan('0.005')
      ? []
      : [`${path} (${part.value.greaterThan(1) ? '100%' : percent(part)})`]
  })
  if (main.length > 0) {
    const how =
      drivers.method === 'sobol'
        ? 'with what it does together with others'
        : `by regression (ranges are correlated; a straight line explains ${percent(drivers.explained as Figure)} of it)`
    sentences.push(`What moves ${nameInSentence(drivers.measure.label)} most, as a share of its variance ${how}: ${main.join(', ')}.`)
  }
  if (parts.interventions.length > 1 && parts.lessThanItsParts !== null) {
    const { standardDeviation, sumOfStandardDeviations, lessThanItsParts } = parts
    sentences.push(
      `The interventions’ net cash has standard deviations that sum to ${pounds(sumOfStandardDeviations.value)}; that of the package is ${pounds(standardDeviation.value)}, ${percent(lessThanItsParts)} less, because they do not all turn out badly together.`,
    )
  }
  return sentences
}

/** A share as a percentage of at most one place: 37.5%, under 0.1%. */
function percent(share: Figure): string {
  const hundredfold = share.value.times(100)
  if (hundredfold.greaterThan(0) && hundredfold.lessThan('0.1')) return 'under 0.1%'
  if (hundredfold.lessThan(100) && hundredfold.greaterThan('99.9')) return 'over 99.9%'
  return `${hundredfold.toDecimalPlaces(1).toFixed()}%`
}
