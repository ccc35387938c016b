import t from 'tap'
import { caseOf, demandOf, figuresOf, line } from '../cases-for-tests.ts'

/*
 * The stock and flow tests of cs-demand-model: a stock of 100 of whom 10% leave each month, and 5 a month coming in with nobody leaving.
 */

t.test('a tenth leaves each month', async (t) => {
  // 100 × 0.9ⁿ: 90, 81, 72.9, 65.61, … A monthly exit of 10% is a mean stay of ten months.
  const figures = figuresOf(
    caseOf({ demand: [demandOf({ entriesPerYear: '0', opening: '100', stay: { kind: 'geometric', meanMonths: '10' } })] }),
  )
  t.equal(line(figures, 'demand.care.opening')[0], '100')
  t.same(line(figures, 'demand.care.stockDoNothing').slice(0, 6), ['90', '81', '72.9', '65.61', '59.049', '53.1441'])
})

t.test('five a month for ten months, and nobody leaves', async (t) => {
  // Nobody who stays 360 months leaves within a year: 5, 10, … 50 after the tenth month.
  const figures = figuresOf(caseOf({ demand: [demandOf({ entriesPerYear: '60', opening: '0', stay: { kind: 'fixed', months: 360 } })] }))
  t.same(line(figures, 'demand.care.stockDoNothing').slice(0, 10), ['5', '10', '15', '20', '25', '30', '35', '40', '45', '50'])
})
