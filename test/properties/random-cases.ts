import fc from 'fast-check'
import { financialYear, monthAfter, yearNumberOf } from '../../src/case/calendar.ts'
import type { Case, CostLine, Demand, Effect, ExitsEffect, Intervention } from '../cases-for-tests.ts'

/*
 * Random legal cases over the whole contract, of moderate size: every way of stating entries, both stays, every budget, the queue, both
 * kinds of effect, every rung, every price rule, grants. Numbers are decimal texts with few places, so that a failure can be read.
 */

/** A decimal from `low` to `high` with so many places, as a text; 0 and 1 more often than by chance. */
export function decimal(low: number, high: number, places = 2): fc.Arbitrary<string> {
  const scale = 10 ** places
  return fc.integer({ min: Math.round(low * scale), max: Math.round(high * scale) }).map((scaled) => plain(scaled, places))
}

function plain(scaled: number, places: number): string {
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '')
  return scaled < 0 ? `-${text}` : text
}

const proportion = fc.oneof({ weight: 1, arbitrary: fc.constantFrom('0', '1') }, { weight: 3, arbitrary: decimal(0, 1) })
/** Left out one time in so many. */
const leftOut =
  (timesIn: number) =>
  <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.option(arbitrary, { nil: undefined, freq: timesIn })
const always = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => arbitrary
const mostly = leftOut(4)
const maybe = leftOut(2)

/** The same object without the keys that have no value. */
export function given<T extends object>(object: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never
}

/** What the cases of a property are limited to; everything legal where a limit is absent. */
export interface Limits {
  /** No harmful effects and no returns, so that nothing avoided is ever negative. */
  harmless?: boolean
  /** So many entries that no share is capped. */
  plentiful?: boolean
  overlap?: 'independent' | 'disjoint'
  /** At least one demand that an intervention acts on, with a planned line of the body's. */
  acting?: boolean
}

const warmUp = fc.oneof(
  fc.record({ months: decimal(0, 8, 1), curve: fc.constantFrom('linear' as const, 's-curve' as const, 'step' as const) }),
  fc.record({ curve: fc.constant('custom' as const), profile: fc.array(proportion, { minLength: 1, maxLength: 4 }) }),
)

const stay = fc.oneof(
  fc.record({ kind: fc.constant('geometric' as const), meanMonths: decimal(1, 40, 1) }),
  fc.record({ kind: fc.constant('fixed' as const), months: fc.integer({ min: 1, max: 40 }) }),
)

interface Context {
  start: string
  years: number
  limits: Limits
}

const deflated = ['2023-24', '2024-25', '2025-26', '2026-27', '2027-28', '2028-29'] as const
const priceYear = maybe(fc.constantFrom(...deflated))
const rate = fc.oneof(fc.constant('0'), decimal(-0.1, 0.2, 3))

function costLine({ start, limits }: Context, id: string): fc.Arbitrary<CostLine> {
  return fc
    .record({
      amount: decimal(0, 3000),
      per: fc.constantFrom('week' as const, 'month' as const, 'year' as const, 'entry' as const),
      share: mostly(proportion),
      variable: mostly(proportion),
      funder: limits.acting ? fc.constant(undefined) : maybe(fc.constantFrom('council', 'nhs')),
      value: limits.acting ? fc.constant(undefined) : maybe(fc.constantFrom('fiscal' as const, 'economic' as const, 'social' as const)),
      priceYear,
      realGrowth: maybe(rate),
      release: (limits.acting ? always : mostly)(plan),
    })
    .map(({ release, ...line }) => {
      const { from, step, noticeMonths } = release ?? {}
      const waits = line.per === 'entry' ? {} : { step, noticeMonths }
      const made =
        release === undefined
          ? undefined
          : {
              action: 'end contracts',
              owner: 'head',
              ...given({ from: from === undefined ? undefined : monthAfter(start, from), ...waits }),
            }
      return given({ id, ...line, release: made }) as CostLine
    })
}

interface Plan {
  from: number | undefined
  step: string | undefined
  noticeMonths: number | undefined
}
const plan: fc.Arbitrary<Plan> = fc.record({
  from: maybe(fc.integer({ min: -3, max: 20 })),
  step: maybe(fc.oneof(fc.constant('0'), decimal(0.5, 6, 1))),
  noticeMonths: maybe(fc.integer({ min: 0, max: 7 })),
})

function demand(context: Context, id: string): fc.Arbitrary<Demand> {
  const { limits } = context
  const many = limits.plentiful ? decimal(6000, 9000, 0) : fc.oneof(fc.constant('0'), decimal(0, 600, 1), decimal(1, 600, 0))
  const entries = limits.plentiful
    ? many.map((entriesPerYear) => ({ entriesPerYear }))
    : fc.oneof(
        { weight: 3, arbitrary: fc.record({ entriesPerYear: many, growth: rate }) },
        { weight: 1, arbitrary: fc.record({ population: decimal(0, 90000, 0), entriesPer10000: decimal(0, 50, 1), growth: rate }) },
        { weight: 1, arbitrary: fc.record({ entriesByYear: fc.array(many, { minLength: 1, maxLength: 4 }) }) },
      )
  return fc
    .record({
      entries,
      stay,
      opening: maybe(decimal(0, 400, 1)),
      backfill: maybe(proportion),
      budget: maybe(
        fc.oneof(
          fc.constantFrom({ basis: 'opening' as const }, { basis: 'demand' as const }),
          fc.record({ basis: fc.constant('places' as const), places: fc.array(decimal(0, 400, 1), { minLength: 1, maxLength: 3 }) }),
        ),
      ),
      costs: fc
        .integer({ min: limits.acting ? 1 : 0, max: 2 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => costLine(context, `l${place}`)))),
    })
    .map(({ entries, ...rest }) => given({ id, ...entries, ...rest }) as Demand)
}

const basis = maybe(fc.constantFrom('treated' as const, 'started' as const, 'referred' as const))

function entriesEffect({ limits }: Context, on: string): fc.Arbitrary<Effect> {
  return fc
    .record({
      basis,
      risk: proportion,
      windowMonths: fc.integer({ min: 1, max: 15 }),
      reduction: limits.harmless ? proportion : fc.oneof({ weight: 4, arbitrary: proportion }, { weight: 1, arbitrary: decimal(-1, 0) }),
      optimismBias: maybe(proportion),
      startsAfterMonths: maybe(fc.integer({ min: 0, max: 6 })),
      hold: maybe(fc.integer({ min: 0, max: 15 })),
      fadePerYear: maybe(proportion),
      returns: limits.harmless
        ? fc.constant(undefined)
        : maybe(fc.record({ share: proportion, afterMonths: fc.integer({ min: 1, max: 12 }) })),
    })
    .map(({ hold, ...effect }) => {
      const holdMonths = hold === undefined ? undefined : Math.min(hold, effect.windowMonths)
      return given({ demand: on, ...effect, holdMonths }) as Effect
    })
}

function exitsEffect({ limits }: Context, on: string): fc.Arbitrary<ExitsEffect> {
  return fc
    .record({
      basis,
      chance: limits.harmless ? proportion : fc.oneof({ weight: 4, arbitrary: proportion }, { weight: 1, arbitrary: decimal(-1, 0) }),
      monthsEarlier: fc.integer({ min: 1, max: 12 }),
      optimismBias: maybe(proportion),
      startsAfterMonths: maybe(fc.integer({ min: 0, max: 6 })),
    })
    .map((effect) => given({ kind: 'exits' as const, demand: on, ...effect }) as ExitsEffect)
}

/** First and last month of something, as months from the start of the case; the last may be left open. */
const span = fc.record({ from: fc.integer({ min: -8, max: 20 }), lasting: maybe(fc.integer({ min: 0, max: 24 })) })

function dates(start: string, { from, lasting }: { from: number; lasting: number | undefined }) {
  return { from: monthAfter(start, from), to: lasting === undefined ? undefined : monthAfter(start, from + lasting) }
}

function interventionCost({ start }: Context, id: string) {
  return fc
    .record({
      amount: decimal(0, 200000),
      per: fc.constantFrom('once' as const, 'year' as const, 'referral' as const, 'start' as const, 'completion' as const),
      when: maybe(span),
      funder: maybe(fc.constantFrom('council', 'nhs')),
      priceYear,
      realGrowth: maybe(rate),
      optimismBias: maybe(decimal(0, 2)),
      redeployed: maybe(fc.boolean()),
    })
    .map(({ when, ...cost }) => {
      const { from, to } = when === undefined ? {} : dates(start, when)
      const dated = cost.per === 'once' ? { month: from } : cost.per === 'year' ? { from, to } : {}
      return given({ id, ...cost, ...dated }) as NonNullable<Intervention['costs']>[number]
    })
}

function saving({ start }: Context, id: string) {
  return fc
    .record({
      amount: decimal(0, 200000),
      per: fc.constantFrom('once' as const, 'year' as const),
      when: maybe(span),
      funder: maybe(fc.constantFrom('council', 'nhs')),
      priceYear,
      realGrowth: maybe(rate),
      warmUp: maybe(warmUp),
      release: maybe(fc.constant({ action: 'end a contract', owner: 'head' })),
    })
    .map(({ when, ...saving }) => {
      const { from, to } = when === undefined ? {} : dates(start, when)
      const dated = saving.per === 'once' ? { month: from } : { from, to }
      return given({ id, ...saving, ...dated }) as NonNullable<Intervention['savings']>[number]
    })
}

function intervention(context: Context, id: string, demands: readonly string[]): fc.Arbitrary<Intervention> {
  const { start, limits } = context
  const effects = demands.flatMap((on) => [(limits.acting ? always : maybe)(entriesEffect(context, on)), maybe(exitsEffect(context, on))])
  const some = <T>(of: (id: string) => fc.Arbitrary<T>, letter: string) =>
    fc.integer({ min: 0, max: 2 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => of(`${letter}${place}`))))
  return fc
    .record({
      when: maybe(span),
      included: limits.acting ? fc.constant(undefined) : fc.constantFrom(undefined, true, true, true, false),
      warmUp: maybe(warmUp),
      referrals: (limits.acting ? always : mostly)(
        fc.record({ perMonth: decimal(limits.acting ? 1 : 0, 20, 1), eligible: proportion, takeUp: proportion }),
      ),
      capacity: maybe(fc.record({ places: decimal(0, 40, 1), waitingList: fc.boolean(), dropOffPerMonth: proportion })),
      programme: fc.record({ months: fc.integer({ min: 1, max: 6 }), completion: proportion, partialEffect: proportion }),
      childrenPerReferral: maybe(decimal(0, 4, 1)),
      effects: fc.tuple(...effects).map((list) => list.filter((effect) => effect !== undefined)),
      costs: some((each) => interventionCost(context, each), 'c'),
      savings: some((each) => saving(context, each), 's'),
    })
    .map(({ when, ...rest }) => {
      const { from, to } = when === undefined ? {} : dates(start, when)
      return given({ id, start: from, end: to, ...rest }) as Intervention
    })
}

function financialYears({ start, years }: Context): string[] {
  const first = yearNumberOf(start)
  const last = yearNumberOf(monthAfter(start, 12 * years - 1))
  return Array.from({ length: last - first + 1 }, (_, place) => financialYear(first + place))
}

const inflation = fc.oneof(
  rate,
  fc.constant({ central: '0.02', low: '0', high: '0.05' }),
  fc
    .array(rate, { minLength: 1, maxLength: 3 })
    .map((rates) => Object.fromEntries(rates.map((rate, place) => [financialYear(2026 + place), rate]))),
)

/** Random legal cases. */
export function cases(limits: Limits = {}): fc.Arbitrary<Case> {
  return fc
    .record({
      start: fc.tuple(fc.constantFrom('2026', '2027'), fc.constantFrom('04', '04', '01', '09')).map(([year, month]) => `${year}-${month}`),
      years: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ start, years }) => {
      const context: Context = { start, years, limits }
      const least = limits.acting ? 1 : 0
      return fc.tuple(fc.integer({ min: least, max: 2 }), fc.integer({ min: least, max: 3 })).chain(([demands, interventions]) => {
        const ids = Array.from({ length: demands }, (_, place) => `d${place}`)
        return fc
          .record({
            prices: fc.record({
              inflation: mostly(inflation),
              baseYear: maybe(fc.constantFrom(...deflated)),
              weeksPerYear: maybe(fc.constantFrom('52', '52.5', '53')),
            }),
            discounting: maybe(
              fc.record({
                rate: maybe(decimal(0, 0.2, 3)),
                timing: maybe(fc.constantFrom('start' as const, 'mid' as const, 'end' as const)),
              }),
            ),
            overlap:
              limits.overlap === undefined ? fc.constantFrom('independent' as const, 'disjoint' as const) : fc.constant(limits.overlap),
            demand: fc.tuple(...ids.map((id) => demand(context, id))),
            interventions: fc.tuple(...Array.from({ length: interventions }, (_, place) => intervention(context, `i${place}`, ids))),
            funding: maybe(
              fc
                .array(fc.tuple(fc.constantFrom(...financialYears(context)), decimal(0, 90000)), { minLength: 1, maxLength: 2 })
                .map((grants) => [{ id: 'grant', byYear: Object.fromEntries(grants) }]),
            ),
          })
          .map(({ prices, discounting, ...rest }) => {
            const deflators = Object.fromEntries([...deflated, '2029-30', '2030-31'].map((year, place) => [year, String(90 + 3 * place)]))
            return given({
              start,
              years,
              prices: { deflators, ...given(prices) },
              discounting: discounting === undefined ? undefined : given(discounting),
              ...rest,
            }) as unknown as Case
          })
      })
    })
}

/** Random legal cases, most of them with something that acts. */
export const anyCase: fc.Arbitrary<Case> = fc.oneof({ weight: 1, arbitrary: cases() }, { weight: 3, arbitrary: cases({ acting: true }) })

/** A copy of a case, changed. */
export function changed(given: Case, change: (copy: Changing) => void): Case {
  const copy = structuredClone(given) as Changing
  copy.demand ??= []
  copy.interventions ??= []
  change(copy)
  return copy
}

/** A case being changed: its lists are there. */
export type Changing = Case & { demand: Demand[]; interventions: Intervention[] }

/** The cost lines of a case's demands. */
export function costLines(given: Case): CostLine[] {
  return (given.demand ?? []).flatMap(({ costs }) => costs ?? [])
}

/** The effects of a case's interventions. */
export function effects(given: Case): Effect[] {
  return (given.interventions ?? []).flatMap((intervention) => (intervention.effects ?? []) as Effect[])
}
