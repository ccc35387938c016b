import type { Appraised } from '../../answers/appraise.ts'
import type { Chosen } from '../../answers/choose.ts'
import type { Compared } from '../../answers/compare.ts'
import type { BriefExplanation } from '../../answers/explain.ts'
import type { Figures } from '../../answers/figures.ts'
import type { Swings } from '../../answers/paper/swings.ts'
import type { Switching } from '../../answers/paper/switching.ts'
import type { Simulation } from '../../answers/simulate-schema.ts'
import type { LineValue } from '../../answers/values.ts'
import type { CompleteCase } from '../../case/complete.ts'
import type { Figure } from '../figure.ts'

/** One step from what is avoided to what is cash, as the explanation of cash tells it. */
export interface WhyStep {
  rung: string
  value: Figure
  sentence: string
  moves?: string | undefined
}

/** Everything that a business-case paper is written from. Nothing here is worked out by whoever writes it. */
export interface Paper {
  complete: CompleteCase
  answer: Appraised
  figures: Figures
  /** None where the case has no range, or its ranges cannot be drawn from; then with the reason. */
  simulation: { drawn: Simulation } | { none: 'no ranges' } | { none: 'not drawable'; why: string }
  swings: { netCashable: Swings; npv: Swings }
  switching: readonly Switching[]
  compared: Compared
  choice: { chosen: Chosen } | { none: 'one or none' } | { none: 'too many'; interventions: number }
  why: readonly WhyStep[]
  /** The value of a line of the answer. Throws where there is no such line. */
  valueOf: (line: string) => LineValue
  /** What a line is and how it came about. */
  explanationOf: (line: string) => BriefExplanation
  /** What an assumption, an owner of lines and a check are called. */
  titleOf: (path: string) => string
  ownerTitleOf: (path: string) => string
  checkTitleOf: (id: string) => { words: string; of: string }
}
