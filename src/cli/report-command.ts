import { type Command, Option } from 'commander'
import { asciiOption, setOption, variantOption, variantsOption } from './options.ts'
import type { ReportOptions } from './report-files.ts'

const examples = `
Examples:
  cashable report scenarios/minimal.yaml
  cashable report scenarios/la5-package.yaml --format docx --out paper.docx
  cashable report scenarios/ --format html --out papers/

Without --out the report of case.yaml is case.html or case.docx in the folder where you are. A file that is there already is
not written over: somebody may have worked in it.`

/** Adds the command that writes business-case papers. `finish` takes the exit code. */
export function addReport(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('report')
    .summary('a business-case paper, as a page or for Word')
    .description(
      'Writes business-case papers: verdicts, options, both cases, the ladder, risks, switching values, and how each figure came about.',
    )
    .argument('<file...>', 'YAML or JSON files, workbooks, a case.csv, directories of YAML and JSON, or - for standard input')
    .addOption(new Option('--format <form>', 'how to write it').choices(['html', 'docx']).default('html'))
    .addOption(setOption())
    .addOption(variantOption())
    .addOption(variantsOption())
    .addOption(new Option('--out <path>', 'the file to write, or a directory for several'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (files: string[], options: ReportOptions) => {
      const { reportFiles } = await import('./report-files.ts')
      finish(await reportFiles(files, options))
    })
}
