import { stringify } from 'yaml'
import type { Example } from './operation.ts'

const smallest = {
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

const ladder = {
  title: 'Conferencing with growth, backfill, a partner and a grant',
  body: 'council',
  start: '2026-04',
  years: 5,
  prices: { baseYear: '2024-25', inflation: '0.02' },
  demand: [
    {
      id: 'care',
      title: 'Children coming into care',
      entriesPerYear: '100',
      growth: { central: '0.03', low: '0', high: '0.06', source: 'five years of local returns' },
      backfill: '0.1',
      stay: { kind: 'geometric', meanMonths: '24' },
      costs: [
        {
          id: 'agency',
          amount: { ref: 'ifa-week-2020' },
          per: 'week',
          share: '0.6',
          release: { action: 'end contracts at review', owner: 'head of placements', noticeMonths: 1 },
        },
        { id: 'residential', amount: '6102', per: 'week', share: '0.1', variable: '0.8', priceYear: '2023-24' },
        { id: 'health', amount: '150', per: 'week', funder: 'health' },
      ],
    },
  ],
  interventions: [
    {
      id: 'fgc',
      title: 'Family group conferences',
      warmUp: { months: '6', curve: 's-curve' },
      referrals: { perMonth: '10', eligible: '0.9', takeUp: '0.7' },
      capacity: { places: '20', waitingList: true, dropOffPerMonth: '0.1' },
      programme: { months: 3, completion: '0.8' },
      effects: [
        { demand: 'care', risk: '0.448', windowMonths: 12, reduction: { central: '0.192', low: '0.1', high: '0.28' }, fadePerYear: '0.2' },
      ],
      costs: [
        { id: 'team', amount: '300000', per: 'year' },
        { id: 'training', amount: '40000', per: 'once' },
      ],
    },
  ],
  funding: [{ id: 'grant', byYear: { '2026-27': '100000' } }],
}

const overBase = { extends: 'minimal', title: 'The library’s smallest case over ten years', start: '2026-04', years: 10 }

const inJson: Readonly<Record<string, Example>> = {
  smallest: { summary: 'The smallest useful case', value: smallest },
  ladder: { summary: 'Ranges, a built-in figure, capacity, growth, backfill, a partner and a grant', value: ladder },
  extends: { summary: 'A scenario of the library with something changed', value: overBase },
}

/** Requests to appraise that work, by the type of their body. */
export const examplesByType: Readonly<Record<string, Readonly<Record<string, Example>>>> = {
  'application/json': inJson,
  'application/yaml': { smallest: { summary: 'The smallest useful case', value: stringify(smallest) } },
}
