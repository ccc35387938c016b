/*
 * Which tests judge a mutant that no shared case has shown: the hand-worked tests of its house. `any` is for mutants of what runs once, as a
 * file is loaded: the shared cases in a process of their own.
 */

export interface Suite {
  id: string
  file: string
  house: 'src/method' | 'src/case' | 'any'
}

export const suites: readonly Suite[] = [
  { id: 'shared cases, loaded anew', file: 'test/mutation/cases-suite.ts', house: 'any' },
  { id: 'method by hand', file: 'test/mutation/method-suite.ts', house: 'src/method' },
  { id: 'case by hand', file: 'test/mutation/case-suite.ts', house: 'src/case' },
]
