import t from 'tap'
import { answer, caseOf, interventionOf } from '../cases-for-tests.ts'

/*
 * HM Treasury, GDP deflator user guide, with the index as it stood: 2002-03 = 100.
 *
 * 93.046 ÷ 91.031 = 1.022135, so 2.21%; 100 ÷ 88.48 = 1.130199, so 13.02%; 7,400,000 × 102.789 ÷ 91.031 = 8,355,819.4461,
 * printed as £8.36m.
 */

const deflators = { '1997-98': '88.48', '1998-99': '91.031', '1999-00': '93.046', '2002-03': '100', '2003-04': '102.789' }

/** What an amount in one year's prices is in another's: a cost paid once in that year. */
function inPrices(amount: string, priceYear: keyof typeof deflators, baseYear: keyof typeof deflators): string {
  const paid = interventionOf({ costs: [{ id: 'paid', amount, per: 'once', priceYear }] })
  return answer(caseOf({ start: `${baseYear.slice(0, 4)}-04`, prices: { deflators }, interventions: [paid] })).headline.cost
}

t.test('from one year’s prices to another’s', async (t) => {
  t.equal(inPrices('100', '1998-99', '1999-00'), '102.21')
  t.equal(inPrices('100', '1997-98', '2002-03'), '113.02')
  t.equal(inPrices('7400000', '1998-99', '2003-04'), '8355819.45')
})
