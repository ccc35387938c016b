import { compare } from '../answers/compare.ts'
import { WrittenMethods } from '../answers/structure.ts'
import { comparisonCsv } from '../formats/csv-comparison.ts'
import { rendered, type Unrendered } from '../formats/json.ts'
import { comparisonPage } from '../formats/terminal/comparison.ts'
import { modelVersion } from '../version.ts'
import { scenarioOf } from './appraisals.ts'
import { oneInput } from './one-file.ts'
import { isAsciiLocale, penFor } from './streams.ts'

/** The options of the command that compares. */
export interface CompareOptions {
  set?: [path: string, value: string][]
  format: 'text' | 'json' | 'csv'
  ascii?: true
}

/** Compares the variants of one file on standard output. Gives the exit code. */
export async function compareFile(file: string, options: CompareOptions): Promise<number> {
  const ascii = options.ascii ?? isAsciiLocale(process.env)
  return await oneInput(file, { command: 'compare', set: options.set ?? [], ascii }, async (input, read, overrides) => {
    const compared = compare(scenarioOf(input, read), overrides, { model: modelVersion(), methods: new WrittenMethods() })
    if (options.format === 'json') return `${JSON.stringify(rendered(compared as unknown as Unrendered), undefined, 2)}\n`
    return options.format === 'csv' ? comparisonCsv(compared) : comparisonPage(penFor(process.stdout, ascii), compared, input.name)
  })
}
