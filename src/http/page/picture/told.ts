import { direction, pounds } from '../../../formats/sentences/amounts.ts'
import type { Sentence, Told } from '../../../formats/sentences/sentence.ts'
import type { Exact } from '../../../graph/exact.ts'
import { html, type Markup } from '../markup.ts'

/** A figure on the page, which says of which line of the answer it is the value. */
export function figure({ text, line }: Told): Markup {
  return html`<data class="figure" value="${line}" data-line="${line}">${text}</data>`
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
