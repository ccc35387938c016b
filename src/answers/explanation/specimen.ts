import type { Case } from '../../case/schema.ts'

/**
 * A case that has something on every line of the method, for the glossary's formulas. Its titles stand for whatever a case has; its
 * figures are round and mean nothing.
 */
export const specimen: Case = {
  start: '2026-04',
  years: 5,
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
        {
          id: 'line',
          title: 'the cost line',
          amount: '1000',
          per: 'week',
          share: '0.9',
          variable: '0.8',
          realGrowth: '0.01',
          release: { action: 'the action', owner: 'its owner', from: '2026-10', step: '2', noticeMonths: 2 },
        },
        { id: 'unplanned', title: 'the cost line', amount: '500', per: 'entry', share: '0.9', variable: '0.8', realGrowth: '0.01' },
        { id: 'partner', title: 'the cost line', amount: '500', per: 'week', funder: 'partner', realGrowth: '0.01' },
        { id: 'social', title: 'the cost line', amount: '500', per: 'week', value: 'social', realGrowth: '0.01' },
        { id: 'economic', title: 'the cost line', amount: '500', per: 'week', value: 'economic', realGrowth: '0.01' },
      ],
    },
  ],
  interventions: ['intervention', 'other'].map((id) => ({
    id,
    title: id === 'other' ? 'another intervention' : 'the intervention',
    warmUp: { months: '6' },
    referrals: { perMonth: '10', eligible: '0.9', takeUp: '0.8' },
    capacity: { places: '20', waitingList: true, dropOffPerMonth: '0.1' },
    programme: { months: 4, completion: '0.8', partialEffect: '0.3' },
    effects: [
      {
        demand: 'demand',
        title: 'the effect',
        risk: '0.4',
        windowMonths: 12,
        reduction: '0.2',
        optimismBias: '0.1',
        holdMonths: 6,
        fadePerYear: '0.2',
        returns: { share: '0.1', afterMonths: 6 },
      },
      { demand: 'demand', title: 'the effect', kind: 'exits' as const, chance: '0.1', monthsEarlier: 6 },
    ],
    costs: [
      { id: 'cost', title: 'the cost', amount: '300000', per: 'year' as const, optimismBias: '0.1', realGrowth: '0.01' },
      { id: 'setup', title: 'the cost', amount: '30000', per: 'once' as const, month: '2028-05' },
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
  funding: [{ id: 'grant', title: 'the grant', byYear: { '2026-27': '100000', '2027-28': '50000', '2028-29': '50000' } }],
}
