import { type Command, Option } from 'commander'
import type { ExplainOptions } from './explain-file.ts'
import { asciiOption, setOption } from './options.ts'

const examples = `
Examples:
  cashable explain scenarios/minimal.yaml --line headline.netCashable
  cashable explain scenarios/la5-package.yaml --line why.cashable
  cashable explain scenarios/minimal.yaml --line demand.care.stockAvoided@2027-05
  cashable explain scenarios/minimal.yaml --line headline.npv --format json

A line is <owner>.<line>, with @2026-05 or @2026-27 for one month or year of it.
Every line that an explanation names can be asked for in turn.`

/** Adds the command that explains figures. `finish` takes the exit code. */
export function addExplain(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('explain')
    .summary('where a figure comes from, and what it rests on')
    .description('Explains figures of a case: in words, in figures, the lines and assumptions they rest on, and what holds them.')
    .argument('<file>', 'a YAML or JSON file, a workbook, a case.csv, or - for standard input')
    .addOption(
      new Option('--line <id>', 'the figure to explain; may be repeated')
        .argParser((id: string, before: string[] = []) => [...before, id])
        .makeOptionMandatory(),
    )
    .addOption(setOption())
    .addOption(new Option('--format <form>', 'how to write the explanation').choices(['text', 'json']).default('text'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (file: string, options: ExplainOptions) => {
      const { explainFile } = await import('./explain-file.ts')
      finish(await explainFile(file, options))
    })
}
