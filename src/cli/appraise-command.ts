import { type Command, Option } from 'commander'
import type { AppraiseOptions } from './appraise-files.ts'
import { formNames } from './form-names.ts'
import { asciiOption, setOption, variantOption, variantsOption } from './options.ts'

const examples = `
Examples:
  cashable appraise scenarios/minimal.yaml
  cashable appraise scenarios/minimal.yaml --set interventions.fgc.warmUp.months=18
  cashable appraise scenarios/la5-package.yaml --variants --format csv --out out/
  cashable appraise scenarios --format json > answers.ndjson
  cat case.json | cashable appraise - --format json --numbers json

A workbook is one made by cashable template; for case.csv the files of the
other tables are read from beside it.
A directory stands for every .yaml, .yml and .json file in it. Of several
answers, json gives one object a line with its file, and csv starts each row
with file and variant; with --out each answer has its own file.`

/** Adds the command that appraises files and writes the answers. `finish` takes the exit code. */
export function addAppraise(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('appraise')
    .summary('what is avoided, what of it is cash, and what stands between')
    .description('Appraises cases: what is avoided, what of it is cash, and what stands between the two.')
    .argument('<file...>', 'YAML or JSON files, directories of them, workbooks, case.csv, or - for standard input')
    .addOption(setOption())
    .addOption(variantOption())
    .addOption(variantsOption())
    .addOption(new Option('--format <form>', 'how to write the answer').choices(formNames).default('table'))
    .addOption(new Option('--numbers <form>', 'in json: decimal strings, which are exact, or JSON numbers').choices(['strings', 'json']))
    .addOption(new Option('--out <path>', 'write to a file, or each of several answers to its file in a directory'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (files: string[], options: AppraiseOptions, command: Command) => {
      if (options.numbers !== undefined && options.format !== 'json')
        command.error("error: option '--numbers <form>' goes with --format json")
      // Loaded when it is needed: help and a mistyped command should not wait for the method.
      const { appraiseFiles } = await import('./appraise-files.ts')
      finish(await appraiseFiles(files, options))
    })
}
