import { type Command, Option } from 'commander'
import type { CompareOptions } from './compare-file.ts'
import { asciiOption, setOption } from './options.ts'

const examples = `
Examples:
  cashable compare scenarios/la5-package.yaml
  cashable compare scenarios/la4-conferencing.yaml --set demand.care.backfill=0.2
  cashable compare scenarios/la5-package.yaml --format csv > variants.csv

A case without variants is compared with doing nothing alone. What --set gives is
set over the central case and every variant.`

/** Adds the command that compares variants. `finish` takes the exit code. */
export function addCompare(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('compare')
    .summary('doing nothing, the central case and every variant side by side')
    .description("Compares a scenario's variants with its central case and with doing nothing.")
    .argument('<file>', 'a YAML or JSON file, a workbook, a case.csv, or - for standard input')
    .addOption(setOption())
    .addOption(new Option('--format <form>', 'how to write the comparison').choices(['text', 'json', 'csv']).default('text'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (file: string, options: CompareOptions) => {
      const { compareFile } = await import('./compare-file.ts')
      finish(await compareFile(file, options))
    })
}
