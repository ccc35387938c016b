import type { NumberForm } from '../formats/json.ts'
import { drawsPerBlock } from '../uncertainty/streams.ts'
import type { Crew } from '../uncertainty/worker-pool.ts'
import type { ReadyCase } from './appraise.ts'
import { askCrew, type Job } from './crew/crews.ts'
import type { ModelVersion } from './model-version.ts'
import type { SimulationAsked } from './simulation/asked.ts'
import { Blocks } from './simulation/blocks.ts'
import { type Explored, exploredBlocks } from './simulation/exploration.ts'
import type { Prepared } from './simulation/prepared.ts'
import type { Tally } from './simulation/tally.ts'

/** How far a simulation has come, in draws. */
export interface SimulationProgress {
  done: number
  of: number
}

/** With whom a simulation is made, and who hears of it. */
export interface SimulationSetting {
  crew: Crew
  model: ModelVersion
  numbers?: NumberForm
  /** Called now and then while draws are made. */
  progress?: (progress: SimulationProgress) => void
  /** Stops the draws when it is aborted. */
  signal?: AbortSignal
}

/** How often progress is told. */
const tellEvery = 200

/**
 * Simulates a case: every range drawn many times, and what becomes of every headline measure. Gives the answer with its figures written out. The same
 * case, draws, seed and sampling give the same bytes, whatever the crew. Throws CheckFailure where the centre fails a check, CaseError where a range
 * or a correlation cannot be drawn from, OptionError for an unknown measure, and the reason of the signal where it is aborted. Source: method 9.
 */
export async function simulate(ready: ReadyCase, asked: SimulationAsked, setting: SimulationSetting): Promise<unknown> {
  const { crew, model, numbers = 'strings', progress, signal } = setting
  const doing = async (job: Job, task: unknown) => {
    signal?.throwIfAborted()
    return await askCrew(crew, job, task)
  }
  const plain = { case: ready.case, register: ready.register }
  const preparation = (await doing('prepareSimulation', { ready: plain, asked })) as Prepared
  const blocks = new Blocks()
  const exploring = new Blocks()
  const stop = () => {
    blocks.stop()
    exploring.stop()
  }
  signal?.addEventListener('abort', stop, { once: true })
  const all = Math.ceil(asked.draws / drawsPerBlock)
  const telling = progress === undefined ? undefined : setInterval(tell, tellEvery)
  try {
    const each = (job: Job, shared: Blocks, many: number) =>
      Array.from({ length: Math.min(crew.threads, many) }, () => doing(job, { preparation, blocks: shared.shared }))
    const drawing = each('drawSimulation', blocks, all)
    const explorations = each('exploreSimulation', exploring, Math.min(all, exploredBlocks))
    const [tallies, found] = await Promise.all([Promise.all(drawing), Promise.all(explorations)])
    signal?.throwIfAborted()
    tell()
    const finishing = { preparation, tallies: tallies as Tally[], explorations: found as Explored[][], model, numbers }
    return await doing('finishSimulation', finishing)
  } finally {
    clearInterval(telling)
    signal?.removeEventListener('abort', stop)
    stop()
  }

  function tell() {
    progress?.({ done: Math.min(asked.draws, blocks.drawn * drawsPerBlock), of: asked.draws })
  }
}
