import type { Figures } from '../../../answers/figures.ts'
import { demandChart } from '../../../formats/charts/demand.ts'
import { demandsOf, referralsOf } from '../../../formats/charts/monthly-data.ts'
import { referralsChart } from '../../../formats/charts/referrals.ts'
import { html, type Markup } from '../markup.ts'
import { chart } from './chart.ts'

/** Every demand with and without the package; what to add where there is none. */
export function demandPart(figures: Figures): Markup {
  const demands = demandsOf(figures)
  if (demands.length === 0)
    return html`<p class="empty">The case has no demand, so nothing can be avoided and only savings and costs count. Add one under <code>demand</code>: how many come into care or into a plan each year, how long they stay, and what a place costs.</p>`
  return html`${demands.map(({ id, data }) => html`<h3>${data.title}</h3>${chart(`demand-${id}`, (name, size) => demandChart(name, data, size))}`)}`
}

/** Who comes to each intervention; why there is nothing to see where nobody does. */
export function referralsPart(figures: Figures): Markup {
  const referrals = referralsOf(figures)
  if (figures.method.families.length === 0)
    return html`<p class="empty">No intervention is switched on, so nobody is referred, nothing is spent and nothing is avoided. Switch one on above${figures.complete.interventions.length === 0 ? html`; this case has none to switch, so add one under <code>interventions</code>` : ''}.</p>`
  if (referrals.length === 0) return html`<p class="empty">No intervention takes referrals: this package saves without them.</p>`
  return html`${referrals.map(({ id, data }) => html`<h3>${data.title}</h3>${chart(`referrals-${id}`, (name, size) => referralsChart(name, data, size))}`)}`
}
