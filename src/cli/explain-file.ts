import { Explainer } from '../answers/explain.ts'
import { rendered, type Unrendered } from '../formats/json.ts'
import { explanationPage } from '../formats/terminal/explanation.ts'
import { modelVersion } from '../version.ts'
import { caseOf } from './appraisals.ts'
import { complaint, inputComplaint } from './complaint.ts'
import { exitCodes } from './exit-codes.ts'
import { inputsOf } from './input.ts'
import { InputError } from './input-error.ts'
import { readInput } from './read-input.ts'
import { isAsciiLocale, penFor, write } from './streams.ts'

/** The options of the command that explains. */
export interface ExplainOptions {
  line: string[]
  set?: [path: string, value: string][]
  format: 'text' | 'json'
  ascii?: true
}

/** Explains figures of one file, one after another, on standard output. Gives the exit code. */
export async function explainFile(file: string, options: ExplainOptions): Promise<number> {
  const { stdout, stderr } = process
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  const errors = penFor(stderr, ascii)
  const { inputs, failures } = inputsOf([file])
  const [input] = inputs
  if (input === undefined || inputs.length > 1) {
    const [failure = new InputError(file, 'it is a directory of several files; explain takes one')] = failures
    await write(stderr, `${inputComplaint(errors, failure).lines.join('\n')}\n`)
    return exitCodes.badInput
  }
  const overrides = Object.fromEntries(options.set ?? [])
  let text = ''
  try {
    const read = await readInput(input)
    if ('text' in read) text = read.text
    const ready = caseOf(input, read, overrides)
    const explainer = new Explainer(ready, modelVersion())
    const explained = options.line.map((line) => explainer.explain(line))
    const json = (each: (typeof explained)[number]) => rendered(each as unknown as Unrendered)
    const said =
      options.format === 'text'
        ? explained.map((each) => explanationPage(penFor(stdout, ascii), each)).join('\n')
        : explained.length === 1
          ? `${JSON.stringify(explained.map(json)[0], undefined, 2)}\n`
          : explained.map((each) => `${JSON.stringify(json(each))}\n`).join('')
    await write(stdout, said)
    return exitCodes.ok
  } catch (error) {
    const { exitCode, lines } = complaint(errors, error, { input, text, overrides })
    await write(stderr, `${lines.join('\n')}\n`)
    return exitCode
  }
}
