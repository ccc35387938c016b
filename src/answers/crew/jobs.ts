import { type NumberForm, rendered, type Unrendered } from '../../formats/json.ts'
import type { ReadyCase } from '../appraise.ts'
import type { ModelVersion } from '../model-version.ts'
import type { SimulationAsked } from '../simulation/asked.ts'
import { Blocks } from '../simulation/blocks.ts'
import { type Explored, explored } from '../simulation/exploration.ts'
import { finished } from '../simulation/finished.ts'
import { type Prepared, prepared } from '../simulation/prepared.ts'
import { type Tally, tallied } from '../simulation/tally.ts'
import { carried, type Ended } from './carried.ts'

/*
 * The jobs that threads do, by name. Each takes plain data and gives plain data.
 */

/** Prepares a simulation. */
export function prepareSimulation({ ready, asked }: { ready: ReadyCase; asked: SimulationAsked }): Ended {
  return carried(() => prepared(ready, asked))
}

/** Draws what nobody has drawn yet. */
export function drawSimulation({ preparation, blocks }: { preparation: Prepared; blocks: Int32Array }): Ended {
  return carried(() => tallied(preparation, new Blocks(blocks)))
}

/** Explores what nobody has explored yet. */
export function exploreSimulation({ preparation, blocks }: { preparation: Prepared; blocks: Int32Array }): Ended {
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
export function finishSimulation({ preparation, tallies, explorations, model, numbers }: Finishing): Ended {
  return carried(() => rendered(finished(preparation, tallies, explorations, model) as unknown as Unrendered, numbers))
}
