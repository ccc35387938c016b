import type { Figure } from '../formats/figure.ts'
import { exactNumber } from '../graph/exact.ts'
import { assumptionBy } from './assumption-id.ts'
import { shown } from './explanation/shown.ts'
import type { Figures } from './figures.ts'
import { noOneValue } from './line-error.ts'
import { type Asked, askedBy, isRatioOfNothing, nodesOf } from './line-id.ts'
import { payback } from './payback.ts'

/** One value of an answer: a figure, a word such as a month or a status, or null where the answer gives none. */
export type LineValue = Figure | string | null

/** A value as a bare text; none where the answer gives none. */
export function bareText(value: LineValue): string {
  return value === null ? 'none' : value.toString()
}

/**
 * The value of a line by its id, which is as for `askedBy`: headline.netCashable, financial.cashable@2026-27, demand.care.entries@2026-05.
 * It is what the answer itself shows. The path of an assumption gives its value, as the register has it. Throws a LineError for an id or a period that is not there, and for months or years that do not
 * add up to one value.
 */
export function lineValue(figures: Figures, id: string): LineValue {
  const assumption = assumptionBy(figures, id)
  if (assumption !== undefined) return assumption.value
  const asked = askedBy(figures, id)
  const { from, meaning } = asked
  if (from.is === 'payback') return payback(figures)[from.what]
  if (from.is === 'list') throw noOneValue(figures, id, asked.id, from.of[0]?.line.period ?? 'month')
  if (isRatioOfNothing(figures, asked)) return null
  if (from.is !== 'ratio') return shown(figures.sum(nodesOf(asked)), meaning.unit)
  const [over, under] = [from.over, from.under].map((each: Asked) => figures.sum(nodesOf(each)))
  return shown((over ?? exactNumber(0)).dividedBy(under ?? exactNumber(1)), meaning.unit)
}
