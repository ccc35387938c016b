import type { Appraised } from '../../answers/appraise.ts'
import { direction, monthInWords, pounds, poundsAndPence } from './amounts.ts'
import { padded, sideBySide, widthOf } from './columns.ts'
import { type Pen, prose, type Tone, written } from './pen.ts'

/** One of the two questions a committee asks: the answer in a word, the figures it rests on, and a sentence or two. */
interface Verdict {
  question: string
  answer: 'Yes' | 'No' | 'Even'
  tone: Tone
  figures: readonly (readonly [label: string, figure: string])[]
  sentence: string
}

const gap = 4
const inAWord = {
  '1': { answer: 'Yes', tone: 'good' },
  '0': { answer: 'Even', tone: 'quiet' },
  '-1': { answer: 'No', tone: 'bad' },
} as const

/** The two verdicts beside each other, and what to make of them where they disagree. */
export function verdicts(pen: Pen, answer: Appraised): string[] {
  const both = [worthDoing(answer), paysForItself(answer)] as const
  const width = Math.floor((pen.width - gap) / 2)
  const [left, right] = both.map((verdict) => bodyOf(pen, verdict, width)) as [string[], string[]]
  const headings = both.map(({ question, answer }) => written(pen, `${question}  ${answer}`)) as [string, string]
  const [first, second] = both.map(({ tone }, at) => pen.colour(tone, headings[at] as string))
  const space = ' '.repeat(width + gap - widthOf(headings[0]))
  return [
    '',
    `${first}${space}${second}`,
    ...sideBySide(left, right, width, gap),
    ...disagreement(answer).flatMap((sentence) => ['', ...prose(pen, sentence).map((line) => pen.colour('warning', line))]),
  ]
}

function bodyOf(pen: Pen, { figures, sentence }: Verdict, width: number): string[] {
  const rows = figures.map(([label, figure]) => [written(pen, label), written(pen, figure)] as const)
  return [...rows.flatMap(([label, figure]) => acrossFrom(label, figure, width)), ...prose(pen, sentence, { width })]
}

/** A label and its figure at the two ends of a line, or of two lines where one is too short. */
function acrossFrom(label: string, figure: string, width: number): string[] {
  const space = width - widthOf(label)
  return space > widthOf(figure) ? [`${label}${padded(figure, space, 'right')}`] : [label, padded(figure, width, 'right')]
}

/** Is more avoided than is spent, whoever pays, cash or not? Source: method 7, economic case. */
function worthDoing({ economic: { fiscal, public: wider }, conventions }: Appraised): Verdict {
  const prices = `${conventions.priceBase} prices`
  const figures: [string, string][] = [[`NPV, ${prices}`, pounds(fiscal.npv.value)]]
  if (fiscal.bcr !== null) figures.push(['Back for each £1', poundsAndPence(fiscal.bcr.value)])
  if (!wider.npv.value.equals(fiscal.npv.value)) figures.push(['NPV with wider value', pounds(wider.npv.value)])
  const sentence =
    fiscal.bcr === null
      ? direction(fiscal.pvBenefit.value) === 0
        ? 'Nothing is avoided and nothing is spent.'
        : direction(fiscal.pvBenefit.value) === -1
          ? 'Nothing is spent, and cost is added: nothing is avoided.'
          : 'Nothing is spent.'
      : direction(fiscal.pvBenefit.value) === -1
        ? 'Cost is added and none avoided, whoever bears it, on top of what is spent, whoever pays it.'
        : 'What is avoided and can move, cash or not, whoever bears it, against what is spent, whoever pays it.'
  return { question: 'Worth doing?', ...inAWord[direction(fiscal.npv.value)], figures, sentence }
}

/** Does the body have more cash in the end than without the package? Source: method 7, financial case. */
function paysForItself({ headline, years }: Appraised): Verdict {
  const { netCashable, peakFunding, grants, paybackMonth, paybackStatus } = headline
  const over = years.length === 1 ? `over ${years[0]?.months} months` : `by the end of ${years.at(-1)?.year}`
  const payback =
    paybackStatus === 'never-negative'
      ? 'never out of pocket'
      : paybackMonth === null
        ? 'not within the horizon'
        : monthInWords(paybackMonth)
  const way = direction(netCashable.value)
  const without = netCashable.value.minus(grants.value)
  const change =
    way === 1
      ? `${pounds(netCashable.value)} better off`
      : way === -1
        ? `${pounds(netCashable.value.abs())} worse off`
        : 'neither better nor worse off'
  const onGrants = way === 1 && direction(without) === -1 ? ` Without the grants it would be ${pounds(without.abs())} worse off.` : ''
  return {
    question: 'Pays for itself in cash?',
    ...inAWord[way],
    figures: [
      ['Net cashable', pounds(netCashable.value)],
      ['Peak funding', pounds(peakFunding.value)],
      ['Paid back', payback],
    ],
    sentence: `The budget is ${change} in cash ${over}.${onGrants}`,
  }
}

/** What to make of two verdicts that differ; nothing where they agree. */
function disagreement({ headline, economic }: Appraised): string[] {
  const worth = direction(economic.fiscal.npv.value)
  const cash = direction(headline.netCashable.value)
  if (worth === 1 && cash === -1) {
    return [
      `The two differ: more cost is avoided than is spent, but not enough of it becomes cash, so the budget still loses ${pounds(headline.netCashable.value.abs())}. The ladder shows where the rest stays.`,
    ]
  }
  if (worth === 1 && cash === 0) {
    return ['The two differ: more cost is avoided than is spent, but none of it is left over as cash. The ladder shows where it stays.']
  }
  if (worth === -1 && cash === 1) {
    const benefit = direction(economic.fiscal.pvBenefit.value)
    if (benefit !== 1) {
      return [
        `The two differ: the budget gains cash, but ${benefit === -1 ? 'over the horizon cost is added and none avoided' : 'nothing is avoided'} for all who pay together. Look at when the cash comes, and at what grants, partners and redeployed staff pay.`,
      ]
    }
    return [
      'The two differ: the budget gains cash, but all who pay together spend more than is avoided. Look at what grants, partners and redeployed staff pay.',
    ]
  }
  return []
}
