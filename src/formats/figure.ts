import { Exact, roundToPence } from '../graph/exact.ts'

/** How many places each kind of figure is shown to. */
const places = { money: 2, count: 6, ratio: 4, factor: 10 } as const
export type FigureKind = keyof typeof places

/** A number of an answer on its way out: an exact value and how it is shown. Only a format turns it into text. */
export class Figure {
  readonly value: Exact
  readonly kind: FigureKind
  private text: string | undefined

  constructor(value: Exact, kind: FigureKind) {
    this.value = value
    this.kind = kind
  }

  /** The figure as a plain decimal text with a fixed number of places, rounded half away from zero, never "-0.00". */
  toString(): string {
    this.text ??= this.written()
    return this.text
  }

  /** A figure in JSON is its text. */
  toJSON(): string {
    return this.toString()
  }

  private written(): string {
    const rounded = this.kind === 'money' ? roundToPence(this.value) : this.value.toDecimalPlaces(places[this.kind], Exact.ROUND_HALF_UP)
    return (rounded.isZero() ? rounded.abs() : rounded).toFixed(places[this.kind])
  }
}

/** Pounds, to the penny. */
export function money(value: Exact): Figure {
  return new Figure(value, 'money')
}

/** Children, families or places, to six places. */
export function count(value: Exact): Figure {
  return new Figure(value, 'count')
}

/** A ratio, to four places. */
export function ratio(value: Exact): Figure {
  return new Figure(value, 'ratio')
}

/** A discount factor, to ten places. */
export function factor(value: Exact): Figure {
  return new Figure(value, 'factor')
}

/** Whole pounds as a person writes them in a sentence: £1,234,567 or −£67,000. */
export function pounds(value: Exact): string {
  const whole = value.toDecimalPlaces(0, Exact.ROUND_HALF_UP)
  const digits = whole
    .abs()
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole.isNegative() && !whole.isZero() ? '−' : ''}£${digits}`
}

/** A number in a sentence: at most one place, with thousands apart. */
export function inWords(value: Exact): string {
  const rounded = value.toDecimalPlaces(1, Exact.ROUND_HALF_UP)
  const [whole = '0', part] = rounded.abs().toFixed().split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded.isNegative() && !rounded.isZero() ? '−' : ''}${digits}${part === undefined ? '' : `.${part}`}`
}
