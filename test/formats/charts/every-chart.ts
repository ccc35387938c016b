import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Appraised, answerOf } from '../../../src/answers/appraise.ts'
import { choose } from '../../../src/answers/choose.ts'
import { here } from '../../../src/answers/crew/crews.ts'
import { Figures } from '../../../src/answers/figures.ts'
import { inputTitle } from '../../../src/answers/input-titles.ts'
import { type Sensitive, sensitivity } from '../../../src/answers/sensitivity.ts'
import { simulate } from '../../../src/answers/simulate.ts'
import type { Simulation } from '../../../src/answers/simulate-schema.ts'
import { usualSimulation } from '../../../src/answers/simulation/asked.ts'
import type { Load } from '../../../src/case/assemble.ts'
import { completeCase, type ReadCase } from '../../../src/case/read-case.ts'
import { readScenario } from '../../../src/case/scenario.ts'
import type { Case } from '../../../src/case/schema.ts'
import { cashOf, ladderOf } from '../../../src/formats/charts/answer-data.ts'
import { cashChart } from '../../../src/formats/charts/cash.ts'
import { demandChart } from '../../../src/formats/charts/demand.ts'
import { frontierChart } from '../../../src/formats/charts/frontier.ts'
import { histogramChart } from '../../../src/formats/charts/histogram.ts'
import { ladderChart } from '../../../src/formats/charts/ladder.ts'
import { demandsOf, referralsOf } from '../../../src/formats/charts/monthly-data.ts'
import { frontierOf, histogramOf, tornadoOf } from '../../../src/formats/charts/question-data.ts'
import { referralsChart } from '../../../src/formats/charts/referrals.ts'
import type { ChartSize } from '../../../src/formats/charts/size.ts'
import { tornadoChart } from '../../../src/formats/charts/tornado.ts'
import { appraisal } from '../../../src/method/appraisal.ts'

/* Every answer that charts are drawn from, of one case, and every chart of them. */

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
const folder = fileURLToPath(new URL('../../../scenarios/', import.meta.url))
const text = (file: string) => readFileSync(`${folder}${file}`, 'utf8')
const load: Load = (reference) => ({ text: text(reference), format: 'yaml', name: reference })

/** The central case of every scenario of the library. */
export const scenarios: ReadonlyMap<string, Case> = new Map(
  readdirSync(folder).map((file) => [file.replace('.yaml', ''), readScenario(text(file), 'yaml', { load, name: file }).case]),
)

/** What a case is answered with, without draws or choices. */
export interface Answers {
  ready: ReadCase
  figures: Figures
  answer: Appraised
  sensitive: Sensitive
}

/** The answers of a case that take no draws. */
export function answersOf(given: Case, measure = 'netCashable'): Answers {
  const ready = completeCase(given)
  const { case: complete, register } = ready
  const figures = new Figures(complete, register, appraisal(complete, register))
  return { ready, figures, answer: answerOf(figures, model), sensitive: sensitivity(ready, { model }, measure) }
}

/** A simulation of a case with few draws, on this thread. */
export async function simulationOf({ case: complete, register }: ReadCase, draws = 256): Promise<Simulation> {
  return (await simulate({ case: complete, register }, { ...usualSimulation, draws }, { crew: here, model })) as Simulation
}

/** A choice among the packages of a case, with few draws. */
export function choiceOf(ready: ReadCase, options: Parameters<typeof choose>[1] = {}) {
  return choose(ready, { draws: '100', ...options }, model)
}

export type Drawer = (id: string, size: ChartSize) => string

/** Every chart that can be drawn of a case without draws or choices, by a name of its own. */
export function plainCharts({ ready, figures, answer, sensitive }: Answers): Map<string, Drawer> {
  const tornado = tornadoOf(sensitive, 12, (path) => inputTitle(ready.case, path))
  return new Map<string, Drawer>([
    ['ladder', (id, size) => ladderChart(id, ladderOf(answer), size)],
    ['cash', (id, size) => cashChart(id, cashOf(answer), size)],
    ['tornado', (id, size) => tornadoChart(id, tornado, size)],
    ...demandsOf(figures).map(({ id: of, data }) => [`demand-${of}`, (id, size) => demandChart(id, data, size)] as [string, Drawer]),
    ...referralsOf(figures).map(
      ({ id: of, data }) => [`referrals-${of}`, (id, size) => referralsChart(id, data, size)] as [string, Drawer],
    ),
  ])
}

/** Every chart that can be drawn of a case. */
export async function everyChart(answers: Answers): Promise<Map<string, Drawer>> {
  const { ready, answer } = answers
  const simulation = await simulationOf(ready)
  const choice = await choiceOf(ready)
  const histograms = ['netCashable', 'npv', 'bcr'].flatMap((measure) => {
    const data = histogramOf(simulation, measure)
    return data === undefined ? [] : [[`histogram-${measure}`, (id, size) => histogramChart(id, data, size)] as [string, Drawer]]
  })
  return new Map<string, Drawer>([
    ...plainCharts(answers),
    ['cash-fan', (id, size) => cashChart(id, cashOf(answer, simulation), size)],
    ['frontier', (id, size) => frontierChart(id, frontierOf(choice), size)],
    ...histograms,
  ])
}
