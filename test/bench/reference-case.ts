/**
 * The reference case of the bench: 4 interventions, 3 demands, 12 cost lines, 5 years, with everything that costs work: overlap, queues,
 * fades, returns, exits, notice and steps, partner and value lines, deflators, real growth and a grant. The figures are made up.
 */
const release = (more: object = {}) => ({ action: 'end contracts', owner: 'head of placements', ...more })

export const referenceCase = {
  title: 'Reference case of the bench',
  start: '2026-04',
  years: 5,
  prices: {
    baseYear: '2024-25',
    inflation: { '2025-26': '0.024', '2026-27': '0.02', '2027-28': '0.021' },
    deflators: { '2019-20': '80.87', '2022-23': '91.3', '2023-24': '96.5', '2024-25': '100' },
  },
  demand: [
    {
      id: 'care',
      population: '61000',
      entriesPer10000: '32.4',
      growth: '0.016',
      opening: '480',
      backfill: '0.12',
      stay: { kind: 'geometric', meanMonths: '29.4' },
      costs: [
        {
          id: 'ifa',
          per: 'week',
          amount: '971.85',
          share: '0.46',
          variable: '0.92',
          priceYear: '2022-23',
          release: release({ noticeMonths: 1 }),
        },
        {
          id: 'homes',
          per: 'week',
          amount: '6102',
          share: '0.14',
          variable: '0.85',
          priceYear: '2023-24',
          release: release({ step: '4', noticeMonths: 3 }),
        },
        { id: 'inhouse', per: 'week', amount: '646', share: '0.4', variable: '0.6', priceYear: '2022-23', realGrowth: '0.01' },
        { id: 'legal', per: 'entry', amount: '6250', variable: '0.8', priceYear: '2019-20', release: release() },
        { id: 'health', per: 'year', amount: '3200', share: '0.3', funder: 'nhs' },
      ],
    },
    {
      id: 'plans',
      entriesPerYear: '310',
      growth: '0.021',
      stay: { kind: 'fixed', months: 10 },
      costs: [
        { id: 'worker', per: 'month', amount: '780', variable: '0.7', release: release({ step: '15' }) },
        { id: 'conference', per: 'entry', amount: '1480', variable: '0.5' },
        { id: 'police', per: 'entry', amount: '640', funder: 'police' },
      ],
    },
    {
      id: 'referrals',
      entriesPerYear: '2200',
      growth: '0.01',
      stay: { kind: 'geometric', meanMonths: '3.5' },
      costs: [
        { id: 'assessment', per: 'entry', amount: '980', variable: '0.4' },
        { id: 'duty', per: 'month', amount: '310', variable: '0.3', release: release({ step: '20', noticeMonths: 2 }) },
        { id: 'school', per: 'year', amount: '840', value: 'social', share: '0.7' },
        { id: 'benefits', per: 'year', amount: '1200', value: 'economic', share: '0.2' },
      ],
    },
  ],
  interventions: [
    {
      id: 'fgc',
      warmUp: { months: '6', curve: 's-curve' },
      referrals: { perMonth: '14', eligible: '0.8', takeUp: '0.7' },
      capacity: { places: '30', waitingList: true, dropOffPerMonth: '0.1' },
      programme: { months: 3, completion: '0.82', partialEffect: '0.3' },
      childrenPerReferral: '1.7',
      effects: [
        {
          demand: 'care',
          risk: '0.35',
          windowMonths: 12,
          reduction: '0.19',
          optimismBias: '0.2',
          returns: { share: '0.25', afterMonths: 18 },
        },
        { demand: 'plans', risk: '0.3', windowMonths: 12, reduction: '0.12', fadePerYear: '0.3' },
      ],
      costs: [
        { id: 'setup', amount: '85000', per: 'once' },
        { id: 'team', amount: '410000', per: 'year', optimismBias: '0.1' },
      ],
    },
    {
      id: 'fft',
      start: '2026-07',
      warmUp: { months: '9' },
      referrals: { perMonth: '6', eligible: '0.6', takeUp: '0.65' },
      capacity: { places: '22', waitingList: true, dropOffPerMonth: '0.2' },
      programme: { months: 5, completion: '0.75', partialEffect: '0.2' },
      effects: [
        { demand: 'care', risk: '0.3', windowMonths: 18, reduction: '0.22', holdMonths: 12, fadePerYear: '0.4' },
        { demand: 'referrals', risk: '0.5', windowMonths: 12, reduction: '0.15' },
      ],
      costs: [
        { id: 'team', amount: '520000', per: 'year' },
        { id: 'fees', amount: '900', per: 'start' },
      ],
    },
    {
      id: 'neglect',
      warmUp: { months: '12' },
      referrals: { perMonth: '9', eligible: '0.7' },
      programme: { months: 8, completion: '0.7', partialEffect: '0.4' },
      childrenPerReferral: '2.1',
      effects: [
        { demand: 'plans', risk: '0.34', windowMonths: 12, reduction: '0.25', fadePerYear: '0.2' },
        { kind: 'exits', demand: 'care', chance: '0.06', monthsEarlier: 9 },
      ],
      costs: [{ id: 'team', amount: '610000', per: 'year', redeployed: true }],
    },
    {
      id: 'workforce',
      referrals: { perMonth: '20' },
      effects: [{ demand: 'referrals', risk: '0.25', windowMonths: 6, reduction: '0.08' }],
      costs: [{ id: 'academy', amount: '150000', per: 'year' }],
      savings: [
        {
          id: 'agency',
          amount: '67000',
          per: 'year',
          warmUp: { months: '12' },
          release: { action: 'end agency contracts', owner: 'workforce lead' },
        },
      ],
    },
  ],
  funding: [{ id: 'dfe', byYear: { '2026-27': '400000', '2027-28': '250000' } }],
}
