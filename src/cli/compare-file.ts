import { compare } from '../answers/compare.ts'
import { WrittenMethods } from '../answers/structure.ts'
import { comparisonCsv } from '../formats/csv-comparison.ts'
import { rendered, type Unrendered } from '../formats/json.ts'
import { comparisonPage } from '../formats/terminal/comparison.ts'
import { modelVersion } from '../version.ts'
import { scenarioOf } from './appraisals.ts'
import { answerFile, type OneCaseOptions } from './one-case.ts'

/** The options of the command that compares. */
export interface CompareOptions extends OneCaseOptions {
  format: 'text' | 'json' | 'csv'
}

/** Compares the variants of one file on standard output. Gives the exit code. */
export async function compareFile(file: string, options: CompareOptions): Promise<number> {
  return await answerFile(file, 'compare', options, (input, read, overrides, pen) => {
    const compared = compare(scenarioOf(input, read), overrides, { model: modelVersion(), methods: new WrittenMethods() })
    if (options.format === 'json') return `${JSON.stringify(rendered(compared as unknown as Unrendered), undefined, 2)}\n`
    return options.format === 'csv' ? comparisonCsv(compared) : comparisonPage(pen, compared, input.name)
  })
}
