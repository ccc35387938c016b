import { monthAfter } from './calendar.ts'
import type { CompleteCase, CompleteIntervention } from './complete.ts'

/** A value that the method takes where the case leaves it out, and that the case itself goes on leaving out. */
export interface Implied {
  key: string
  value: string
  unit: string
}

/** 365.25 / 7 to ten places; the method uses the fraction itself. */
const weeksPerYear = '52.1785714286'

/** The values that the method takes for prices that are left out. */
export function impliedPrices({ prices }: CompleteCase): Implied[] {
  return prices.weeksPerYear === undefined ? [{ key: 'weeksPerYear', value: weeksPerYear, unit: 'weeks a year' }] : []
}

/** The price year of an amount that gives none: it is in base-year prices already. */
export function impliedPriceYear({ prices }: CompleteCase, line: { priceYear?: string }): Implied[] {
  return line.priceYear === undefined ? [{ key: 'priceYear', value: prices.baseYear, unit: 'financial year' }] : []
}

/**
 * The months of a cost or a saving that gives none: once, in the month it starts; every year, from the intervention's start until the last
 * family has left, or to the end of the horizon where the intervention has no end.
 */
export function impliedMonths(
  theCase: CompleteCase,
  intervention: CompleteIntervention,
  line: { per: string; month?: string; from?: string; to?: string },
): Implied[] {
  const unit = 'month'
  if (line.per === 'once') return line.month === undefined ? [{ key: 'month', value: line.from ?? intervention.start, unit }] : []
  if (line.per !== 'year') return []
  const { end, programme } = intervention
  const last = end === undefined ? monthAfter(theCase.start, theCase.years * 12 - 1) : monthAfter(end, programme.months - 1)
  const from = line.from === undefined ? [{ key: 'from', value: intervention.start, unit }] : []
  const to = line.to === undefined ? [{ key: 'to', value: last, unit }] : []
  return [...from, ...to]
}
