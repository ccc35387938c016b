import type { ReadCase } from '../../case/read-case.ts'
import { type NumberForm, rendered, type Unrendered } from '../../formats/json.ts'
import { answerOf, appraise, type ReadyCase } from '../appraise.ts'
import { rowAnswer } from '../batch-row.ts'
import { type BreakEvenAsked, breakEven } from '../break-even.ts'
import { choose } from '../choose.ts'
import type { ChoiceOptions } from '../choosing/asked.ts'
import { explain } from '../explain.ts'
import { Figures } from '../figures.ts'
import type { ModelVersion } from '../model-version.ts'
import { sensitivity } from '../sensitivity.ts'
import type { SimulationAsked } from '../simulation/asked.ts'
import { Blocks } from '../simulation/blocks.ts'
import { type Explored, explored } from '../simulation/exploration.ts'
import { finished } from '../simulation/finished.ts'
import { type Prepared, prepared } from '../simulation/prepared.ts'
import { type Tally, tallied } from '../simulation/tally.ts'
import { WrittenMethods } from '../structure.ts'
import { bareText, lineValue } from '../values.ts'
import type { Warning } from '../warnings/all.ts'
import { workbook } from '../workbook.ts'
import { type AnswerForm, writtenAnswer } from '../written.ts'
import { carried, type Ended } from './carried.ts'

/*
 * The jobs that threads do, by name. Each takes plain data and gives plain data.
 */

/** Prepares a simulation. */
export function prepareSimulation({ ready, asked }: { ready: ReadyCase; asked: SimulationAsked }): Promise<Ended> {
  return carried(() => prepared(ready, asked))
}

/** Draws what nobody has drawn yet. */
export function drawSimulation({ preparation, blocks }: { preparation: Prepared; blocks: Int32Array }): Promise<Ended> {
  return carried(() => tallied(preparation, new Blocks(blocks)))
}

/** Explores what nobody has explored yet. */
export function exploreSimulation({ preparation, blocks }: { preparation: Prepared; blocks: Int32Array }): Promise<Ended> {
  return carried(() => explored(preparation, new Blocks(blocks)))
}

/** What the answer of a simulation is made of. */
export interface Finishing {
  preparation: Prepared
  tallies: readonly Tally[]
  explorations: readonly (readonly Explored[])[]
  model: ModelVersion
  numbers: NumberForm
}

/** Makes the answer of a simulation, its figures written out. */
export function finishSimulation({ preparation, tallies, explorations, model, numbers }: Finishing): Promise<Ended> {
  return carried(() => written(finished(preparation, tallies, explorations, model), numbers))
}

/** What every question about a case comes with. */
export interface Question {
  ready: ReadCase
  model: ModelVersion
  numbers: NumberForm
}

/** What matters most in a case. */
export function sensitivityOf({ ready, model, numbers, measure }: Question & { measure: string }): Promise<Ended> {
  return carried(() => written(sensitivity(ready, { model }, measure), numbers))
}

/** What would have to be true of a case. */
export function breakEvenOf({ ready, model, numbers, asked }: Question & { asked: BreakEvenAsked }): Promise<Ended> {
  return carried(() => written(breakEven(ready, { model }, asked), numbers))
}

/** Which package of a case to choose. */
export function choiceOf({ ready, model, numbers, options }: Question & { options: ChoiceOptions }): Promise<Ended> {
  return carried(async () => written(await choose(ready, options, model), numbers))
}

/** The methods that this thread has written lately: fewer than the service keeps, because threads are for cases that are met once. */
const methods = new WrittenMethods(300_000)

/** An appraisal as a text. */
export function appraisalOf(task: Omit<Question, 'numbers'> & { form: AnswerForm; more?: readonly Warning[] }): Promise<Ended> {
  const { ready, model, form, more = [] } = task
  return carried(() => writtenAnswer(appraise(ready, { model, methods }, more), ready, form))
}

/** One figure of an appraisal as a bare text. */
export function figureOf({ ready, model, line }: Omit<Question, 'numbers'> & { line: string }): Promise<Ended> {
  return carried(() => {
    const figures = new Figures(ready.case, ready.register, methods.for(ready.case, ready.register))
    const { resultHash } = answerOf(figures, model)
    return { text: bareText(lineValue(figures, line)), resultHash }
  })
}

/** One row of a batch. */
export function rowOf({ ready, model, lines }: Omit<Question, 'numbers'> & { lines: readonly string[] }): Promise<Ended> {
  return carried(() => rowAnswer(ready, lines, { model, methods }))
}

/** One figure explained. */
export function explanationOf({ ready, model, numbers, line }: Question & { line: string }): Promise<Ended> {
  return carried(() => written(explain(ready, { model }, line), numbers))
}

/** The workbook of a case. */
export function workbookOf(task: Omit<Question, 'numbers'> & { more?: readonly Warning[] }): Promise<Ended> {
  const { ready, model, more = [] } = task
  return carried(() => workbook(ready, { model, methods }, more))
}

function written(answer: unknown, numbers: NumberForm): unknown {
  return rendered(answer as Unrendered, numbers)
}
