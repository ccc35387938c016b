import type { Appraised } from '../../../answers/appraise.ts'
import { numberOf } from '../../../formats/sentences/amounts.ts'
import { disagreement, paysForItself, type Verdict, worthDoing } from '../../../formats/sentences/verdicts.ts'
import { html, type Markup } from '../markup.ts'
import { changeInWords } from './headline.ts'
import { figure, sentence } from './told.ts'

/** The two questions side by side: worth doing, and paid for in cash; with what to make of it where they differ. */
export function verdicts(answer: Appraised, saved: Appraised | undefined): Markup {
  const differ = disagreement(answer)
  return html`<div class="verdicts">${[worthDoing(answer), paysForItself(answer)].map((each) => verdict(each, answer, saved))}</div>
${differ === undefined ? '' : html`<p class="differ">${sentence(differ)}</p>`}${toKnow(answer)}`
}

function toKnow({ warnings }: Appraised): Markup {
  if (warnings.length === 0) return html``
  const count = new Set(warnings.map(({ message }) => message)).size
  return html`<p><a href="#warnings-heading">${numberOf(count, 'thing')} to know before relying on this</a></p>`
}

function verdict({ question, answer, figures, sentences }: Verdict, now: Appraised, saved: Appraised | undefined): Markup {
  const rows = figures.map(({ label, figure: told }) => {
    const change = saved === undefined ? undefined : changeInWords(told.line, now, saved)
    return html`<div><dt>${label}</dt><dd>${figure(told)}${change === undefined ? '' : html` <span class="change">${change}</span>`}</dd></div>`
  })
  return html`<section class="verdict ${answer.toLowerCase()}" aria-label="${question} ${answer}">
<h3><span class="question">${question}</span> <strong>${answer}</strong></h3>
<dl>${rows}</dl>
${sentences.map((each) => html`<p>${sentence(each)}</p>`)}
</section>`
}
