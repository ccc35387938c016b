import type { Appraised } from '../../../answers/appraise.ts'
import { caseOf } from '../../../formats/case-of.ts'
import { Figure } from '../../../formats/figure.ts'
import { people, pounds, poundsAndPence } from '../../../formats/sentences/amounts.ts'
import { type Told, told } from '../../../formats/sentences/sentence.ts'
import { paybackInWords } from '../../../formats/sentences/verdicts.ts'
import { html, type Markup } from '../markup.ts'
import { besideFigure, changeInPounds, figure } from './told.ts'

const amounts = {
  grossAvoided: 'Gross cost avoided',
  cashable: 'Cashable: of that, cash',
  cost: 'Cost to the budget',
  costAllFunders: 'Cost to all funders',
  grants: 'Grants',
  netAvoided: 'Avoided less cost to all funders',
  netCashable: 'Net cashable',
  peakFunding: 'Peak funding',
  npv: 'Net present value',
} as const
type Amount = keyof typeof amounts

/** The figures of the headline, each beside that of the saved case where anything is changed. */
export function headlineTable(answer: Appraised, saved: Appraised | undefined): Markup {
  const { headline } = answer
  const rows = [
    ...Object.entries(amounts).map(([key, label]) => row(label, amount(answer, key as Amount), answer, saved)),
    row('Back for each £1 spent', told(backForEach(answer), 'headline.bcr'), answer, saved),
    row('Paid back', told(paybackInWords(headline), 'headline.paybackMonth'), answer, saved),
    ...caseOf(answer).demand.map(({ id, title }) => {
      const entries = headline.entriesAvoided[id]
      const line = `demand.${id}.entriesAvoided`
      return entries === undefined ? '' : row(`Entries avoided: ${title ?? id}`, told(people(entries.value), line), answer, saved)
    }),
  ]
  const compared = saved === undefined ? '' : html`<th scope="col">Saved case</th><th scope="col">Change</th>`
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Table of the headline figures"><table class="figures${saved === undefined ? '' : ' many'}">
<caption>Over the whole horizon, in money of the day; net present value in prices of ${answer.conventions.priceBase}.</caption>
<thead><tr><th scope="col">Figure</th><th scope="col">${saved === undefined ? 'Amount' : 'With the changes'}</th>${compared}</tr></thead>
<tbody>${rows}</tbody></table></div>`
}

function row(label: string, now: Told, answer: Appraised, saved: Appraised | undefined): Markup {
  const before =
    saved === undefined
      ? ''
      : html`<td>${besideFigure(textOf(now.line, saved))}</td><td class="change">${besideFigure(changeInWords(now.line, answer, saved))}</td>`
  return html`<tr><th scope="row">${label}</th><td>${figure(now)}</td>${before}</tr>`
}

function amount({ headline }: Appraised, key: Amount): Told {
  return told(pounds(headline[key].value), `headline.${key}`)
}

function backForEach({ headline: { bcr } }: Appraised): string {
  return bcr === null ? 'nothing is spent' : poundsAndPence(bcr.value)
}

/** The figure of a line of the headline or of the economic case; a text where it is none. */
function valueAt(line: string, answer: Appraised): Figure | string | undefined {
  const [owner, ...rest] = line.split('.')
  if (line === 'headline.paybackMonth') return paybackInWords(answer.headline)
  if (owner === 'demand') return answer.headline.entriesAvoided[rest[0] as string]
  const start: unknown = owner === 'economic' ? answer.economic : answer.headline
  const found = rest.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], start)
  return found instanceof Figure ? found : found === null ? 'nothing is spent' : undefined
}

function textOf(line: string, answer: Appraised): string {
  const value = valueAt(line, answer)
  if (!(value instanceof Figure)) return value ?? ''
  return value.kind === 'money' ? pounds(value.value) : value.kind === 'ratio' ? poundsAndPence(value.value) : people(value.value)
}

/** How a figure has changed from the saved case, in words. */
export function changeInWords(line: string, now: Appraised, saved: Appraised): string {
  const [value, before] = [valueAt(line, now), valueAt(line, saved)]
  if (!(value instanceof Figure) || !(before instanceof Figure))
    return textOf(line, now) === textOf(line, saved) ? 'no change' : `was ${textOf(line, saved)}`
  if (value.kind === 'money') return changeInPounds(value.value, before.value)
  const change = value.value.minus(before.value)
  const text = value.kind === 'ratio' ? poundsAndPence(change) : people(change)
  return /[1-9]/.test(text) ? `${change.greaterThan(0) ? '+' : ''}${text}` : 'no change'
}
