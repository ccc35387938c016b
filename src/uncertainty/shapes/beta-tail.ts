import { exponential, logarithm } from '../elementary.ts'

/** Terms of the series at one half fall below 1e-17 of their sum well before this many. */
const mostTerms = 160

/**
 * The lower half of a beta distribution on 0 … 1 with exponents a and b of at least 1: the part up to one half.
 * The upper half is the lower half of the beta distribution with a and b exchanged.
 */
export class BetaTail {
  private readonly a: number
  private readonly b: number
  private readonly ratios: Float64Array

  constructor(a: number, b: number) {
    this.a = a
    this.b = b
    this.ratios = Float64Array.from({ length: mostTerms }, (_, k) => (a + b + k) / (a + 1 + k))
  }

  /** xᵃ (1 − x)ᵇ: the integrand of the incomplete beta function times x (1 − x). */
  weight(x: number): number {
    return exponential(this.a * logarithm(x) + this.b * logarithm(1 - x))
  }

  /**
   * The incomplete beta function ∫₀ˣ yᵃ⁻¹ (1 − y)ᵇ⁻¹ dy for 0 < x ≤ ½, given the weight at x.
   * Source: DLMF 8.17.8, Bₓ(a, b) = xᵃ (1 − x)ᵇ ÷ a × Σ (a + b)ₖ ÷ (a + 1)ₖ × xᵏ; every term is positive.
   */
  incomplete(x: number, weight = this.weight(x)): number {
    const { ratios } = this
    let term = 1
    let sum = 1
    for (let k = 0; k < mostTerms; k++) {
      term *= (ratios[k] as number) * x
      sum += term
      if (term < 1e-17 * sum) break
    }
    return (weight * sum) / this.a
  }

  /** Where the incomplete beta function is `target`, by Halley's method from a guess nearby. */
  solve(target: number, guess: number): number {
    let x = guess
    for (let step = 0; step < 50; step++) {
      const weight = this.weight(x)
      const slope = weight / (x * (1 - x))
      const newton = (this.incomplete(x, weight) - target) / slope
      const bend = (this.a - 1) / x - (this.b - 1) / (1 - x)
      const next = x - newton / Math.max(0.5, 1 - 0.5 * newton * bend)
      const held = Math.max(x / 2, Math.min(next, 0.5))
      const moved = Math.abs(held - x)
      x = held
      // The error after a step is about its cube, relative to x.
      if (moved < 1e-5 * x) break
    }
    return x
  }
}
