import type { Exact } from './exact.ts'

/** decimal.js keeps a number as words of seven digits: s · Σ d[i] · 10^(7 · (floor(e ÷ 7) − i)). */
const digitsOfWord = 7
const base = 10 ** digitsOfWord

/** What makes exact numbers of so many digits. */
type Kind = typeof Exact

/** A decimal.js number while it is made: sign, exponent and words can be written. */
type Mutable = { -readonly [part in keyof Exact]: Exact[part] }

/**
 * The sum of finite exact values, rounded once to the digits of its kind, so that the order of the terms cannot move a digit.
 * It adds words in place where a chain of plus would copy both numbers at every term.
 */
export function total(kind: Kind, values: readonly Exact[]): Exact {
  const terms = values.filter(({ d }) => d[0] !== 0)
  if (terms.length < 2) return values.find((value) => value === terms[0]) ?? new kind(0)
  let highest = Number.NEGATIVE_INFINITY
  let below = Number.POSITIVE_INFINITY
  for (const { e, d } of terms) {
    const first = Math.floor(e / digitsOfWord)
    highest = Math.max(highest, first)
    below = Math.min(below, first - d.length)
  }
  const words = new Array<number>(highest - below).fill(0)
  for (const { s, e, d } of terms) {
    const offset = highest - Math.floor(e / digitsOfWord)
    for (let place = 0; place < d.length; place++) words[offset + place] = (words[offset + place] as number) + s * (d[place] as number)
  }
  let carry = carried(words)
  const sign = carry < 0 ? -1 : 1
  if (carry < 0) {
    words[0] = (words[0] as number) + carry * base
    for (let place = 0; place < words.length; place++) words[place] = -(words[place] as number)
    carry = carried(words)
  }
  return carry === 0 ? written(kind, sign, highest, words) : written(kind, sign, highest + 1, [carry, ...words])
}

/** Brings every word into 0 … base − 1 and gives what is left over the first, which is below 0 where the number is. */
function carried(words: number[]): number {
  let carry = 0
  for (let place = words.length - 1; place >= 0; place--) {
    const word = (words[place] as number) + carry
    carry = Math.floor(word / base)
    words[place] = word - carry * base
  }
  return carry
}

/** The number that has these words, the first of which stands for base to the power `highest`. */
function written(kind: Kind, s: number, highest: number, words: readonly number[]): Exact {
  const first = words.findIndex((word) => word !== 0)
  if (first < 0) return new kind(0)
  const d = words.slice(first, words.findLastIndex((word) => word !== 0) + 1)
  const e = (highest - first) * digitsOfWord + digitsIn(d[0] as number) - 1
  const number: Mutable = new kind(0)
  number.s = s
  number.e = e
  number.d = d
  const sum = number as Exact
  return d.length * digitsOfWord <= kind.precision ? sum : sum.toSignificantDigits(kind.precision)
}

function digitsIn(word: number): number {
  let digits = 1
  for (let power = 10; power <= word; power *= 10) digits++
  return digits
}
