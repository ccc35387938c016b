import { direction, monthInWords, people } from '../sentences/amounts.ts'
import { type Sentence, told } from '../sentences/sentence.ts'
import { disagreement, paybackInWords, paysForItself, worthDoing } from '../sentences/verdicts.ts'
import { type Block, heading, row, state, table } from './document.ts'
import { howSure } from './how-sure.ts'
import { decisionsInBrief, yearsInBrief } from './in-brief.ts'
import { bodyCalled, called } from './names.ts'
import type { Paper } from './paper.ts'
import { statesOf } from './states.ts'
import type { Teller } from './teller.ts'

/** The summary: what the package does in a few sentences, the two verdicts side by side, and the figures a committee reads first. */
export function summary(paper: Paper, tell: Teller): Block[] {
  const { answer } = paper
  const differ = disagreement(answer)
  const states = statesOf(paper, tell)
  return [
    heading(2, 'Summary', 'summary'),
    { is: 'paragraph', sentences: inShort(paper, tell), look: 'lead' },
    { is: 'verdicts', verdicts: [worthDoing(answer), paysForItself(answer)] },
    ...(differ === undefined ? [] : [state(differ)]),
    ...states.map((sentences) => state(...sentences)),
    ...howSure(paper),
    headlineTable(paper, tell),
    ...yearsInBrief(paper, tell),
    ...decisionsInBrief(paper),
  ]
}

/** What is avoided, what of it is cash, what it costs and when it is back. */
function inShort({ answer, complete }: Paper, tell: Teller): Sentence[] {
  const { headline, years } = answer
  const last = years.at(-1)?.year
  const over = years.length === 1 ? `in ${last}` : `from ${years[0]?.year} to ${last}`
  const way = direction(headline.grossAvoided.value)
  const avoids: Sentence =
    way === 0
      ? [`Against doing nothing, the package avoids no cost ${over}.`]
      : way === -1
        ? ['Against doing nothing, the package adds ', tell.size('headline.grossAvoided'), ` of cost ${over}: nothing is avoided.`]
        : [
            'Against doing nothing, the package avoids ',
            tell.pounds('headline.grossAvoided'),
            ` of cost ${over}, whoever pays it. `,
            ...(direction(headline.cashable.value) === 0
              ? ['None of it is cash: no budget goes down.']
              : direction(headline.cashable.value) === -1
                ? ['All the same ', tell.size('headline.cashable'), ` more cash has to be found by ${bodyCalled(complete)}.`]
                : ['Of that ', tell.pounds('headline.cashable'), ` is cash: a budget of ${bodyCalled(complete)} that goes down.`]),
          ]
  const grants: Sentence = headline.grants.value.isZero() ? [] : [', with ', tell.pounds('headline.grants'), ' of grants towards it']
  const costs: Sentence =
    headline.cost.value.isZero() && headline.grants.value.isZero()
      ? [`It costs ${bodyCalled(complete)} nothing in cash`]
      : [`It costs ${bodyCalled(complete)} `, tell.pounds('headline.cost'), ...grants]
  const { paybackMonth, paybackStatus } = headline
  const back: Sentence =
    paybackStatus === 'never-negative'
      ? ['; at no time is the budget out of pocket.']
      : paybackMonth === null
        ? [
            '; at its deepest the budget is ',
            tell.pounds('headline.peakFunding'),
            ' out of pocket, and the money is ',
            told('not back within the horizon', 'headline.paybackMonth'),
            '.',
          ]
        : [
            '; at its deepest the budget is ',
            tell.pounds('headline.peakFunding'),
            ' out of pocket, and the money is back for good in ',
            told(monthInWords(paybackMonth), 'headline.paybackMonth'),
            '.',
          ]
  return [avoids, [...costs, ...back]]
}

function headlineTable({ answer, complete }: Paper, tell: Teller): Block {
  const { headline, conventions } = answer
  const pounds = (label: string, line: string) => row([label, tell.whole(line), '£, cash prices'])
  return table(
    'The figures over the horizon',
    ['Figure', '#Value', 'Unit'],
    [
      pounds('Gross cost avoided, whoever pays', 'headline.grossAvoided'),
      pounds('Cashable: what comes off a budget', 'headline.cashable'),
      pounds(`Cost to ${bodyCalled(complete)}`, 'headline.cost'),
      pounds('Cost to all funders, redeployed staff included', 'headline.costAllFunders'),
      pounds(`Grants to ${bodyCalled(complete)}`, 'headline.grants'),
      { ...pounds('Net cashable: cashable and grants less cost', 'headline.netCashable'), look: 'total' as const },
      pounds('Peak funding: the deepest cumulative outlay', 'headline.peakFunding'),
      row(['Paid back', [told(paybackInWords(headline), 'headline.paybackMonth')], '']),
      row(['Net present value, all funders', tell.whole('economic.fiscal.npv'), `£, ${conventions.priceBase} prices, discounted`]),
      row(['Benefits for each £1 of cost', tell.pence('economic.fiscal.bcr'), 'benefit–cost ratio']),
      ...complete.demand.map((demand) => {
        const line = `demand.${demand.id}.entriesAvoided`
        const avoided = headline.entriesAvoided[demand.id]
        return row([`Entries avoided: ${called(demand)}`, avoided === undefined ? 'none' : [told(people(avoided.value), line)], 'children'])
      }),
    ],
  )
}
