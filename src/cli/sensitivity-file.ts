import { sensitivity } from '../answers/sensitivity.ts'
import { rendered, type Unrendered } from '../formats/json.ts'
import { sensitivityCsv } from '../formats/sensitivity-csv.ts'
import { sensitivityPage } from '../formats/terminal/sensitivity.ts'
import { modelVersion } from '../version.ts'
import { answerOne, type OneCaseOptions } from './one-case.ts'

/** The options of the command that says what matters most. */
export interface SensitivityOptions extends OneCaseOptions {
  measure: string
  format: 'text' | 'json' | 'csv'
}

/** Says what moves a figure of one file's case, on standard output. Gives the exit code. */
export function sensitivityOfFile(file: string, options: SensitivityOptions): Promise<number> {
  return answerOne(file, 'sensitivity', options, (ready, pen) => {
    const found = sensitivity(ready, { model: modelVersion() }, options.measure)
    if (options.format === 'csv') return sensitivityCsv(found)
    return options.format === 'text'
      ? sensitivityPage(pen, found)
      : `${JSON.stringify(rendered(found as unknown as Unrendered), undefined, 2)}\n`
  })
}
