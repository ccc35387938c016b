import { type Expression, max } from '../graph/graph.ts'
import type { Book } from './book.ts'
import { quadrature } from './quadrature.ts'

/** How the shares of a demand that interventions would each avoid combine, and what each is credited with. */
export interface Attribution {
  combined: Expression
  attributed: readonly Expression[]
}

/** Shares that act independently: combined 1 − Π(1 − fᵢ), each credited with its Shapley value. Source: method 3, combined and attributed. */
export function independent(book: Book, shares: readonly Expression[]): Attribution {
  const untouched = shares.map((share) => book.one.minus(share))
  const combined = book.one.minus(product(book, untouched))
  return { combined: shares.length === 1 ? (shares[0] as Expression) : combined, attributed: shapley(book, shares) }
}

/** Shares that reach different children: they add up, scaled down together where they exceed the whole. Source: method 3. */
export function disjoint(book: Book, shares: readonly Expression[]): Attribution {
  const total = book.sum(shares)
  const scale = max(book.one, total)
  return { combined: total.over(scale), attributed: shares.map((share) => share.over(scale)) }
}

/**
 * fᵢ ∫₀¹ Π_{j≠i} (1 − x fⱼ) dx: the Shapley value of each share in 1 − Π(1 − fⱼ).
 * The integrand is a polynomial in x, so a quadrature rule of enough points is exact; prefix and suffix products give the product
 * without each share in turn at a cost linear in the number of shares.
 */
function shapley(book: Book, shares: readonly Expression[]): readonly Expression[] {
  if (shares.length === 1) return shares
  const credits: Expression[][] = shares.map(() => [])
  for (const { at, weight } of quadrature(shares.length - 1)) {
    const x = book.constant(at)
    const factors = shares.map((share) => book.one.minus(x.times(share)))
    const before: Expression[] = [book.constant(weight)]
    for (const factor of factors) before.push((before.at(-1) as Expression).times(factor))
    let after = book.one
    for (let i = shares.length - 1; i >= 0; i--) {
      credits[i]?.push((before[i] as Expression).times(after))
      after = after.times(factors[i] as Expression)
    }
  }
  return shares.map((share, i) => share.times(book.sum(credits[i] as Expression[])))
}

function product(book: Book, factors: readonly Expression[]): Expression {
  return factors.reduce((total, factor) => total.times(factor), book.one)
}
