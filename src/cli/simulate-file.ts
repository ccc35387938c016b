import { threadedCrew } from '../answers/crew/crews.ts'
import { simulate } from '../answers/simulate.ts'
import type { Simulation } from '../answers/simulate-schema.ts'
import type { SimulationAsked } from '../answers/simulation/asked.ts'
import { simulationPage } from '../formats/terminal/simulation.ts'
import { modelVersion } from '../version.ts'
import { answerOne, type OneCaseOptions } from './one-case.ts'
import { drawProgress } from './progress.ts'

/** The options of the command that simulates. */
export interface SimulateOptions extends SimulationAsked, OneCaseOptions {
  format: 'text' | 'json'
}

/** Simulates the case of one file, on standard output, with a bar on a terminal while it draws. Gives the exit code. */
export async function simulateFile(file: string, options: SimulateOptions): Promise<number> {
  const { draws, seed, sampling, measure, drivers, format } = options
  return await answerOne(file, 'simulate', options, async (ready, pen, name) => {
    const crew = threadedCrew()
    const bar = drawProgress(process.stderr, draws, pen.ascii)
    try {
      const asked = { draws, seed, sampling, measure, drivers }
      const simulation = (await simulate(ready, asked, { crew, model: modelVersion(), progress: bar.at })) as Simulation
      return format === 'json' ? `${JSON.stringify(simulation, undefined, 2)}\n` : simulationPage(pen, simulation, name)
    } finally {
      bar.end()
      await crew.close()
    }
  })
}
