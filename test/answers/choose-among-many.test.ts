import t from 'tap'
import { search } from '../../src/answers/choosing/search.ts'
import { everySubset, type Subset } from '../../src/answers/choosing/subset.ts'
import { SubsetReader } from '../../src/answers/choosing/subset-reader.ts'
import { measureOf } from '../../src/answers/measure.ts'
import { VariedCase } from '../../src/answers/varied.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { type Case, caseOf, certainEffect, demandOf, interventionOf, plannedLine } from '../cases-for-tests.ts'
import { chosen } from './packages-for-tests.ts'

/** Seventeen interventions on three demands, with overlap, whole-step releases, costs of every size, and some that are not worth it. */
const seventeen: Case = caseOf({
  years: 2,
  demand: ['care', 'plans', 'homes'].map((id, place) =>
    demandOf({ id, costs: [plannedLine(place === 2 ? { step: '3' } : {}, { amount: String(900 - 200 * place) })] }),
  ),
  interventions: Array.from({ length: 17 }, (_, place) =>
    interventionOf({
      id: `i${String(place).padStart(2, '0')}`,
      referrals: { perMonth: String(1 + ((place * 7) % 5)) },
      effects: [certainEffect({ demand: ['care', 'plans', 'homes'][place % 3] ?? '', reduction: `0.${30 + 4 * ((place * 5) % 11)}` })],
      costs: [{ id: 'team', amount: String(20000 + 9000 * ((place * 11) % 13)), per: place % 2 === 0 ? 'year' : 'once' }],
    }),
  ),
})

/** What every one of the 131,072 packages is worth and costs, by columns. */
async function brute(measure: string, budgetOn: string) {
  const varied = new VariedCase(completeCase(seventeen))
  const ids = (seventeen.interventions ?? []).map(({ id }) => id)
  const lines = [measure, budgetOn].map((name) => measureOf(varied, name).line)
  const subsets = everySubset(17)
  const [values, costs] = await new SubsetReader(varied, ids, lines).read(subsets, async () => {})
  return (budget: number) => {
    let best = Number.NEGATIVE_INFINITY
    for (const place of subsets.keys()) {
      if (Math.round((costs?.[place] as number) * 100) <= budget * 100) best = Math.max(best, values?.[place] as number)
    }
    return best
  }
}

t.test('beyond 16 interventions the best found is within its stated gap of the best there is', async (t) => {
  for (const budgetOn of ['cost', 'peakFunding'] as const) {
    const bestOf = await brute('npv', budgetOn)
    for (const budget of ['50000', '150000', '400000']) {
      const { best, packages, notes, frontier } = await chosen(seventeen, { budgetOn, budget })
      const there = bestOf(Number(budget))
      const found = Number(best.measure)
      const gap = Number(packages.bound?.gap)
      t.equal(packages.possible, 131072)
      t.ok(packages.lookedAt < 131072 / 4, `${packages.lookedAt} looked at`)
      t.ok(found <= there + 0.01, 'nothing is better than the best')
      t.ok(there <= found + gap + 0.01, `${budgetOn} ${budget}: found ${found} of ${there}, gap ${gap}`)
      t.ok(there <= Number(packages.bound?.value) + 0.01)
      t.ok(found >= 0.98 * there, 'and it is not far from it')
      t.match(notes.join(' '), /too many to look at each.*The bound supposes/)
      t.ok(frontier.length > 1)
      t.ok(best.isWithinBudget && Number(best.budgeted) <= Number(budget))
    }
  }
})

t.test('without a budget the bound and the search stand as well', async (t) => {
  const bestOf = await brute('netCashable', 'cost')
  const { best, packages } = await chosen(seventeen, { measure: 'netCashable' })
  const there = bestOf(Number.POSITIVE_INFINITY)
  t.ok(Number(best.measure) <= there + 0.01)
  t.ok(there <= Number(packages.bound?.value) + 0.01)
})

t.test('the search exchanges where adding alone would stop', async (t) => {
  // Two that fit together are worth 10; the one that is best by itself, 6, leaves no room for another.
  const worth: Record<Subset, [measure: number, cost: number]> = { 0: [0, 0], 1: [6, 10], 2: [5, 5], 4: [5, 5], 6: [10, 10] }
  const known = await search(3, async (subsets) =>
    subsets.map((subset) => {
      const [measure, cost] = worth[subset] ?? [20, 20]
      return { measure, cost, isAllowed: cost <= 10 }
    }),
  )
  const allowed = [...known].filter(([, { isAllowed }]) => isAllowed)
  t.equal(Math.max(...allowed.map(([, { measure }]) => measure)), 10)
})
