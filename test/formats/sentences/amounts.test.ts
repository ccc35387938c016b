import t from 'tap'
import {
  direction,
  inWords,
  monthInWords,
  numberOf,
  people,
  percentage,
  pounds,
  poundsAndPence,
  wholePounds,
  withThousands,
} from '../../../src/formats/sentences/amounts.ts'
import { exactNumber } from '../../../src/graph/exact.ts'

t.test('whole pounds are rounded half away from zero from the exact figure, with a minus sign and thousands apart', async (t) => {
  const known: [string, string][] = [
    ['0', '£0'],
    ['0.49', '£0'],
    ['0.5', '£1'],
    ['-0.4', '£0'],
    ['-0.5', '−£1'],
    ['2.5', '£3'],
    ['999.5', '£1,000'],
    ['-1234567.5', '−£1,234,568'],
    ['9007199254740993.5', '£9,007,199,254,740,994'],
    // What a division at 34 digits may leave of 1.5.
    ['1.49999999999999999999999999999999', '£2'],
  ]
  for (const [value, text] of known) t.equal(pounds(exactNumber(value)), text, value)
  t.equal(wholePounds(exactNumber('-1234.5')), '−1,235')
  // 1.005 is 1.00499999999999989… as a float.
  t.equal(poundsAndPence(exactNumber('1.005')), '£1.01')
  t.equal(people(exactNumber('1234.05')), '1,234.1')
})

t.test('a direction is that of the rounded figure', async (t) => {
  t.same(
    ['-3954162', '-0.5', '-0.49', '0', '0.49', '0.5', '12'].map((value) => direction(exactNumber(value))),
    [-1, -1, 0, 0, 0, 1, 1],
  )
})

t.test('a percentage has no meaning of a whole that is not above 0', async (t) => {
  t.equal(percentage(exactNumber(1), exactNumber(8)), '12.5%')
  t.equal(percentage(exactNumber(-1), exactNumber(8)), '−12.5%')
  t.equal(percentage(exactNumber(1), exactNumber(0)), '')
  t.equal(percentage(exactNumber(1), exactNumber(-8)), '')
})

t.test('words', async (t) => {
  t.equal(monthInWords('2028-05'), 'May 2028')
  t.same([numberOf(1, 'year'), numberOf(0, 'year'), numberOf(2, 'entry', 'entries')], ['1 year', '0 years', '2 entries'])
})

t.test('a decimal with thousands apart keeps all its places', async (t) => {
  for (const [given, shown] of [
    ['1500', '1,500'],
    ['-1234567.050', '−1,234,567.050'],
    ['0.1925', '0.1925'],
    ['999', '999'],
  ] as const)
    t.equal(withThousands(given), shown)
})

t.test('a number in a sentence: one place where it has one, and no minus before nothing', async (t) => {
  const known: [string, string][] = [
    ['120', '120'],
    ['1234.05', '1,234.1'],
    ['-2.25', '−2.3'],
    ['-0.04', '0'],
    // What a division at 34 digits may leave of 0.25.
    ['0.2499999999999999999999999999999999', '0.3'],
  ]
  for (const [value, text] of known) t.equal(inWords(exactNumber(value)), text, value)
})
