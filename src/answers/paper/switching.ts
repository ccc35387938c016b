import type { ReadCase } from '../../case/read-case.ts'
import { breakEven } from '../break-even.ts'
import type { ModelVersion } from '../model-version.ts'
import type { VariedCase } from '../varied.ts'
import type { Swings } from './swings.ts'

/** So many assumptions have their switching values sought: each is a search with exact appraisals at its end. */
const sought = 3

/** The switching values of one assumption: what it would have to be for net cashable, and for the net present value, to be nil. */
export type Switching = ReturnType<typeof switchingOf>[number]

/**
 * The switching values of the assumptions that move net cashable or the net present value most, those with ranges before those without. Throws
 * CheckFailure where a check fails. Source: the Green Book's switching values.
 */
export function switchingOf(ready: ReadCase, model: ModelVersion, varied: VariedCase, swings: { netCashable: Swings; npv: Swings }) {
  return mattersMost(swings).map((path) => {
    const at = (measure: string) => breakEven(ready, { model }, { path, measure }, varied)
    return { path, netCashable: at('netCashable'), npv: at('npv') }
  })
}

/** The paths that move either figure most, taken in turn from each. */
function mattersMost({ netCashable, npv }: { netCashable: Swings; npv: Swings }): string[] {
  const moving = ({ tornado, withoutRange }: Swings) =>
    [...tornado, ...withoutRange].filter(({ swing }) => !swing.value.isZero()).map(({ path }) => path)
  const [one, other] = [moving(netCashable), moving(npv)]
  const turns = Array.from({ length: Math.max(one.length, other.length) }, (_, place) => [one[place], other[place]]).flat()
  return [...new Set(turns.filter((path) => path !== undefined))].slice(0, sought)
}
