import type { CompleteCase } from '../../case/complete.ts'
import { valueAt } from '../../case/paths.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import { holderOf, inputWords, ownerWords } from '../explanation/titles.ts'

const asPercent = new Set(['proportion', 'relative change', 'rate a year'])

/** A value in its unit, for a sentence: 31.2%, £120,241.37 a year, 9.5 months. */
export function valueWords(value: Exact, unit: string): string {
  if (asPercent.has(unit)) return `${signed(fewDigits(value.times(100), 1))}%${unit === 'rate a year' ? ' a year' : ''}`
  if (unit.startsWith('pounds')) return `${poundsWords(value)}${unit.slice('pounds'.length)}`
  return `${signed(fewDigits(value, 2))}${['index', 'choice', 'ratio', 'factor'].includes(unit) ? '' : ` ${unit}`}`
}

/** Pounds and pence with thousands apart: −£1,234.50; whole pounds where there are no pence. */
export function poundsWords(value: Exact): string {
  const rounded = value.toDecimalPlaces(2)
  const text = grouped(rounded.abs().toFixed(rounded.isInteger() ? 0 : 2))
  return `${rounded.isNegative() && !rounded.isZero() ? '−' : ''}£${text}`
}

/** A target in a sentence: nil, or the value. */
export function targetWords(value: Exact, unit: string): string {
  return value.isZero() ? 'nil' : valueWords(value, unit)
}

/** At least so many places, and more where a small value would lose its first three digits. */
function fewDigits(value: Exact, least: number): Exact {
  const rounded = value.toDecimalPlaces(least)
  return value.abs().lessThan(10) && !value.isZero() ? value.toSignificantDigits(3) : rounded
}

function signed(value: Exact): string {
  return `${value.isNegative() && !value.isZero() ? '−' : ''}${grouped(value.abs().toFixed())}`
}

function grouped(text: string): string {
  const [whole = '', part] = text.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`
}

/** What a quantity is called at the start of a sentence: its meaning, and whose it is. */
export function quantityWords(complete: CompleteCase, path: string): string {
  const meaning = inputWords(complete, path)
  const owner = ownerWords(complete, holderOf(path))
  return `${capital(meaning)}${owner === '' ? '' : ` (${owner})`}`
}

/** What is said of a value at which a measure is its target. */
export interface Told {
  path: string
  unit: string
  central: Exact
  value: Exact
  /** The measure in words and its target, and whether the case reaches the target as it stands. */
  measure: string
  target: string
  isReached: boolean
}

/** One crossing in a sentence: what would have to be true, or how far the value may move before it no longer is. */
export function crossingWords(complete: CompleteCase, { path, unit, central, value, measure, target, isReached }: Told): string {
  const now = `(central ${valueWords(central, unit)})`
  const name = measure.charAt(0).toLowerCase() + measure.slice(1)
  if (central.equals(value)) return `${quantityWords(complete, path)} stands at ${valueWords(value, unit)}, where ${name} is ${target}.`
  if (isReached) {
    const moves = value.lessThan(central) ? 'fall' : 'rise'
    return `${quantityWords(complete, path)} may ${moves} to ${valueWords(value, unit)} ${now} before ${name} is ${target}.`
  }
  const [, intervention] = path.split('.')
  if (path.endsWith('.reduction') && value.greaterThan(0)) {
    const title = valueAt(complete, `interventions.${intervention}.title`) ?? intervention
    return `${capital(String(title))} must reduce entries by ${valueWords(value, unit)} ${now} for ${name} to be ${target}.`
  }
  return `${quantityWords(complete, path)} must be ${valueWords(value, unit)} ${now} for ${name} to be ${target}.`
}

/** How a sentence names a quantity that no value of will do. */
export function noneWords(
  complete: CompleteCase,
  { path, unit, value, measure, target }: Told,
  ends: readonly [string, string],
  at: string,
): string {
  const name = measure.charAt(0).toLowerCase() + measure.slice(1)
  const [low, high] = ends.map((each) => valueWords(exactNumber(each), unit))
  return `No value from ${low} to ${high} makes ${name} ${target}: ${quantityWords(complete, path).charAt(0).toLowerCase()}${quantityWords(complete, path).slice(1)} comes nearest at ${valueWords(value, unit)}, where it is ${at}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
