import type { Appraised } from '../../answers/appraise.ts'
import { direction, monthInWords, numberOf, pounds, poundsAndPence } from './amounts.ts'
import type { Pen, Tone } from './pen.ts'

/** One of the two questions a committee asks, its answer in a word and in sentences, and the figures it rests on. */
export interface Verdict {
  question: string
  answer: 'Yes' | 'No' | 'Even'
  tone: Tone
  sentences: string[]
  figures: [label: string, figure: string][]
}

const answers = { 1: { answer: 'Yes', tone: 'good' }, 0: { answer: 'Even', tone: 'quiet' }, [-1]: { answer: 'No', tone: 'bad' } } as const

/** Is it worth doing, whoever pays and whether or not it becomes cash? Source: method 7, the economic case. */
export function worthDoing(pen: Pen, { economic, conventions }: Appraised): Verdict {
  const { fiscal, public: wider } = economic
  const way = direction(fiscal.npv.value)
  const back = fiscal.bcr === null ? undefined : poundsAndPence(pen, fiscal.bcr.value)
  const isIdle = back === undefined && direction(fiscal.pvBenefit.value) === 0
  const main = isIdle
    ? 'Nothing is avoided and nothing is spent.'
    : back === undefined
      ? 'It costs nothing.'
      : `For each ${pounds(pen, fiscal.npv.value.constructor === undefined ? fiscal.npv.value : one(fiscal.npv.value))} spent, ${back} of cost is avoided, whoever pays and whether or not it becomes cash.`
  return {
    question: 'Worth doing?',
    ...answers[way],
    sentences: [main],
    figures: [
      [`NPV, ${conventions.priceBase} prices`, pounds(pen, fiscal.npv.value)],
      ...(wider.npv.value.equals(fiscal.npv.value) ? [] : ([['NPV with wider value', pounds(pen, wider.npv.value)]] as [string, string][])),
    ],
  }
}
