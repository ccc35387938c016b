import { normalQuantile } from '../normal.ts'
import { betaScores, scoreReach, scoresPerUnit } from './beta-scores.ts'
import { BetaTail } from './beta-tail.ts'
import { cubicAt, hermiteCubics } from './cubics.ts'

/** Steps of the inner table to a chance of 1: it serves chances from 1/16 to 15/16, seven draws of eight. */
const steps = 512
const firstStep = steps / 16
const lastStep = steps - firstStep
const innerScores = Float64Array.from({ length: lastStep - firstStep + 1 }, (_, index) => normalQuantile((firstStep + index) / steps))

/** The end of the table of scores, just inside its last step. */
const mostPlace = 2 * scoreReach * scoresPerUnit - 1e-9

/**
 * The inverse of a beta distribution on 0 … 1 with exponents a and b of at least 1, within 1e-8, by cubics with exact slopes: for the inner
 * chances in even steps of the chance, and for the tails in even steps of its normal score.
 */
export class BetaQuantile {
  private readonly inner: Float64Array
  private readonly scores: Float64Array

  constructor(a: number, b: number) {
    const { cubics: scores, complete } = betaScores(a, b)
    const tail = new BetaTail(a, b)
    const values = innerScores.map((score) => atScore(scores, score))
    const slopes = values.map((x) => (complete * x * (1 - x)) / tail.weight(x))
    this.scores = scores
    this.inner = hermiteCubics(values, slopes, 1 / steps)
  }

  /** The value that is not exceeded with chance u, strictly between 0 and 1. */
  at(u: number): number {
    const place = u * steps - firstStep
    if (!(place >= 0 && place < lastStep - firstStep)) return atScore(this.scores, normalQuantile(u))
    return cubicAt(this.inner, place)
  }
}

function atScore(scores: Float64Array, z: number): number {
  return cubicAt(scores, Math.min(mostPlace, Math.max(0, (z + scoreReach) * scoresPerUnit)))
}
