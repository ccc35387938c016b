import { readdirSync } from 'node:fs'

/*
 * Which tests judge a mutant that no shared case has shown. Most are run within the process of the runner, one mutant after the other. What a mutant
 * changes while a file is loaded is judged in a process of its own: `any` by the shared cases, and the schemas by what the OpenAPI document makes of them.
 */

export type House = 'src/method' | 'src/case'

/** Tests that are run in a process of their own, by the file that runs them. */
export interface Suite {
  id: string
  file: string
  house: House | 'any'
}

/** Judges every word and bound of the schemas. */
export const documentSuite = 'test/mutation/document-suite.ts'

export const suites: readonly Suite[] = [
  { id: 'shared cases, loaded anew', file: 'test/mutation/cases-suite.ts', house: 'any' },
  { id: 'the OpenAPI document, written anew', file: documentSuite, house: 'any' },
  { id: 'method by hand', file: 'test/mutation/method-suite.ts', house: 'src/method' },
  { id: 'case by hand', file: 'test/mutation/case-suite.ts', house: 'src/case' },
]

/** Takes longer than all the others together and says nothing they do not. */
const leftOut = ['case/every-number']

function filesOf(folder: string): string[] {
  return readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name.replace('.test.ts', '')}`)
    .filter((name) => !leftOut.includes(name))
}

const published = ['green-book', 'conferencing-trial', 'northern-ireland', 'stock-and-flow', 'treasury-deflators', 'wsipp', 'pfi-credits']
const tables = ['tables', 'csv-set', 'template']

/** The files of hand-worked tests that judge the mutants of a house, from test/ and without `.test.ts`. */
export const testFiles: Readonly<Record<House, readonly string[]>> = {
  'src/method': [...filesOf('method'), ...published.map((name) => `published/${name}`)],
  'src/case': [...filesOf('case'), ...tables.map((name) => `tables/${name}`)],
}
