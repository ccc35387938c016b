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
  /** Whether another such value lies between this one and the central value. */
  isFurther?: boolean
}

/** One crossing in a sentence: what would have to be true, or how far the value may move before it no longer is. */
export function crossingWords(complete: CompleteCase, told: Told): string {
  const { path, unit, central, value, measure, target, isReached, isFurther } = told
  const now = `(central ${valueWords(central, unit)})`
  const name = lower(measure)
  if (central.equals(value)) return `${quantityWords(complete, path)} stands at ${valueWords(value, unit)}, where ${name} is ${target}.`
  if (isFurther === true) {
    return `${capital(name)} is ${target} also where ${lower(quantityWords(complete, path))} is ${valueWords(value, unit)}.`
  }
  if (isReached) {
    const moves = value.lessThan(central) ? 'fall' : 'rise'
    return `${quantityWords(complete, path)} may ${moves} to ${valueWords(value, unit)} ${now} before ${name} is ${target}.`
  }
  const [, intervention] = path.split('.')
  if (path.endsWith('.reduction') && value.greaterThan(0)) {
    const title = valueAt(complete, `interventions.${intervention}.title`) ?? intervention
    return `${capital(String(title))} must cut the risk of the children it reaches by ${valueWords(value, unit)} ${now} for ${name} to be ${target}.`
  }
  return `${quantityWords(complete, path)} must be ${valueWords(value, unit)} ${now} for ${name} to be ${target}.`
}

/** That no value between the ends will do, and which brings the measure closest: `at` is the measure there. */
export function noneWords(complete: CompleteCase, told: Told, ends: readonly [string, string], at: string): string {
  const { path, unit, value, measure, target } = told
  const closest = `Of all values from ${span(ends, unit)}, ${valueWords(value, unit)} brings it closest, to ${at}.`
  return `${quantityWords(complete, path)} cannot bring ${lower(measure)} to ${target} by itself. ${closest}`
}

/** That the quantity moves nothing between the ends: `at` is the measure throughout. */
export function noDifferenceWords(complete: CompleteCase, told: Told, ends: readonly [string, string], at: string): string {
  const { path, unit, measure } = told
  return `${quantityWords(complete, path)} makes no difference: ${lower(measure)} stays at ${at}, whatever it is from ${span(ends, unit)}.`
}

/** The measure at the whole numbers on either side of a value of what is counted in whole things: values and measures in words. */
export function wholeWords(unit: string, sides: readonly { value: string; measure: string }[]): string {
  const said = sides.map(({ value, measure }) => `at ${value} it is ${measure}`)
  return said.length === 0 ? '' : ` In whole ${unit}, ${said.join(' and ')}.`
}

/** A jump over the target in a sentence. */
export function jumpWords(
  complete: CompleteCase,
  { path, unit, value, measure, target }: Told,
  [below, above]: readonly [string, string],
): string {
  const what = lower(quantityWords(complete, path))
  return `Where ${what} reaches ${valueWords(value, unit)}, ${lower(measure)} jumps from ${below} to ${above}, over ${target}.`
}

/** A stretch on which the measure is its target throughout, in a sentence. */
export function stretchWords(complete: CompleteCase, { path, unit, measure, target }: Told, [from, to]: readonly [Exact, Exact]): string {
  const ends = span([from.toFixed(), to.toFixed()], unit)
  return `${capital(measure)} is ${target} wherever ${lower(quantityWords(complete, path))} lies from ${ends}.`
}

/** Two values in their unit, which is named once: 0 to 20 families a month, £0 to £500 a week, 0% to 100%. */
function span([low, high]: readonly [string, string], unit: string): string {
  const [from, to] = [exactNumber(low), exactNumber(high)]
  const bare = unit.startsWith('pounds')
    ? poundsWords(from)
    : asPercent.has(unit)
      ? valueWords(from, 'proportion')
      : valueWords(from, 'ratio')
  return `${bare} to ${valueWords(to, unit)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
