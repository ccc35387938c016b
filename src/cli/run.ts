import { setImmediate } from 'node:timers/promises'
import type { Workshop } from '../answers/appraise.ts'
import { WrittenMethods } from '../answers/structure.ts'
import { numberOf } from '../formats/sentences/amounts.ts'
import { modelVersion } from '../version.ts'
import { type Answered, type Asked, appraisals } from './appraisals.ts'
import { type Complaint, complaint, inputComplaint } from './complaint.ts'
import { exitCodes } from './exit-codes.ts'
import { type Input, inputsOf } from './input.ts'
import { Outlet, type Streams } from './outlet.ts'
import { progress } from './progress.ts'
import { readInput } from './read-input.ts'
import { penFor } from './streams.ts'

/** What a command does with each answer, and with each input that has none: the text is for standard output. */
export interface Takes {
  answer: (answered: Answered) => string | Promise<string>
  failure?: (input: Input, complaint: Complaint) => string
}

/** Where a run speaks, and in which characters. */
export interface Voice extends Streams {
  ascii: boolean
}

/**
 * Appraises every input that FILE arguments name, one after another; one that is bad does not stop the others.
 * Gives the exit code: a failed check outranks bad input, since it puts the program itself in doubt.
 */
export async function run(files: readonly string[], asked: Asked, takes: Takes, { ascii, ...streams }: Voice): Promise<number> {
  const pen = penFor(streams.err, ascii)
  const outlet = new Outlet(streams)
  const workshop: Workshop = { model: modelVersion(), methods: new WrittenMethods() }
  const { inputs, failures } = inputsOf(files)
  const complaints: { name: string; complaint: Complaint }[] = []
  const complain = async (name: string, each: Complaint) => {
    complaints.push({ name, complaint: each })
    await outlet.say('err', `${each.lines.join('\n')}\n`)
  }

  for (const failure of failures) await complain(failure.file, inputComplaint(pen, failure))
  const bar = progress(streams.err, inputs.length, ascii)
  if (bar.isShown) outlet.keep()
  for (const [done, input] of inputs.entries()) {
    bar.at(done, input.name)
    await setImmediate()
    let text = ''
    try {
      const read = await readInput(input)
      text = read.text
      for (const answered of appraisals(input, read, asked, workshop)) await outlet.say('out', await takes.answer(answered))
    } catch (error) {
      const each = complaint(pen, error, { input, text, overrides: asked.overrides })
      await outlet.say('out', takes.failure?.(input, each) ?? '')
      await complain(input.name, each)
    }
  }
  bar.end()
  await outlet.release()
  const all = inputs.length + failures.length
  if (all > 1 && complaints.length > 0) await outlet.say('err', `${summary(all, complaints)}\n`)
  return exitCode(complaints.map((each) => each.complaint))
}

function summary(all: number, complaints: readonly { name: string; complaint: Complaint }[]): string {
  const bad = complaints.map(({ name, complaint: { inShort } }) => `  ${name}  ${inShort}`)
  return [`${numberOf(all, 'file')}: ${all - complaints.length} done, ${complaints.length} not`, ...bad].join('\n')
}

function exitCode(complaints: readonly Complaint[]): number {
  if (complaints.some((each) => each.exitCode === exitCodes.failedCheck)) return exitCodes.failedCheck
  return complaints.length > 0 ? exitCodes.badInput : exitCodes.ok
}
