import { Decimal } from 'decimal.js'
import type { Expression, Graph } from './graph.ts'
import { Operation } from './operations.ts'
import { staleNodes } from './stale-nodes.ts'
import { total } from './total.ts'

/** Arithmetic at 34 digits, half away from zero: the answer. The one place of the graph that knows decimal.js. */
export const Exact = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 })
export type Exact = Decimal

const wholeStep = new Exact('0.000000001')
const constants = new WeakMap<Graph, Exact[]>()

/** An exact number from a text that has already been matched against the decimal pattern, or from a whole number. */
export function exactNumber(text: string | number): Exact {
  return new Exact(text)
}

/** Rounds to 10 places and then to pence, both half away from zero, so that the last digit of a division cannot move a penny. */
export function roundToPence(value: Exact): Exact {
  return isWholePence(value) ? value : value.toDecimalPlaces(10, Decimal.ROUND_HALF_UP).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
}

/** Whether rounding would change nothing, read off the words after the point: at most one of seven digits, the last five of them 0. */
function isWholePence({ d, e }: Exact): boolean {
  const after = d.length - 1 - Math.floor(e / 7)
  return after <= 0 || (after === 1 && (d[d.length - 1] as number) % 100_000 === 0)
}

/** The greatest whole number not above value + 10⁻⁹, so that a whole step is not lost to a last digit. */
export function wholeSteps(value: Exact): Exact {
  return value.plus(wholeStep).floor()
}

/** Whether a value is 0, read off its first word: decimal.js keeps no leading zeros. */
function isZero(value: Exact): boolean {
  return (value.d as number[])[0] === 0
}

/**
 * The sign of a − b, read off the signs, exponents and words, because decimal.js copies an operand before it compares.
 * Both values are finite and without trailing zero words, as every decimal.js result is.
 */
export function compare(a: Exact, b: Exact): number {
  const x = a.d as number[]
  const y = b.d as number[]
  if (x[0] === 0 || y[0] === 0) return x[0] !== 0 ? a.s : y[0] !== 0 ? -b.s : 0
  if (a.s !== b.s) return a.s
  if (a.e !== b.e) return a.e > b.e ? a.s : -a.s
  const words = Math.min(x.length, y.length)
  for (let place = 0; place < words; place++) {
    const difference = (x[place] as number) - (y[place] as number)
    if (difference !== 0) return difference > 0 ? a.s : -a.s
  }
  return x.length === y.length ? 0 : x.length > y.length ? a.s : -a.s
}

/** Every node's exact value, by the values of the inputs by path (decimal texts). */
export class ExactValues {
  private kept: readonly Exact[]
  private readonly kind: typeof Exact
  /** The texts of the graph's inputs that the values were read from, in their order. */
  readonly texts: readonly string[]

  constructor(values: readonly Exact[], kind: typeof Exact = Exact, texts: readonly string[] = []) {
    this.kept = values
    this.kind = kind
    this.texts = texts
  }

  /** Whether the values were read with so many digits. */
  isOf(kind: typeof Exact): boolean {
    return this.kind === kind
  }

  get values(): readonly Exact[] {
    return this.kept
  }

  /**
   * Lets all values go, when nobody will ask for one again. Without this, the collector carries those of the last case over to its old generation each
   * time it runs, and must then stop for long to find them dead: at 20 appraisals a second on one core, 1 in 100 took 160 ms, with it 66.
   */
  letGo(): void {
    this.kept = []
  }

  /** The exact value of one node. Throws where the values have been let go. */
  of(expression: Expression): Exact {
    const value = this.kept[expression.index]
    if (value === undefined) throw new Error(`node ${expression.index} has no value here any more`)
    return value
  }

  /** The sum of some nodes' values, with as many digits as they were read with. */
  sum(expressions: readonly Expression[]): Exact {
    return total(
      this.kind,
      expressions.map((expression) => this.of(expression)),
    )
  }
}

/** Values this large leave too few of 34 digits under the penny. */
const largestExponent = 20

/**
 * Reads a graph exactly: at 34 significant digits, and again with more where a value grows so large that 34 would not reach the penny.
 * `given` answers the decimal text of an input by its path. `before` are the values of the same graph at other inputs: what depends on nothing that
 * has changed is taken over from there, which changes no value and takes a fraction of the time. Source: method, conventions.
 */
export function readExactly(graph: Graph, given: (path: string) => string, before?: ExactValues): ExactValues {
  const texts = graph.inputs.map((path) => given(path))
  const values = readWith(Exact, graph, constantsOf(graph), texts, before?.isOf(Exact) === true ? before : undefined)
  const exponent = values.reduce((largest, value) => Math.max(largest, isZero(value) ? 0 : value.e), 0)
  if (exponent <= largestExponent) return new ExactValues(values, Exact, texts)
  const Wider = Exact.clone({ precision: exponent + Exact.precision - largestExponent })
  const constants = graph.constants.map((text) => new Wider(text))
  return new ExactValues(readWith(Wider, graph, constants, texts), Wider, texts)
}

function readWith(Kind: typeof Exact, graph: Graph, constant: readonly Exact[], texts: readonly string[], before?: ExactValues): Exact[] {
  const { operation, left, right, operands, size } = graph
  const zero = new Kind(0)
  const inputs = texts.map((text) => new Kind(text))
  const values = new Array<Exact>(size)
  const stale = before === undefined ? undefined : staleNodes(graph, texts, before)
  for (let index = 0; index < size; index++) {
    if (stale?.[index] === 0) {
      values[index] = before?.values[index] as Exact
      continue
    }
    const l = left[index] as number
    const r = right[index] as number
    switch (operation[index]) {
      case Operation.constant:
        values[index] = constant[l] as Exact
        break
      case Operation.input:
        values[index] = inputs[l] as Exact
        break
      case Operation.plus: {
        const a = values[l] as Exact
        const b = values[r] as Exact
        values[index] = isZero(b) ? a : isZero(a) ? b : a.plus(b)
        break
      }
      case Operation.minus: {
        const a = values[l] as Exact
        const b = values[r] as Exact
        values[index] = isZero(b) ? a : a.minus(b)
        break
      }
      case Operation.times: {
        const a = values[l] as Exact
        const b = values[r] as Exact
        values[index] = isZero(a) || isZero(b) ? zero : a.times(b)
        break
      }
      case Operation.over: {
        const a = values[l] as Exact
        const b = values[r] as Exact
        values[index] = isZero(a) || isZero(b) ? zero : a.dividedBy(b)
        break
      }
      case Operation.min: {
        const a = values[l] as Exact
        const b = values[r] as Exact
        values[index] = compare(b, a) < 0 ? b : a
        break
      }
      case Operation.max: {
        const a = values[l] as Exact
        const b = values[r] as Exact
        values[index] = compare(b, a) > 0 ? b : a
        break
      }
      case Operation.floor:
        values[index] = wholeSteps(values[l] as Exact)
        break
      case Operation.round2:
        values[index] = roundToPence(values[l] as Exact)
        break
      case Operation.squareRoot:
        values[index] = (values[l] as Exact).squareRoot()
        break
      case Operation.cubeRoot:
        values[index] = (values[l] as Exact).cubeRoot()
        break
      default: {
        const terms: Exact[] = []
        for (let place = l; place < l + r; place++) terms.push(values[operands[place] as number] as Exact)
        values[index] = total(Kind, terms)
      }
    }
  }
  return values
}

function constantsOf(graph: Graph): Exact[] {
  const known = constants.get(graph) ?? []
  for (let place = known.length; place < graph.constants.length; place++) known.push(new Exact(graph.constants[place] as string))
  constants.set(graph, known)
  return known
}

/**
 * The float64 nearest to an exact value, to about one part in 10¹⁴, without a detour over text.
 * A decimal.js number holds its digits in words of seven, the first of which has as many as the exponent leaves.
 */
export function nearlyFloat(value: Exact): number {
  const words = value.d
  if (words === null) return value.s * Number.POSITIVE_INFINITY
  const first = words[0] as number
  const digits =
    words.length > 2
      ? (first * 1e7 + (words[1] as number)) * 1e7 + (words[2] as number)
      : words.length > 1
        ? first * 1e7 + (words[1] as number)
        : first
  const shift = Math.floor(value.e / 7) * 7 - (Math.min(words.length, 3) - 1) * 7
  return value.s * (shift < 0 ? digits / powerOfTen(-shift) : digits * powerOfTen(shift))
}

const powersOfTen = Array.from({ length: 309 }, (_, exponent) => Number(`1e${exponent}`))
function powerOfTen(exponent: number): number {
  return powersOfTen[exponent] ?? Number.POSITIVE_INFINITY
}
