import type { Appraised } from '../../answers/appraise.ts'
import { numberOf } from '../sentences/amounts.ts'
import { demands } from './demand.ts'
import { economicCase } from './economic.ts'
import { interventions } from './interventions.ts'
import { ladder } from './ladder.ts'
import { opening, type Told } from './opening.ts'
import { type Pen, prose } from './pen.ts'
import { budgetPosition } from './position.ts'
import { verdicts } from './verdicts.ts'
import { warningList } from './warnings.ts'
import { cashByYear } from './years.ts'

const hashShown = 12

/** An answer as a page of tables for a terminal, the verdicts first. */
export function answerPage(pen: Pen, answer: Appraised, told: Told): string {
  const lines = [
    ...opening(pen, answer, told),
    ...verdicts(pen, answer),
    ...ladder(pen, answer),
    ...cashByYear(pen, answer),
    ...budgetPosition(pen, answer),
    ...demands(pen, answer),
    ...interventions(pen, answer),
    ...economicCase(pen, answer),
    ...warningList(pen, answer.warnings),
    ...closing(pen, answer),
  ]
  return `${lines.join('\n')}\n`
}

/** That the checks passed, and what made the answer from what. */
function closing(pen: Pen, { checks, caseHash, model }: Appraised): string[] {
  const parts = [
    `${numberOf(checks.length, 'check')} passed`,
    `case ${caseHash.slice(0, hashShown)}`,
    `method ${model.method}`,
    `${model.name} ${model.version}`,
  ]
  const rounding = 'Whole pounds, each rounded by itself: a total may differ by a pound or two.'
  return ['', ...[rounding, parts.join(' · ')].flatMap((text) => prose(pen, text)).map((line) => pen.colour('quiet', line))]
}
