import type { CompleteCase, Register } from '../case/complete.ts'
import { compare, type Exact, type ExactValues, exactNumber, readExactly } from '../graph/exact.ts'
import type { Expression } from '../graph/graph.ts'
import type { Appraisal } from '../method/appraisal.ts'

/** The least amount that does not round to 0 at 10 places, half away from zero. */
const leastSettled = exactNumber('0.00000000005')
const leastSettledBelow = leastSettled.negated()

/** A method read for one case: every expression has its exact value. */
export class Figures {
  readonly complete: CompleteCase
  readonly register: Register
  readonly method: Appraisal
  readonly exact: ExactValues

  /** `before` are the figures of the same method at other values; what does not change is taken over from there. */
  constructor(complete: CompleteCase, register: Register, method: Appraisal, before?: Figures) {
    this.complete = complete
    this.register = register
    this.method = method
    const given = (path: string) => {
      const assumption = register.get(path)
      if (!assumption) throw new Error(`the assumptions register has no ${path}`)
      return asNumber(assumption.value)
    }
    this.exact = readExactly(method.book.graph, given, before?.method === method ? before.exact : undefined)
  }

  /** The exact value of an expression. */
  of(expression: Expression): Exact {
    return this.exact.of(expression)
  }

  /** The value of an expression in a list; 0 beyond its ends. */
  at(list: readonly Expression[], place: number): Exact {
    const expression = list[place]
    return expression === undefined ? exactNumber(0) : this.exact.of(expression)
  }

  /** The sum of some expressions' values. */
  sum(list: readonly Expression[]): Exact {
    return this.exact.sum(list)
  }

  /** The sum of a monthly series over the months of one financial year. */
  overYear(series: readonly Expression[], months: readonly number[]): Exact {
    return this.exact.sum(months.flatMap((t) => series[t] ?? []))
  }

  /** Whether a value is above 0 once the last digits that rolling sums leave behind are rounded away. */
  isPositive(value: Exact): boolean {
    return compare(value, leastSettled) >= 0
  }

  /** Whether a value is below 0 once the last digits that rolling sums leave behind are rounded away. */
  isNegative(value: Exact): boolean {
    return compare(value, leastSettledBelow) <= 0
  }

  /** Whether one value is above another by more than the last digits that rolling sums leave behind. */
  exceeds(value: Exact, other: Exact): boolean {
    return compare(value, other) > 0 && this.isPositive(value.minus(other))
  }
}

/** Being in the package is a word in the register and a number in the graph. */
function asNumber(value: string): string {
  return value === 'true' ? '1' : value === 'false' ? '0' : value
}
