import { direction, monthInWords, pounds as poundsOf } from '../sentences/amounts.ts'
import { type Sentence, told } from '../sentences/sentence.ts'
import { bodyCalled } from './names.ts'
import type { Paper } from './paper.ts'
import type { Teller } from './teller.ts'
import { wordList } from './words.ts'

/**
 * What is to be said of a case that is not as a reader would expect: nothing avoided, cost added, no cash and why, grants or partners alone, never
 * paid back, never out of pocket, a single year, no intervention, no demand. Each with the figures it rests on and, where there is one, the remedy.
 */
export function statesOf(paper: Paper, tell: Teller): Sentence[][] {
  return [empty(paper), gross(paper, tell), cash(paper, tell), grants(paper, tell), payback(paper, tell), oneYear(paper)].filter(
    (sentences) => sentences.length > 0,
  )
}

function empty({ complete }: Paper): Sentence[] {
  const none = complete.interventions.length === 0
  const included = complete.interventions.some((each) => each.included)
  return [
    ...(none
      ? [['The case has no interventions, so nothing is done: every figure is that of carrying on as now. Add one to interventions.']]
      : []),
    ...(none || included
      ? []
      : [['Every intervention of the case is left out by included: false, so nothing is done. Take one in by included: true.']]),
    ...(complete.demand.length > 0
      ? []
      : [['The case has no demand, so no numbers can fall: what the package does is in its direct savings and its costs alone.']]),
  ]
}

/** Nothing avoided, or cost added. */
function gross({ answer, complete }: Paper, tell: Teller): Sentence[] {
  const way = direction(answer.headline.grossAvoided.value)
  if (!complete.interventions.some((each) => each.included)) return []
  if (way === 0)
    return [
      [
        'Nothing is avoided. Where that is not what is meant, look at the effects (risk and reduction), at the referrals, and at whether effects begin before the horizon ends.',
      ],
    ]
  if (way === 1) return []
  const cashable = direction(answer.headline.cashable.value)
  return [
    ['The package adds cost: ', tell.size('headline.grossAvoided'), ' more is spent on demand than if nothing were done.'],
    ...(cashable === -1
      ? [['Of that ', tell.size('headline.cashable'), ` has to be found in cash by ${bodyCalled(complete)}, plan or no plan.`]]
      : []),
    ['Look at the effects whose reduction is below nothing, and at those whose optimism bias is larger than their effect.'],
  ]
}

/** No cash although cost is avoided, and what keeps it. */
function cash({ answer, complete, ownerTitleOf }: Paper, tell: Teller): Sentence[] {
  const { headline, years, demand, interventions } = answer
  if (direction(headline.grossAvoided.value) !== 1 || direction(headline.cashable.value) !== 0) return []
  const sum = (rung: keyof (typeof years)[number]['cash']) =>
    years.reduce((total, { cash }) => total.plus(cash[rung].value), headline.cashable.value.times(0))
  const gross = headline.grossAvoided.value
  if (sum('partners').equals(gross)) {
    return [
      [
        'All of the ',
        tell.pounds('headline.grossAvoided'),
        ` that is avoided falls to partners, so none of it is cash to ${bodyCalled(complete)}.`,
      ],
      ['It becomes cash here only by an agreement with them to share it.'],
    ]
  }
  const unplanned = sum('unplanned')
  if (direction(unplanned) === 1) {
    const lines = demand.flatMap(({ id, lines }) =>
      lines.filter(({ cash }) => direction(cash.unplanned.value) === 1).map((line) => `demand.${id}.costs.${line.id}`),
    )
    const savings = complete.interventions.flatMap(({ id, included, savings }) =>
      included && interventions.some((each) => each.id === id)
        ? savings
            .filter(({ release, funder }) => release === undefined && funder === complete.body)
            .map((each) => `interventions.${id}.savings.${each.id}`)
        : [],
    )
    const paths = [...lines, ...savings]
    const titles = paths.map((path) => `“${ownerTitleOf(path)}”`)
    return [
      ['No cash, because nobody has a plan to take what is left empty out of a budget.'],
      [
        `A release plan, with an action and its owner, is missing for ${wordList(titles.slice(0, 6))}${paths.length > 6 ? ` and ${paths.length - 6} more` : ''}: with ${paths.length === 1 ? 'one that needs' : 'plans that need'} no notice, up to `,
        ...unplannedTold(years, unplanned, tell),
        ' would be cash. The part on the release plan says what to add to the case.',
      ],
    ]
  }
  const takers = (['absorbed', 'backfilled', 'fixed', 'notYetReleased', 'partners'] as const)
    .map((rung) => ({ rung, pounds: sum(rung) }))
    .sort((one, other) => other.pounds.comparedTo(one.pounds))
  const [most] = takers
  const why = {
    absorbed: 'growth that the budget does not fund takes most of it',
    backfilled: 'need that was not being met takes most of it',
    fixed: 'most of it is fixed cost that stays when numbers fall',
    notYetReleased: 'most of it waits for notice, for a whole step or for its plan to open',
    partners: 'most of it falls to partners',
  }
  return most === undefined ? [] : [['No cash: of the ', tell.pounds('headline.grossAvoided'), ` that is avoided, ${why[most.rung]}.`]]
}

function unplannedTold(years: Paper['answer']['years'], unplanned: Parameters<typeof direction>[0], tell: Teller): Sentence {
  const [only] = years
  if (years.length === 1 && only !== undefined) return [tell.pounds(`financial.unplanned@${only.year}`)]
  return [told(poundsOf(unplanned), 'financial.unplanned')]
}

/** Grants that are all the cash there is, and when they end. */
function grants({ answer }: Paper, tell: Teller): Sentence[] {
  const { headline, years } = answer
  if (direction(headline.grants.value) !== 1) return []
  const last = years.findLast(({ cash }) => direction(cash.grants.value) === 1)
  const after = years.find(({ year, cash }) => last !== undefined && year > last.year && direction(cash.cost.value) === 1)
  return [
    ...(direction(headline.cashable.value) === 0
      ? [['The only cash is the grants, ', tell.pounds('headline.grants'), ': no budget goes down.'] as Sentence]
      : []),
    ...(after === undefined || last === undefined
      ? []
      : [
          [
            `Grants end after ${last.year}, and the cost goes on: in ${after.year} it is `,
            tell.pounds(`financial.cost@${after.year}`),
            ' with no grant towards it.',
          ] as Sentence,
        ]),
  ]
}

function payback({ answer }: Paper, tell: Teller): Sentence[] {
  const { paybackStatus, cost } = answer.headline
  const last = answer.years.at(-1)?.year ?? ''
  if (paybackStatus === 'never-negative')
    return cost.value.isZero() ? [] : [['The package pays its way from the first month: cumulative cash is never below nothing.']]
  if (paybackStatus === 'paid-back') return []
  const way = direction(answer.headline.netCashable.value)
  if (way !== -1) return [['Cumulative cash is still below nothing in the last months of the horizon.']]
  return [
    [
      'The money is not back within the horizon: at the end of ',
      last,
      ' the budget is ',
      tell.size(`financial.cumulative@${last}`),
      ' out of pocket.',
    ],
  ]
}

function oneYear({ figures, answer }: Paper): Sentence[] {
  if (answer.years.length > 1) return []
  const last = figures.method.book.timeline.months.at(-1) ?? ''
  return [
    [
      `The horizon is a single year, so there is no change from year to year, and what is avoided after ${monthInWords(last)} is not counted.`,
    ],
  ]
}
