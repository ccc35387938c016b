import type { Pen } from '../formats/terminal/pen.ts'
import { complaint, inputComplaint } from './complaint.ts'
import { exitCodes } from './exit-codes.ts'
import { type Input, inputsOf } from './input.ts'
import { InputError } from './input-error.ts'
import { type InputTables, type InputText, readInput } from './read-input.ts'
import { isAsciiLocale, penFor, write } from './streams.ts'

/** What a command that answers about one file is given. */
export interface OneFileOptions {
  set?: [path: string, value: string][]
  ascii?: true
}

/** Makes the text for standard output from what a file holds. */
export type Answering = (about: {
  input: Input
  read: InputText | InputTables
  overrides: Record<string, string>
  pen: Pen
}) => string | Promise<string>

/** Answers about one file on standard output; what is wrong goes to standard error. Gives the exit code. */
export async function answerOneFile(command: string, file: string, options: OneFileOptions, answer: Answering): Promise<number> {
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
    await write(stdout, await answer({ input, read, overrides, pen: penFor(stdout, ascii) }))
    return exitCodes.ok
  } catch (error) {
    const { exitCode, lines } = complaint(errors, error, { input, text, overrides })
    await write(stderr, `${lines.join('\n')}\n`)
    return exitCode
  }
}
