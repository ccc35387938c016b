import type { Appraised } from '../../../answers/appraise.ts'
import { ownerWords } from '../../../answers/explanation/titles.ts'
import { caseOf } from '../../../formats/case-of.ts'
import { direction, pounds, total } from '../../../formats/sentences/amounts.ts'
import { told } from '../../../formats/sentences/sentence.ts'
import { html, type Markup } from '../markup.ts'
import { figure } from './told.ts'

/** Whether there is no cash at all, which has to be said first. */
export function isNil({ headline }: Appraised): boolean {
  return direction(headline.cashable.value) === 0
}

/** Why there is no cash, or no cost avoided, and what to add; nothing where both are there and every line has its plan. */
export function nilCash(answer: Appraised): Markup {
  const { headline, years } = answer
  if (direction(headline.grossAvoided.value) === 0)
    return html`<p class="empty"><strong>Nothing is avoided.</strong> No intervention that is switched on has an effect on a demand with a cost within the horizon. Look at the effects, at when they start and at how many are referred.</p>`
  const unplanned = total(years.map(({ cash }) => cash.unplanned.value))
  if (direction(unplanned) === 0) return html``
  const complete = caseOf(answer)
  const missing = complete.demand.flatMap(({ id, costs }) =>
    costs
      .filter(({ funder, value, release }) => funder === complete.body && value === 'fiscal' && release === undefined)
      .map((line) => `demand.${id}.costs.${line.id}`),
  )
  const list = missing.map((path) => html`<li>${ownerWords(complete, path)} <code>${path}.release</code></li>`)
  const how = html`<p>Give each of these lines a release plan, with an action and an owner, in the scenario file:</p>
<ul>${list}</ul>
<pre>release: { action: end contracts as they fall due, owner: head of placements }</pre>`
  return html`<div class="empty"><p><strong>${isNil(answer) ? 'Cash is nil' : 'Some of it cannot become cash'}: ${figure(told(pounds(unplanned), 'financial.unplanned'))} of the cost avoided has no plan to release it.</strong> A budget goes down only when somebody ends a contract, closes a home or leaves a post empty.</p>
${isNil(answer) ? how : html`<details><summary>Which lines, and what to add</summary>${how}</details>`}</div>`
}
