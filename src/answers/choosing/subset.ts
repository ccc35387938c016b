/** Some of the interventions that are chosen from, which stand in the order of their ids: one bit for each, the first id the lowest. */
export type Subset = number

/** The subset of none. */
export const nothing: Subset = 0

/** How many interventions a subset has. */
export function sizeOf(subset: Subset): number {
  let size = 0
  for (let left = subset; left !== 0; left &= left - 1) size += 1
  return size
}

/** Whether a subset has the intervention at a place. */
export function has(subset: Subset, place: number): boolean {
  return (subset & (1 << place)) !== 0
}

/** The ids of a subset. */
export function idsOf(subset: Subset, ids: readonly string[]): string[] {
  return ids.filter((_, place) => has(subset, place))
}

/** The order of subsets that are otherwise equal: fewer interventions first, then by their ids, the first that differs. */
export function byTie(one: Subset, other: Subset): number {
  const fewer = sizeOf(one) - sizeOf(other)
  if (fewer !== 0) return fewer
  const apart = one ^ other
  return apart === 0 ? 0 : (one & apart & -apart) !== 0 ? -1 : 1
}

/** Every subset of so many interventions, in the order of ties. */
export function everySubset(count: number): Subset[] {
  return Array.from({ length: 2 ** count }, (_, subset) => subset).sort(byTie)
}
