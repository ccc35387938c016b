import { lines } from '../../method/lines.ts'
import { ladderOf } from '../charts/answer-data.ts'
import { ladderChart } from '../charts/ladder.ts'
import { direction, percentage, total } from '../sentences/amounts.ts'
import { type Block, chart, heading, note, paragraph, row, state, table } from './document.ts'
import type { Paper } from './paper.ts'
import { withMonthsInWords, withTitles } from './plain-words.ts'
import type { Teller } from './teller.ts'

/** What is taken off before anything is cash, in the order the method takes it. Source: method 4. */
const takers = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased'] as const

/** What each rung is, whatever the case. */
const meanings = {
  partners: 'other funders bear the cost, so it shows in their budgets',
  fixed: 'part of the unit cost stays when numbers fall',
  backfilled: 'a place that is freed is taken by need that was not being met',
  absorbed: 'a place that is freed is taken by growth that no budget pays for',
  unplanned: 'nobody has decided to take it out of a budget',
  notYetReleased: 'there is a plan, which waits for notice, for a whole step or to open',
} as const

/** The ladder from cost avoided to cash, and what would move each rung. */
export function ladderPart(paper: Paper, tell: Teller): Block[] {
  const { answer, why } = paper
  const { headline, years } = answer
  const gross = headline.grossAvoided.value
  const sum = (rung: (typeof takers)[number]) => total(years.map(({ cash }) => cash[rung].value))
  const share = (rung: Parameters<typeof percentage>[0]) => percentage(rung, gross)
  const rows = [
    row(['Gross cost avoided', tell.whole('headline.grossAvoided'), share(gross), ''], { look: 'total' }),
    ...takers.map((rung) => row([`less: ${lines[rung].label}`, tell.whole(`financial.${rung}`), share(sum(rung)), meanings[rung]])),
    row(['Cashable', tell.whole('headline.cashable'), share(headline.cashable.value), 'a budget goes down'], { look: 'total' }),
    row(['less: Cost to the budget', tell.whole('headline.cost'), share(headline.cost.value), '']),
    row(['Grants', tell.whole('headline.grants'), share(headline.grants.value), '']),
    row(['Net cashable', tell.whole('headline.netCashable'), share(headline.netCashable.value), ''], { look: 'total' }),
  ]
  const inPlainWords = (text: string) => withMonthsInWords(withTitles(text, paper.ownerTitleOf))
  const moving = why.filter(({ rung }) => rung !== 'grossAvoided' && rung !== 'nil' && rung !== 'cashable')
  const nothing = takers.filter((rung) => direction(sum(rung)) === 0)
  const cashable = why.find(({ rung }) => rung === 'cashable')
  return [
    heading(2, 'From cost avoided to cash', 'ladder'),
    ...(direction(gross) === 0 && moving.length === 0
      ? [state(['Nothing is avoided and no cost is added, so there is nothing on the ladder.'])]
      : [
          chart(
            ladderChart('ladder-chart', ladderOf(answer)),
            'From gross cost avoided to cash over the horizon. Rungs that take nothing are left out.',
          ),
        ]),
    table('The ladder over the horizon', ['Rung', '£', '#of gross', 'What it is'], rows),
    ...(moving.length === 0 && cashable === undefined ? [] : [heading(3, 'What takes it, and what would move it', 'moves')]),
    ...moving.flatMap(({ rung, sentence, moves }): Block[] => [
      heading(4, labelOf(rung), `rung-${rung}`),
      paragraph([inPlainWords(sentence)]),
      ...(moves === undefined || moves === '' ? [] : [paragraph(['What would move it: ', inPlainWords(moves)])]),
    ]),
    ...(cashable === undefined ? [] : [heading(4, 'Cashable', 'rung-cashable'), paragraph([inPlainWords(cashable.sentence)])]),
    ...(nothing.length === 0
      ? []
      : [note([`Nil, and so not told of above: ${nothing.map((rung) => lines[rung].label.toLowerCase()).join('; ')}.`])]),
  ]
}

function labelOf(rung: string): string {
  return rung in lines ? lines[rung as keyof typeof lines].label : rung
}
