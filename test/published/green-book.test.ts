import t from 'tap'
import { answer, type Case, caseOf, interventionOf } from '../cases-for-tests.ts'

/*
 * HM Treasury, The Green Book (2003), Box 15: £1,000,000 now, £150,000 a year for ten years from year 1, at 3.5%; and the supplementary
 * guidance on optimism bias.
 *
 * from decimal import *; getcontext().prec = 40
 * a = sum(1 / Decimal('1.035') ** k for k in range(1, 11))      8.3166053225779547
 * 150000 * a - 1000000                                          247490.7984
 * 100000 * a - 1000000                                          −168339.4677
 * 1000000 / a                                                   120241.3679, which is 19.839% below 150,000
 */

/** £1,000,000 in the first year, and a saving in each of the ten years after it. */
function box15(saving: string): Case {
  return caseOf({
    start: '2003-04',
    years: 11,
    interventions: [
      interventionOf({
        costs: [{ id: 'outlay', amount: '1000000', per: 'once' }],
        savings: [{ id: 'saving', amount: saving, per: 'year', from: '2004-04' }],
      }),
    ],
  })
}

t.test('Box 15: the net present value', async (t) => {
  // Printed as £247,000 and −£168,000: the source rounds to thousands.
  const { economic, headline } = answer(box15('150000'))
  t.equal(economic.fiscal.npv, '247490.80')
  t.equal(headline.npv, '247490.80')
  t.equal(economic.fiscal.pvCost, '1000000.00')
  t.equal(economic.fiscal.pvBenefit, '1247490.80')
  // 1,247,490.80 ÷ 1,000,000
  t.equal(economic.fiscal.bcr, '1.2475')
  t.equal(answer(box15('100000')).economic.fiscal.npv, '-168339.47')
})

t.test('Box 15: the switching value', async (t) => {
  // £120,241.37 is rounded up from 120,241.3679 by 0.0021, worth 0.0177 over the ten years; a penny less is worth 0.0831 less.
  t.equal(answer(box15('120241.37')).economic.fiscal.npv, '0.02')
  t.equal(answer(box15('120241.36')).economic.fiscal.npv, '-0.07')
  const fall = 1 - 120241.37 / 150000
  t.equal(fall.toFixed(5), '0.19839')
})

t.test('optimism bias: what is left of the upper bound after 92% of it is managed', async (t) => {
  // 51% × (1 − 0.92) = 4.08%; £100m × 1.0408 = £104.08m.
  const works = caseOf({
    interventions: [interventionOf({ costs: [{ id: 'works', amount: '100000000', per: 'once', optimismBias: '0.0408' }] })],
  })
  t.equal(answer(works).headline.cost, '104080000.00')
})
