import type { Figures } from '../figures.ts'
import { capacityWarnings } from './capacity.ts'
import { demandWarnings } from './demand.ts'
import { effectWarnings } from './effects.ts'
import { funderWarnings } from './funders.ts'
import { horizonWarnings } from './horizon.ts'
import { moneyWarnings } from './money.ts'
import { rangeWarnings } from './ranges.ts'
import type { Warning } from './warning.ts'

export type { Warning, WarningCode } from './warning.ts'

/** Every warning of an appraisal, in the order of the method. Source: method 8. */
export function warnings(figures: Figures): Warning[] {
  return [
    ...demandWarnings(figures),
    ...capacityWarnings(figures),
    ...effectWarnings(figures),
    ...moneyWarnings(figures),
    ...horizonWarnings(figures),
    ...funderWarnings(figures),
    ...rangeWarnings(figures),
  ]
}
