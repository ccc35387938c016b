import { type Appraised, appraise, type ReadyCase } from '../src/answers/appraise.ts'
import { Figures } from '../src/answers/figures.ts'
import type { ModelVersion } from '../src/answers/model-version.ts'
import { WrittenMethods } from '../src/answers/structure.ts'
import { monthAfter } from '../src/case/calendar.ts'
import { completeCase } from '../src/case/read-case.ts'
import type { Case, CostLine, Demand, EntriesEffect, ExitsEffect, Intervention } from '../src/case/schema.ts'
import { rendered } from '../src/formats/json.ts'
import { type Exact, exactNumber } from '../src/graph/exact.ts'
import type { Expression } from '../src/graph/graph.ts'
import { appraisal } from '../src/method/appraisal.ts'

/*
 * Small cases for tests, and three ways to look at one: its whole answer, its exact figures, and one named line. Every case goes in by the
 * public door.
 */

export type { Case, CostLine, Demand, Exact, ExitsEffect, Expression, Intervention }
export { exactNumber }
export type Effect = EntriesEffect | ExitsEffect

const model: ModelVersion = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }

/** A legal case with its defaults and its register; a case that is not legal is refused here. */
export function ready(given: Case): ReadyCase {
  return completeCase(given)
}

/** The whole answer, its figures written out: every check has passed. */
export function answer(given: Case, methods = new WrittenMethods()): Answer {
  return rendered(appraise(ready(given), { model, methods })) as Answer
}

/** An answer as a client reads it: every figure of it is a decimal text. */
export type Answer = AsRead<Appraised>
type AsRead<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends { toString(): string; readonly kind: string; readonly value: Exact }
    ? string
    : T extends readonly (infer Item)[]
      ? AsRead<Item>[]
      : T extends object
        ? { [Key in keyof T]: AsRead<T[Key]> }
        : never

/** A case's figures at 34 digits, its checks not looked at. */
export function figuresOf(given: Case): Figures {
  const { case: complete, register } = ready(given)
  return new Figures(complete, register, appraisal(complete, register))
}

/** A named line's values as texts without zeros at their end, rounded to some places: `demand.care.entries`, `headline.cashable`. */
export function line(figures: Figures, id: string, places = 10): string[] {
  return exactLine(figures, id).map((value) => text(value, places))
}

/** A named line's exact values. */
export function exactLine(figures: Figures, id: string): Exact[] {
  const named = figures.method.book.lines.get(id)
  if (!named) throw new Error(`no line is named ${id}; there are ${[...figures.method.book.lines.keys()].join(', ')}`)
  return named.values.map((value) => figures.of(value))
}

/** A named line's total over the horizon. */
export function total(figures: Figures, id: string): Exact {
  return exactLine(figures, id).reduce((sum, value) => sum.plus(value), exactNumber(0))
}

/** An exact value as a text rounded to some places, half away from zero, without zeros at its end. */
export function text(value: Exact, places = 10): string {
  const rounded = value.toDecimalPlaces(places, 4)
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed()
}

/** Values repeated into a list: `months([3, '0'], [9, '1'])` is three zeros and nine ones. */
export function months(...runs: readonly (readonly [count: number, value: string])[]): string[] {
  return runs.flatMap(([count, value]) => new Array<string>(count).fill(value))
}

/** A plain one-year case from April 2026. */
export function caseOf(parts: Partial<Case> = {}): Case {
  return { start: '2026-04', years: 1, ...parts }
}

/** 120 entries a year, ten a month, each staying exactly six months. */
export function demandOf(parts: Partial<Demand> = {}): Demand {
  const counted = 'entriesByYear' in parts || 'population' in parts ? {} : { entriesPerYear: '120' }
  return { id: 'care', ...counted, stay: { kind: 'fixed', months: 6 }, ...parts }
}

/** A place at £100 a month, with no plan to release it. */
export function lineOf(parts: Partial<CostLine> = {}): CostLine {
  return { id: 'place', amount: '100', per: 'month', ...parts }
}

/** The same with a plan to release it. */
export function plannedLine(release: Partial<NonNullable<CostLine['release']>> = {}, parts: Partial<CostLine> = {}): CostLine {
  return lineOf({ release: { action: 'end a contract', owner: 'head of placements', ...release }, ...parts })
}

/** One intervention; by itself it refers nobody and costs nothing. */
export function interventionOf(parts: Partial<Intervention> = {}): Intervention {
  return { id: 'fgc', ...parts }
}

/** An effect that avoids one entry for each child treated, in the month the programme starts. */
export function certainEffect(parts: Partial<EntriesEffect> = {}): EntriesEffect {
  return { demand: 'care', risk: '1', windowMonths: 1, reduction: '1', startsAfterMonths: 0, ...parts }
}

/**
 * A package that avoids exactly these numbers of places, month by month, of one demand of fixed six-month stays, on one cost line: an
 * intervention for each run of equal months moves exits, negative where numbers rise.
 */
export function avoidingPlaces(places: readonly number[], parts: Partial<Case>, demand: Partial<Demand>): Case {
  const start = parts.start ?? '2026-04'
  const interventions = places.flatMap((count, t): Intervention[] => {
    if (count === 0 || count === places[t - 1]) return []
    const change = places.findIndex((later, place) => place > t && later !== count)
    const last = (change === -1 ? places.length : change) - 1
    const effect: ExitsEffect = { kind: 'exits', demand: 'care', chance: count > 0 ? '1' : '-1', monthsEarlier: 1, startsAfterMonths: 0 }
    return [
      {
        id: `m${t}`,
        start: monthAfter(start, t),
        end: monthAfter(start, last),
        referrals: { perMonth: String(Math.abs(count)) },
        effects: [effect],
      },
    ]
  })
  return caseOf({ demand: [demandOf(demand)], interventions, ...parts })
}
