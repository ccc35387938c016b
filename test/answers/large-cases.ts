import fc from 'fast-check'
import type { Case, CostLine, Demand, Effect, Intervention } from '../cases-for-tests.ts'

/*
 * Cases as large as asked for, in which nothing folds away: every part is there, every number is neither 0 nor 1. What is drawn at random is
 * how many there are of each thing, and which of the ways to write it.
 */

/** How many there are of each thing, and the ways that are taken. */
export interface Shape {
  years: number
  demands: number
  lines: number
  interventions: number
  /** How many of the demands each intervention acts on. */
  acts: number
  costs: number
  savings: number
  overlap: 'independent' | 'disjoint'
  /** Exits beside entries, a fade, returns, a queue, notice and steps, other funders, lines paid an entry, a far base year: one bit each. */
  ways: number
}

const ways = ['exits', 'fade', 'returns', 'queue', 'release', 'funders', 'perEntry', 'fixedStay', 'curves', 'farBase'] as const
const has = ({ ways: bits }: Shape, way: (typeof ways)[number]) => ((bits >> ways.indexOf(way)) & 1) === 1

/** Every way at once. */
export const everyWay = 2 ** ways.length - 1
/** The largest case that is legal, but for the distance of its base year. */
export const largestShape: Shape = {
  years: 30,
  demands: 20,
  lines: 30,
  interventions: 20,
  acts: 20,
  costs: 30,
  savings: 30,
  overlap: 'independent',
  ways: everyWay - 2 ** ways.indexOf('farBase'),
}

/** The case of a shape. */
export function largeCase(shape: Shape): Case {
  const { years, demands, interventions, overlap } = shape
  return {
    title: 'Large',
    start: '2026-09',
    years,
    prices: { inflation: '0.02', ...(has(shape, 'farBase') ? { baseYear: '2066-67' } : {}) },
    overlap,
    demand: list(demands, (place) => demandOf(shape, place)),
    interventions: list(interventions, (place) => interventionOf(shape, place)),
  }
}

function demandOf(shape: Shape, place: number): Demand {
  return {
    id: `d${place}`,
    entriesPerYear: '120.5',
    growth: '0.02',
    opening: '250',
    backfill: '0.1',
    stay: has(shape, 'fixedStay') ? { kind: 'fixed', months: 20 + place } : { kind: 'geometric', meanMonths: '24.5' },
    costs: list(shape.lines, (line) => lineOf(shape, line)),
  }
}

function lineOf(shape: Shape, place: number): CostLine {
  const perEntry = has(shape, 'perEntry') && place % 4 === 1
  const released = place % 3 !== 2
  const waits = has(shape, 'release') && !perEntry ? { step: '2.5', noticeMonths: 3 + place } : {}
  return {
    id: `l${place}`,
    amount: '1500.5',
    per: perEntry ? 'entry' : 'week',
    share: '0.03',
    variable: '0.8',
    realGrowth: '0.01',
    ...(has(shape, 'funders') && place % 5 === 4 ? { funder: 'nhs' } : {}),
    ...(has(shape, 'funders') && place % 5 === 3 ? { value: 'social' as const } : {}),
    ...(released ? { release: { action: 'end contracts', owner: 'head', ...waits } } : {}),
  }
}

function interventionOf(shape: Shape, place: number): Intervention {
  const { demands, acts } = shape
  const on = list(Math.min(acts, demands), (step) => `d${(place + step) % demands}`)
  return {
    id: `i${place}`,
    warmUp: { months: '6.5', curve: has(shape, 'curves') ? 's-curve' : 'linear' },
    referrals: { perMonth: '4.5', eligible: '0.6', takeUp: '0.7' },
    ...(has(shape, 'queue') ? { capacity: { places: '10.5', waitingList: true, dropOffPerMonth: '0.1' } } : {}),
    programme: { months: 4, completion: '0.7', partialEffect: '0.3' },
    childrenPerReferral: '1.5',
    effects: on.flatMap((demand, nth): Effect[] => [
      {
        demand,
        risk: '0.2',
        windowMonths: 12 + nth,
        reduction: '0.1',
        optimismBias: '0.2',
        ...(has(shape, 'fade') ? { holdMonths: 6, fadePerYear: '0.3' } : {}),
        ...(has(shape, 'returns') ? { returns: { share: '0.2', afterMonths: 9 } } : {}),
      },
      ...(has(shape, 'exits') ? [{ kind: 'exits' as const, demand, chance: '0.1', monthsEarlier: 5, optimismBias: '0.2' }] : []),
    ]),
    costs: list(shape.costs, (cost) => ({
      id: `c${cost}`,
      amount: '1000.5',
      per: (['year', 'referral', 'start', 'completion', 'once'] as const)[cost % 5] as 'year',
      optimismBias: '0.1',
      realGrowth: '0.01',
    })),
    savings: list(shape.savings, (saving) => ({
      id: `s${saving}`,
      amount: '1000.5',
      per: 'year' as const,
      realGrowth: '0.01',
      release: { action: 'end a contract', owner: 'head' },
      ...(saving % 2 === 0 ? { warmUp: { months: '5.5', curve: 's-curve' as const } } : {}),
    })),
  }
}

/** Shapes of moderate size, every way of them. */
export const shapes: fc.Arbitrary<Shape> = fc.record({
  years: fc.integer({ min: 1, max: 12 }),
  demands: fc.integer({ min: 1, max: 4 }),
  lines: fc.integer({ min: 0, max: 6 }),
  interventions: fc.integer({ min: 0, max: 6 }),
  acts: fc.integer({ min: 0, max: 4 }),
  costs: fc.integer({ min: 0, max: 4 }),
  savings: fc.integer({ min: 0, max: 3 }),
  overlap: fc.constantFrom('independent' as const, 'disjoint' as const),
  ways: fc.integer({ min: 0, max: everyWay }),
})

function list<T>(count: number, of: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => of(place))
}
