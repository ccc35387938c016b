import { breakEven } from '../answers/break-even.ts'
import { rendered, type Unrendered } from '../formats/json.ts'
import { breakEvenPage } from '../formats/terminal/break-even.ts'
import { modelVersion } from '../version.ts'
import { answerOne, type OneCaseOptions } from './one-case.ts'

/** The options of the command that says what would have to be true. */
export interface BreakEvenOptions extends OneCaseOptions {
  path: string
  measure: string
  target?: string
  low?: string
  high?: string
  format: 'text' | 'json'
}

/** Says at which values of a quantity a figure of one file's case reaches a target, on standard output. Gives the exit code. */
export function breakEvenOfFile(file: string, options: BreakEvenOptions): Promise<number> {
  return answerOne(file, 'break-even', options, (ready, pen) => {
    const found = breakEven(ready, { model: modelVersion() }, options)
    return options.format === 'text'
      ? breakEvenPage(pen, found)
      : `${JSON.stringify(rendered(found as unknown as Unrendered), undefined, 2)}\n`
  })
}
