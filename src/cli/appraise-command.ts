import { type Command, Option } from 'commander'
import type { NumberForm } from '../formats/json.ts'
import { answerForm, type FormName, formNames } from './answer-forms.ts'
import { Destination } from './destination.ts'
import { inputsOf, isDirectory } from './input.ts'
import { type AppraisingOptions, asciiOption, askedBy, setOption, variantOption, variantsOption } from './options.ts'
import { run, type Takes } from './run.ts'
import { isAsciiLocale, penFor, penForFiles } from './streams.ts'

interface AppraiseOptions extends AppraisingOptions {
  format: FormName
  numbers?: NumberForm
  out?: string
}

const examples = `
Examples:
  cashable appraise scenarios/minimal.yaml
  cashable appraise scenarios/minimal.yaml --set interventions.fgc.warmUp.months=18
  cashable appraise scenarios/la5-package.yaml --variants --format csv --out out/
  cashable appraise scenarios --format json > answers.ndjson
  cat case.json | cashable appraise - --format json --numbers json

A directory stands for every .yaml, .yml and .json file in it. Of several
answers, json gives one object a line with its file, and csv starts each row
with file and variant; with --out each answer has its own file.`

/** Adds the command that appraises files and writes the answers. `finish` takes the exit code. */
export function addAppraise(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('appraise')
    .summary('what is avoided, what of it is cash, and what stands between')
    .description('Appraises cases: what is avoided, what of it is cash, and what stands between the two.')
    .argument('<file...>', 'YAML or JSON files, directories of them, or - for standard input')
    .addOption(setOption())
    .addOption(variantOption())
    .addOption(variantsOption())
    .addOption(new Option('--format <form>', 'how to write the answer').choices(formNames).default('table'))
    .addOption(new Option('--numbers <form>', 'in json: decimal strings, which are exact, or JSON numbers').choices(['strings', 'json']))
    .addOption(new Option('--out <path>', 'write to a file, or each of several answers to its file in a directory'))
    .addOption(asciiOption())
    .addHelpText('after', examples)
    .action(async (files: string[], options: AppraiseOptions, command: Command) => {
      if (options.numbers !== undefined && options.format !== 'json')
        command.error("error: option '--numbers <form>' goes with --format json")
      finish(await appraiseFiles(files, options))
    })
}

async function appraiseFiles(files: readonly string[], options: AppraiseOptions): Promise<number> {
  const { out: stdout, err } = { out: process.stdout, err: process.stderr }
  const form = answerForm(options.format, options.numbers ?? 'strings')
  // A directory of one file is several all the same, so that what a script reads does not change with what lies in it.
  const several = files.length > 1 || files.some(isDirectory) || options.variants === true
  const takes = options.out === undefined ? toStream(stdout) : toFiles(options.out)
  return await run(files, askedBy(options), takes, { out: stdout, err, ascii: options.ascii ?? isAsciiLocale(process.env) })

  function toStream(stream: NodeJS.WriteStream): Takes {
    const pen = penFor(stream, options.ascii ?? isAsciiLocale(process.env))
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
