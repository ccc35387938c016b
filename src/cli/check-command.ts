import type { Command } from 'commander'
import { numberOf } from '../formats/terminal/amounts.ts'
import { type Pen, written } from '../formats/terminal/pen.ts'
import { warningLines } from '../formats/terminal/warnings.ts'
import type { Answered } from './appraisals.ts'
import { type AppraisingOptions, asciiOption, askedBy, setOption, variantOption, variantsOption } from './options.ts'
import { run } from './run.ts'
import { isAsciiLocale, penFor } from './streams.ts'

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
    .argument('<file...>', 'YAML or JSON files, directories of them, or - for standard input')
    .addOption(setOption())
    .addOption(variantOption())
    .addOption(variantsOption())
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (files: string[], options: AppraisingOptions) => {
      const ascii = options.ascii ?? isAsciiLocale(process.env)
      const pen = penFor(process.stdout, ascii)
      const takes = {
        answer: (answered: Answered) => soundness(pen, answered),
        failure: ({ name }: { name: string }, { inShort }: { inShort: string }) =>
          `${pen.colour('bad', 'bad')}  ${written(pen, `${name}  ${inShort}`)}\n`,
      }
      finish(await run(files, { ...askedBy(options), judgesVariants: true }, takes, { out: process.stdout, err: process.stderr, ascii }))
    })
}

function soundness(pen: Pen, { input, variant, answer: { checks, warnings } }: Answered): string {
  const name = variant === undefined ? input.name : `${input.name} (variant ${variant.id})`
  const found = warnings.length === 0 ? 'no warnings' : numberOf(warnings.length, 'warning')
  const line = `${pen.colour('good', 'ok')}   ${written(pen, `${name}  ${numberOf(checks.length, 'check')} passed, ${found}`)}`
  return `${[line, ...warningLines({ ...pen, width: pen.width - 4 }, warnings).map((each) => `    ${each}`)].join('\n')}\n`
}
