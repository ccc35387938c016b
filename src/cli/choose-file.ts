import { choose } from '../answers/choose.ts'
import type { ChoiceOptions } from '../answers/choosing/asked.ts'
import { choiceCsv } from '../formats/csv-choice.ts'
import { rendered, type Unrendered } from '../formats/json.ts'
import { choicePage } from '../formats/terminal/choice.ts'
import { modelVersion } from '../version.ts'
import { answerOne, type OneCaseOptions } from './one-case.ts'

/** The options of the command that chooses. */
export interface ChooseOptions extends ChoiceOptions, OneCaseOptions {
  format: 'text' | 'json' | 'csv'
}

/** Chooses a package for one file on standard output. Gives the exit code. */
export async function chooseFile(file: string, options: ChooseOptions): Promise<number> {
  return await answerOne(file, 'choose', options, async (ready, pen, name) => {
    const chosen = await choose(ready, options, modelVersion())
    if (options.format === 'json') return `${JSON.stringify(rendered(chosen as unknown as Unrendered), undefined, 2)}\n`
    return options.format === 'csv' ? choiceCsv(chosen) : choicePage(pen, chosen, name)
  })
}
