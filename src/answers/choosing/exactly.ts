import type { CompleteCase } from '../../case/complete.ts'
import { completeCase, type ReadCase } from '../../case/read-case.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import { readFloat64 } from '../../graph/float64.ts'
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
  /** The largest amount that was added or taken away beneath a measure. */
  magnitude: (measure: Measure) => number
}

/** How far columns may be from exact, relative to the largest amount beneath: a tenth of a penny in a billion pounds. */
const agreement = 1e-12

/** Appraises one package exactly, by a method written for it alone. Throws CheckFailure where a check fails. */
export function appraisePackage({ raw }: Pick<ReadCase, 'raw'>, ids: readonly string[], model: ModelVersion): Appraisal {
  const { case: complete, register } = completeCase(withPackage(raw, (id) => ids.includes(id)))
  const figures = new Figures(complete, register, appraisal(complete, register))
  const nodes = ({ id }: Measure) => nodesOf(askedBy(figures, id))
  return {
    answer: answerOf(figures, model),
    of: (measure) => figures.sum(nodes(measure)),
    magnitude: (measure) => {
      const { magnitudes } = readFloat64(figures.method.book.graph, figures.exact)
      return Math.max(0, ...nodes(measure).map(({ index }) => magnitudes[index] as number))
    },
  }
}

/**
 * Holds the columns' value of a measure against the exact one. Throws CheckFailure where they differ by more than the last place that is
 * shown, a penny for money, and by more than float64 can tell of amounts so large: there is then no number to give.
 */
export function holdTogether(exact: Appraisal, measure: Measure, value: number, ids: readonly string[]): void {
  const left = exact.of(measure)
  const shown = exactNumber(1).dividedBy(stepsOf(measure))
  const isNumber = Number.isFinite(value)
  const right = isNumber ? exactNumber(value) : left
  const difference = left.minus(right)
  // Few cases are so large that what they add up to must be looked for.
  const isClose = difference.abs().lessThanOrEqualTo(shown)
  const tolerance = isClose || !isNumber ? shown : exactNumber(Math.max(shown.toNumber(), agreement * exact.magnitude(measure)))
  const pass = isNumber && difference.abs().lessThanOrEqualTo(tolerance)
  const result: CheckResult = { id: `choose.${ids.join('+') || 'nothing'}.${measure.id}`, left, right, difference, tolerance, pass }
  if (!pass) throw new CheckFailure([result], exact.answer.case as unknown as CompleteCase)
}
