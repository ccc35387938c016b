import t from 'tap'
import { withMonthsInWords, withTitles } from '../../../src/formats/report/plain-words.ts'
import { confidenceOf, sourcesOf } from '../../../src/formats/report/sources.ts'

t.test('months are put in words, and financial years and paths stay', async (t) => {
  for (const [given, told] of [
    ['would stand at 237.3 in 2031-03 against 217.5', 'would stand at 237.3 in March 2031 against 217.5'],
    ['Before the plan opens in 2027-04.', 'Before the plan opens in April 2027.'],
    ['from 2008-09 to 2011-12', 'from 2008-09 to 2011-12'],
    ['2030-31 and 2031-32', '2030-31 and 2031-32'],
    ['funding.dfe.byYear.2026-12', 'funding.dfe.byYear.2026-12'],
    ['2026-05-01', '2026-05-01'],
  ] as const)
    t.equal(withMonthsInWords(given), told)
})

t.test('paths of lines become their titles', async (t) => {
  const title = (path: string) => ({ 'demand.care-10-17.costs.ifa': 'Agency, care' })[path] ?? '?'
  t.equal(withTitles('A shorter notice (demand.care-10-17.costs.ifa.release.noticeMonths).', title), 'A shorter notice (“Agency, care”).')
  t.equal(withTitles('on demand.care-10-17.costs.ifa.release.', title), 'on “Agency, care”.')
})

t.test('a source is listed once, whatever the confidence in its figures', async (t) => {
  const sources = [
    'A study (built-in figure x, confidence R2)',
    'A study (built-in figure x)',
    'An index (confidence D)',
    'An index (confidence R2)',
  ]
  t.same(sourcesOf(sources.map((source) => ({ source }))), ['A study (built-in figure x)', 'An index'])
  t.same(sources.map(confidenceOf), ['R2', undefined, 'D', 'R2'])
})
