import type { CompleteCase } from '../case/complete.ts'
import { type Exact, exactNumber, nearlyFloat } from '../graph/exact.ts'
import { agreement, readFloat64 } from '../graph/float64.ts'
import type { Figures } from './figures.ts'

/** One check, read: the two ways, how far apart they are, and how far they may be. */
export interface CheckResult {
  id: string
  left: Exact
  right: Exact
  difference: Exact
  tolerance: Exact
  pass: boolean
}

/** A check failed, so there is no number to give. */
export class CheckFailure extends Error {
  readonly failed: readonly CheckResult[]
  /** The case that it failed on, so that the failure can be seen again. */
  readonly complete: CompleteCase | undefined

  constructor(failed: readonly CheckResult[], complete?: CompleteCase) {
    super(`the answer failed ${failed.length === 1 ? 'a check' : `${failed.length} checks`}: ${failed.map(({ id }) => id).join(', ')}`)
    this.name = 'CheckFailure'
    this.failed = failed
    this.complete = complete
  }
}

/** Reads every check of the method and the agreement of the readers; throws CheckFailure where one fails. Source: method 8. */
export function checked(figures: Figures): CheckResult[] {
  const results = [
    ...figures.method.checks.map(({ id, left, right, tolerance }) => {
      return result(id, figures.of(left), figures.of(right), exactNumber(tolerance))
    }),
    readersAgree(figures),
  ]
  const failed = results.filter(({ pass }) => !pass)
  if (failed.length > 0) throw new CheckFailure(failed, figures.complete)
  return results
}

function result(id: string, left: Exact, right: Exact, tolerance: Exact): CheckResult {
  const difference = left.minus(right)
  return { id, left, right, difference, tolerance, pass: difference.abs().lessThanOrEqualTo(tolerance) }
}

/** Holds the float64 reader against the exact one at every named line, and reports the line where they are furthest apart. */
function readersAgree(figures: Figures): CheckResult {
  const { book } = figures.method
  const { values, magnitudes } = readFloat64(book.graph, figures.exact)
  let worst = { id: 'none', place: 0, share: -1 }
  for (const line of book.lines.values()) {
    for (const { index } of line.values) {
      const exact = nearlyFloat(figures.exact.values[index] as Exact)
      const difference = Math.abs((values[index] as number) - exact)
      const allowed = agreement * (magnitudes[index] as number)
      // A difference or a bound that is no number is as far apart as can be.
      const isNumber = Number.isFinite(difference) && Number.isFinite(allowed)
      const share = !isNumber ? Number.POSITIVE_INFINITY : difference === 0 ? 0 : difference / allowed
      if (share > worst.share) worst = { id: line.id, place: index, share }
    }
  }
  const value = values[worst.place] as number
  const allowed = agreement * (magnitudes[worst.place] as number)
  const left = figures.exact.values[worst.place] as Exact
  const finite = Number.isFinite(value) && Number.isFinite(allowed) && left.isFinite()
  if (!finite) return { id: `readers.${worst.id}`, left, right: left, difference: left, tolerance: exactNumber(0), pass: false }
  return result(`readers.${worst.id}`, left, exactNumber(value), exactNumber(allowed))
}
