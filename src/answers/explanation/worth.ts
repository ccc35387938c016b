import { compare, type Exact, exactNumber } from '../../graph/exact.ts'
import { inside, type Part } from '../../graph/part.ts'
import type { Figures } from '../figures.ts'

/** The exact value of a part; those that no node stands for are totals, ratios, and shares of a sum or of a list. */
export function worthOf(part: Part, figures: Figures): Exact {
  if (part.expression !== undefined) return figures.of(part.expression)
  if (part.is === 'working') return worthOf(part.working.part, figures)
  if (part.is === 'sum') {
    return part.terms.reduce((sum, term) => sum.plus(worthOf(term.part, figures).times(term.times)), exactNumber(0))
  }
  const values = inside(part).map((each) => worthOf(each, figures))
  return values.reduce((one, other) => {
    if (part.is === 'product') return one.times(other)
    if (part.is === 'quotient') return other.isZero() ? other : one.dividedBy(other)
    return compare(one, other) < 0 === (part.is === 'least') ? one : other
  })
}
