import { inspect } from 'node:util'
import { CheckFailure } from '../answers/checked.ts'
import { LineError } from '../answers/line-error.ts'
import { OptionError } from '../answers/option-error.ts'
import { CaseError } from '../case/problem.ts'
import { numberOf } from '../formats/sentences/amounts.ts'
import { type Pen, written } from '../formats/terminal/pen.ts'
import { exitCodes } from './exit-codes.ts'
import { InputError } from './input-error.ts'
import { caseErrorLines, type Reading } from './problem-lines.ts'

/** Why there is no answer for an input: the exit code it stands for, a few words, and all that is to be said. */
export interface Complaint {
  exitCode: number
  inShort: string
  lines: string[]
}

/** What to say about an error that stopped one input, and what was read of it before. */
export function complaint(pen: Pen, error: unknown, reading: Reading): Complaint {
  if (error instanceof CaseError) {
    return { exitCode: exitCodes.badInput, inShort: numberOf(error.total, 'problem'), lines: caseErrorLines(pen, error, reading) }
  }
  if (error instanceof InputError) return inputComplaint(pen, error)
  const name = pen.colour('bad', written(pen, reading.input.name))
  const askedOf = (option: string, message: string) =>
    `${pen.colour('bad', `--${option}`)}  ${written(pen, message)} (asked of ${written(pen, reading.input.name)})`
  if (error instanceof LineError) {
    return { exitCode: exitCodes.badInput, inShort: 'no such line', lines: [askedOf('line', error.message)] }
  }
  if (error instanceof OptionError) {
    return {
      exitCode: exitCodes.badInput,
      inShort: `no such ${error.option}`,
      lines: [askedOf(onCommandLine(error.option), error.message)],
    }
  }
  if (error instanceof CheckFailure) {
    const failed = error.failed.map(({ id, left, right }) => written(pen, `    ${id}: ${left.toFixed()} is not ${right.toFixed()}`))
    const lines = [`${name}  the answer failed ${numberOf(failed.length, 'check')}, so there is no number`, ...failed]
    return { exitCode: exitCodes.failedCheck, inShort: 'failed a check', lines }
  }
  const lines = [
    `${name}  the program failed on this case; the fault is the program's`,
    ...inspect(error)
      .split('\n')
      .map((line) => `    ${written(pen, line)}`),
  ]
  return { exitCode: exitCodes.failedCheck, inShort: 'the program failed', lines }
}

/** An option of an address as the command line spells it: budgetOn is --budget-on. */
function onCommandLine(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** What to say about a file that cannot be read or written. */
export function inputComplaint(pen: Pen, { file, line, message }: InputError): Complaint {
  const place = pen.colour('bad', written(pen, line === undefined ? file : `${file}:${line}`))
  return { exitCode: exitCodes.badInput, inShort: message, lines: [`${place}  ${written(pen, message)}`] }
}
