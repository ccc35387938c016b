import t from 'tap'
import { care, fgc, made, madeOf, saidIn, smallest, statesIn, unplanned } from './papers.ts'

/*
 * Sentences of papers, with figures worked out by hand from the case. The smallest useful case avoids £4,068,991.44 over five years, all of it
 * cash by its plan, for 5 × £300,000 (the contract).
 */

t.test('the smallest case: what it avoids, what of it is cash, when it is back', async (t) => {
  const { document } = await made(smallest)
  const said = saidIn(document)
  t.match(
    said,
    'Against doing nothing, the package avoids £4,068,991 of cost from 2026-27 to 2030-31, whoever pays it. Of that £4,068,991 is cash: a budget of the council that goes down.',
  )
  t.match(
    said,
    'It costs the council £1,500,000; at its deepest the budget is £247,866 out of pocket, and the money is back for good in May 2028.',
  )
  t.match(said, 'Over the horizon £4,068,991 of cash stands against £1,500,000 of cost: net £2,568,991.')
  const states = statesIn(document)
  t.ok(
    states.includes(
      'The case has no variants, so the package is compared with doing nothing alone. Add variants to the case to set a slower start, fewer referrals or a dearer place beside it.',
    ),
  )
  t.ok(states.includes('The package has one intervention, fgc: there are no others to choose among.'))
  t.match(states.join(' '), /No assumption of the case has a range, so the figures of this paper carry no uncertainty/)
  t.match(states.join(' '), /of the \d+ quantities that the case gives have neither a source nor a note/)
})

t.test('no release plan: no cash, why, how much it would be, and what to add', async (t) => {
  const { document } = await made({ ...smallest, demand: [{ ...care, costs: [unplanned] }] })
  const states = statesIn(document).join('\n')
  t.match(states, 'No cash, because nobody has a plan to take what is left empty out of a budget.')
  t.match(
    states,
    'A release plan, with an action and its owner, is missing for “place, care”: with one that needs no notice, up to £4,068,991 would be cash.',
  )
  t.match(
    states,
    'No line has a release plan: nobody has decided to end a contract, close a home or leave a post empty, so nothing that is avoided becomes cash.',
  )
  // Five years of the team, and nothing against them.
  t.match(states, 'The money is not back within the horizon: at the end of 2030-31 the budget is £1,500,000 out of pocket.')
  t.match(saidIn(document), 'demand.care.costs.place.release, with action and owner')
})

t.test('nothing avoided, and harm', async (t) => {
  const withReduction = (reduction: string) => ({ ...smallest, interventions: [{ ...fgc, effects: [{ ...fgc.effects[0], reduction }] }] })
  const nothing = await made(withReduction('0'))
  t.match(statesIn(nothing.document).join('\n'), 'Nothing is avoided. Where that is not what is meant, look at the effects')
  t.match(saidIn(nothing.document), 'Against doing nothing, the package avoids no cost from 2026-27 to 2030-31.')
  t.match(statesIn(nothing.document).join('\n'), 'Nothing is avoided and no cost is added, so there is nothing on the ladder.')
  // The effect turned round adds what it would have avoided, to pence, and a rise costs at once.
  const harm = await made(withReduction('-0.192'))
  const states = statesIn(harm.document).join('\n')
  t.match(
    states,
    'The package adds cost: £4,068,991 more is spent on demand than if nothing were done. Of that £4,068,991 has to be found in cash by the council, plan or no plan.',
  )
  t.match(saidIn(harm.document), 'Against doing nothing, the package adds £4,068,991 of cost from 2026-27 to 2030-31: nothing is avoided.')
})

t.test('partners alone, and grants alone', async (t) => {
  const partners = await made({ ...smallest, demand: [{ ...care, costs: [{ ...unplanned, funder: 'health' }] }] })
  const states = statesIn(partners.document).join('\n')
  t.match(states, 'All of the £4,068,991 that is avoided falls to partners, so none of it is cash to the council.')
  t.match(states, 'No cost line and no saving of the case is paid by the council, so there is nothing to release.')
  const funding = [{ id: 'dfe', byYear: { '2026-27': '120000' } }]
  const granted = await made({ ...smallest, demand: [{ ...care, costs: [unplanned] }], funding })
  const more = statesIn(granted.document).join('\n')
  t.match(more, 'The only cash is the grants, £120,000: no budget goes down.')
  t.match(more, 'Grants end after 2026-27, and the cost goes on: in 2027-28 it is £300,000 with no grant towards it.')
})

t.test('never out of pocket, a single year, no intervention, no demand', async (t) => {
  const free = await made({ ...smallest, interventions: [{ ...fgc, costs: [{ id: 'fee', amount: '1', per: 'once', month: '2031-03' }] }] })
  t.match(statesIn(free.document).join('\n'), 'The package pays its way from the first month: cumulative cash is never below nothing.')
  t.match(saidIn(free.document), 'It costs the council £1; at no time is the budget out of pocket.')
  const year = await made({ ...smallest, years: 1 })
  t.match(
    statesIn(year.document).join('\n'),
    'The horizon is a single year, so there is no change from year to year, and what is avoided after March 2027 is not counted.',
  )
  const none = await made({ ...smallest, interventions: [] })
  const states = statesIn(none.document).join('\n')
  t.match(states, 'The case has no interventions, so nothing is done')
  t.match(states, 'The package has no intervention: there are no others to choose among.')
  t.match(states, 'The package has no cost lines, so it costs nothing.')
  t.match(states, 'No assumption moves either figure, so there is no switching value.')
  const left = await made({ ...smallest, interventions: [{ ...fgc, included: false }] })
  t.match(statesIn(left.document).join('\n'), 'Every intervention of the case is left out by included: false')
  const bare = await made({ start: '2026-04', years: 2, demand: [], interventions: [] })
  t.match(statesIn(bare.document).join('\n'), 'The case has no demand, so no numbers can fall')
})

t.test('each state has a sentence of its own', async (t) => {
  const withEffect = (reduction: string) => ({ ...smallest, interventions: [{ ...fgc, effects: [{ ...fgc.effects[0], reduction }] }] })
  const cases: Record<string, object> = {
    full: smallest,
    'no plan': { ...smallest, demand: [{ ...care, costs: [unplanned] }] },
    'nothing avoided': withEffect('0'),
    harm: withEffect('-0.192'),
    partners: { ...smallest, demand: [{ ...care, costs: [{ ...unplanned, funder: 'health' }] }] },
    'one year': { ...smallest, years: 1 },
    'no interventions': { ...smallest, interventions: [] },
    'no demand': { ...smallest, demand: [], interventions: [] },
  }
  const told = await Promise.all(
    Object.entries(cases).map(async ([name, given]) => ({ name, states: statesIn((await made(given)).document).join('\n') })),
  )
  for (const { name, states } of told) {
    const alike = told.filter((other) => other.name !== name && other.states === states)
    t.same(
      alike.map((other) => other.name),
      [],
      name,
    )
  }
})

t.test('moved staff: worth doing, and not one pound of cash', async (t) => {
  const { document } = await madeOf('la2-redeployed-neglect')
  const said = saidIn(document)
  // Published by the scenario itself: nothing is bought, and nobody has a plan.
  t.match(said, 'It costs the council nothing in cash; at no time is the budget out of pocket.')
  t.match(said, 'None of it is cash: no budget goes down.')
  t.match(
    statesIn(document).join('\n'),
    'No cash of the council moves in any year, so there is nothing for a medium-term financial plan to take.',
  )
  t.match(said, 'The two differ: more cost is avoided than is spent, but none of it is left over as cash.')
  t.match(statesIn(document).join('\n'), 'No cash, because nobody has a plan to take what is left empty out of a budget.')
})

t.test('the parts stand in the order in which finance officers read', async (t) => {
  const { document } = await madeOf('la5-package')
  const parts = document.blocks.flatMap((block) => (block.is === 'heading' && block.level === 2 ? [block.text] : []))
  t.same(parts, [
    'Summary',
    'What was asked',
    'Options',
    'What the package does',
    'Economic case',
    'Financial case',
    'From cost avoided to cash',
    'Risks and ranges',
    'Sensitivity and switching values',
    'Release plan',
    'Assumptions',
    'Checks and limits of use',
    'Appendix: how each figure came about',
  ])
  const said = saidIn(document)
  // The plan as the scenario has it.
  for (const words of [
    'agency placements are ended at review and not replaced',
    "director of children's services",
    'April 2026',
    '16 places',
  ])
    t.match(said, words)
})

t.test('ranges tell how likely it is; ranges that cannot all hold leave the rest of the paper as it is', async (t) => {
  const ranged = (central: string, low: string, high: string) => ({ central, low, high })
  const effects = [{ ...fgc.effects[0], risk: ranged('0.448', '0.4', '0.5'), reduction: ranged('0.192', '0.1', '0.3') }]
  const unsure = { ...smallest, interventions: [{ ...fgc, referrals: { perMonth: ranged('10', '8', '12') }, effects }] }
  const { document } = await made(unsure)
  t.match(saidIn(document), /Of 5,000 draws, nine in ten put net cash/)
  const path = 'interventions.fgc.effects.care'
  const [one, two, three] = [`${path}.risk`, `${path}.reduction`, 'interventions.fgc.referrals.perMonth']
  // Two that go with a third cannot go against each other.
  const correlations = [
    { between: [one, two], rho: '0.9' },
    { between: [two, three], rho: '0.9' },
    { between: [one, three], rho: '-0.9' },
  ]
  const undrawn = await made({ ...unsure, correlations })
  t.match(statesIn(undrawn.document).join('\n'), 'The ranges of the case cannot be drawn from, so the figures carry no uncertainty:')
  t.match(saidIn(undrawn.document), 'net £2,568,991.')
})
