import t from 'tap'
import { CheckFailure } from '../../src/answers/checked.ts'
import { appraisePackage, holdTogether } from '../../src/answers/choosing/exactly.ts'
import { measureOf } from '../../src/answers/measure.ts'
import { VariedCase } from '../../src/answers/varied.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { type Case, caseOf, certainEffect, demandOf, interventionOf, plannedLine } from '../cases-for-tests.ts'
import { chosen, everyPackage, pence, rankedByHand } from './packages-for-tests.ts'

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }

/** Avoids so many of the ten entries a month of a demand, at a cost paid once. */
const avoiding = (id: string, demand: string, perMonth: string, amount: string) =>
  interventionOf({
    id,
    referrals: { perMonth },
    effects: [certainEffect({ demand })],
    costs: [{ id: 'team', amount, per: 'once' }],
  })

/*
 * Five interventions on two demands of ten entries a month. Anna and Bert are the two best by themselves, but reach the same children: together
 * they avoid 1 − 0.4 × 0.45 = 82% and not 115%. Cleo acts on the other demand and is worth less than either, but all of it comes on top.
 * Dora costs more than she avoids; Emil is weak and cheap.
 */
const overlapping = caseOf({
  years: 3,
  demand: [
    demandOf({ id: 'care', costs: [plannedLine({}, { amount: '1000' })] }),
    demandOf({ id: 'plans', costs: [plannedLine({}, { amount: '500' })] }),
  ],
  interventions: [
    avoiding('anna', 'care', '6', '200000'),
    avoiding('bert', 'care', '5.5', '200000'),
    avoiding('cleo', 'plans', '8', '200000'),
    avoiding('dora', 'plans', '1', '150000'),
    avoiding('emil', 'care', '1', '20000'),
  ],
})
const all = everyPackage(overlapping)

t.test('the best pair is not the two best singles', async (t) => {
  const { best, ranked, packages, sentences } = await chosen(overlapping, { measure: 'netCashable', budget: '400000', budgetOn: 'cost' })
  const singles = rankedByHand(
    all.filter(({ ids }) => ids.length === 1),
    'netCashable',
    'cost',
  )
  t.same(
    singles.slice(0, 2).map(({ ids }) => ids),
    [['anna'], ['bert']],
  )
  t.same(best.interventions, ['anna', 'cleo'])
  t.same(packages.overBudget, all.filter(({ answer }) => pence(answer.headline.cost) > 40000000n).length)
  t.match(
    sentences[0],
    /^Within £400,000 of cost to the body, the best of \d+ packages by net cashable is anna and cleo: net cashable £1,610,000, cost to the body £400,000\./,
  )
  t.equal(ranked[0]?.rank, 1)
})

t.test('every ranking is that of the packages appraised one by one, to the penny', async (t) => {
  for (const measure of ['npv', 'netCashable'] as const) {
    for (const budgetOn of ['peakFunding', 'cost', 'costAllFunders'] as const) {
      for (const budget of [undefined, '0', '170000', '400000', '421000.50']) {
        const { best, ranked, packages } = await chosen(overlapping, { measure, budgetOn, budget })
        const byHand = rankedByHand(all, measure, budgetOn, budget)
        t.equal(packages.withinBudget, byHand.length)
        t.equal(packages.overBudget, all.length - byHand.length)
        t.same(
          ranked.map(({ interventions, measure: value, budgeted }) => [interventions, value.toString(), budgeted.toString()]),
          byHand.slice(0, 20).map(({ ids, answer }) => [ids, answer.headline[measure], answer.headline[budgetOn]]),
          `${measure} within ${budget} of ${budgetOn}`,
        )
        const { answer } = byHand[0] as (typeof byHand)[number]
        t.equal(best.headline.netCashable.toString(), answer.headline.netCashable)
        t.equal(best.checksPassed, answer.checks.length)
        t.equal(best.interventions.length > 0 ? best.caseHash : answer.caseHash, answer.caseHash, 'the case can be appraised by itself')
      }
    }
  }
})

t.test('a package that costs exactly the budget is within it, and a penny less is not enough', async (t) => {
  const at = async (budget: string) => (await chosen(overlapping, { budget, budgetOn: 'cost' })).best.interventions
  t.same(await at('200000'), ['anna'])
  t.same(await at('200000.00'), ['anna'])
  t.same(await at('199999.99'), ['emil'])
  t.same(await at('0'), [])
})

t.test('the last digits of a column do not decide a budget that is half a penny away', async (t) => {
  // Peak funding is not rounded before it is shown: a third of 100 is 33.33, and half a penny rounds away from zero.
  const half = (amount: string) =>
    caseOf({
      interventions: [
        interventionOf({
          id: 'a',
          savings: [{ id: 's', amount: '200', per: 'once', month: '2026-06', release: { action: 'a', owner: 'b' } }],
          costs: [{ id: 'c', amount, per: 'year' }],
        }),
      ],
    })
  // £60.06 a year is £5.005 a month: two months are £10.01 and the saving comes in the third, so the peak is after May.
  const { best } = await chosen(half('60.06'), { measure: 'netCashable', budget: '10.01' })
  t.same([best.interventions, best.peakFunding.toString()], [['a'], '10.01'])
  // £60.03 a year is £5.0025 a month: £10.005 after two, which is shown as 10.01.
  t.same((await chosen(half('60.03'), { measure: 'netCashable', budget: '10.01' })).best.interventions, ['a'])
  t.same((await chosen(half('60.03'), { measure: 'netCashable', budget: '10.00' })).best.interventions, [])
})

t.test('ties: fewer interventions first, then by id, whatever the order of the case', async (t) => {
  const twins = (ids: readonly string[]) =>
    caseOf({
      years: 2,
      overlap: 'disjoint',
      demand: [demandOf({ costs: [plannedLine({}, { amount: '1000' })] })],
      interventions: [...ids.map((id) => avoiding(id, 'care', '2', '10000')), interventionOf({ id: 'idle' })],
    })
  for (const ids of [
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
  ]) {
    const one = await chosen(twins(ids), { budget: '10000', budgetOn: 'cost' })
    t.same(one.best.interventions, ['a'])
    t.same(
      one.ranked.slice(0, 6).map(({ interventions }) => interventions),
      [['a'], ['b'], ['c'], ['a', 'idle'], ['b', 'idle'], ['c', 'idle']],
    )
    const two = await chosen(twins(ids), { budget: '20000', budgetOn: 'cost' })
    t.same(
      two.ranked.slice(0, 3).map(({ interventions }) => interventions),
      [
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'c'],
      ],
    )
  }
})

t.test('nothing has no grant, every other package has the whole of it; what the case leaves out stays out', async (t) => {
  const granted: Case = {
    ...overlapping,
    interventions: overlapping.interventions?.map((each) => (each.id === 'anna' ? { ...each, included: false } : each)) ?? [],
    funding: [{ id: 'dfe', byYear: { '2026-27': '123456.78' } }],
  }
  const { ranked, packages, interventions, notes } = await chosen(granted, { measure: 'netCashable' })
  const byHand = rankedByHand(everyPackage(granted), 'netCashable', 'cost')
  t.equal(packages.possible, 16)
  t.same(
    ranked.map((each) => [each.interventions, each.netCashable.toString(), each.peakFunding.toString()]),
    byHand.map(({ ids, answer }) => [ids, answer.headline.netCashable, answer.headline.peakFunding]),
  )
  t.equal(ranked.find((each) => each.interventions.length === 0)?.netCashable.toString(), '0.00')
  t.equal(interventions.find(({ id }) => id === 'anna')?.included, false)
  t.match(notes.join(' '), /anna: left out of every package.*included: false/)
  t.match(notes.join(' '), /keeps the grants whole \(dfe\)/)
})

t.test('the frontier is that of all packages, the budget set aside, and says what dominates', async (t) => {
  const { frontier, ranked, packages } = await chosen(overlapping, { budgetOn: 'cost', budget: '200000' })
  const points = all.map(({ ids, answer: { headline } }) => ({ ids, cost: Number(headline.cost), npv: Number(headline.npv) }))
  // On the frontier: for some price of a pound, from free to dear, no package has more left over.
  const steps = frontier.slice(1).map(({ step }) => Number(step?.budgeted) / Number(step?.measure))
  t.same(
    steps,
    [...steps].sort((one, other) => one - other),
    'each step costs no less than the one before',
  )
  for (const [place, { interventions }] of frontier.entries()) {
    const own = points.find(({ ids }) => ids.join() === interventions.join())
    // A price between those of the step to it and of the step beyond it.
    const [to, beyond] = [steps[place - 1] ?? 0, steps[place] ?? (steps[place - 1] ?? 0) + 1]
    const price = (to + beyond) / 2
    const worth = ({ cost, npv }: { cost: number; npv: number }) => npv * price - cost
    t.ok(own !== undefined && points.every((each) => worth(each) <= worth(own) + 1), interventions.join('+'))
  }
  t.equal(packages.onFrontier + packages.dominated + packages.extendedlyDominated, 32)
  t.equal(frontier.length, packages.onFrontier)
  t.ok(
    frontier.some(({ isWithinBudget }) => !isWithinBudget),
    'also what more money would buy',
  )
  for (const each of ranked) t.equal(each.dominatedBy.length, { frontier: 0, dominated: 1, 'extendedly-dominated': 2 }[each.standing])
})

t.test('over draws: P10 and how often each is best, against the uniform distribution', async (t) => {
  /*
   * One saving, in April 2026, uniform on 500 … 1,500; the team costs 750. Net 750 under: it beats nothing when the saving is above 750, with
   * chance 0.75; its P10 is the P10 of the saving, 600, less 750: −150. With 10,000 draws the standard error of the share is
   * √(0.75 × 0.25 ÷ 10,000) = 0.0043, and that of the P10 √(0.1 × 0.9 ÷ 10,000) × 1,000 = 3.
   */
  const uncertain = caseOf({
    interventions: [
      interventionOf({
        id: 'a',
        costs: [{ id: 'c', amount: '750', per: 'once' }],
        savings: [
          {
            id: 's',
            amount: { central: '1000', low: '500', high: '1500', shape: 'uniform' },
            per: 'once',
            release: { action: 'cut', owner: 'head' },
          },
        ],
      }),
    ],
  })
  const { best, ranked, uncertainty } = await chosen(uncertain, { measure: 'netCashable', draws: '10000' })
  t.same(best.interventions, ['a'])
  const share = Number(best.best?.share)
  t.ok(Math.abs(share - 0.75) < 4 * 0.0043, `best in ${share}`)
  t.equal(best.best?.standardError.toString(), Math.sqrt((share * (1 - share)) / 10000).toFixed(4))
  t.ok(Math.abs(Number(best.p10) + 150) < 12, `P10 ${best.p10}`)
  t.equal(ranked[1]?.p10?.toString(), '0.00', 'nothing gives nothing in every draw')
  t.equal(Number(best.best?.share) + Number(ranked[1]?.best?.share), 1)
  t.equal(uncertainty?.isEveryPackage, true)
  const cautious = await chosen(uncertain, { measure: 'netCashable', draws: '10000', rankBy: 'p10' })
  t.same(cautious.best.interventions, [], 'nine times of ten, nothing is safer')
  t.match(cautious.sentences[0], /doing nothing/)
  const again = await chosen(uncertain, { measure: 'netCashable', draws: '10000' })
  t.equal(
    again.resultHash,
    (await chosen(uncertain, { measure: 'netCashable', draws: '10000' })).resultHash,
    'the same seed, the same answer',
  )
  t.not(again.resultHash, (await chosen(uncertain, { measure: 'netCashable', draws: '10000', seed: '2' })).resultHash)
  // Over a budget of 100 on peak funding: the peak is 750 less the saving, above 100 when that is below 650, chance 0.15.
  const held = await chosen(uncertain, { measure: 'netCashable', draws: '10000', budget: '100' })
  t.ok(Math.abs(Number(held.best.withinBudget?.share) - 0.85) < 4 * 0.0036)
})

t.test('a draw in which two packages are alike is one of the smaller', async (t) => {
  const amount = { central: '1000', low: '900', high: '1500', shape: 'uniform' } as const
  const saving = { id: 's', amount, per: 'once', release: { action: 'cut', owner: 'head' } } as const
  const given = caseOf({ interventions: [interventionOf({ id: 'idle' }), interventionOf({ id: 'a', savings: [saving] })] })
  const { uncertainty } = await chosen(given, { measure: 'netCashable', draws: '100' })
  t.same(
    uncertainty?.best.map(({ interventions, share }) => [interventions, share.toString()]),
    [[['a'], '1.0000']],
    'never that of a with an idle one beside it',
  )
})

t.test('columns that disagree with the exact appraisal of a winner give no answer', async (t) => {
  const given = completeCase(overlapping)
  const measure = measureOf(new VariedCase(given), 'npv')
  const exact = appraisePackage(given, ['anna', 'cleo'], model)
  const npv = exact.of(measure).toNumber()
  holdTogether(exact, measure, npv + 0.009, ['anna', 'cleo'])
  t.throws(() => holdTogether(exact, measure, npv + 0.011, ['anna', 'cleo']), CheckFailure)
  t.throws(() => holdTogether(exact, measure, Number.NaN, ['anna', 'cleo']), CheckFailure)
})

t.test('a case of hundreds of billions has a choice: float64 cannot tell its pence', async (t) => {
  // A million children a year at £9 million a week each, for a cost of a pound.
  const great = caseOf({
    years: 5,
    demand: [demandOf({ entriesPerYear: '1000000', costs: [plannedLine({}, { amount: '9000000', per: 'week' })] })],
    interventions: [avoiding('one', 'care', '30000', '1'), avoiding('other', 'care', '20000', '1')],
  })
  const { best } = await chosen(great, { measure: 'netCashable' })
  t.same(best.interventions, ['one', 'other'])
  const exact = appraisePackage(completeCase(great), ['one', 'other'], model)
  t.equal(String(best.netCashable), String(exact.answer.headline.netCashable), 'and its figure is the exact one')
})

t.test('what cannot be chosen is refused with what can', async (t) => {
  const refused = (options: Parameters<typeof chosen>[1], message: RegExp, given = overlapping) =>
    t.rejects(chosen(given, options), { message })
  await refused({ measure: 'bcr' }, /ratio.*rank by npv/)
  await refused({ measure: 'cost' }, /not a figure of which more is better/)
  await refused({ measure: 'interventions.anna.cost' }, /of one intervention/)
  await refused({ measure: 'npw' }, /Did you mean/)
  await refused({ measure: 'paybackMonth' }, /not one number/)
  await refused({ budget: '-1' }, /pounds of 0 or more/)
  await refused({ budget: '1e6' }, /pounds of 0 or more/)
  await refused({ budget: '1.005' }, /at most two places/)
  await refused({ budgetOn: 'grants' }, /not one of peakFunding, cost, costAllFunders/)
  await refused({ rankBy: 'p50' }, /central, p10/)
  await refused({ draws: '99' }, /from 100 to 20000/)
  await refused({ draws: '2e3' }, /from 100 to 20000/)
  await refused({ seed: '' }, /1 to 100 characters/)
  await refused({ rankBy: 'p10' }, /no ranges/)
  await refused({}, /no intervention to choose from/, caseOf())
  await refused({}, /no intervention to choose from/, caseOf({ interventions: [interventionOf({ included: false })] }))
})
