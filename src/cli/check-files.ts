import { numberOf } from '../formats/sentences/amounts.ts'
import { type Pen, written } from '../formats/terminal/pen.ts'
import { warningLines } from '../formats/terminal/warnings.ts'
import type { Answered } from './appraisals.ts'
import { type AppraisingOptions, askedBy } from './options.ts'
import { run, type Takes } from './run.ts'
import { isAsciiLocale, penFor } from './streams.ts'

/** Appraises files and says of each whether it is sound. Gives the exit code. */
export async function checkFiles(files: readonly string[], options: AppraisingOptions): Promise<number> {
  const { stdout, stderr } = process
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  const pen = penFor(stdout, ascii)
  const takes: Takes = {
    answer: (answered) => soundness(pen, answered),
    failure: ({ name }, { inShort }) => `${pen.colour('bad', 'bad')}  ${written(pen, `${name}  ${inShort}`)}\n`,
  }
  return await run(files, { ...askedBy(options), judgesVariants: true }, takes, { out: stdout, err: stderr, ascii })
}

function soundness(pen: Pen, { input, variant, answer: { checks, warnings } }: Answered): string {
  const name = variant === undefined ? input.name : `${input.name} (variant ${variant.id})`
  const found = warnings.length === 0 ? 'no warnings' : numberOf(warnings.length, 'warning')
  const line = `${pen.colour('good', 'ok')}   ${written(pen, `${name}  ${numberOf(checks.length, 'check')} passed, ${found}`)}`
  return `${[line, ...warningLines({ ...pen, width: pen.width - 4 }, warnings).map((each) => `    ${each}`)].join('\n')}\n`
}
