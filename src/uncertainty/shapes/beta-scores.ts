import { exponential } from '../elementary.ts'
import { normalDensity, normalProbability, normalQuantile } from '../normal.ts'
import { BetaTail } from './beta-tail.ts'
import { hermiteCubics } from './cubics.ts'

/** The table reaches from −8.3125 to 8.3125: uniform numbers of 53 bits have normal scores within ±8.21. */
export const scoreReach = 8.3125
/** Steps of the table to one unit of the normal score. */
export const scoresPerUnit = 16

const steps = 2 * scoreReach * scoresPerUnit
const scores = Float64Array.from({ length: steps + 1 }, (_, index) => index / scoresPerUnit - scoreReach)
const probabilities = scores.map(normalProbability)
const densities = scores.map(normalDensity)

/**
 * G(z) = F⁻¹(Φ(z)) of the beta distribution with exponents a and b (at least 1), as the four coefficients of a cubic in each step of z:
 * Hermite's, from the exact values and slopes at the ends. The lower half is solved outwards from the middle, each value from its
 * neighbour; the upper half is the lower half of the mirrored distribution, so that both tails keep their digits. `complete` is the
 * complete beta function, from the two halves.
 */
export function betaScores(a: number, b: number): { cubics: Float64Array; complete: number } {
  const lower = new BetaTail(a, b)
  const upper = new BetaTail(b, a)
  const half = lower.incomplete(0.5)
  const complete = half + upper.incomplete(0.5)
  const values = new Float64Array(steps + 1)
  const slopes = new Float64Array(steps + 1)
  const middle = normalQuantile(half / complete)
  solveOutwards(lower, complete, middle, (index, value, slope) => {
    values[index] = value
    slopes[index] = slope
  })
  solveOutwards(upper, complete, -middle, (index, value, slope) => {
    values[steps - index] = 1 - value
    slopes[steps - index] = slope
  })
  return { cubics: hermiteCubics(values, slopes, 1 / scoresPerUnit), complete }
}

/** Solves one half at every score of the table below `middle`, where the half ends at x = ½, from there downwards. */
function solveOutwards(
  tail: BetaTail,
  complete: number,
  middle: number,
  found: (index: number, value: number, slope: number) => void,
): void {
  let x = 0.5
  let z = middle
  /** d ln x ÷ dz here and one step before: it changes slowly, so it foretells the next x well. */
  let rate = (normalDensity(z) * complete * 0.5) / tail.weight(0.5)
  let before = rate
  for (let index = Math.floor((middle + scoreReach) * scoresPerUnit); index >= 0; index--) {
    const score = scores[index] as number
    const guess = x * exponential((score - z) * (1.5 * rate - 0.5 * before))
    x = tail.solve(complete * (probabilities[index] as number), Math.min(0.5, guess))
    z = score
    const slope = ((densities[index] as number) * complete * x * (1 - x)) / tail.weight(x)
    found(index, x, slope)
    before = rate
    rate = slope / x
  }
}
