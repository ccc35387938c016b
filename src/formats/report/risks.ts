import { Exact } from '../../graph/exact.ts'
import { cashOf } from '../charts/answer-data.ts'
import { cashChart } from '../charts/cash.ts'
import { histogramChart } from '../charts/histogram.ts'
import { histogramOf } from '../charts/question-data.ts'
import { poundsAndPence, wholePounds } from '../sentences/amounts.ts'
import { type Block, chart, heading, note, paragraph, row, state, table } from './document.ts'
import type { Paper } from './paper.ts'

const shown = [
  'headline.grossAvoided',
  'headline.cashable',
  'headline.cost',
  'headline.netCashable',
  'headline.peakFunding',
  'headline.npv',
  'headline.bcr',
]

/** Risks and ranges: what becomes of the figures when every range is drawn many times. */
export function risks(paper: Paper): Block[] {
  const { simulation, answer, titleOf } = paper
  const top = heading(2, 'Risks and ranges', 'risks')
  if ('none' in simulation) {
    if (simulation.none === 'not drawable')
      return [top, state([`The ranges of the case cannot be drawn from, so the figures carry no uncertainty: ${simulation.why}`])]
    return [
      top,
      state(
        [
          'No assumption of the case has a range, so the figures of this paper carry no uncertainty, and say nothing of how likely they are.',
        ],
        [
          'To add one, write low and high beside a value: { central: 10, low: 6, high: 12 } in place of 10. The sensitivity below says which assumptions are worth it.',
        ],
      ),
    ]
  }
  const { drawn } = simulation
  const { chances, measures, drivers, ranges } = drawn
  const draws = grouped(drawn.simulation.draws)
  const percent = (share: string | number) => inHundred(new Exact(share))
  const chance = (label: string, { share, standardError }: (typeof chances)['netCashableNotNegative']) =>
    row([label, percent(share), percent(standardError)])
  const told = drawn.inWords.filter((sentence) => !sentence.startsWith('What moves '))
  const histograms = (['headline.netCashable', 'headline.npv'] as const).flatMap((id) => {
    const data = histogramOf(drawn, id)
    return data === undefined ? [] : [chart(histogramChart(`histogram-${id.slice(9)}`, data), `${data.measure}: ${draws} draws.`)]
  })
  const share = drivers.inputs.flatMap((each) => {
    const part = each.total ?? each.share
    return part === null || part === undefined || new Exact(part).lessThan('0.005') ? [] : [{ path: each.path, part: new Exact(part) }]
  })
  return [
    top,
    paragraph(...told.map((sentence) => [sentence])),
    table(
      'How likely it is',
      ['What', '#Share of the draws', '#Standard error'],
      [
        chance('Net cashable is nil or better', chances.netCashableNotNegative),
        chance('Net present value is nil or better', chances.npvNotNegative),
        chance('The money is back within the horizon', chances.paysBackWithinHorizon),
      ],
    ),
    table(
      `What becomes of the figures in ${draws} draws of ${ranges.length} ranges`,
      ['Figure', '#Central', '#Mean', '#1 in 20 below', '#Median', '#1 in 20 above'],
      measures
        .filter(({ id }) => shown.includes(id))
        .map(({ label, unit, central, mean, quantiles }) => {
          const as = (value: string | number | null | undefined) =>
            value === null || value === undefined
              ? 'none'
              : unit === 'ratio'
                ? poundsAndPence(new Exact(value))
                : wholePounds(new Exact(value))
          return row([
            `${label.split(':')[0]}${unit === 'ratio' ? '' : ', £'}`,
            as(central),
            as(mean),
            as(quantiles?.p5),
            as(quantiles?.p50),
            as(quantiles?.p95),
          ])
        }),
    ),
    chart(
      cashChart('fan-chart', cashOf(answer, drawn)),
      'Cumulative net cash with its fan: half of the draws in the inner band, nine in ten in the outer.',
    ),
    ...histograms,
    ...(share.length === 0
      ? []
      : [
          heading(3, 'Where the spread comes from', 'drivers'),
          table(
            'Share of the variance of net cashable',
            ['Assumption', '#Share'],
            share.slice(0, 10).map(({ path, part }) => row([titleOf(path), inHundred(part.greaterThan(1) ? new Exact(1) : part)])),
          ),
          note([
            drivers.method === 'sobol'
              ? 'Each share includes what the assumption does together with others, so that they may add up to more than all.'
              : `Some ranges move together, so the shares are those of a straight line, which explains ${drivers.explained === null || drivers.explained === undefined ? 'an unknown part' : percent(drivers.explained)} of the spread.`,
          ]),
        ]),
    ...(drawn.unread.length === 0 ? [] : [note([`Not drawn, because their intervention is left out: ${drawn.unread.join(', ')}.`])]),
    note([`Drawn with the seed ${drawn.simulation.seed}, so that the same case and version give the same draws.`]),
  ]
}

function inHundred(share: Exact): string {
  return `${share.times(100).toDecimalPlaces(1, Exact.ROUND_HALF_UP).toFixed()}%`
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
