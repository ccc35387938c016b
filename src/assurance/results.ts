/** How the tests of one theme ended. */
export interface ThemeResult {
  files: number
  /** Tests with a name of their own. */
  tests: number
  /** Single comparisons within them. */
  comparisons: number
  failed: number
  /** Tests that did not run, because something they need was not there. */
  skipped: number
  /** The names of the tests, for the themes that a reader will want to see one by one. */
  names?: readonly string[]
}

/** How many mutants of the source the tests noticed. */
export interface MutationResult {
  caught: number
  survived: number
  /** Caught as a percentage of both. */
  score: number
  /** How many files were tried as they are now, and how many there are to try. */
  files: number
  filesInAll: number
}

/** The results of one run of the tests, as `npm run assurance` writes them from its log. */
export interface Results {
  /** The day of the run. */
  date: string
  /** The commit that was tested, or unknown. */
  commit: string
  node: string
  method: string
  referenceData: string
  /** SHA-256 over the source and the scenarios that were tested, to tell whether the program that runs is the one that was tested. */
  sourceHash: string
  themes: Readonly<Record<string, ThemeResult>>
  /** How many cases the shared and the golden comparisons have. */
  cases: { shared: number; generated: number; golden: number }
  mutation: MutationResult | null
}
