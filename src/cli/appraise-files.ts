import type { NumberForm } from '../formats/json.ts'
import { answerForm } from './answer-forms.ts'
import { Destination } from './destination.ts'
import type { FormName } from './form-names.ts'
import { inputsOf, isDirectory } from './input.ts'
import { type AppraisingOptions, askedBy } from './options.ts'
import { run, type Takes } from './run.ts'
import { isAsciiLocale, penFor, penForFiles } from './streams.ts'

/** The options of the command that appraises. */
export interface AppraiseOptions extends AppraisingOptions {
  format: FormName
  numbers?: NumberForm
  out?: string
}

/** Appraises files and writes each answer to standard output or to its file. Gives the exit code. */
export async function appraiseFiles(files: readonly string[], options: AppraiseOptions): Promise<number> {
  const { stdout, stderr } = process
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  const form = answerForm(options.format, options.numbers ?? 'strings')
  // A directory of one file is several all the same, so that what a script reads does not change with what lies in it.
  const several = files.length > 1 || files.some(isDirectory) || options.variants === true
  const takes = options.out === undefined ? toStream(stdout) : toFiles(options.out)
  return await run(files, askedBy(options), takes, { out: stdout, err: stderr, ascii })

  function toStream(stream: NodeJS.WriteStream): Takes {
    const pen = penFor(stream, ascii)
    if (!several) return { answer: (answered) => form.alone(pen, answered) }
    let before = form.before
    return {
      answer: (answered) => {
        const text = before + form.oneOfSeveral(pen, answered)
        before = ''
        return text
      },
    }
  }

  function toFiles(out: string): Takes {
    const destination = new Destination(out, { several, inputs: inputsOf(files).inputs })
    const pen = penForFiles(options.ascii ?? false)
    return {
      answer: (answered) => {
        destination.write(form.alone(pen, answered), answered.input, answered.variant, form.extension)
        return ''
      },
    }
  }
}
