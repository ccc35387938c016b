import { type Command, InvalidArgumentError, Option } from 'commander'
import { fewestDraws, mostDraws, usualSimulation } from '../answers/simulation/asked.ts'
import { samplings } from '../uncertainty/sampling.ts'
import { asciiOption, setOption } from './options.ts'
import type { SimulateOptions } from './simulate-file.ts'

const examples = `
Examples:
  cashable simulate scenarios/la5-package.yaml
  cashable simulate scenarios/la5-package.yaml --draws 100000 --seed board-paper
  cashable simulate scenarios/fgc-trial.yaml --measure npv --sampling latin-hypercube
  cashable simulate scenarios/la5-package.yaml --format json > simulation.json

The same file, draws, seed, sampling and version give the same figures.`

function wholeDraws(text: string): number {
  const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= fewestDraws && value <= mostDraws) return value
  throw new InvalidArgumentError(`Give a whole number from ${fewestDraws} to ${mostDraws}.`)
}

/** Adds the command that simulates. `finish` takes the exit code. */
export function addSimulate(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('simulate')
    .summary('how sure it is: every range drawn many times')
    .description('Draws every range of a case many times, and says what becomes of every headline figure.')
    .argument('<file>', 'a YAML or JSON file, a workbook, a case.csv, or - for standard input')
    .addOption(new Option('--draws <n>', 'how many times every range is drawn').argParser(wholeDraws).default(usualSimulation.draws))
    .addOption(new Option('--seed <text>', 'any text: the same gives the same draws').default(usualSimulation.seed))
    .addOption(new Option('--sampling <how>', 'how ranges are drawn').choices(samplings).default(usualSimulation.sampling))
    .addOption(new Option('--measure <line>', 'the figure whose drivers are looked for').default(usualSimulation.measure))
    .addOption(new Option('--no-drivers', 'do not look for the drivers, which takes longer than the draws'))
    .addOption(setOption())
    .addOption(new Option('--format <form>', 'how to write the simulation').choices(['text', 'json']).default('text'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (file: string, options: SimulateOptions) => {
      const { simulateFile } = await import('./simulate-file.ts')
      finish(await simulateFile(file, options))
    })
}
