import type { Overrides } from '../case/overrides.ts'
import type { ReadCase } from '../case/read-case.ts'
import { caseOf } from './appraisals.ts'
import { complaint, inputComplaint } from './complaint.ts'
import { exitCodes } from './exit-codes.ts'
import { type Input, inputsOf } from './input.ts'
import { InputError } from './input-error.ts'
import { type InputTables, type InputText, readInput } from './read-input.ts'
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
  options: OneFile,
  answer: (ready: ReadCase, title: string) => Promise<string>,
): Promise<number> {
  return await oneInput(file, options, async (input, read, overrides) => {
    const ready = caseOf(input, read, overrides)
    return await answer(ready, ready.case.title ?? input.name)
  })
}

/** The same with all that the file holds, such as a scenario with its variants. */
export async function oneInput(
  file: string,
  { command, set, ascii }: OneFile,
  answer: (input: Input, read: InputText | InputTables, overrides: Overrides) => Promise<string>,
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
    await write(stdout, await answer(input, read, overrides))
    return exitCodes.ok
  } catch (error) {
    const { exitCode, lines } = complaint(errors, error, { input, text, overrides })
    await write(stderr, `${lines.join('\n')}\n`)
    return exitCode
  }
}
