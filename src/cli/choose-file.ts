import { setImmediate } from 'node:timers/promises'
import { choose } from '../answers/choose.ts'
import type { ChoiceOptions } from '../answers/choosing/asked.ts'
import { ChoiceError } from '../answers/choosing/choice-error.ts'
import { choiceCsv } from '../formats/csv-choice.ts'
import { rendered, type Unrendered } from '../formats/json.ts'
import { choicePage } from '../formats/terminal/choice.ts'
import { modelVersion } from '../version.ts'
import { InputError } from './input-error.ts'
import { oneFile } from './one-file.ts'
import { isAsciiLocale, penFor } from './streams.ts'

/** The options of the command that chooses. */
export interface ChooseOptions extends ChoiceOptions {
  set?: [path: string, value: string][]
  format: 'text' | 'json' | 'csv'
  ascii?: true
}

/** Chooses a package for one file on standard output. Gives the exit code. */
export async function chooseFile(file: string, options: ChooseOptions): Promise<number> {
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  return await oneFile(file, { command: 'choose', set: options.set ?? [], ascii }, async (ready, title) => {
    const chosen = await naming(file, () => choose(ready, options, modelVersion(), () => setImmediate()))
    if (options.format === 'json') return `${JSON.stringify(rendered(chosen as unknown as Unrendered), undefined, 2)}\n`
    return options.format === 'csv' ? choiceCsv(chosen) : choicePage(penFor(process.stdout, ascii), chosen, title)
  })
}

const optionOf: Readonly<Record<string, string>> = { budgetOn: '--budget-on', rankBy: '--rank-by' }

/** Says of what cannot be chosen which option of the command line it is about. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ChoiceError)) throw error
    const isOption = ['measure', 'budget', 'budgetOn', 'rankBy', 'draws', 'seed'].includes(error.about)
    throw new InputError(isOption ? `${file} ${optionOf[error.about] ?? `--${error.about}`}` : file, error.message)
  }
}
