import t from 'tap'
import { deflatorSeries, deflators } from '../../src/reference/deflators.ts'

const index = (year: string) => Number(deflators.get(year)?.index)

t.test('every financial year from 1990-91 to 2024-25, in order, and none after', async (t) => {
  const years = Array.from({ length: 35 }, (_, n) => `${1990 + n}-${String((1991 + n) % 100).padStart(2, '0')}`)
  t.same([...deflators.keys()], years)
  t.equal(years.at(-1), '2024-25')
  for (const { index } of deflators.values()) t.match(index, /^[1-9]\d{1,2}(\.\d{1,10})?$/)
})

t.test('the published years are as published, and only they are not derived', async (t) => {
  const published = [...deflators]
    .filter(([, entry]) => entry.confidence !== 'D')
    .map(([year, entry]) => [year, entry.index, entry.confidence])
  t.same(published, [
    ['2008-09', '66.8397', 'R2'],
    ['2015-16', '74.5804', 'R2'],
    ['2018-19', '78.7948', 'R2'],
    ['2019-20', '80.8738', 'R2'],
    ['2020-21', '85.10', 'R2'],
    ['2022-23', '91.2996', 'R2'],
    ['2024-25', '100', 'R2'],
  ])
  t.equal(deflatorSeries.baseYear, '2024-25')
  t.match(deflatorSeries.vintage, /March 2026/)
  t.match(deflatorSeries.note, /0\.7%/)
})

t.test('three derived years by hand', async (t) => {
  // Before the first published year its ratio is held.
  // 2005-06: 3/4 × 61.5718 + 1/4 × 63.4682 = 62.0459
  // 2008-09: published 66.8397, derived 3/4 × 66.89 + 1/4 × 68.217 = 67.22175, ratio 0.9943165716
  // 62.0459 × 0.9943165716 = 61.6932665, so 61.6933
  t.equal(deflators.get('2005-06')?.index, '61.6933')
  // Between published years the ratio runs in a straight line.
  // 2021-22: 3/4 × 85.6358 + 1/4 × 90.5005 = 86.851975
  // 2020-21: 85.10 ÷ (3/4 × 85.2137 + 1/4 × 85.6358 = 85.319225) = 0.9974305322
  // 2022-23: 91.2996 ÷ (3/4 × 90.5005 + 1/4 × 96.2507 = 91.93805) = 0.9930556500
  // halfway between them 0.9952430911; 86.851975 × 0.9952430911 = 86.4388281, so 86.4388
  t.equal(deflators.get('2021-22')?.index, '86.4388')
  // After the last year that can be derived and is published, its ratio is held.
  // 2023-24: 3/4 × 96.2507 + 1/4 × 100 = 97.188025; × 0.9930556500 = 96.5131173, so 96.5131
  t.equal(deflators.get('2023-24')?.index, '96.5131')
})

t.test('every derived year is what its working gives', async (t) => {
  for (const [year, entry] of deflators) {
    if (entry.confidence !== 'D') continue
    const [, first, next, ratio] = entry.note?.match(/^\(3\/4 × ([\d.]+) \+ 1\/4 × ([\d.]+)\) × ([\d.]+)/) ?? []
    const worked = (0.75 * Number(first) + 0.25 * Number(next)) * Number(ratio)
    t.ok(Math.abs(worked - Number(entry.index)) <= 0.0000501, `${year}: ${worked} against ${entry.index}`)
  }
})

t.test('three quarters and one quarter alone differ by up to 0.7% once rebased', async (t) => {
  const derived: Record<string, number> = {
    '2008-09': 0.75 * 66.89 + 0.25 * 68.217,
    '2015-16': 0.75 * 75.1536 + 0.25 * 76.4554,
    '2018-19': 0.75 * 79.1606 + 0.25 * 81.1085,
    '2019-20': 0.75 * 81.1085 + 0.25 * 85.2137,
    '2020-21': 0.75 * 85.2137 + 0.25 * 85.6358,
    '2022-23': 0.75 * 90.5005 + 0.25 * 96.2507,
  }
  const ratios = Object.entries(derived).map(([year, value]) => index(year) / value)
  const base = (Math.min(...ratios) + Math.max(...ratios)) / 2
  const furthest = Math.max(...ratios.map((ratio) => Math.abs(ratio / base - 1)))
  t.ok(furthest > 0.006 && furthest < 0.007, String(furthest))
})

t.test('prices rise every year', async (t) => {
  const values = [...deflators.values()].map((entry) => Number(entry.index))
  t.ok(values.every((value, n) => n === 0 || value > (values[n - 1] ?? Infinity)))
})
