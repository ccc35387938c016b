import t from 'tap'
import { inWords, pounds } from '../../src/formats/figure.ts'
import { exactNumber } from '../../src/graph/exact.ts'

t.test('pounds in a sentence: whole, half away from zero, thousands apart, and no minus before nothing', async (t) => {
  const known: [string, string][] = [
    ['1234567.4', '£1,234,567'],
    ['-67000', '−£67,000'],
    ['-0.5', '−£1'],
    ['-0.4', '£0'],
    ['999.5', '£1,000'],
  ]
  for (const [value, text] of known) t.equal(pounds(exactNumber(value)), text, value)
})

t.test('a number in a sentence: one place where it has one, and no minus before nothing', async (t) => {
  const known: [string, string][] = [
    ['120', '120'],
    ['1234.05', '1,234.1'],
    ['-2.25', '−2.3'],
    ['-0.04', '0'],
  ]
  for (const [value, text] of known) t.equal(inWords(exactNumber(value)), text, value)
})
