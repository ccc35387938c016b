import { type Command, Option } from 'commander'
import type { BatchOptions } from './batch-file.ts'
import { asciiOption } from './options.ts'

const examples = `
Examples:
  cashable batch cases.csv > answers.csv
  cashable batch cases.csv --scenario scenarios/la5-package.yaml --out answers.csv
  cashable batch cases.csv --columns headline.netCashable,financial.cashable@2027-28

The headings are paths of values, such as interventions.fgc.warmUp.months or in
short fgc.warmUp.months, beside scenario, id and row. A scenario is a file seen
from the CSV's folder, or the id of one that comes with the program. An empty
cell leaves the value of the scenario as it is. A row that has no answer says
why in its last cell.`

/** Adds the command that appraises a CSV of cases. `finish` takes the exit code. */
export function addBatch(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('batch')
    .summary('many cases, one a row of a CSV')
    .description('Appraises a CSV of cases, one a row, and writes a CSV of answers, one a row.')
    .argument('<file>', 'a CSV file, or - for standard input')
    .addOption(new Option('--scenario <file>', 'the scenario that rows start from where they name none'))
    .addOption(
      new Option('--columns <lines>', 'the ids of the lines to answer with, with commas between').default(undefined, 'the headline'),
    )
    .addOption(new Option('--out <file>', 'write to a file'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (file: string, options: BatchOptions) => {
      const { batchFile } = await import('./batch-file.ts')
      finish(await batchFile(file, options))
    })
}
