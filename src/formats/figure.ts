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
