import t from 'tap'
import {
  answer,
  avoidingPlaces,
  type Case,
  caseOf,
  certainEffect,
  demandOf,
  interventionOf,
  lineOf,
  plannedLine,
} from '../cases-for-tests.ts'

/** Eight places avoided throughout two years, at 20%: the second year counts 1 ÷ 1.2. */
function eight(costs: NonNullable<NonNullable<Case['demand']>[number]['costs']>, parts: Partial<Case> = {}) {
  return avoidingPlaces(new Array<number>(24).fill(8), { years: 2, discounting: { rate: '0.2' }, ...parts }, { costs })
}

t.test('benefits are all rungs but fixed, of all funders; fixed is shown beside', async (t) => {
  // 8 × 1,200 = 9,600 a year; 1/1.2 of the second: 9,600 × 1.8333… = 17,600 in all.
  // Half of one line is fixed: 4,800 × 1.8333… = 8,800 on either side.
  const { economic } = answer(eight([plannedLine(), lineOf({ id: 'nhs', funder: 'nhs' }), lineOf({ id: 'half', variable: '0.5' })]))
  t.same(economic.fiscal, { pvBenefit: '44000.00', pvCost: '0.00', npv: '44000.00', bcr: null })
  t.equal(economic.pvFixed, '8800.00')
})

t.test('notice, backfill and growth take nothing from the economic case', async (t) => {
  const plain = answer(eight([plannedLine()])).economic
  const held = avoidingPlaces(
    new Array<number>(24).fill(8),
    { years: 2, discounting: { rate: '0.2' } },
    { backfill: '0.25', costs: [plannedLine({ noticeMonths: 6, step: '4' })], budget: { basis: 'places', places: ['57'] } },
  )
  t.same(answer(held).economic, plain)
})

t.test('benefits are discounted in real money, whatever inflation is', async (t) => {
  // 9,600 in each year; in cash the second would be 10,560 at 10%, and 10,560 ÷ 1.2 = 8,800 instead of 8,000.
  const { economic, years } = answer(eight([plannedLine()], { prices: { inflation: '0.1' } }))
  t.same(
    years.map(({ cash, real }) => [cash.cashable, real.cashable]),
    [
      ['9600.00', '9600.00'],
      ['10560.00', '9600.00'],
    ],
  )
  t.equal(economic.fiscal.pvBenefit, '17600.00')
})

t.test('economic and social value are public and not fiscal', async (t) => {
  // 17,600 fiscal; half as much again economic, a quarter social.
  const { economic, headline, years } = answer(
    eight([
      plannedLine(),
      lineOf({ id: 'earnings', value: 'economic', amount: '50' }),
      lineOf({ id: 'trauma', value: 'social', amount: '25' }),
    ]),
  )
  t.equal(economic.fiscal.pvBenefit, '17600.00')
  t.equal(economic.public.pvBenefit, '30800.00')
  t.equal(headline.npv, '17600.00', 'the headline is fiscal')
  t.same(
    years.map(({ real }) => [real.economic, real.social]),
    [
      ['4800.00', '2400.00'],
      ['4800.00', '2400.00'],
    ],
  )
})

t.test('costs of all funders, redeployed staff included, in real money; grants excluded', async (t) => {
  // 100 + 20 + 3 at once and 123 a year later: 123 × 1.8333… = 225.50, whatever inflation is.
  const costs = (month: string) => [
    { id: `own${month}`, amount: '100', per: 'once' as const, month: `20${month}` },
    { id: `nhs${month}`, amount: '20', per: 'once' as const, month: `20${month}`, funder: 'nhs' },
    { id: `moved${month}`, amount: '3', per: 'once' as const, month: `20${month}`, redeployed: true },
  ]
  const { economic, years } = answer(
    caseOf({
      years: 2,
      discounting: { rate: '0.2' },
      prices: { inflation: '0.1' },
      interventions: [interventionOf({ costs: [...costs('26-04'), ...costs('27-04')] })],
      funding: [{ id: 'dfe', byYear: { '2026-27': '1000' } }],
    }),
  )
  t.same(economic.fiscal, { pvBenefit: '0.00', pvCost: '225.50', npv: '-225.50', bcr: '0.0000' })
  t.same(economic.public, economic.fiscal)
  t.same(
    years.map(({ cash }) => cash.cost),
    ['100.00', '110.00'],
  )
})

t.test('the ratio of benefits to cost', async (t) => {
  // 17,600 ÷ (6,000 + 6,000 ÷ 1.2 = 11,000) = 1.6
  const parts = eight([plannedLine()])
  const team = interventionOf({ id: 'team', costs: [{ id: 'team', amount: '6000', per: 'year' }] })
  const { economic } = answer({ ...parts, interventions: [...(parts.interventions ?? []), team] })
  t.same(economic.fiscal, { pvBenefit: '17600.00', pvCost: '11000.00', npv: '6600.00', bcr: '1.6000' })
})

t.test('timing moves benefit and cost alike', async (t) => {
  // All a year later: 17,600 ÷ 1.2 = 14,666.67. In the middle: ÷ √1.2 = 1.0954451150: 16,066.53.
  t.equal(answer(eight([plannedLine()], { discounting: { rate: '0.2', timing: 'end' } })).headline.npv, '14666.67')
  t.equal(answer(eight([plannedLine()], { discounting: { rate: '0.2', timing: 'mid' } })).headline.npv, '16066.53')
})

t.test('economic value of an entry avoided', async (t) => {
  // Two entries a month avoided, £100 each: 2,400; and no places of it.
  const { years, headline } = answer(
    caseOf({
      demand: [demandOf({ costs: [lineOf({ per: 'entry', value: 'economic' })] })],
      interventions: [interventionOf({ referrals: { perMonth: '2' }, effects: [certainEffect()] })],
    }),
  )
  t.equal(years[0]?.real.economic, '2400.00')
  t.equal(headline.grossAvoided, '0.00')
})
