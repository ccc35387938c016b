import { Exact } from '../../graph/exact.ts'
import { direction, pounds, withThousands } from '../sentences/amounts.ts'
import { type Block, paragraph, state } from './document.ts'
import type { Paper } from './paper.ts'

/** A verdict at the central values, and what becomes of it when the ranges are drawn. */
interface Held {
  figure: string
  /** Whether the figure is nil or better at the central values; what that says of the package, and what most draws say where they say otherwise. */
  isMet: boolean
  says: string
  otherwise: string
  share: Exact
  mean: Exact
}

type Drawn = Extract<Paper['simulation'], { drawn: unknown }>['drawn']

/** How far the two verdicts hold over the ranges, and what moves net cashable most, for the summary. A verdict that most draws contradict is said aloud. */
export function howSure(paper: Paper): Block[] {
  const { simulation } = paper
  const most = movesMost(paper)
  if ('none' in simulation) {
    const why = simulation.none === 'no ranges' ? 'no assumption has a range' : 'the ranges cannot be drawn from'
    return [paragraph([`How likely this is cannot be said, because ${why}.`], ...most)]
  }
  const verdicts = bothHeld(paper, simulation.drawn)
  const against = verdicts.filter(({ isMet, share }) => share.greaterThanOrEqualTo('0.5') !== isMet)
  const rest = verdicts.filter((held) => !against.includes(held))
  const said = ({ figure, share, mean }: Held) =>
    `${figure} is nil or better in ${percent(share)} of the draws, with a mean of ${pounds(mean)}`
  const plain = [...(rest.length === 0 ? [] : [[`Over the ranges of its assumptions, ${rest.map(said).join('; ')}.`]]), ...most]
  return [
    ...against.map((held) =>
      state([`At the central values the package ${held.says}, but in most draws of the ranges it ${held.otherwise}: ${said(held)}.`]),
    ),
    ...(plain.length === 0 ? [] : [paragraph(...plain)]),
  ]
}

/** What a verdict says of the package, and how a sentence goes on that says the opposite: above nil, nil, below. */
const cash = {
  '1': ['pays for itself in cash', 'does not'],
  '0': ['breaks even in cash', 'does not'],
  '-1': ['does not pay for itself in cash', 'does'],
} as const
const worth = {
  '1': ['is worth doing', 'is not'],
  '0': ['gives back just what is spent on it', 'does not'],
  '-1': ['is not worth doing', 'is'],
} as const

function bothHeld({ answer: { headline } }: Paper, { chances, measures }: Drawn): Held[] {
  const held = (
    figure: string,
    id: 'netCashable' | 'npv',
    chance: Drawn['chances']['npvNotNegative'],
    words: typeof cash | typeof worth,
  ) => {
    const mean = measures.find((each) => each.id === `headline.${id}`)?.mean
    if (mean === null || mean === undefined) return []
    const way = direction(headline[id].value)
    const [says, otherwise] = words[way]
    return [{ figure, isMet: way !== -1, says, otherwise, share: new Exact(chance.share), mean: new Exact(mean) }]
  }
  return [
    ...held('net cashable', 'netCashable', chances.netCashableNotNegative, cash),
    ...held('the net present value', 'npv', chances.npvNotNegative, worth),
  ]
}

/** The assumption at the top of the tornado, and what its ends give. */
function movesMost({ swings, titleOf }: Paper): string[][] {
  const { tornado, withoutRange } = swings.netCashable
  const [first] = tornado.length > 0 ? tornado : withoutRange
  if (first === undefined || direction(first.swing.value) === 0) return []
  const [low, high] =
    tornado.length > 0
      ? [`the low end of its range, ${withThousands(first.low)}`, `the high end, ${withThousands(first.high)}`]
      : ['a tenth less of it', 'a tenth more']
  return [
    [
      `What moves net cashable most is “${titleOf(first.path)}”: with ${low}, net cashable is ${pounds(first.atLow.value)}; with ${high}, ${pounds(first.atHigh.value)}.`,
    ],
  ]
}

function percent(share: Exact): string {
  return `${share.times(100).toDecimalPlaces(1, Exact.ROUND_HALF_UP).toFixed()}%`
}
