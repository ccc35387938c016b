import { direction, pounds } from '../../../formats/sentences/amounts.ts'
import type { Sentence, Told } from '../../../formats/sentences/sentence.ts'
import type { Exact } from '../../../graph/exact.ts'
import { html, type Markup } from '../markup.ts'

/** A figure on the page, which says of which line of the answer it is the value. A number is kept whole on its line; words may go on to the next. */
export function figure({ text, line }: Told): Markup {
  return html`<data class="figure${inWords(text)}" value="${line}" data-line="${line}">${text}</data>`
}

/** What is set beside a figure of the page: that of the saved case, or how far it is from it. */
export function besideFigure(text: string): Markup {
  return html`<span class="figure${inWords(text)}">${text}</span>`
}

function inWords(text: string): string {
  return / /.test(text) ? ' words' : ''
}

/** A sentence whose figures say which lines they are. */
export function sentence(parts: Sentence): Markup {
  return html`${parts.map((part) => (typeof part === 'string' ? part : figure(part)))}`
}

/** How far an amount in pounds is from that of the saved case: the words, never a colour alone. */
export function changeInPounds(now: Exact, saved: Exact): string {
  const change = now.minus(saved)
  const way = direction(change)
  return way === 0 ? 'no change' : `${way === 1 ? '+' : ''}${pounds(change)}`
}
