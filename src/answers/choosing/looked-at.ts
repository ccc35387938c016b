import { money } from '../../formats/figure.ts'
import type { Column } from '../../graph/columns/columns.ts'
import { asShown, type Choice, stepsOf } from './asked.ts'
import { upperBound } from './bound.ts'
import { type Known, search } from './search.ts'
import type { Setting } from './setting.ts'
import { byTie, everySubset, nothing, type Subset } from './subset.ts'
import { SubsetReader } from './subset-reader.ts'

/** Every package of up to so many interventions is looked at. */
export const mostToTryAll = 16
/** And only where that takes at most so many instructions: some seconds. */
const mostInstructions = 2e10

/** The packages that have been looked at, in the order of ties, with their measure and what the budget is on as they are shown. */
export interface LookedAt {
  subsets: readonly Subset[]
  measure: Column
  cost: Column
  /** Whether the budget allows it: 1 for each that it does. */
  allowed: Uint8Array
  /** Where not every package was looked at: what none exceeds, as the search supposes. */
  bound?: number
}

/** Looks at every package, or, where there are too many, searches among them. */
export async function lookAtPackages(setting: Setting): Promise<LookedAt> {
  const { varied, ids, choice, pause } = setting
  const reader = new SubsetReader(varied, ids, [choice.measure.line, choice.basis.line])
  const count = ids.length
  const isAll = count <= mostToTryAll && 2 ** count * reader.instructions <= mostInstructions
  if (isAll) return await lookedAt(everySubset(count), reader, setting)
  const found = await search(count, async (subsets): Promise<Known[]> => {
    const { measure, cost, allowed } = await lookedAt(subsets, reader, setting)
    return subsets.map((_, place) => ({
      measure: measure[place] as number,
      cost: cost[place] as number,
      isAllowed: allowed[place] === 1,
    }))
  })
  const subsets = [...found.keys()].sort(byTie)
  const at = (subset: Subset) => found.get(subset) as Known
  const [start] = await reader.read([nothing], pause, true)
  const { budget, budgetOn } = choice
  // What is paid for one intervention does not depend on the others; the depth of the cash does.
  const addsUp = budget !== undefined && budgetOn !== 'peakFunding'
  const singles = Array.from({ length: count }, (_, place) => 1 << place)
  return {
    subsets,
    measure: Float64Array.from(subsets, (subset) => at(subset).measure),
    cost: Float64Array.from(subsets, (subset) => at(subset).cost),
    allowed: Uint8Array.from(subsets, (subset) => (at(subset).isAllowed ? 1 : 0)),
    bound: upperBound({
      measures: new Map(subsets.map((subset) => [subset, at(subset).measure])),
      start: start?.[0] as number,
      count,
      budget: addsUp ? { costs: singles.map((single) => at(single).cost), most: budget.toNumber() } : undefined,
    }),
  }
}

async function lookedAt(subsets: readonly Subset[], reader: SubsetReader, setting: Setting): Promise<LookedAt> {
  const { choice, pause } = setting
  const [measure, cost] = (await reader.read(subsets, pause)) as [Column, Column]
  const most = choice.budget === undefined ? Number.POSITIVE_INFINITY : choice.budget.toNumber()
  const steps = stepsOf(choice.measure)
  return {
    subsets,
    measure: measure.map((value) => asShown(value, steps)),
    cost: cost.map((value) => asShown(value, 100)),
    allowed: Uint8Array.from(subsets, (subset, place) => {
      const value = cost[place] as number
      // Half a penny above the budget is where rounding decides, and the last digits of a column may be on the wrong side.
      const isClose = Math.abs(value - most - 0.005) <= 1e-9 * (1 + Math.abs(value))
      return (isClose ? Number(money(setting.exactly(subset).of(choice.basis)).toString()) : asShown(value, 100)) <= most ? 1 : 0
    }),
  }
}

/** The places of the allowed packages, the highest measure first; of those that show the same, fewer interventions first, then by id. */
export function ranked({ subsets, measure, allowed }: LookedAt): number[] {
  return [...subsets.keys()]
    .filter((place) => allowed[place] === 1)
    .sort((one, other) => (measure[other] as number) - (measure[one] as number) || byTie(subsets[one] as Subset, subsets[other] as Subset))
}

/** The places of some packages that were drawn, the highest P10 first; ties as for the measure. */
export function byP10(
  places: readonly number[],
  { subsets }: LookedAt,
  fates: ReadonlyMap<Subset, { p10: number }>,
  { measure }: Choice,
): number[] {
  const steps = stepsOf(measure)
  const p10 = (place: number) => asShown(fates.get(subsets[place] as Subset)?.p10 as number, steps)
  return [...places].sort((one, other) => p10(other) - p10(one) || byTie(subsets[one] as Subset, subsets[other] as Subset))
}
