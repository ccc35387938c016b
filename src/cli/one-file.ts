import type { ReadCase } from '../case/read-case.ts'
import { caseOf } from './appraisals.ts'
import { complaint, inputComplaint } from './complaint.ts'
import { exitCodes } from './exit-codes.ts'
import { inputsOf } from './input.ts'
import { InputError } from './input-error.ts'
import { readInput } from './read-input.ts'
import { penFor, write } from './streams.ts'

/** How a command that takes one file reads it. */
export interface OneFile {
  command: string
  set: readonly [path: string, value: string][]
  ascii: boolean
}

/**
 * Does one thing with the case of one file and writes what it gives on standard output, or on standard error what is wrong with the
 * file. Gives the exit code.
 */
export async function oneFile(
  file: string,
  { command, set, ascii }: OneFile,
  answer: (ready: ReadCase, title: string) => Promise<string>,
): Promise<number> {
  const { stdout, stderr } = process
  const errors = penFor(stderr, ascii)
  const { inputs, failures } = inputsOf([file])
  const [input] = inputs
  if (input === undefined || inputs.length > 1) {
    const [failure = new InputError(file, `it is a directory of several files; ${command} takes one`)] = failures
    await write(stderr, `${inputComplaint(errors, failure).lines.join('\n')}\n`)
    return exitCodes.badInput
  }
  const overrides = Object.fromEntries(set)
  let text = ''
  try {
    const read = await readInput(input)
    if ('text' in read) text = read.text
    const ready = caseOf(input, read, overrides)
    await write(stdout, await answer(ready, ready.case.title ?? input.name))
    return exitCodes.ok
  } catch (error) {
    const { exitCode, lines } = complaint(errors, error, { input, text, overrides })
    await write(stderr, `${lines.join('\n')}\n`)
    return exitCode
  }
}
