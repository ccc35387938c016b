import { type Command, Option } from 'commander'
import type { BreakEvenOptions } from './break-even-file.ts'
import { asciiOption, setOption } from './options.ts'

const examples = `
Examples:
  cashable break-even scenarios/la4-conferencing.yaml --path fgc.care.reduction
  cashable break-even scenarios/minimal.yaml --path fgc.team.amount --measure npv
  cashable break-even scenarios/minimal.yaml --path fgc.referrals.perMonth \\
    --target 1000000 --low 0 --high 50

A path names a quantity of the case; the names of lists may be left out of it.
A measure is a figure of the headline or the id of a line.`

/** Adds the command that says what would have to be true. `finish` takes the exit code. */
export function addBreakEven(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('break-even')
    .summary('what would have to be true for a figure to reach a target')
    .description('Finds every value of one quantity at which a figure reaches a target, or the value that comes nearest.')
    .argument('<file>', 'a YAML or JSON file, a workbook, a case.csv, or - for standard input')
    .addOption(new Option('--path <path>', 'the quantity whose value is sought').makeOptionMandatory())
    .addOption(new Option('--measure <figure>', 'the figure that is to reach the target').default('netCashable'))
    .addOption(new Option('--target <number>', 'the target, in the unit of the figure (default: 0)'))
    .addOption(new Option('--low <number>', 'the lowest value to look at (default: the lowest legal one)'))
    .addOption(new Option('--high <number>', 'the highest value to look at (default: the highest legal one)'))
    .addOption(setOption())
    .addOption(new Option('--format <form>', 'how to write the answer').choices(['text', 'json']).default('text'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (file: string, options: BreakEvenOptions) => {
      const { breakEvenOfFile } = await import('./break-even-file.ts')
      finish(await breakEvenOfFile(file, options))
    })
}
