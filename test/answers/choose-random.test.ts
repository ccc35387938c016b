import fc from 'fast-check'
import t from 'tap'
import type { Case } from '../cases-for-tests.ts'
import { so } from '../properties/property.ts'
import { anyCase } from '../properties/random-cases.ts'
import { chosen, everyPackage, pence, rankedByHand } from './packages-for-tests.ts'

/*
 * On random cases over the whole contract: the choice is that of every package appraised in full, within a budget that is exactly what one
 * of them costs. Figures that are not rounded before they are shown may differ by a penny between the readers, so two packages within a
 * penny may change places; nothing else may.
 */

const seed = Number(process.env.PROPERTY_SEED ?? 20260401)
const runs = Math.ceil(15 * Number(process.env.PROPERTY_RUNS ?? 1))

t.test('the choice is that of brute force', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      anyCase.filter(({ interventions = [] }) => interventions.some(({ included }) => included !== false)),
      fc.constantFrom('npv' as const, 'netCashable' as const, 'cashable' as const),
      fc.constantFrom('peakFunding' as const, 'cost' as const, 'costAllFunders' as const),
      fc.nat(),
      async (given: Case, measure, budgetOn, pick) => {
        const all = everyPackage(given)
        const { answer } = all[pick % all.length] as (typeof all)[number]
        const budget = answer.headline[budgetOn]
        const byHand = rankedByHand(all, measure, budgetOn, budget)
        const { best, ranked, packages } = await chosen(given, { measure, budgetOn, budget, draws: '100' })
        so(packages.withinBudget === byHand.length, `${packages.withinBudget} within ${budget} of ${budgetOn}, not ${byHand.length}`)
        for (const [place, { ids, answer: expected }] of byHand.slice(0, ranked.length).entries()) {
          const got = ranked[place] as (typeof ranked)[number]
          const apart = pence(got.measure.toString()) - pence(expected.headline[measure])
          so(
            apart >= -1n && apart <= 1n,
            `place ${place + 1}: ${got.interventions} at ${got.measure}, not ${ids} at ${expected.headline[measure]}`,
          )
          if (got.interventions.join() === ids.join()) continue
          const own = all.find((each) => each.ids.join() === got.interventions.join())?.answer.headline[measure] ?? ''
          const between = pence(own) - pence(expected.headline[measure])
          so(between >= -1n && between <= 1n, `place ${place + 1}: ${got.interventions}, not ${ids}`)
        }
        const exact = all.find((each) => each.ids.join() === best.interventions.join())?.answer.headline
        so(
          exact !== undefined && best.npv.toString() === exact.npv && best.netCashable.toString() === exact.netCashable,
          'the winner to the penny',
        )
        so(best.cost.toString() === exact?.cost && best.peakFunding.toString() === exact?.peakFunding, 'and what it costs')
      },
    ),
    { numRuns: runs, seed },
  )
  t.pass('no counterexample')
})
