import t from 'tap'
import { answer, caseOf, interventionOf } from '../cases-for-tests.ts'

/*
 * Excel’s NPV(10%, −10000, 3000, 4200, 6800) discounts its first value by a year, and so is our timing `end`; with the first value
 * undiscounted the same flows are our timing `start`.
 *
 * from decimal import *; getcontext().prec = 40
 * flows = [-10000, 3000, 4200, 6800]
 * sum(f / Decimal('1.1') ** (k + 1) for k, f in enumerate(flows))      1188.4434
 * sum(f / Decimal('1.1') ** k for k, f in enumerate(flows))            1307.2878
 */

function flows(timing: 'start' | 'end') {
  return caseOf({
    years: 4,
    discounting: { rate: '0.1', timing },
    interventions: [
      interventionOf({
        costs: [{ id: 'outlay', amount: '10000', per: 'once' }],
        savings: ['3000', '4200', '6800'].map((amount, place) => ({
          id: `year${place + 1}`,
          amount,
          per: 'once',
          month: `${2027 + place}-04`,
        })),
      }),
    ],
  })
}

t.test('Excel’s convention and ours', async (t) => {
  t.equal(answer(flows('end')).economic.fiscal.npv, '1188.44')
  t.equal(answer(flows('start')).economic.fiscal.npv, '1307.29')
})
