import t from 'tap'
import { answer, type Case, caseOf, interventionOf } from '../cases-for-tests.ts'

/*
 * PFI credit guidance: £4,800,000 a year for five years, growing 2.5% a year, the first year undiscounted, at 6.6% nominal; or not growing
 * at 4% real, which is the same because 1.04 × 1.025 = 1.066.
 *
 * from decimal import *; getcontext().prec = 40
 * rows = [4800000 * Decimal('1.025') ** k for k in range(5)]                4800000 4920000 5043000 5169075 5298301.875
 * sum(row / Decimal('1.066') ** k for k, row in enumerate(rows))            22223497.0764, as printed: 22,223,497.08
 * sum(Decimal(4800000) / Decimal('1.04') ** k for k in range(5))            22223497.0764
 * with the last row posted as 5,298,301.88, the first is 22223497.0803, the same to the penny
 */

function charge(rate: string, more: Partial<Case>, realGrowth = '0'): Case {
  return caseOf({
    years: 5,
    discounting: { rate },
    interventions: [interventionOf({ costs: [{ id: 'charge', amount: '4800000', per: 'year', realGrowth }] })],
    ...more,
  })
}

const rows = ['4800000.00', '4920000.00', '5043000.00', '5169075.00', '5298301.88']

t.test('growing 2.5% above the prices of the base year, at 6.6%', async (t) => {
  const { economic, years } = answer(charge('0.066', {}, '0.025'))
  t.same(
    years.map(({ real }) => real.cost),
    rows,
  )
  t.equal(economic.fiscal.pvCost, '22223497.08')
})

t.test('at 4% real, with inflation of 2.5% that present values do not see', async (t) => {
  const { economic, years } = answer(charge('0.04', { prices: { inflation: '0.025' } }))
  t.equal(economic.fiscal.pvCost, '22223497.08')
  t.same(
    years.map(({ real }) => real.cost),
    new Array(5).fill('4800000.00'),
  )
  t.same(
    years.map(({ cash }) => cash.cost),
    rows,
    'cash follows inflation',
  )
})
