import { has, nothing, type Subset } from './subset.ts'

/** What a bound on every package is worked out from. */
export interface BoundFrom {
  /** The measure of each package that was looked at. */
  measures: ReadonlyMap<Subset, number>
  /** The measure of the empty package if it kept the grants, as every other package does. */
  start: number
  /** How many interventions there are. */
  count: number
  /** What each intervention costs by itself and the budget for all, where such costs add up; undefined where nothing of the kind is a limit. */
  budget?: { costs: readonly number[]; most: number } | undefined
}

/**
 * A value of the measure that no package exceeds, if no intervention adds more to a package than the most that it added to any that was
 * looked at. Each brings that most; under a budget of costs that add up, those that bring most for each pound first, the last in part.
 * Source: the fractional knapsack of G. B. Dantzig (1957), Discrete-variable extremum problems.
 */
export function upperBound({ measures, start, count, budget }: BoundFrom): number {
  const gains = Array.from({ length: count }, (_, place) => mostGained(measures, start, place))
  const wanted = gains.flatMap((gain, place) => (gain > 0 ? [{ gain, cost: budget?.costs[place] ?? 0 }] : []))
  wanted.sort((one, other) => other.gain * one.cost - one.gain * other.cost)
  let left = budget?.most ?? 0
  let bound = start
  for (const { gain, cost } of wanted) {
    const part = cost <= left ? 1 : left / cost
    bound += gain * part
    left -= cost * part
  }
  for (const value of measures.values()) bound = Math.max(bound, value)
  return bound
}

function mostGained(measures: ReadonlyMap<Subset, number>, start: number, place: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (const [subset, value] of measures) {
    if (!has(subset, place)) continue
    const without = subset ^ (1 << place)
    const before = without === nothing ? start : measures.get(without)
    if (before !== undefined) most = Math.max(most, value - before)
  }
  return most
}
