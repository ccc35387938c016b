import t from 'tap'
import { caseYear, monthOfCase, timeline } from '../../src/method/timeline.ts'

t.test('a case that starts in November has a part of a financial year at each end', async (t) => {
  const { length, months, financialYears, yearOf } = timeline('2026-11', 2)
  t.equal(length, 24)
  t.equal(months[0], '2026-11')
  t.equal(months[2], '2027-01')
  t.equal(months[23], '2028-10')
  // November to March is 5 months, then 12, then April to October is 7.
  t.same(
    financialYears.map(({ year, number, months }) => [year, number, months.length, months[0], months.at(-1)]),
    [
      ['2026-27', 2026, 5, 0, 4],
      ['2027-28', 2027, 12, 5, 16],
      ['2028-29', 2028, 7, 17, 23],
    ],
  )
  t.equal(yearOf[4], 0)
  t.equal(yearOf[5], 1)
})

t.test('a case that starts in January starts in the financial year before', async (t) => {
  const { financialYears } = timeline('2026-01', 1)
  t.same(
    financialYears.map(({ year, months }) => [year, months.length]),
    [
      ['2025-26', 3],
      ['2026-27', 9],
    ],
  )
})

t.test('the turn of a century', async (t) => {
  t.same(
    timeline('1999-04', 2).financialYears.map(({ year }) => year),
    ['1999-00', '2000-01'],
  )
})

t.test('months of the case, before it and after it', async (t) => {
  const line = timeline('2026-11', 2)
  t.equal(monthOfCase(line, '2026-11'), 0)
  t.equal(monthOfCase(line, '2026-09'), -2)
  t.equal(monthOfCase(line, '2028-11'), 24)
})

t.test('case years step every twelve months from the start', async (t) => {
  t.same([0, 11, 12, 23, 24].map(caseYear), [0, 0, 1, 1, 2])
})
