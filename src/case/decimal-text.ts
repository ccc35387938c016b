import { decimalPattern } from './quantity.ts'

/*
 * Decimals of a case as text and as whole numbers of ten-billionths, so that they are compared exactly and written one way only.
 */

const decimal = new RegExp(decimalPattern)
const places = 10

/** Whether a text is a decimal that a case may hold: at most 13 digits before the point and 10 after. */
export function isDecimal(text: string): boolean {
  return decimal.test(text)
}

/** The text of a JavaScript number without an exponent: 1e-7 gives 0.0000001. Not a decimal where the number is not finite or not in reach. */
export function plainText(number: number): string {
  const text = String(number)
  const parts = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (parts === null) return text
  const [, sign, first, rest = '', exponent] = parts
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`
}

/**
 * A number as it is written in a text: a JavaScript number, or the text itself where a JavaScript number would be written back with an
 * exponent (0.0000001 as 1e-7), which a case does not take.
 */
export function writtenNumber(text: string): number | string {
  const number = Number(text)
  return isDecimal(text) && String(number).includes('e') ? text : number
}

/** The one way to write a legal decimal: no zeros at its end and no minus before zero. */
export function canonical(value: string | number): string {
  const text = typeof value === 'number' ? plainText(value) : value
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return trimmed === '-0' ? '0' : trimmed
}

/** A legal decimal as a whole number of ten-billionths. */
export function scaled(value: string | number): bigint {
  const text = canonical(value)
  const negative = text.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const size = BigInt(whole + fraction.padEnd(places, '0'))
  return negative ? -size : size
}

/**
 * What is wrong with a number as it is written in a JSON or YAML text; undefined where nothing is.
 * A number must match the decimal pattern and have at most 15 significant digits, or reading it would change it.
 */
export function numberFault(text: string): string | undefined {
  if (!isDecimal(text)) {
    if (/^[-+]?[0-9.]+e[-+]?[0-9]+$/i.test(text)) return 'Write the number in full, without an exponent.'
    if (/^[-+]?\.?(inf(inity)?|nan)$/i.test(text)) return 'A case holds finite numbers only.'
    const [whole = '', fraction = ''] = text.replace('-', '').split('.')
    if (/^[0-9]{14,}$/.test(whole)) return 'The number has more than 13 digits before the point.'
    if (/^[0-9]{11,}$/.test(fraction)) return 'The number has more than 10 digits after the point.'
    return 'Write the number in plain decimal form, such as 1500 or 0.192.'
  }
  // With 10 digits after the point, and 13 where there is none, zeros at the start or the end of a whole number never make it too long.
  const digits = text.replace(/[-.]/g, '').replace(/0+$/, '')
  return digits.length > 15 ? 'A number of more than 15 digits cannot be kept exactly; write it as a decimal string, in quotes.' : undefined
}

/** What a number written in a text must look like, for the `expected` of a problem. */
export const numberExpected =
  'a decimal number such as 1500 or 0.192: at most 13 digits before the point and 10 after, 15 in all unless in quotes'
