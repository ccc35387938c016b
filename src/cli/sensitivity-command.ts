import { type Command, Option } from 'commander'
import { asciiOption, setOption } from './options.ts'
import type { SensitivityOptions } from './sensitivity-file.ts'

const examples = `
Examples:
  cashable sensitivity scenarios/la5-package.yaml
  cashable sensitivity scenarios/la5-package.yaml --measure npv
  cashable sensitivity scenarios/la5-package.yaml --measure financial.net@2028-29
  cashable sensitivity scenarios/la4-conferencing.yaml --format csv > tornado.csv

A measure is a figure of the headline or the id of a line, <owner>.<line>, with
@2026-05 or @2026-27 for one month or year of it.`

/** Adds the command that says what moves a figure. `finish` takes the exit code. */
export function addSensitivity(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('sensitivity')
    .summary('which assumptions matter most, and how much')
    .description('Says how much one figure moves with every assumption: from the low to the high end of its range, and by its slope.')
    .argument('<file>', 'a YAML or JSON file, a workbook, a case.csv, or - for standard input')
    .addOption(new Option('--measure <figure>', 'the figure that is looked at').default('netCashable'))
    .addOption(setOption())
    .addOption(new Option('--format <form>', 'how to write the answer').choices(['text', 'json', 'csv']).default('text'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (file: string, options: SensitivityOptions) => {
      const { sensitivityOfFile } = await import('./sensitivity-file.ts')
      finish(await sensitivityOfFile(file, options))
    })
}
