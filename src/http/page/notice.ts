import type { Rows } from './assumptions.ts'
import { boxWords } from './box-words.ts'
import { allRows, inWords, problemsOf } from './form.ts'
import { html, type Markup } from './markup.ts'
import type { Standing } from './standing.ts'

/** What is wrong with what was asked for, and of which values the figures are; nothing where all is well. */
export function notice({ problems }: Standing, rows: Rows): Markup {
  if (problems.length === 0) return html``
  const all = allRows(rows)
  const item = (problem: (typeof problems)[number]) => {
    const place = all.findIndex(({ path }) => problemsOf([problem], path).length > 0)
    if (place === -1) return html`<li><code>${problem.path}</code>: ${inWords(problem)}</li>`
    return html`<li><a href="#v-${place}">${all[place]?.meaning}</a>: ${boxWords(problem)}</li>`
  }
  return html`<div class="problem" role="alert"><h2>${problems.length === 1 ? 'One value' : `${problems.length} values`} cannot be used</h2>
<ul>${problems.map(item)}</ul>
<p>The figures and pictures below are <strong>not of these values</strong>: they are of the last ones that could be worked out.</p></div>`
}
