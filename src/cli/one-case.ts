import type { Overrides } from '../case/overrides.ts'
import type { ReadCase } from '../case/read-case.ts'
import type { Pen } from '../formats/terminal/pen.ts'
import { caseOf } from './appraisals.ts'
import { complaint, inputComplaint } from './complaint.ts'
import { exitCodes } from './exit-codes.ts'
import { type Input, inputsOf } from './input.ts'
import { InputError } from './input-error.ts'
import { type InputTables, type InputText, readInput } from './read-input.ts'
import { isAsciiLocale, penFor, write } from './streams.ts'

/** The options of every command that answers one question about one file. */
export interface OneCaseOptions {
  set?: [path: string, value: string][]
  ascii?: true
}

/**
 * Answers a question about the case of one file, on standard output; what is wrong goes to standard error. `command` is what the question is
 * called. Gives the exit code.
 */
export async function answerOne(
  file: string,
  command: string,
  options: OneCaseOptions,
  answer: (ready: ReadCase, pen: Pen, name: string) => string | Promise<string>,
): Promise<number> {
  return await answerFile(file, command, options, (input, read, overrides, pen) => {
    const ready = caseOf(input, read, overrides)
    return answer(ready, pen, ready.case.title ?? input.name)
  })
}

/** The same with all that the file holds, such as a scenario with its variants. */
export async function answerFile(
  file: string,
  command: string,
  options: OneCaseOptions,
  answer: (input: Input, read: InputText | InputTables, overrides: Overrides, pen: Pen) => string | Promise<string>,
): Promise<number> {
  const { stdout, stderr } = process
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  const errors = penFor(stderr, ascii)
  const { inputs, failures } = inputsOf([file])
  const [input] = inputs
  if (input === undefined || inputs.length > 1) {
    const [failure = new InputError(file, `it is a directory of several files; ${command} takes one`)] = failures
    await write(stderr, `${inputComplaint(errors, failure).lines.join('\n')}\n`)
    return exitCodes.badInput
  }
  const overrides = Object.fromEntries(options.set ?? [])
  let text = ''
  try {
    const read = await readInput(input)
    if ('text' in read) text = read.text
    await write(stdout, await answer(input, read, overrides, penFor(stdout, ascii)))
    return exitCodes.ok
  } catch (error) {
    const { exitCode, lines } = complaint(errors, error, { input, text, overrides })
    await write(stderr, `${lines.join('\n')}\n`)
    return exitCode
  }
}
