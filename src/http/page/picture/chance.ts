import type { Simulation } from '../../../answers/simulate-schema.ts'
import { histogramChart } from '../../../formats/charts/histogram.ts'
import { histogramOf } from '../../../formats/charts/question-data.ts'
import { percentage } from '../../../formats/sentences/amounts.ts'
import { exactNumber } from '../../../graph/exact.ts'
import { html, type Markup } from '../markup.ts'
import { chart } from './chart.ts'

const questions = {
  netCashableNotNegative: 'Net cash is nil or better',
  npvNotNegative: 'Worth at least what is spent (net present value)',
  paysBackWithinHorizon: 'The money is back within the horizon',
} as const

/** How likely the package is to pay; why that is not known, and what to add, where no assumption has a range. */
export function chancePart(simulation: Simulation, certain: number): Markup {
  const { chances, measures, ranges, inWords, simulation: setting } = simulation
  if (ranges.length === 0) return noRanges()
  const chance = (key: keyof typeof questions) => {
    const share = exactNumber(String(chances[key].share))
    return html`<div><dt>${questions[key]}</dt><dd><data class="figure" value="chances.${key}" data-chance="${key}">${percentage(share, exactNumber(1))}</data></dd></div>`
  }
  const data = histogramOf({ ...simulation, measures }, 'netCashable')
  const note =
    certain === 0
      ? ''
      : html`<p class="note">${certain === 1 ? 'One value that is changed here had a range. It is' : `${certain} values that are changed here had ranges. They are`} taken as certain, so the draws are less spread than in the saved case.</p>`
  return html`<dl class="chances">${Object.keys(questions).map((key) => chance(key as keyof typeof questions))}</dl>
${note}${data === undefined ? '' : chart('histogram', (id, size) => histogramChart(id, data, size))}
<details><summary>The draws in words</summary>${inWords.map((each) => html`<p>${each}</p>`)}<p>${setting.draws} draws, seed ${setting.seed}.</p></details>`
}

/** What to say where nothing can be drawn. */
export function noRanges(): Markup {
  return html`<div class="empty"><p><strong>The chance of paying is not known,</strong> because no assumption that shapes the answer has a range. One number says nothing of how unsure it is. In the scenario file, give the values you are unsure of a low and a high end:</p>
<pre>reduction: { central: 0.19, low: 0.05, high: 0.3, source: where the ends come from }</pre></div>`
}
