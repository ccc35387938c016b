import { type Command, Option } from 'commander'
import type { ChooseOptions } from './choose-file.ts'
import { asciiOption, setOption } from './options.ts'

const examples = `
Examples:
  cashable choose scenarios/la5-package.yaml
  cashable choose scenarios/la5-package.yaml --measure netCashable --budget 500000
  cashable choose scenarios/la5-package.yaml --budget 1900000 --budget-on cost --rank-by p10
  cashable choose scenarios/la5-package.yaml --format csv > packages.csv

Every package of up to 16 interventions is looked at; beyond, a search says how far it
may be from the best. An intervention with included: false stays out. The empty package
has no grant; every other keeps the grants of the case.`

/** Adds the command that chooses a package. `finish` takes the exit code. */
export function addChoose(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('choose')
    .summary('the best package of interventions under a budget, and the frontier')
    .description('Chooses the package of interventions with the highest measure that a budget allows.')
    .argument('<file>', 'a YAML or JSON file, a workbook, a case.csv, or - for standard input')
    .addOption(new Option('--measure <line>', 'what the best package has most of, such as netCashable (npv where absent)'))
    .addOption(new Option('--budget <pounds>', 'the most that a package may take (no limit where absent)'))
    .addOption(new Option('--budget-on <what>', 'what the budget is a limit on').choices(['peakFunding', 'cost', 'costAllFunders']))
    .addOption(new Option('--rank-by <what>', 'the point answer, or what one draw in ten falls short of').choices(['central', 'p10']))
    .addOption(new Option('--draws <number>', 'how many draws of the ranges (2000 where absent)'))
    .addOption(new Option('--seed <text>', 'the seed of the draws (1 where absent)'))
    .addOption(setOption())
    .addOption(new Option('--format <form>', 'how to write the choice').choices(['text', 'json', 'csv']).default('text'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (file: string, options: ChooseOptions) => {
      const { chooseFile } = await import('./choose-file.ts')
      finish(await chooseFile(file, options))
    })
}
