import { Decimal } from 'decimal.js'

/*
 * Works a formula in figures out again, written from the grammar in src/graph/arithmetic.ts and from nothing else of the program: its own
 * reader, its own arithmetic at 60 digits, its own rounding.
 */

const Digits = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 })

const token = /\s*(?:(?<number>[0-9]+(?:\.[0-9]+)?)|(?<name>[a-z][a-z0-9]*)|(?<sign>[-+*/(),]))/y

const functions: Record<string, (values: Decimal[]) => Decimal> = {
  sum: (values) => values.reduce((sum, value) => sum.plus(value)),
  min: (values) => values.reduce((least, value) => (value.lessThan(least) ? value : least)),
  max: (values) => values.reduce((most, value) => (value.greaterThan(most) ? value : most)),
  floor: ([value]) => (value as Decimal).plus('0.000000001').floor(),
  round2: ([value]) => (value as Decimal).toDecimalPlaces(10, Decimal.ROUND_HALF_UP).toDecimalPlaces(2, Decimal.ROUND_HALF_UP),
  sqrt: ([value]) => (value as Decimal).sqrt(),
  cbrt: ([value]) => (value as Decimal).cbrt(),
}

/** The value of a formula in figures. Throws where it is not of the grammar. */
export function workedOut(text: string): Decimal {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const found = token.exec(text)
    if (found === null) throw new Error(`not of the grammar at ${at}: ${text.slice(at, at + 20)}`)
    tokens.push(found[0].trim())
  }
  let place = 0
  const take = (expected?: string) => {
    const next = tokens[place++]
    if (next === undefined || (expected !== undefined && next !== expected))
      throw new Error(`got ${next}, expected ${expected}: ${text.slice(0, 200)}`)
    return next
  }
  const sum = (): Decimal => {
    let value: Decimal
    if (tokens[place] === '-') {
      take()
      value = product().negated()
    } else value = product()
    while (tokens[place] === '+' || tokens[place] === '-') value = take() === '+' ? value.plus(product()) : value.minus(product())
    return value
  }
  const product = (): Decimal => {
    let value = factor()
    while (tokens[place] === '*' || tokens[place] === '/') {
      const isTimes = take() === '*'
      const other = factor()
      value = isTimes ? value.times(other) : other.isZero() ? new Digits(0) : value.dividedBy(other)
    }
    return value
  }
  const factor = (): Decimal => {
    const next = take()
    if (/^[0-9]/.test(next)) return new Digits(next)
    if (next === '(') {
      const value = sum()
      take(')')
      return value
    }
    const named = Object.hasOwn(functions, next) ? functions[next] : undefined
    if (named === undefined) throw new Error(`no function ${next}: ${text.slice(0, 200)}`)
    take('(')
    const values = [sum()]
    while (tokens[place] === ',') {
      take()
      values.push(sum())
    }
    take(')')
    return named(values)
  }
  const value = sum()
  if (place !== tokens.length) throw new Error(`more after the end: ${tokens[place]}`)
  return value
}
