import t from 'tap'
import { keptApart } from '../../../src/formats/charts/end-labels.ts'
import { fitted, widthOfText } from '../../../src/formats/charts/label.ts'
import { plainly } from '../../../src/formats/charts/measured.ts'
import { poundTicks, shortPounds, wholePounds } from '../../../src/formats/charts/pounds.ts'
import { plainTicks, roundScale } from '../../../src/formats/charts/scale.ts'

/* The words and figures in charts. */

t.test('pounds', async (t) => {
  t.same([2671206, -433000, 999600, 999.4, 0.4, -0.4, 0, 1e15].map(shortPounds), [
    '£2.67m',
    '−£433k',
    '£1m',
    '£999',
    '£0',
    '£0',
    '£0',
    '£1000tn',
  ])
  t.same([2671206.5, -433, -0.4].map(wholePounds), ['£2,671,207', '−£433', '£0'])
  t.same([0, 500000, 1000000].map(poundTicks([0, 500000, 1000000])), ['£0', '£0.5m', '£1.0m'])
  t.same([12345000, 12346000].map(poundTicks([12345000, 12346000])), ['£12.345m', '£12.346m'], 'no two ticks read alike')
  t.same([-2, -1, 0, 1].map(poundTicks([-2, -1, 0, 1])), ['−£2', '−£1', '£0', '£1'])
})

t.test('other figures', async (t) => {
  t.same(
    [300123, 0.448, -12.345, 0, -0, 1234567.8, -0.00001].map((value) => plainly(value, 3)),
    ['300,123', '0.448', '−12.3', '0', '0', '1,234,568', '−0.00001'],
  )
  t.same([0, 0.5, 1].map(plainTicks([0, 0.5, 1])), ['0.0', '0.5', '1.0'])
})

t.test('round scales', async (t) => {
  t.same(roundScale([0, 4.07], 6), { domain: [0, 5], ticks: [0, 1, 2, 3, 4, 5] })
  t.same(roundScale([-0.3, 0.1], 4), { domain: [-0.3, 0.1], ticks: [-0.3, -0.2, -0.1, 0, 0.1] })
  t.same(roundScale([0, 3], 6, 1).ticks, [0, 1, 2, 3], 'a pound apart at least')
  t.same(roundScale([0]).domain, [0, 1], 'nothing has room above it')
  const [from, to] = roundScale([200, 200]).domain
  t.ok(from < 200 && to > 200, 'one value has room on both sides')
  t.throws(() => roundScale([]))
  t.throws(() => roundScale([1, Number.NaN]))
  for (const size of [1e-9, 3e-4, 0.7, 123, 9.99e8, 1e17])
    for (const [low, high] of [
      [0, size],
      [-size, size],
      [size, size * 1.001],
    ] as const) {
      const { domain, ticks } = roundScale([low, high])
      t.ok(domain[0] <= low + size * 1e-9 && domain[1] >= high - size * 1e-9, `${low} to ${high} lies within ${domain}`)
      t.ok(ticks.length >= 2 && ticks.length <= 14 && ticks.every((tick, place) => place === 0 || tick > (ticks[place - 1] as number)))
    }
})

t.test('labels that fit', async (t) => {
  t.same(fitted('Planned but not yet released', 80, 13, 4), ['Planned but', 'not yet', 'released'])
  t.same(fitted('short', 200, 13, 1), ['short'])
  const long = fitted('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', 80, 13, 2)
  t.equal(long.length, 2)
  t.match(long[1], /…$/, 'what is left out is said to be')
  for (const line of long) t.ok(widthOfText(line, 13) <= 80)
  t.same(fitted('', 80, 13, 2), [])
})

t.test('blocks kept apart', async (t) => {
  t.same(
    keptApart(
      [
        { at: 50, high: 10 },
        { at: 20, high: 10 },
      ],
      0,
      100,
    ),
    [50, 20],
    'those that do not touch stay',
  )
  t.same(
    keptApart(
      [
        { at: 50, high: 10 },
        { at: 50, high: 10 },
      ],
      0,
      100,
    ),
    [45, 55],
    'those that do make room',
  )
  t.same(
    keptApart(
      [
        { at: 2, high: 10 },
        { at: 99, high: 10 },
      ],
      0,
      100,
    ),
    [5, 95],
    'none leaves the frame',
  )
})
