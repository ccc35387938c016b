import { canonical, isDecimal } from '../case/decimal-text.ts'
import type { ReadCase } from '../case/read-case.ts'
import type { Figure } from '../formats/figure.ts'
import { type Exact, exactNumber } from '../graph/exact.ts'
import type { Expression } from '../graph/graph.ts'
import { nameInSentence } from '../method/lines.ts'
import { hashOf, type Workshop } from './appraise.ts'
import { type PathAsked, type Sought, soughtBy } from './break-even/asked-path.ts'
import { grid } from './break-even/grid.ts'
import { type Bracket, type Curve, search, type Within } from './break-even/search.ts'
import { ExactAt, leastShown, type Settled, settled, sidesOf, touchedAt } from './break-even/settle.ts'
import { stretches } from './break-even/stretches.ts'
import {
  crossingWords,
  jumpWords,
  noDifferenceWords,
  noneWords,
  quantityWords,
  stretchWords,
  targetWords,
  valueWords,
  wholeWords,
} from './break-even/words.ts'
import { type Measure, measureOf } from './measure.ts'
import { forOption, OptionError } from './option-error.ts'
import { Probe } from './probe.ts'
import { type Setting, settingOf } from './setting.ts'
import { VariedCase } from './varied.ts'

/** What is sought: the value of a quantity at which a measure is a target. */
export interface BreakEvenAsked extends PathAsked {
  measure: string
  /** The target in the measure's own unit; 0 where it is left out. */
  target?: string | undefined
}

/** Where a measure reaches a target, its figures still exact. */
export type BrokenEven = ReturnType<typeof breakEven>

/**
 * Every value of one quantity at which a measure reaches a target, or, where there is none, the value that comes nearest. Each value is read again
 * exactly, with every check of the answer. Throws an OptionError for a path, a measure, a target or ends that cannot be taken, and
 * CheckFailure, with no number, where a check fails. `varied` is the same case where whoever asks has it already. Source: the Green Book's
 * switching values.
 */
export function breakEven(ready: ReadCase, { model }: Pick<Workshop, 'model'>, asked: BreakEvenAsked, varied = new VariedCase(ready)) {
  const measure = forOption('measure', asked.measure, () => measureOf(varied, asked.measure))
  const sought = soughtBy(varied, asked)
  const target = targetOf(asked.target ?? '0')
  const seeker = new Seeker(ready, varied, measure, sought, target)
  const { id, label, unit, line, figure } = measure
  const found = seeker.found()
  const { assumption, path } = sought
  return {
    model: { ...model },
    caseHash: hashOf(ready.case),
    path,
    meaning: quantityWords(varied.figures.complete, path),
    unit: assumption.unit,
    central: assumption.value,
    origin: assumption.origin,
    range: assumption.range === undefined ? undefined : { ...assumption.range },
    measure: { id, label, unit, value: figure(varied.figures.of(line)) },
    target: figure(target),
    bounds: { low: sought.low, high: sought.high },
    ...found,
  }
}

/** Which way a measure goes where it reaches its target: up, down, or just there and back. */
type Direction = 'rising' | 'falling' | 'touching'

/** Units of what is counted in whole things; families and children a month or a year are rates, and may be parts. */
const countedInWhole = new Set(['places', 'children'])

/** What is looked for in one case, with the readers that look. */
class Seeker {
  private readonly ready: ReadCase
  private readonly varied: VariedCase
  private readonly measure: Measure
  private readonly sought: Sought
  private readonly target: Exact
  private readonly central: Exact
  private readonly exact: ExactAt
  private readonly unit: number

  constructor(ready: ReadCase, varied: VariedCase, measure: Measure, sought: Sought, target: Exact) {
    this.ready = ready
    this.varied = varied
    this.measure = measure
    this.sought = sought
    this.target = target
    this.central = exactNumber(sought.assumption.value)
    this.exact = new ExactAt(varied, measure, sought.assumption)
    this.unit = leastShown(measure)
  }

  found() {
    const { low, high } = this.sought
    const within = { low: Number(low), high: Number(high), centre: Number(this.sought.assumption.value), unit: this.unit }
    const [smooth, shown] = [this.curve(this.measure.line, false), this.curve(this.measure.line, true)]
    const flat = stretches(shown, within)
    const { brackets, nearest, isCut } = search(smooth, within)
    const apart = brackets.filter(
      ({ low: from, high: to }) => !flat.some((each) => to >= each.from - this.edge(each.from) && from <= each.to + this.edge(each.to)),
    )
    const ends = { low: exactNumber(low), high: exactNumber(high), target: this.target, unit: this.unit }
    const isFurther = ({ low: from, high: to }: Bracket) =>
      apart.some((other) =>
        from > within.centre ? other.low > within.centre && other.high < from : other.high < within.centre && other.low > to,
      )
    const settledAt = apart
      .filter(({ jumps }) => !jumps)
      .map((each) => ({ ...each, ...settled(this.exact, smooth, shown, (each.low + each.high) / 2, ends), isFurther: isFurther(each) }))
    const crossings = settledAt.flatMap((each, place) => {
      // Up to the target and back within ten decimal places is a touch, and one value.
      if (settledAt[place - 1]?.value.equals(each.value)) return []
      const isTouch = settledAt[place + 1]?.value.equals(each.value) === true
      return [this.crossing(each, isTouch ? 'touching' : each.rises ? 'rising' : 'falling', each.isFurther && !isTouch)]
    })
    const jumps = apart.filter(({ jumps: isJump }) => isJump).map((each) => this.jump(each.low, each.high, each.rises))
    const touched = crossings.length + jumps.length + flat.length === 0 ? this.touch(nearest, shown) : []
    crossings.push(...touched)
    const level = flat.map(({ from, to }) => this.stretch(from, to))
    const isFound = crossings.length + level.length > 0
    const unmoved = isFound || jumps.length > 0 ? null : this.unmoved(shown, within)
    const closest = isFound || unmoved !== null ? null : this.closest(nearest)
    const said = [...crossings, ...level, ...[closest, unmoved].filter((each) => each !== null), ...jumps].map(({ sentence }) => sentence)
    return { sentence: said.join(' '), crossings, jumps, stretches: level, closest, unmoved, more: isCut }
  }

  /** The measure less its target; the last digits of float64 are no difference. */
  private curve(line: Expression, pence: boolean): Curve {
    const { path } = this.sought
    const probe = new Probe(this.varied, [path], [line], { pence })
    const target = this.target.toNumber()
    return (values) => {
      const read = probe.read(values.map((value) => ({ path, value })))
      return read.map((value) => (Math.abs(value - target) <= 1e-13 * (Math.abs(value) + Math.abs(target)) ? 0 : value - target))
    }
  }

  private edge(value: number): number {
    return Math.max(1e-8, Math.abs(value) * 1e-8)
  }

  private crossing({ value, measure }: Settled, direction: Direction, isFurther: boolean) {
    const { range } = this.sought.assumption
    const whole = this.whole(value)
    return {
      ...this.place(value),
      measure: this.measure.figure(measure),
      difference: this.measure.figure(measure.minus(this.target)),
      direction,
      inRange: range === undefined ? null : value.greaterThanOrEqualTo(range.low) && value.lessThanOrEqualTo(range.high),
      whole,
      ...this.setting(value),
      sentence: crossingWords(this.varied.figures.complete, { ...this.told(value), isFurther }) + this.wholeSaid(whole),
    }
  }

  /** The value at which the measure turns just at its target, where it does. */
  private touch(nearest: number, shown: Curve) {
    const values = [2, 4, 6, 8, 10].map((places) => this.rounded(nearest, places))
    const found = touchedAt(this.exact, shown, values, { target: this.target, unit: this.unit })
    return found === undefined ? [] : [this.crossing(found, 'touching', false)]
  }

  private jump(from: number, to: number, rises: boolean) {
    const { below, above } = sidesOf(this.exact, from, to, rises, this.target)
    const side = ({ value, measure }: Settled) => ({ value: canonical(value.toFixed()), measure: this.measure.figure(measure) })
    const [one, other] = [below, above].map(({ measure }) => valueWords(measure, this.measure.unit)) as [string, string]
    return {
      below: side(below),
      above: side(above),
      direction: rises ? ('rising' as const) : ('falling' as const),
      sentence: jumpWords(this.varied.figures.complete, this.told(above.value), [one, other]),
    }
  }

  private stretch(from: number, to: number) {
    const [first, last] = [this.inside(from, to), this.inside(to, from)]
    return {
      from: canonical(first.value.toFixed()),
      to: canonical(last.value.toFixed()),
      measure: this.measure.figure(first.measure),
      sentence: stretchWords(this.varied.figures.complete, this.told(first.value), [first.value, last.value]),
    }
  }

  /** The end of a stretch as a decimal that still lies in it, of few places where that will do. */
  private inside(end: number, other: number): Settled {
    const { low, high } = this.sought
    const bounded = (value: Exact) => (value.lessThan(low) ? exactNumber(low) : value.greaterThan(high) ? exactNumber(high) : value)
    const tries = [6, 8, 10].map((places) => bounded(exactNumber(end).toDecimalPlaces(places)))
    const inward = bounded(
      exactNumber(end)
        .plus(exactNumber(other > end ? '1e-8' : '-1e-8'))
        .toDecimalPlaces(10),
    )
    for (const value of [...tries, inward]) {
      const found = this.exact.at(value)
      if (found.measure.equals(this.target)) return found
    }
    return this.exact.at(bounded(exactNumber((end + other) / 2).toDecimalPlaces(10)))
  }

  private closest(nearest: number) {
    const found = this.exact.at(this.rounded(nearest))
    const { low, high } = this.sought
    const at = valueWords(found.measure, this.measure.unit)
    const whole = this.whole(found.value)
    return {
      ...this.place(found.value),
      measure: this.measure.figure(found.measure),
      difference: this.measure.figure(found.measure.minus(this.target)),
      whole,
      ...this.setting(found.value),
      sentence: noneWords(this.varied.figures.complete, this.told(found.value), [low, high], at) + this.wholeSaid(whole),
    }
  }

  /** The measure where it is the same at every value looked at, so that none of them comes nearest; else null. */
  private unmoved(shown: Curve, { low, high, centre, unit }: Within) {
    const off = shown([...grid(low, high, centre)])
    if (off.some((each) => Math.abs(each - (off[0] as number)) >= unit / 1000)) return null
    const { measure } = this.exact.at(this.central)
    const ends = [this.sought.low, this.sought.high] as const
    const at = valueWords(measure, this.measure.unit)
    return {
      from: ends[0],
      to: ends[1],
      measure: this.measure.figure(measure),
      sentence: noDifferenceWords(this.varied.figures.complete, this.told(this.central), ends, at),
    }
  }

  /** The whole numbers on either side of a value of what is counted in whole things, with the measure at each; none elsewhere. */
  private whole(value: Exact) {
    const { assumption, low, high } = this.sought
    if (!countedInWhole.has(assumption.unit) || value.isInteger()) return []
    return [value.floor(), value.ceil()]
      .filter((each) => each.greaterThanOrEqualTo(low) && each.lessThanOrEqualTo(high))
      .map((each) => ({ value: canonical(each.toFixed()), measure: this.measure.figure(this.exact.at(each).measure) }))
  }

  private wholeSaid(whole: readonly { value: string; measure: Figure }[]): string {
    const { unit } = this.sought.assumption
    return wholeWords(
      unit,
      whole.map(({ value, measure }) => ({ value, measure: valueWords(exactNumber(measure.toString()), this.measure.unit) })),
    )
  }

  private rounded(value: number, places = 10): Exact {
    const exact = exactNumber(value).toDecimalPlaces(places)
    return exact.lessThan(this.sought.low)
      ? exactNumber(this.sought.low)
      : exact.greaterThan(this.sought.high)
        ? exactNumber(this.sought.high)
        : exact
  }

  private place(value: Exact) {
    const change = value.minus(this.central)
    return {
      value: canonical(value.toFixed()),
      change: canonical(change.toFixed()),
      relativeChange: this.central.isZero() ? null : canonical(change.dividedBy(this.central).toDecimalPlaces(6).toFixed()),
    }
  }

  private told(value: Exact) {
    const { path, assumption } = this.sought
    const now = this.varied.figures.of(this.measure.line)
    return {
      path,
      unit: assumption.unit,
      central: this.central,
      value,
      measure: nameInSentence(this.measure.label),
      target: targetWords(this.target, this.measure.unit),
      isReached: now.greaterThanOrEqualTo(this.target),
    }
  }

  private setting(value: Exact): Setting {
    return settingOf(this.ready, this.sought.path, canonical(value.toFixed()))
  }
}

function targetOf(text: string): Exact {
  if (isDecimal(text)) return exactNumber(text)
  const expected = 'a decimal number such as 0 or 250000, in the unit of the measure'
  throw new OptionError('wrong-option', 'target', 'target is not a decimal number.', { got: text, expected })
}
