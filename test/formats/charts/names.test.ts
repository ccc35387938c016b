import t from 'tap'
import { cashChart } from '../../../src/formats/charts/cash.ts'
import { demandChart } from '../../../src/formats/charts/demand.ts'
import { frontierChart } from '../../../src/formats/charts/frontier.ts'
import { ladderChart } from '../../../src/formats/charts/ladder.ts'
import { palette } from '../../../src/formats/charts/palette.ts'
import { type TornadoData, tornadoChart } from '../../../src/formats/charts/tornado.ts'
import { noPython, type Placed, placed, trees } from './svg-reading.ts'

/* What names and amounts in charts say, and that they stand beside what they belong to. */

const sizes = ['wide', 'narrow'] as const
const read = (svg: string): Placed[] => trees([svg]).flatMap((tree) => placed(tree))
const textsOf = (all: readonly Placed[]) => all.filter(({ name, text }) => (name === 'text' || name === 'tspan') && text !== '')
const titles = ['Family therapy', 'Mentoring', 'Domestic abuse team']

const tornado: TornadoData = {
  measure: 'net cashable',
  central: 100000,
  isPounds: true,
  ranges: 4,
  bars: [
    ...titles.map((title, place) => ({
      label: `Children coming into care aged 10 to 17, ${title}: relative reduction of the risk`,
      low: '0',
      high: '0.5',
      atLow: -90000 + place * 10000,
      atHigh: 160000,
    })),
    { label: 'Hub team: unit cost', low: '370000', high: '1234567.5', isPounds: true, atLow: 110000, atHigh: 80000 },
  ],
}

t.test('a tornado names the intervention of every bar, and pounds are pounds', { skip: noPython }, async (t) => {
  for (const size of sizes) {
    const texts = textsOf(read(tornadoChart('tornado', tornado, size)))
    const all = texts.map(({ text }) => text).join(' ')
    for (const title of titles) t.match(all, `17, ${title}`, `${size}: ${title} is named whole`)
    // Four figures, or the whole part where it is longer.
    t.match(all, '£370,000', `${size}: the low end`)
    t.match(all, '£1,234,568', `${size}: the high end`)
    t.notMatch(all, '£0.5', `${size}: a share is no amount`)
  }
  t.match(tornadoChart('tornado', tornado), 'unit cost: £110,000 at £370,000, £80,000 at £1,234,567.50')
})

t.test('pence are written with two places, and a share is not', async (t) => {
  const bar = { label: 'a', low: '0.5', high: '123.45', isPounds: true, atLow: -1, atHigh: 2 }
  const of = (more: object) => tornadoChart('tornado', { measure: 'm', central: 0, isPounds: true, ranges: 1, bars: [{ ...bar, ...more }] })
  t.match(of({}), 'a: −£1 at £0.50, £2 at £123.45')
  t.match(of({}), '>£123.45<')
  t.match(of({ low: '1500', high: '0.125' }), 'a: −£1 at £1,500, £2 at £0.125')
  t.match(of({ isPounds: false }), 'a: −£1 at 0.5, £2 at 123.45')
})

t.test('an empty chart has 0 as its only tick', async (t) => {
  const year = (name: string, months: number) => ({ year: name, months, cumulative: 0 })
  const empty = { years: [year('2026-27', 12), year('2027-28', 24)], paybackStatus: 'never-negative' } as const
  for (const size of sizes) {
    const svg = cashChart('cash', empty, size)
    t.match(svg, 'No net cash in any year')
    t.match(svg, '>£0<')
    t.notMatch(svg, '>£1<')
  }
})

t.test('an end of a range in pounds below 0 has its sign before them', async (t) => {
  const bars = [{ label: 'a', low: '-20', high: '0.02', isPounds: true, atLow: -1, atHigh: 2 }]
  t.match(tornadoChart('tornado', { measure: 'm', central: 0, isPounds: true, ranges: 1, bars }), 'a: −£1 at −£20, £2 at £0.02')
})

const ladder = (avoided: number, taken: number) =>
  ladderChart('ladder', {
    avoided: { label: 'Avoided', pounds: avoided },
    rungs: [{ label: 'Fixed', taken }],
    cash: { label: 'Cash', pounds: avoided - taken },
  })

t.test('the amount of a bar of a ladder stands on the bar', { skip: noPython }, async (t) => {
  // 1,000 less is avoided, and 400 of it is given back: the bar hangs from −600 to −1,000, far below the axis.
  const all = read(ladder(-1000, -400))
  const amount = textsOf(all).find(({ text }) => text === '+£400')
  const bar = all.find(({ name, look, attributes }) => name === 'rect' && look.fill === palette.gain && !('stroke' in attributes))
  const above = Number(bar?.attributes.y) - (amount?.y ?? Number.NaN)
  t.ok(above > 0 && above < 20, `${above} above it`)
  // Of 1,000 all but 10 is taken and 10 more: −10 is so near the axis that its amount stands above the axis.
  const near = read(ladder(1000, 1010))
  const zero = near.find(({ name, look }) => name === 'line' && look.stroke === palette.ink && look['stroke-dasharray'] === undefined)
  const words = textsOf(near).find(({ text }) => text === '−£10')
  t.ok(Number(zero?.attributes.y1) - (words?.y ?? Number.NaN) > 0, 'and does not lie across it')
})

t.test('a rung too thin to see is drawn as a stroke', { skip: noPython }, async (t) => {
  const strokes = (taken: number) =>
    read(ladder(1000000, taken)).filter(({ name, look }) => name === 'line' && look.stroke === palette.loss)
  // The chart is some 300 high: a pound of a million is far less than one unit of it, and half of them is half of it.
  t.equal(strokes(1).length, 1)
  t.equal(strokes(500000).length, 0)
})

t.test('one package that another betters is named below a frontier', async (t) => {
  const nothing = { label: 'nothing', interventions: [], budgeted: 0, measure: 0, standing: 'frontier' } as const
  const worse = { label: 'Family hub', interventions: ['hub'], budgeted: 1500000, measure: -1540000, standing: 'dominated' } as const
  const data = { budgetedLabel: 'peak funding', measureLabel: 'net cashable', isPounds: true, lookedAt: 2, points: [nothing, worse] }
  for (const size of sizes) t.match(frontierChart('frontier', data, size), 'bettered: Family hub: £1.5m for −£1.54m')
  const two = { ...data, lookedAt: 3, points: [nothing, worse, { ...worse, label: 'Other', measure: -1000000 }] }
  for (const size of sizes) {
    const svg = frontierChart('frontier', two, size)
    t.match(svg, 'a. bettered: Other: £1.5m for −£1m', 'the one that gives most comes first')
    t.match(svg, 'b. bettered: Family hub: £1.5m for −£1.54m')
    for (const letter of ['a', 'b']) t.match(svg, `>${letter}<`, 'and its letter stands beside its mark')
  }
  const many = Array.from({ length: 9 }, (_, place) => ({ ...worse, label: `Package ${place}`, measure: -place }))
  const svg = frontierChart('frontier', { ...data, lookedAt: 10, points: [nothing, ...many] })
  t.match(svg, 'e. bettered: Package 4')
  t.match(svg, 'and 4 more, bettered too')
})

t.test('places in use are told to a tenth, so that a third of a place is not told as a whole one', async (t) => {
  const data = { title: 'care', start: '2026-04', doNothing: [139.65, 142.66], withPackage: [139.65, 142.39], budgeted: [139.65, 139.65] }
  t.match(demandChart('demand', data), '142.7 without the package; 142.4 with it; 139.7 in the budget')
})
