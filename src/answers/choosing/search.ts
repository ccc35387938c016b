import { byTie, has, nothing, type Subset } from './subset.ts'

/** What is known of a package while searching: the measure as it is shown, what it costs, and whether the budget allows it. */
export interface Known {
  measure: number
  cost: number
  isAllowed: boolean
}

/** Looks some packages up. */
export type Look = (subsets: readonly Subset[]) => Promise<readonly Known[]>

/**
 * Looks for the best package among too many to look at each: from nothing, from everything and from each intervention by itself, the best
 * of all packages that differ by one intervention added, taken out or exchanged is taken, until none is better. Gives every package that was
 * looked at.
 */
export async function search(count: number, look: Look): Promise<Map<Subset, Known>> {
  const known = new Map<Subset, Known>()
  const all = 2 ** count - 1
  const singles = Array.from({ length: count }, (_, place) => 1 << place)
  const lookAt = async (subsets: readonly Subset[]) => {
    const fresh = subsets.filter((subset) => !known.has(subset))
    const found = await look(fresh)
    for (const [place, subset] of fresh.entries()) known.set(subset, found[place] as Known)
  }
  for (const start of [nothing, all, ...singles]) {
    await lookAt([start])
    for (let here: Subset | undefined = start; here !== undefined; ) {
      const near = neighbours(here, count)
      await lookAt(near)
      here = best([here, ...near], known, here)
    }
  }
  return known
}

/** The best of some packages; undefined where that is the one it started from. */
function best(subsets: readonly Subset[], known: ReadonlyMap<Subset, Known>, start: Subset): Subset | undefined {
  const found = subsets.reduce((one, other) => (isBetter(other, one, known) ? other : one))
  return found === start ? undefined : found
}

/** What the budget allows is better than what it does not; beyond the budget, what costs less is. */
function isBetter(one: Subset, other: Subset, known: ReadonlyMap<Subset, Known>): boolean {
  const [a, b] = [known.get(one) as Known, known.get(other) as Known]
  if (a.isAllowed !== b.isAllowed) return a.isAllowed
  const apart = a.isAllowed ? a.measure - b.measure : b.cost - a.cost
  return apart === 0 ? byTie(one, other) < 0 : apart > 0
}

function neighbours(subset: Subset, count: number): Subset[] {
  const places = Array.from({ length: count }, (_, place) => place)
  const changed = places.map((place) => subset ^ (1 << place))
  const inside = places.filter((place) => has(subset, place))
  const outside = places.filter((place) => !has(subset, place))
  return [...changed, ...inside.flatMap((out) => outside.map((into) => subset ^ (1 << out) ^ (1 << into)))]
}
