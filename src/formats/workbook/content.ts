import type { Appraised } from '../../answers/appraise.ts'
import type { GlossaryLine } from '../../answers/glossary.ts'
import type { Assumption } from '../../case/complete.ts'
import type { Exact } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import type { Appraisal } from '../../method/appraisal.ts'

/** The limits that a value must stay in. */
export interface Limits {
  minimum: string
  maximum: string
}

/** What a workbook is written from: an answer, and the method written with every input as a cell of its own. */
export interface WorkbookContent {
  answer: Appraised
  method: Appraisal
  register: ReadonlyMap<string, Assumption>
  /** The exact value of a node now. */
  exactOf: (expression: Expression) => Exact
  /** The legal values of an input; undefined where the method sets none. */
  limitsOf: (path: string) => Limits | undefined
  /** What an assumption is in plain English, by its path. */
  titleOf: (path: string) => string
  /** What a part of the case is called, by its path; '' where it has no name. */
  ownerTitleOf: (owner: string) => string
  /** What a check says in plain English, and of what part of the case and when, by its id. */
  checkTitleOf: (id: string) => { words: string; of: string }
  /** Every line with its meaning and its formula in words. */
  glossary: readonly GlossaryLine[]
}
