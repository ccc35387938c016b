import t from 'tap'
import { Figures } from '../../src/answers/figures.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { Book } from '../../src/method/book.ts'
import { discountFactors, discountRates } from '../../src/method/discounting.ts'
import { answer, caseOf, interventionOf, ready } from '../cases-for-tests.ts'

/*
 * Department of Finance, Northern Ireland guide to expenditure appraisal: discount factors on the declining schedule, and annuities.
 */

const printed: readonly (readonly [year: number, factor: string])[] = [
  [1, '0.9662'],
  [5, '0.8420'],
  [10, '0.7089'],
  [20, '0.5026'],
  [30, '0.3563'],
  [40, '0.2651'],
  [50, '0.1973'],
  [60, '0.1468'],
  [75, '0.0942'],
  [100, '0.0508'],
  [125, '0.0274'],
]

t.test('factors to year 125, as the method writes them', async (t) => {
  const { case: complete, register } = ready(caseOf())
  const book = new Book(complete, register)
  const factors = discountFactors(book, discountRates(book), 126, 'start')
  const method = { ...appraisal(complete, register), book }
  const figures = new Figures(complete, register, method)
  for (const [year, expected] of printed) t.equal(figures.at(factors, year).toFixed(4), expected, `year ${year}`)
  t.equal(figures.at(factors, 0).toFixed(4), '1.0000', 'year 0')
})

t.test('factors of the longest case, in its answer', async (t) => {
  const { years } = answer(caseOf({ years: 30 }))
  for (const [year, expected] of printed.filter(([year]) => year < 30)) {
    t.equal(Number(years[year]?.real.discountFactor).toFixed(4), expected, `year ${year}`)
  }
})

t.test('an annuity of £10,000 for 20 years', async (t) => {
  // The printed table says £142,339, and is wrong in 29 of its 30 years. The sum it stands for:
  // from decimal import *; getcontext().prec = 40
  // sum(10000 / Decimal('1.035') ** k for k in range(1, 21))      142124.0330
  const annuity = interventionOf({ savings: [{ id: 'annuity', amount: '10000', per: 'year', from: '2027-04' }] })
  t.equal(answer(caseOf({ years: 21, interventions: [annuity] })).economic.fiscal.npv, '142124.03')
})
