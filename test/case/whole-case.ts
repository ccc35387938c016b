import { CaseError, type Problem } from '../../src/case/problem.ts'
import { completeCase, type ReadCase, readCase } from '../../src/case/read-case.ts'
import type { Case } from '../../src/case/schema.ts'

/*
 * A legal case that holds every field of the schema at least once, so that tests can spoil any one of them; and ways to see what is said of it.
 */

/** Plain values that a test may change at will. */
// biome-ignore lint/suspicious/noExplicitAny: a test writes what no type allows
export type Loose = any

const wholeCase = {
  title: 'Everything once',
  body: 'Anyshire',
  notes: 'a note',
  source: 'the test',
  note: 'the test',
  start: '2026-04',
  years: 5,
  prices: {
    baseYear: '2024-25',
    inflation: '0.02',
    deflators: { '2025-26': '103.5', '2026-27': '105.1' },
    weeksPerYear: '52.1',
  },
  discounting: { rate: '0.035', timing: 'mid' },
  overlap: 'disjoint',
  demand: [
    {
      id: 'care',
      title: 'Care entry',
      entriesPerYear: '100',
      growth: { central: '0.02', low: '0.01', high: '0.04', shape: 'triangular', source: 'returns', note: 'three years' },
      opening: '200',
      backfill: '0.1',
      stay: { kind: 'geometric', meanMonths: '24' },
      budget: { basis: 'places', places: ['200', '190'] },
      costs: [
        {
          id: 'place',
          title: 'Placement',
          amount: { central: '1500', low: '1400', high: '1700' },
          per: 'week',
          share: '0.8',
          variable: '0.9',
          funder: 'Anyshire',
          priceYear: '2023-24',
          realGrowth: '0.01',
          value: 'fiscal',
          release: { action: 'end contracts', owner: 'head of placements', from: '2026-10', step: '4', noticeMonths: 3 },
          source: 'ledger',
        },
      ],
    },
    {
      id: 'plans',
      population: '50000',
      entriesPer10000: '30',
      stay: { kind: 'fixed', months: 9 },
      costs: [{ id: 'conference', amount: '900', per: 'entry' }],
    },
    { id: 'referrals', entriesByYear: ['700', '720'], stay: { kind: 'fixed', months: 2 } },
  ],
  interventions: [
    {
      id: 'fft',
      title: 'Family therapy',
      start: '2026-07',
      end: '2029-03',
      included: true,
      warmUp: { months: '6', curve: 'custom', profile: ['0.2', '0.6'] },
      referrals: { perMonth: '10', eligible: '0.8', takeUp: '0.7' },
      capacity: { places: '20', waitingList: true, dropOffPerMonth: '0.05' },
      programme: { months: 5, completion: '0.7', partialEffect: '0.3' },
      childrenPerReferral: '1.8',
      effects: [
        {
          demand: 'care',
          kind: 'entries',
          basis: 'started',
          optimismBias: '0.1',
          startsAfterMonths: 4,
          evidence: { design: 'rct', source: 'the trial' },
          risk: '0.4',
          windowMonths: 12,
          reduction: '0.2',
          holdMonths: 6,
          fadePerYear: '0.3',
          returns: { share: '0.2', afterMonths: 24 },
        },
        { id: 'home', kind: 'exits', demand: 'care', optimismBias: '0.2', startsAfterMonths: 5, chance: '0.1', monthsEarlier: 8 },
      ],
      costs: [
        {
          id: 'set-up',
          amount: '50000',
          per: 'once',
          month: '2026-05',
          funder: 'dfe',
          priceYear: '2025-26',
          realGrowth: '0.01',
          optimismBias: '0.2',
          redeployed: true,
        },
        { id: 'team', amount: '300000', per: 'year', from: '2026-06', to: '2029-06' },
      ],
      savings: [
        {
          id: 'agency',
          amount: '20000',
          per: 'year',
          from: '2026-09',
          to: '2030-03',
          warmUp: { months: '3', curve: 'custom', profile: ['0.5'] },
          release: { action: 'stop agency', owner: 'workforce lead' },
          funder: 'Anyshire',
          priceYear: '2024-25',
          realGrowth: '0.01',
        },
        { id: 'contract', amount: '1000', per: 'once', month: '2027-01' },
      ],
    },
  ],
  funding: [{ id: 'dfe', title: 'Grant', byYear: { '2026-27': '100000' } }],
  correlations: [{ between: ['demand.care.growth', 'demand.care.costs.place.amount'], rho: '0.5' }],
}

/** The case that holds everything, to be changed at will. */
export function whole(change: (theCase: Loose) => void = () => {}): Loose {
  const theCase = structuredClone(wholeCase)
  change(theCase)
  return theCase
}

/** The smallest useful case of the contract, to be changed at will. */
export function smallest(change: (theCase: Loose) => void = () => {}): Loose {
  const theCase = {
    title: 'Conferencing, smallest case',
    start: '2026-04',
    years: 5,
    demand: [
      {
        id: 'care',
        entriesPerYear: 100,
        stay: { kind: 'geometric', meanMonths: 24 },
        costs: [{ id: 'place', amount: 1500, per: 'week', release: { action: 'end contracts', owner: 'head of placements' } }],
      },
    ],
    interventions: [
      {
        id: 'fgc',
        warmUp: { months: 6 },
        referrals: { perMonth: 10 },
        effects: [{ demand: 'care', risk: 0.448, windowMonths: 12, reduction: 0.192 }],
        costs: [{ id: 'team', amount: 300000, per: 'year' }],
      },
    ],
  }
  change(theCase)
  return theCase
}

/** What is wrong with a case of plain values; nothing where it is legal. */
export function problemsOf(theCase: unknown): Problem[] {
  return refused(() => completeCase(theCase))?.problems ?? []
}

/** What is wrong with a text. */
export function problemsIn(text: string, format: 'json' | 'yaml' = 'json'): Problem[] {
  return refused(() => readCase(text, format))?.problems ?? []
}

/** The error that reading a case throws; undefined where it throws none. */
export function refused(read: () => unknown): CaseError | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof CaseError) return error
    throw error
  }
}

/** A legal case, read from plain values. */
export function read(theCase: Case | Loose): ReadCase {
  return completeCase(theCase)
}
