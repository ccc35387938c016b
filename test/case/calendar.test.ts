import t from 'tap'
import {
  financialYear,
  financialYearOf,
  isFinancialYear,
  monthAfter,
  monthNumber,
  monthsBetween,
  yearNumberOf,
} from '../../src/case/calendar.ts'

/* Months and financial years, counted on the fingers. */

t.test('months follow each other, from year to year and from century to century', async (t) => {
  t.equal(monthAfter('2026-04', 0), '2026-04')
  t.equal(monthAfter('2026-09', 3), '2026-12')
  t.equal(monthAfter('2026-12', 1), '2027-01')
  t.equal(monthAfter('2026-01', -1), '2025-12')
  t.equal(monthAfter('1999-12', 1), '2000-01')
  t.equal(monthAfter('2026-04', 359), '2056-03')
  t.equal(monthsBetween('2026-04', '2027-03'), 11)
  t.equal(monthsBetween('2027-03', '2026-04'), -11)
  t.equal(monthNumber('2026-02') - monthNumber('2026-01'), 1)
})

t.test('a financial year runs from April to March', async (t) => {
  t.equal(financialYearOf('2026-03'), '2025-26')
  t.equal(financialYearOf('2026-04'), '2026-27')
  t.equal(yearNumberOf('2027-03'), 2026)
  t.equal(financialYear(1999), '1999-00')
  t.equal(financialYear(2008), '2008-09')
})

t.test('what is no financial year, however like one it is counted', async (t) => {
  for (const year of ['2026-27', '1999-00', '2008-09']) t.ok(isFinancialYear(year), year)
  for (const text of ['2026-28', '2026', '26-27', '2026/27', '2026-2027', ' 2026-27', '2026-27 ', '2026-27x', '-206--5', '12.5-13.5', ''])
    t.notOk(isFinancialYear(text), text)
})
