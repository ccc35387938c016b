import t from 'tap'
import { answer, caseOf, interventionOf } from '../cases-for-tests.ts'

/*
 * Scottish Government, value for money guidance, Annex A: 1,000 in years 0 to 9 and −500 in year 10, at 3.5%.
 *
 * from decimal import *; getcontext().prec = 40
 * sum(1000 / Decimal('1.035') ** k for k in range(10)) - 500 / Decimal('1.035') ** 10       8253.2271
 *
 * The printed rows are each rounded to a whole number, and add to 8,254: the source rounds first and sums last. Nothing here follows it.
 */

t.test('a yearly cost and a receipt at the end', async (t) => {
  const { economic } = answer(
    caseOf({
      years: 11,
      interventions: [
        interventionOf({
          costs: [{ id: 'payment', amount: '1000', per: 'year', to: '2036-03' }],
          savings: [{ id: 'receipt', amount: '500', per: 'once', month: '2036-04' }],
        }),
      ],
    }),
  )
  t.equal(economic.fiscal.npv, '-8253.23')
  // 1000 × 8.607686 (the first year and the annuity of nine) = 8,607.69, and 500 ÷ 1.035¹⁰ = 354.46
  t.equal(economic.fiscal.pvCost, '8607.69')
  t.equal(economic.fiscal.pvBenefit, '354.46')
})
