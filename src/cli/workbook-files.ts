import { WrittenMethods } from '../answers/structure.ts'
import { workbook } from '../answers/workbook.ts'
import { modelVersion } from '../version.ts'
import { Destination } from './destination.ts'
import { inputsOf, isDirectory } from './input.ts'
import { type AppraisingOptions, askedBy } from './options.ts'
import { run } from './run.ts'
import { isAsciiLocale } from './streams.ts'

/** The options of the command that writes workbooks. */
export interface WorkbookOptions extends AppraisingOptions {
  out?: string
}

/** Writes the workbook of each file, over no file that is there, and says where. Gives the exit code. */
export async function workbookFiles(files: readonly string[], options: WorkbookOptions): Promise<number> {
  const { stdout, stderr } = process
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  const several = files.length > 1 || files.some(isDirectory) || options.variants === true
  const destination = new Destination(options.out ?? '.', { several, inputs: inputsOf(files).inputs, keeps: true })
  const workshop = { model: modelVersion(), methods: new WrittenMethods() }
  const takes = {
    answer: async ({ ready, input, variant }: Parameters<Parameters<typeof run>[2]['answer']>[0]) =>
      `${destination.write((await workbook(ready, workshop)).bytes, input, variant, 'xlsx')}\n`,
  }
  return await run(files, askedBy(options), takes, { out: stdout, err: stderr, ascii })
}
