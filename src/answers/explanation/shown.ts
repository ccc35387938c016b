import { count, type Figure, factor, money, ratio } from '../../formats/figure.ts'
import { Exact } from '../../graph/exact.ts'

/** A value of a line as the answer shows it: pounds to the penny, people and places to six places, the rest to ten. */
export function shown(value: Exact, unit: string): Figure {
  if (isMoney(unit)) return money(value)
  if (unit === 'ratio') return ratio(value)
  return unit === 'children' || unit === 'families' || unit === 'places or entries' ? count(value) : factor(value)
}

/** Whether a unit is pounds, of the day or of the base year. */
export function isMoney(unit: string): boolean {
  return unit.startsWith('pounds')
}

const places = 6

/** A number for reading: £1,234.57, or at most six places, with thousands apart. */
export function readable(value: Exact, unit = ''): string {
  const rounded = value.toDecimalPlaces(10, Exact.ROUND_HALF_UP).toDecimalPlaces(isMoney(unit) ? 2 : places, Exact.ROUND_HALF_UP)
  const [whole = '0', part] = (isMoney(unit) ? rounded.abs().toFixed(2) : rounded.abs().toFixed()).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded.isNegative() && !rounded.isZero() ? '−' : ''}${isMoney(unit) ? '£' : ''}${digits}${part === undefined ? '' : `.${part}`}`
}
