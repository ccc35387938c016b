import type { ChartSize } from '../../../formats/charts/size.ts'
import { asIs, html, type Markup } from '../markup.ts'

/** A chart for wide screens and paper, and the same for phones: the style shows the one that fits, and readers of a screen meet that one alone. */
export function chart(id: string, drawn: (id: string, size: ChartSize) => string): Markup {
  return html`<figure class="chart"><div class="wide">${asIs(drawn(id, 'wide'))}</div><div class="narrow">${asIs(drawn(`${id}-narrow`, 'narrow'))}</div></figure>`
}
