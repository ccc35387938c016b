import type { ReadyCase } from '../answers/appraise.ts'
import { threadedCrew } from '../answers/crew/crews.ts'
import { simulate } from '../answers/simulate.ts'
import type { Simulation } from '../answers/simulate-schema.ts'
import type { SimulationAsked } from '../answers/simulation/asked.ts'
import { simulationPage } from '../formats/terminal/simulation.ts'
import { modelVersion } from '../version.ts'
import { oneFile } from './one-file.ts'
import { drawProgress } from './progress.ts'
import { isAsciiLocale, penFor } from './streams.ts'

/** The options of the command that simulates. */
export interface SimulateOptions extends SimulationAsked {
  set?: [path: string, value: string][]
  format: 'text' | 'json'
  ascii?: true
}

/** Simulates the case of one file, on standard output, with a bar on a terminal while it draws. Gives the exit code. */
export async function simulateFile(file: string, options: SimulateOptions): Promise<number> {
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  const { draws, seed, sampling, measure, drivers, format } = options
  return await oneFile(file, { command: 'simulate', set: options.set ?? [], ascii }, async (ready: ReadyCase, name) => {
    const crew = threadedCrew()
    const bar = drawProgress(process.stderr, draws, ascii)
    try {
      const asked = { draws, seed, sampling, measure, drivers }
      const simulation = (await simulate(ready, asked, { crew, model: modelVersion(), progress: bar.at })) as Simulation
      return format === 'json'
        ? `${JSON.stringify(simulation, undefined, 2)}\n`
        : simulationPage(penFor(process.stdout, ascii), simulation, name)
    } finally {
      bar.end()
      await crew.close()
    }
  })
}
