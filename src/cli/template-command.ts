import type { Command } from 'commander'
import type { TemplateOptions } from './template-files.ts'

const examples = `
Examples:
  cashable template --out my-case.xlsx
  cashable template scenarios/la5-package.yaml --out la5.xlsx
  cashable template --csv my-case
  cashable appraise my-case.xlsx
  cashable appraise my-case/case.csv`

/** Adds the command that writes the tables of a case to be filled in. */
export function addTemplate(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('template')
    .summary('a workbook, or CSV files, to fill in')
    .description('Writes the tables of a case as an Excel workbook or as CSV files: empty, or filled in with a case.')
    .argument('[file]', 'a case to fill the tables with: a YAML or JSON file, a workbook or case.csv')
    .option('--out <file>', 'write a workbook to this file')
    .option('--csv <directory>', 'write the tables as CSV files into this directory')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, options: TemplateOptions, command: Command) => {
      if (options.out === undefined && options.csv === undefined)
        command.error("error: say where to write: '--out <file>' or '--csv <directory>'")
      const { templateFiles } = await import('./template-files.ts')
      finish(await templateFiles(file, options))
    })
}
