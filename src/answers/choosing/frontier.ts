/** What something costs and what it gives; both in any unit that adds up. */
export interface CostAndEffect {
  cost: number
  effect: number
}

export const standings = ['frontier', 'dominated', 'extendedly-dominated'] as const

/** Where an option stands among the others. */
export interface Standing {
  /**
   * `frontier`: nothing gives more for less. `dominated` (strong dominance): another costs no more and gives no less. `extendedly-dominated`
   * (extended dominance): not so, but the step to it costs more for each unit gained than the step beyond it.
   */
  status: (typeof standings)[number]
  /** The places of what dominates it: one option, or the two on the frontier between which it lies. */
  by: readonly number[]
  /** On the frontier, against the option before it: what more is paid and gained, and the incremental cost-effectiveness ratio. Absent for the first. */
  step?: { from: number; cost: number; effect: number; ratio: number }
}

/**
 * Where each option stands, in the order given: on the frontier, dominated or extendedly dominated. Of options that cost and give the
 * same, the first stands for all. Source: A. Briggs and others (2006), Decision modelling for health economic evaluation, chapter 1; the York
 * Health Economics Consortium's glossary, dominance and extended dominance.
 */
export function frontier(options: readonly CostAndEffect[]): Standing[] {
  const at = (place: number) => options[place] as CostAndEffect
  const standing: (Standing | undefined)[] = options.map(() => undefined)
  const order = [...options.keys()].sort((one, other) => at(one).cost - at(other).cost || at(other).effect - at(one).effect || one - other)
  const undominated: number[] = []
  for (const place of order) {
    const best = undominated.at(-1)
    if (best !== undefined && at(place).effect <= at(best).effect) standing[place] = { status: 'dominated', by: [best] }
    else undominated.push(place)
  }
  const kept: number[] = []
  for (const place of undominated) {
    while (isAbove(kept.at(-2), kept.at(-1), place, at)) kept.pop()
    kept.push(place)
  }
  let next = 0
  for (const place of undominated) {
    const before = kept[next - 1]
    if (place !== kept[next]) standing[place] = { status: 'extendedly-dominated', by: [before as number, kept[next] as number] }
    else {
      standing[place] = { status: 'frontier', by: [], ...(before === undefined ? {} : { step: stepBetween(before, place, at) }) }
      next += 1
    }
  }
  return standing as Standing[]
}

/** Whether the step to `place` costs more for each unit than the step from it to `next`; multiplied out, so that nothing is divided. */
function isAbove(
  before: number | undefined,
  place: number | undefined,
  next: number,
  at: (place: number) => CostAndEffect,
): place is number {
  if (before === undefined || place === undefined) return false
  const [a, b, c] = [at(before), at(place), at(next)]
  return (b.cost - a.cost) * (c.effect - b.effect) > (c.cost - b.cost) * (b.effect - a.effect)
}

function stepBetween(from: number, to: number, at: (place: number) => CostAndEffect) {
  const cost = at(to).cost - at(from).cost
  const effect = at(to).effect - at(from).effect
  return { from, cost, effect, ratio: cost / effect }
}
