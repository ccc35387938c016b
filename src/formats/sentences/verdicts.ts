import type { Appraised } from '../../answers/appraise.ts'
import { direction, monthInWords, pounds, poundsAndPence } from './amounts.ts'
import { type Sentence, type Told, told } from './sentence.ts'

/** One of the two questions a committee asks: the answer in a word, the figures it rests on, and a sentence or two. */
export interface Verdict {
  question: string
  answer: 'Yes' | 'No' | 'Even'
  figures: readonly { label: string; figure: Told }[]
  sentences: readonly Sentence[]
}

const inAWord = { '1': 'Yes', '0': 'Even', '-1': 'No' } as const

/** Is more avoided than is spent, whoever pays, cash or not? Source: method 7, economic case. */
export function worthDoing({ economic: { fiscal, public: wider }, conventions }: Appraised): Verdict {
  const figures = [
    { label: `Net present value (NPV), ${conventions.priceBase} prices`, figure: told(pounds(fiscal.npv.value), 'economic.fiscal.npv') },
  ]
  if (fiscal.bcr !== null)
    figures.push({ label: 'Back for each £1', figure: told(poundsAndPence(fiscal.bcr.value), 'economic.fiscal.bcr') })
  if (!wider.npv.value.equals(fiscal.npv.value))
    figures.push({ label: 'NPV with wider value', figure: told(pounds(wider.npv.value), 'economic.public.npv') })
  return {
    question: 'Worth doing?',
    answer: inAWord[direction(fiscal.npv.value)],
    figures,
    sentences: [[spentAgainstAvoided(fiscal.bcr === null, direction(fiscal.pvBenefit.value))]],
  }
}

function spentAgainstAvoided(isFree: boolean, benefit: 1 | 0 | -1): string {
  if (isFree && benefit === 0) return 'Nothing is avoided and nothing is spent.'
  if (isFree) return benefit === -1 ? 'Nothing is spent, and cost is added: nothing is avoided.' : 'Nothing is spent.'
  return benefit === -1
    ? 'Cost is added and none avoided, whoever bears it, on top of what is spent, whoever pays it.'
    : 'This sets the cost that is avoided, whether or not it becomes cash and whoever bears it, against what is spent, whoever pays it. Fixed cost that stays is left out.'
}

/** Does the body have more cash in the end than without the package? Source: method 7, financial case. */
export function paysForItself({ headline, years }: Appraised): Verdict {
  const { netCashable, peakFunding, grants } = headline
  const over = years.length === 1 ? `over ${years[0]?.months} months` : `by the end of ${years.at(-1)?.year}`
  const way = direction(netCashable.value)
  const without = netCashable.value.minus(grants.value)
  const net = told(pounds(netCashable.value.abs()), 'headline.netCashable')
  const change: Sentence = way === 0 ? ['neither better nor worse off'] : [net, way === 1 ? ' better off' : ' worse off']
  const onGrants: Sentence[] =
    way === 1 && direction(without) === -1
      ? [['Without the ', told('grants', 'headline.grants'), ` it would be ${pounds(without.abs())} worse off.`]]
      : way === 1 && direction(without) === 0
        ? [['All of that is ', told('grants', 'headline.grants'), ', and none of it the work of the package.']]
        : []
  return {
    question: 'Pays for itself in cash?',
    answer: inAWord[way],
    figures: [
      { label: 'Net cashable', figure: told(pounds(netCashable.value), 'headline.netCashable') },
      { label: 'Peak funding', figure: told(pounds(peakFunding.value), 'headline.peakFunding') },
      { label: 'Paid back', figure: told(paybackInWords(headline), 'headline.paybackMonth') },
    ],
    sentences: [['The budget is ', ...change, ` in cash ${over}.`], ...onGrants],
  }
}

/** When the money is back, in words. */
export function paybackInWords({ paybackMonth, paybackStatus }: Appraised['headline']): string {
  if (paybackStatus === 'never-negative') return 'never out of pocket'
  return paybackMonth === null ? 'not within the horizon' : monthInWords(paybackMonth)
}

/** What to make of two verdicts that differ; nothing where they agree. */
export function disagreement({ headline, economic }: Appraised): Sentence | undefined {
  const worth = direction(economic.fiscal.npv.value)
  const cash = direction(headline.netCashable.value)
  if (worth === 1 && cash === -1) {
    const lost = told(pounds(headline.netCashable.value.abs()), 'headline.netCashable')
    return [
      'The two differ: more cost is avoided than is spent, but not enough of it becomes cash, so the budget still loses ',
      lost,
      '. The ladder shows where the rest stays.',
    ]
  }
  if (worth === 1 && cash === 0)
    return ['The two differ: more cost is avoided than is spent, but none of it is left over as cash. The ladder shows where it stays.']
  if (worth !== -1 || cash !== 1) return undefined
  const benefit = direction(economic.fiscal.pvBenefit.value)
  if (benefit === 1)
    return [
      'The two differ: the budget gains cash, but all who pay together spend more than is avoided. Look at what grants, partners and redeployed staff pay.',
    ]
  return [
    `The two differ: the budget gains cash, but ${benefit === -1 ? 'over the horizon cost is added and none avoided' : 'nothing is avoided'} for all who pay together. Look at when the cash comes, and at what grants, partners and redeployed staff pay.`,
  ]
}
