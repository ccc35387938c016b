import type { Appraised } from '../../../answers/appraise.ts'
import type { Simulation } from '../../../answers/simulate-schema.ts'
import { cashOf, ladderOf } from '../../../formats/charts/answer-data.ts'
import { cashChart } from '../../../formats/charts/cash.ts'
import { ladderChart } from '../../../formats/charts/ladder.ts'
import { pounds, total } from '../../../formats/sentences/amounts.ts'
import { told } from '../../../formats/sentences/sentence.ts'
import type { Exact } from '../../../graph/exact.ts'
import { lines } from '../../../method/lines.ts'
import { asIs, html, type Markup } from '../markup.ts'
import { chart } from './chart.ts'
import { besideFigure, changeInPounds, figure } from './told.ts'

const takenOff = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased'] as const
type Rung = (typeof takenOff)[number] | 'grossAvoided' | 'cashable' | 'cost' | 'grants' | 'net'

/** From cost avoided to cash: the picture, and every rung as a figure beside that of the saved case. */
export function ladderPart(answer: Appraised, saved: Appraised | undefined): Markup {
  const sum = ({ years }: Appraised, rung: Rung) => total(years.map(({ cash }) => cash[rung].value))
  const row = (label: string, rung: Rung, isTaken: boolean) => {
    const value = sum(answer, rung)
    const change = saved === undefined ? '' : html`<td class="change">${besideFigure(changeInPounds(value, sum(saved, rung)))}</td>`
    return html`<tr${isTaken ? '' : asIs(' class="stands"')}><th scope="row">${isTaken ? html`<span class="less">less</span> ${label}` : label}</th><td>${figure(told(pounds(value), `financial.${rung}`))}</td>${change}</tr>`
  }
  return html`${chart('ladder', (id, size) => ladderChart(id, ladderOf(answer), size))}
<details><summary>The rungs in pounds</summary><div class="scroll" role="region" tabindex="0" aria-label="Table of the rungs"><table class="figures${saved === undefined ? '' : ' many'}">
<thead><tr><th scope="col">Rung</th><th scope="col">Over the horizon</th>${saved === undefined ? '' : html`<th scope="col">Change</th>`}</tr></thead>
<tbody>${row(lines.grossAvoided.label, 'grossAvoided', false)}${takenOff.map((rung) => row(lines[rung].label, rung, true))}${row(lines.cashable.label, 'cashable', false)}</tbody></table></div></details>`
}

const byYear = { cashable: 'Cashable', cost: 'Cost', grants: 'Grants', net: 'Net', cumulative: 'Cumulative' } as const

/** Cumulative net cash: the picture, with its fan where the case was simulated, and the figures by year. */
export function cashPart(answer: Appraised, saved: Appraised | undefined, simulation?: Simulation): Markup {
  const cell = (value: Exact, line: string) => html`<td>${figure(told(pounds(value), line))}</td>`
  const rows = answer.years.map(({ year, cash }) => {
    const before = saved?.years.find((each) => each.year === year)
    const change =
      saved === undefined
        ? ''
        : html`<td class="change">${besideFigure(before === undefined ? 'not in the saved case' : changeInPounds(cash.cumulative.value, before.cash.cumulative.value))}</td>`
    const cells = Object.keys(byYear).map((key) => cell(cash[key as keyof typeof byYear].value, `financial.${key}@${year}`))
    return html`<tr><th scope="row">${year}</th>${cells}${change}</tr>`
  })
  const headings = Object.values(byYear).map((each) => html`<th scope="col">${each}</th>`)
  return html`${chart('cash', (id, size) => cashChart(id, cashOf(answer, simulation), size))}
<details><summary>Cash by financial year</summary><div class="scroll" role="region" tabindex="0" aria-label="Table of cash by financial year"><table class="figures many">
<thead><tr><th scope="col">Year</th>${headings}${saved === undefined ? '' : html`<th scope="col">Change in cumulative</th>`}</tr></thead><tbody>${rows}</tbody></table></div></details>`
}
