import type { Command } from 'commander'
import { type AppraisingOptions, asciiOption, setOption, variantOption, variantsOption } from './options.ts'

const examples = `
Examples:
  cashable check scenarios
  cashable check my-case.yaml --variants`

/** Adds the command that says of each file whether it can be appraised, and what to know before relying on it. */
export function addCheck(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('check')
    .summary('whether files can be appraised, and their warnings')
    .description('Reads and appraises cases, and says of each whether it is sound and what it warns of. Gives no figures.')
    .argument('<file...>', 'YAML or JSON files, directories of them, workbooks, case.csv, or - for standard input')
    .addOption(setOption())
    .addOption(variantOption())
    .addOption(variantsOption())
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (files: string[], options: AppraisingOptions) => {
      const { checkFiles } = await import('./check-files.ts')
      finish(await checkFiles(files, options))
    })
}
