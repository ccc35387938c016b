import type { Overrides } from '../../case/overrides.ts'
import type { ReadCase } from '../../case/read-case.ts'
import type { Scenario } from '../../case/scenario.ts'
import { type NumberForm, rendered, type Unrendered } from '../../formats/json.ts'
import type { ReadyCase } from '../appraise.ts'
import { type BreakEvenAsked, breakEven } from '../break-even.ts'
import { choose } from '../choose.ts'
import type { ChoiceOptions } from '../choosing/asked.ts'
import { compare } from '../compare.ts'
import type { ModelVersion } from '../model-version.ts'
import { sensitivity } from '../sensitivity.ts'
import type { SimulationAsked } from '../simulation/asked.ts'
import { Blocks } from '../simulation/blocks.ts'
import { type Explored, explored } from '../simulation/exploration.ts'
import { finished } from '../simulation/finished.ts'
import { type Prepared, prepared } from '../simulation/prepared.ts'
import { type Tally, tallied } from '../simulation/tally.ts'
import { WrittenMethods } from '../structure.ts'
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

/** The variants of a scenario side by side. */
export function comparisonOf(task: { scenario: Scenario; overrides: Overrides; model: ModelVersion; numbers: NumberForm }): Promise<Ended> {
  const { scenario, overrides, model, numbers } = task
  return carried(() => written(compare(scenario, overrides, { model, methods: new WrittenMethods() }), numbers))
}

function written(answer: unknown, numbers: NumberForm): unknown {
  return rendered(answer as Unrendered, numbers)
}
