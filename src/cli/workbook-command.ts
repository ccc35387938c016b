import { type Command, Option } from 'commander'
import { asciiOption, setOption, variantOption, variantsOption } from './options.ts'
import type { WorkbookOptions } from './workbook-files.ts'

const examples = `
Examples:
  cashable workbook scenarios/minimal.yaml
  cashable workbook scenarios/la5-package.yaml --variants --out books/
  cashable workbook scenarios/minimal.yaml --set demand.care.growth=0.03 --out grown.xlsx

Without --out the workbook of case.yaml is case.xlsx in the folder where you are. A file that is there already is not
written over: somebody may have worked in it.`

/** Adds the command that writes workbooks. `finish` takes the exit code. */
export function addWorkbook(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('workbook')
    .summary('an Excel workbook with live formulas')
    .description('Writes workbooks (XLSX) with live formulas: change an assumption and the whole book recalculates.')
    .argument('<file...>', 'YAML or JSON files, workbooks, a case.csv, directories of YAML and JSON, or - for standard input')
    .addOption(setOption())
    .addOption(variantOption())
    .addOption(variantsOption())
    .addOption(new Option('--out <path>', 'the workbook to write, or a directory for several'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (files: string[], options: WorkbookOptions) => {
      const { workbookFiles } = await import('./workbook-files.ts')
      finish(await workbookFiles(files, options))
    })
}
