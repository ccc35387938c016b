import type { CompleteCase } from '../../case/complete.ts'
import { completeCase, type ReadCase } from '../../case/read-case.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import { appraisal } from '../../method/appraisal.ts'
import { type Appraised, answerOf } from '../appraise.ts'
import { CheckFailure, type CheckResult } from '../checked.ts'
import { Figures } from '../figures.ts'
import { askedBy, nodesOf } from '../line-id.ts'
import type { Measure } from '../measure.ts'
import type { ModelVersion } from '../model-version.ts'
import { withPackage } from '../packages.ts'
import { stepsOf } from './asked.ts'

/** A package appraised by itself, as where the case has no other interventions: its answer, and any measure of it. */
export interface Appraisal {
  answer: Appraised
  of: (measure: Measure) => Exact
}

/** Appraises one package exactly, by a method written for it alone. Throws CheckFailure where a check fails. */
export function appraisePackage({ raw }: Pick<ReadCase, 'raw'>, ids: readonly string[], model: ModelVersion): Appraisal {
  const { case: complete, register } = completeCase(withPackage(raw, (id) => ids.includes(id)))
  const figures = new Figures(complete, register, appraisal(complete, register))
  return { answer: answerOf(figures, model), of: ({ id }) => figures.sum(nodesOf(askedBy(figures, id))) }
}

/**
 * Holds the columns' value of a measure against the exact one. Throws CheckFailure where they differ by more than the last place that is
 * shown, a penny for money: there is then no number to give.
 */
export function holdTogether(exact: Appraisal, measure: Measure, value: number, ids: readonly string[]): void {
  const left = exact.of(measure)
  const tolerance = exactNumber(1).dividedBy(stepsOf(measure))
  const isNumber = Number.isFinite(value)
  const right = isNumber ? exactNumber(value) : left
  const difference = left.minus(right)
  const pass = isNumber && difference.abs().lessThanOrEqualTo(tolerance)
  const result: CheckResult = { id: `choose.${ids.join('+') || 'nothing'}.${measure.id}`, left, right, difference, tolerance, pass }
  if (!pass) throw new CheckFailure([result], exact.answer.case as unknown as CompleteCase)
}
