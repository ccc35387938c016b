import { changedSmallest, times } from '../bodies.ts'
import { type Category, posted } from '../entry.ts'

interface Counts {
  demands: number
  interventions: number
  lines: number
  years: number
}

/** A case with so many of everything, every number a range, every line released in steps after a notice. */
function caseOf({ demands, interventions, lines, years }: Counts): string {
  return changedSmallest((copy) => {
    const range = (central: number) => ({ central, low: central / 2, high: central, shape: 'triangular' })
    const costs = times(lines, (at) => ({
      id: `l${at}`,
      amount: range(1000),
      per: 'week',
      release: { action: 'end', owner: 'head', step: 4, noticeMonths: 3 },
    }))
    Object.assign(copy, {
      years,
      demand: times(demands, (at) => ({ id: `d${at}`, entriesPerYear: range(100), stay: { kind: 'geometric', meanMonths: 24 }, costs })),
      interventions: times(interventions, (at) => ({
        id: `i${at}`,
        referrals: { perMonth: range(10) },
        programme: { months: 6 },
        capacity: { places: 20, waitingList: true },
        effects: times(demands, (on) => ({ demand: `d${on}`, risk: 0.4, windowMonths: 12, reduction: 0.2 })),
        costs: times(lines, (cost) => ({ id: `c${cost}`, amount: 1000, per: 'year' })),
      })),
    })
  })
}

/** Under the limits that the schema sets; a limit on cost may refuse them. */
const largest = { demands: 20, interventions: 20, lines: 30, years: 30 }
const large = { demands: 4, interventions: 4, lines: 3, years: 20 }
const answeredOrRefused = { status: [200, 413, 422, 503] } as const

export const sizes: Category = {
  about: 'cases at the limits of the schema',
  entries: [
    { name: 'the largest legal case, appraised', ...posted(() => Buffer.from(caseOf(largest))), ...answeredOrRefused },
    {
      name: 'the largest legal case, as a workbook',
      ...posted(() => Buffer.from(caseOf(largest)), '/v1/appraise?format=xlsx'),
      ...answeredOrRefused,
    },
    {
      name: 'the largest legal case, a million draws',
      ...posted(() => Buffer.from(caseOf(largest)), '/v1/simulate?draws=1000000'),
      ...answeredOrRefused,
    },
    { name: 'a large case, appraised', ...posted(() => Buffer.from(caseOf(large))), ...answeredOrRefused },
    {
      name: 'a large case, as a workbook',
      ...posted(() => Buffer.from(caseOf({ ...large, years: 3 })), '/v1/appraise?format=xlsx'),
      ...answeredOrRefused,
    },
    {
      name: 'a large case, explained',
      ...posted(() => Buffer.from(caseOf({ ...large, years: 3 })), '/v1/explain?line=why.cashable'),
      ...answeredOrRefused,
    },
    {
      name: 'a large case, its slopes',
      ...posted(() => Buffer.from(caseOf({ ...large, years: 3 })), '/v1/appraise?slopes=npv'),
      ...answeredOrRefused,
    },
    { name: 'thirty years of one demand', ...posted(caseOf({ demands: 1, interventions: 1, lines: 1, years: 30 })), ...answeredOrRefused },
    {
      name: '400 correlations of ranges',
      ...posted(() =>
        Buffer.from(
          changedSmallest((copy) =>
            Object.assign(copy, {
              correlations: times(400, () => ({ between: ['demand.care.entriesPerYear', 'interventions.fgc.referrals.perMonth'], rho: 1 })),
            }),
          ),
        ),
      ),
      status: [200, 422],
      code: 'not-a-case',
    },
    {
      name: 'a stay of 360 months in a horizon of a year',
      ...posted(
        changedSmallest(
          (copy) => void Object.assign(copy, { years: 1, demand: [{ ...copy.demand[0], stay: { kind: 'fixed', months: 360 } }] }),
        ),
      ),
      status: 200,
    },
  ],
}
