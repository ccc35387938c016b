import { Command, CommanderError } from 'commander'
import { printable } from '../formats/terminal/printable.ts'
import { modelVersion } from '../version.ts'
import { addAppraise } from './appraise-command.ts'
import { addBatch } from './batch-command.ts'
import { addBreakEven } from './break-even-command.ts'
import { addCheck } from './check-command.ts'
import { addChoose } from './choose-command.ts'
import { addCompare } from './compare-command.ts'
import { exitCodes } from './exit-codes.ts'
import { addExplain } from './explain-command.ts'
import { InputError } from './input-error.ts'
import { addKey } from './key-command.ts'
import { addReport } from './report-command.ts'
import { addSensitivity } from './sensitivity-command.ts'
import { addSimulate } from './simulate-command.ts'
import { endWhenUnread } from './streams.ts'
import { addTemplate } from './template-command.ts'
import { addWorkbook } from './workbook-command.ts'

const outcome = `
Exit status: 0 all went well; 1 an answer failed a check, so there is no number;
2 bad input or a wrong command. Results go to standard output, everything else
to standard error.`

/** The command line: the same answers as the service gives, for files. */
async function main(): Promise<void> {
  endWhenUnread(process.stdout)
  endWhenUnread(process.stderr)
  const { name, version } = modelVersion()
  const program = new Command(name)
    .description('A calculator for cost-avoidance business cases: what is avoided, what of it is cash, and what stands between the two.')
    .version(version)
    .exitOverride()
    .showHelpAfterError(`(${name} --help shows how)`)
    .addHelpText('after', outcome)
  const finish = (exitCode: number) => {
    process.exitCode = exitCode
  }
  addAppraise(program, finish)
  addCheck(program, finish)
  addExplain(program, finish)
  addSensitivity(program, finish)
  addBreakEven(program, finish)
  addCompare(program, finish)
  addChoose(program, finish)
  addSimulate(program, finish)
  addWorkbook(program, finish)
  addReport(program, finish)
  addBatch(program, finish)
  addTemplate(program, finish)
  addKey(program, finish)
  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) finish(error.exitCode === 0 ? exitCodes.ok : exitCodes.badInput)
    else if (error instanceof InputError) {
      process.stderr.write(`error: ${printable(`${error.file}: ${error.message}`)}\n`)
      finish(exitCodes.badInput)
    } else if (isSystemError(error)) {
      process.stderr.write(`error: ${printable(error.message)}\n`)
      finish(exitCodes.badInput)
    } else throw error
  }
}

/** Whether the system refused something that a command named: a file in a circle of links, a full disk. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

await main()
