import { Exact } from '../../graph/exact.ts'

/** To 10 places first, as the ledger does, so that the last digit of a division cannot move a pound. */
const noise = 10

/** A value to some places, half away from zero, with thousands apart and a minus sign before it; never "−0". */
function digits(value: Exact, places: number, sign = ''): string {
  const rounded = rounding(value, places)
  const [whole = '0', part] = rounded.abs().toFixed(places).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded.lessThan(0) ? '−' : ''}${sign}${grouped}${part === undefined ? '' : `.${part}`}`
}

function rounding(value: Exact, places: number): Exact {
  return value.toDecimalPlaces(noise, Exact.ROUND_HALF_UP).toDecimalPlaces(places, Exact.ROUND_HALF_UP)
}

/** Whole pounds with their sign, for a sentence: £1,234,567. */
export function pounds(value: Exact): string {
  return digits(value, 0, '£')
}

/** Pounds and pence with their sign: £2.64. */
export function poundsAndPence(value: Exact): string {
  return digits(value, 2, '£')
}

/** Whole pounds without the sign, for a column headed £. */
export function wholePounds(value: Exact): string {
  return digits(value, 0)
}

/** Children, families or places to one place. */
export function people(value: Exact): string {
  return digits(value, 1)
}

/** A number in a sentence: at most one place, with thousands apart. */
export function inWords(value: Exact): string {
  return digits(value, 1).replace(/\.0$/, '')
}

/** A decimal text with thousands apart and a minus sign before it, all its places kept: 1,234.5. */
export function withThousands(decimal: string): string {
  const [whole = '', part] = decimal.split('.')
  const grouped = whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** A part of a whole as a percentage to one place; nothing where the whole is not above 0. */
export function percentage(part: Exact, whole: Exact): string {
  return whole.greaterThan(0) ? `${digits(part.times(100).dividedBy(whole), 1)}%` : ''
}

/** A share or a rate written 0.035 as a percentage, all its places kept: 3.5%. */
export function inPerCent(decimal: string): string {
  return `${withThousands(new Exact(decimal).times(100).toFixed())}%`
}

/** Which way a value goes once it is rounded to whole pounds: up, down, or nowhere. */
export function direction(value: Exact): 1 | 0 | -1 {
  const whole = rounding(value, 0)
  return whole.isZero() ? 0 : whole.lessThan(0) ? -1 : 1
}

/** The sum of some values. */
export function total(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.plus(value), new Exact(0))
}

/** A number of something: 1 year, 5 years. */
export function numberOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A month written 2028-05, in words: May 2028. */
export function monthInWords(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
}
