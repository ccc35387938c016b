import t from 'tap'
import { answer, type Case, caseOf, interventionOf } from '../cases-for-tests.ts'

/*
 * Washington State Institute for Public Policy, Homebuilders (2023 dollars): benefits of 12,163 to taxpayers, 6,535 to participants,
 * 602 to others and 2,610 indirect, for a cost of 4,259. 21,910 − 4,259 = 17,651; 21,910 ÷ 4,259 = 5.1444, printed as 5.14.
 */

function homebuilders(cost: string): Case {
  const benefits = { taxpayers: '12163', participants: '6535', others: '602', indirect: '2610' }
  return caseOf({
    interventions: [
      interventionOf({
        costs: [{ id: 'programme', amount: cost, per: 'once' }],
        savings: Object.entries(benefits).map(([id, amount]) => ({ id, amount, per: 'once', funder: id })),
      }),
    ],
  })
}

t.test('the ratio of benefits to cost', async (t) => {
  const { economic, years } = answer(homebuilders('4259'))
  t.equal(economic.fiscal.pvBenefit, '21910.00')
  t.equal(economic.fiscal.npv, '17651.00')
  t.equal(economic.fiscal.bcr, '5.1444')
  t.equal(years[0]?.cash.partners, '21910.00', 'none of it is the council’s')
})

t.test('a programme that costs nothing has no ratio', async (t) => {
  const { economic, headline } = answer(homebuilders('0'))
  t.equal(economic.fiscal.bcr, null)
  t.equal(economic.public.bcr, null)
  t.equal(headline.bcr, null)
  t.equal(economic.fiscal.npv, '21910.00')
})
