import { type ReportForm, report } from '../answers/report.ts'
import { WrittenMethods } from '../answers/structure.ts'
import { modelVersion } from '../version.ts'
import { Destination } from './destination.ts'
import { inputsOf, isDirectory } from './input.ts'
import { type AppraisingOptions, askedBy } from './options.ts'
import { run } from './run.ts'
import { isAsciiLocale } from './streams.ts'

/** The options of the command that writes reports. */
export interface ReportOptions extends AppraisingOptions {
  format: ReportForm
  out?: string
}

/** Writes the report of each file, over no file that is there, and says where. Gives the exit code. */
export async function reportFiles(files: readonly string[], options: ReportOptions): Promise<number> {
  const { stdout, stderr } = process
  const { format } = options
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  const several = files.length > 1 || files.some(isDirectory) || options.variants === true
  const destination = new Destination(options.out ?? '.', { several, inputs: inputsOf(files).inputs, keeps: true })
  const workshop = { model: modelVersion(), methods: new WrittenMethods() }
  const asked = askedBy(options)
  const takes = {
    answer: async ({ ready, scenario, input, variant }: Parameters<Parameters<typeof run>[2]['answer']>[0]) => {
      const { bytes } = await report({ ready, scenario: scenario?.(), overrides: asked.overrides }, format, workshop)
      return `${destination.write(bytes, input, variant, format)}\n`
    },
  }
  return await run(files, asked, takes, { out: stdout, err: stderr, ascii })
}
