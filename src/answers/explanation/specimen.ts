import type { Case } from '../../case/schema.ts'
import type { Counts } from './counts.ts'

/** The counts by which the two specimens differ: months of effects, programmes and notices, and where their middle lies. */
export interface SpecimenCounts {
  windowMonths: number
  holdMonths: number
  startsAfterMonths: number
  afterMonths: number
  monthsEarlier: number
  programmeMonths: number
  noticeMonths: number
  /** How many months and years after the middle of the horizon its formulas are read. */
  monthsLater: number
  yearsLater: number
}

/** Two lists of counts, so that no two counts are the same pair of numbers. */
export const specimenCounts: readonly [SpecimenCounts, SpecimenCounts] = [
  {
    windowMonths: 14,
    holdMonths: 8,
    startsAfterMonths: 3,
    afterMonths: 5,
    monthsEarlier: 6,
    programmeMonths: 4,
    noticeMonths: 3,
    monthsLater: 0,
    yearsLater: 0,
  },
  {
    windowMonths: 17,
    holdMonths: 6,
    startsAfterMonths: 5,
    afterMonths: 9,
    monthsEarlier: 10,
    programmeMonths: 7,
    noticeMonths: 4,
    monthsLater: 3,
    yearsLater: 1,
  },
]

const years = 5

/** The month and the year at which a specimen's formulas are read, in the middle of its horizon, once everything has begun. */
export function middleOf({ monthsLater, yearsLater }: SpecimenCounts): { month: number; year: number } {
  return { month: 6 * years + monthsLater, year: Math.floor(years / 2) + yearsLater }
}

/** Every count that a formula of a specimen can have, by what it is called in words. */
export function namedCounts(counts: SpecimenCounts): Counts {
  const { windowMonths, holdMonths, startsAfterMonths, afterMonths, monthsEarlier, programmeMonths, noticeMonths } = counts
  const { month, year } = middleOf(counts)
  const beforeCaseYear = (month % 12) + 1
  return {
    'the months of the window': windowMonths,
    'the months of the hold': holdMonths,
    'the months after which effects start': startsAfterMonths,
    'the months after which they return': afterMonths,
    'the months by which they leave earlier': monthsEarlier,
    'the months of the programme': programmeMonths,
    'the months of the notice + 1': noticeMonths + 1,
    'the months of the window − the months of the hold + 1': windowMonths - holdMonths + 1,
    'months that the service has run': month + 1,
    'years since the base year': year + 1,
    'in the case year before': beforeCaseYear,
    'in the first case year': month - 11,
  }
}

/**
 * A case that has something on every line of the method, for the glossary's formulas. Its titles stand for whatever a case has; its
 * figures are round and mean nothing.
 */
export function specimen(counts: SpecimenCounts): Case {
  const { windowMonths, holdMonths, startsAfterMonths, afterMonths, monthsEarlier, programmeMonths, noticeMonths } = counts
  const line = { title: 'the cost line', realGrowth: '0.01' }
  const week = { amount: '500', per: 'week' as const }
  const own = { ...line, share: '0.9', variable: '0.8' }
  const release = { action: 'the action', owner: 'its owner', from: '2026-10', step: '2', noticeMonths }
  const grants = { '2026-27': '100000', '2027-28': '50000', '2028-29': '50000', '2029-30': '50000' }
  return {
    start: '2026-04',
    years,
    discounting: { timing: 'end' },
    prices: { baseYear: '2025-26', inflation: '0.02' },
    demand: [
      {
        id: 'demand',
        title: 'the demand',
        entriesPerYear: '120',
        growth: '0.03',
        backfill: '0.1',
        opening: '250',
        stay: { kind: 'geometric', meanMonths: '24' },
        costs: [
          ...['line', 'second-line'].map((id) => ({ ...own, ...week, id, release })),
          ...['unplanned', 'second-unplanned'].map((id) => ({ ...own, id, amount: '500', per: 'entry' as const })),
          { ...line, ...week, id: 'partner', funder: 'partner' },
          ...['social', 'second-social'].map((id) => ({
            ...line,
            ...week,
            id,
            title: 'the line of social value',
            value: 'social' as const,
          })),
          ...['economic', 'second-economic'].map((id) => ({
            ...line,
            ...week,
            id,
            title: 'the line of economic value',
            value: 'economic' as const,
          })),
        ],
      },
    ],
    interventions: ['intervention', 'other'].map((id) => ({
      id,
      title: id === 'other' ? 'another intervention' : 'the intervention',
      warmUp: { months: '6' },
      referrals: { perMonth: '10', eligible: '0.9', takeUp: '0.8' },
      capacity: { places: '20', waitingList: true, dropOffPerMonth: '0.1' },
      programme: { months: programmeMonths, completion: '0.8', partialEffect: '0.3' },
      effects: [
        {
          demand: 'demand',
          title: 'the effect',
          risk: '0.4',
          windowMonths,
          startsAfterMonths,
          reduction: '0.2',
          optimismBias: '0.1',
          holdMonths,
          fadePerYear: '0.2',
          returns: { share: '0.1', afterMonths },
        },
        { demand: 'demand', title: 'the effect', kind: 'exits' as const, chance: '0.1', monthsEarlier, startsAfterMonths },
      ],
      costs: [
        { id: 'cost', title: 'the cost', amount: '300000', per: 'year' as const, optimismBias: '0.1', realGrowth: '0.01' },
        ...['2028-05', '2029-05'].map((month, place) => ({
          id: `setup-${place}`,
          title: 'the one-off cost',
          amount: '30000',
          per: 'once' as const,
          month,
        })),
      ],
      savings: [
        {
          id: 'saving',
          title: 'the saving',
          amount: '10000',
          per: 'year' as const,
          warmUp: { months: '6' },
          realGrowth: '0.01',
          release: { action: 'the action', owner: 'its owner' },
        },
      ],
    })),
    funding: ['grant', 'second-grant'].map((id) => ({ id, title: 'the grant', byYear: grants })),
  }
}
