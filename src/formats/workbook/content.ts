import type { Appraised } from '../../answers/appraise.ts'
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
}
