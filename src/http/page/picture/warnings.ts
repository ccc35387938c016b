import type { Appraised } from '../../../answers/appraise.ts'
import { ownerWords } from '../../../answers/explanation/titles.ts'
import { inputTitle } from '../../../answers/input-titles.ts'
import { caseOf } from '../../../formats/case-of.ts'
import { capital } from '../../../formats/report/names.ts'
import { withMonthsInWords } from '../../../formats/report/plain-words.ts'
import { html, type Markup } from '../markup.ts'

/** What to know before relying on the answer; those that say the same share one text. */
export function warningsPart(answer: Appraised): Markup {
  const { warnings } = answer
  if (warnings.length === 0) return html`<p>There is nothing to warn of.</p>`
  const alike = [...Map.groupBy(warnings, ({ message }) => message)]
  const item = ([message, list]: (typeof alike)[number]) =>
    html`<li>${inWords(withMonthsInWords(message))} <span class="paths">${list.map(({ path }) => html`<span class="path">${about(answer, path)} <code>${path}</code></span> `)}</span></li>`
  return html`<ul class="warnings">${alike.map(item)}</ul>`
}

/** What a warning is about, in words; nothing where no words are known. */
function about(answer: Appraised, path: string): string {
  const complete = caseOf(answer)
  return answer.assumptions.some((each) => each.path === path) ? inputTitle(complete, path) : capital(ownerWords(complete, path))
}

/** A message with what it names in backticks set as code. */
function inWords(message: string): Markup[] {
  return message.split('`').map((part, place) => (place % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))
}
