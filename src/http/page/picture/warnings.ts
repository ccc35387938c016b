import type { Appraised } from '../../../answers/appraise.ts'
import { html, type Markup } from '../markup.ts'

/** What to know before relying on the answer; those that say the same share one text. */
export function warningsPart({ warnings }: Appraised): Markup {
  if (warnings.length === 0) return html`<p>There is nothing to warn of.</p>`
  const alike = [...Map.groupBy(warnings, ({ message }) => message)]
  const item = ([message, list]: (typeof alike)[number]) =>
    html`<li>${inWords(message)} <span class="paths">${list.map(({ path }) => html`<code>${path}</code> `)}</span></li>`
  return html`<ul class="warnings">${alike.map(item)}</ul>`
}

/** A message with what it names in backticks set as code. */
function inWords(message: string): Markup[] {
  return message.split('`').map((part, place) => (place % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))
}
