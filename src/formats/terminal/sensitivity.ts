import type { Sensitive } from '../../answers/sensitivity.ts'
import { withoutListNames } from '../../case/list-names.ts'
import { Exact } from '../../graph/exact.ts'
import { nameInSentence } from '../../method/lines.ts'
import { pounds, poundsAndPence, total, wholePounds } from '../sentences/amounts.ts'
import { bar, type Scale } from './bar.ts'
import { type Pen, part, prose } from './pen.ts'
import { type Column, figures, table } from './table.ts'

/** So many bars without a range, and so many slopes, are shown; all are in the other forms. */
const mostTenths = 8
const mostSlopes = 12
const mostKinks = 8
const barCells = 16
const pathWidth = 31

/** How much a figure moves with every assumption, as a page for a terminal: the tornado, a tenth either side, the slopes, the kinks. */
export function sensitivityPage(pen: Pen, found: Sensitive): string {
  const { measure } = found
  const lines = [
    ...prose(pen, `What moves ${nameInSentence(measure.label)}`).map((each) => pen.colour('heading', each)),
    ...prose(pen, `${measure.id} = ${worth(found)}`),
    ...tornadoPart(pen, found),
    ...tenthsPart(pen, found),
    ...slopesPart(pen, found),
    ...kinksPart(pen, found),
    ...part(pen, 'How to read this', [
      ...prose(
        pen,
        'A bar moves one assumption and leaves the others where they are. A slope holds for small changes only. The names of lists are left out of paths.',
      ),
      ...prose(pen, 'Everything is in --format json, and in --format csv for a spreadsheet.'),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

function tornadoPart(pen: Pen, found: Sensitive): string[] {
  if (found.tornado.length === 0) {
    const none = 'No assumption has a range. Give those you are unsure of a low and a high end: { central: 10, low: 8, high: 14 }.'
    return part(pen, 'From the low to the high end of each range', prose(pen, none))
  }
  const [longest] = found.tornado
  // A bar of less than a thousandth of the longest says nothing on a page; the other answers have them all.
  const shown = found.tornado.filter(
    ({ swing }) => swing === longest?.swing || swing.value.times(1000).greaterThan(longest?.swing.value ?? 0),
  )
  const left = found.tornado.length - shown.length
  return part(pen, 'From the low to the high end of each range, the longest swing first', [
    ...bars(pen, found, shown),
    ...(left === 0
      ? []
      : prose(pen, `… and ${left} more that move it by less than a thousandth of the first, or not at all.`).map((line) =>
          pen.colour('quiet', line),
        )),
  ])
}

function tenthsPart(pen: Pen, found: Sensitive): string[] {
  // A published index is not what a case assumes; its bars are in the other answers.
  const moving = found.withoutRange.filter(({ swing, unit }) => !swing.value.isZero() && unit !== 'index')
  if (moving.length === 0) return []
  const shown = moving.slice(0, mostTenths)
  const left = moving.length - shown.length
  return part(pen, 'Without a range: a tenth either side', [
    ...prose(
      pen,
      'Not to be put beside the ranges above: a tenth says nothing of how unsure each is. Published price indices are left out.',
    ),
    ...bars(pen, found, shown),
    ...(left === 0 ? [] : prose(pen, `… and ${left} more that move it less.`).map((line) => pen.colour('quiet', line))),
  ])
}

function bars(pen: Pen, found: Sensitive, all: Sensitive['tornado']): string[] {
  const central = found.measure.value.value
  const zero = total([])
  const off = all.flatMap(({ atLow, atHigh }) => [atLow.value.minus(central), atHigh.value.minus(central)])
  const scale: Scale = {
    low: off.reduce((least, value) => (value.lessThan(least) ? value : least), zero),
    high: off.reduce((most, value) => (value.greaterThan(most) ? value : most), zero),
    cells: barCells,
  }
  const rows = all.map(({ path, low, high, atLow, atHigh, swing, oneWay, setLow }) => ({
    cells: [
      withoutListNames(path),
      `${minus(low)} to ${minus(high)}${pricesOf(setLow)}`,
      amount(found, atLow.value),
      amount(found, atHigh.value),
      `${amount(found, swing.value)}${oneWay ? '' : ' *'}`,
      bar(pen, scale, atLow.value.minus(central), atHigh.value.minus(central)),
    ],
  }))
  const unit = isMoney(found) ? ' £' : ''
  const columns: Column[] = [
    { heading: 'Assumption', side: 'left', most: pathWidth },
    { heading: 'From', side: 'left', most: 18 },
    figures(`At its\nlow${unit}`),
    figures(`At its\nhigh${unit}`),
    figures(`Swing${unit}`),
    { heading: '', side: 'left' },
  ]
  const turning = all.some(({ oneWay }) => !oneWay) ? prose(pen, '* It turns between the ends, and may go beyond what is shown.') : []
  return [...table(pen, columns, rows), ...turning]
}

function slopesPart(pen: Pen, found: Sensitive): string[] {
  const ranked = found.assumptions
    .filter(({ slope }) => slope.rank !== null)
    .sort((one, other) => (one.slope.rank as number) - (other.slope.rank as number))
  const shown = ranked.slice(0, mostSlopes)
  if (shown.length === 0) return part(pen, 'What 1% of each does', prose(pen, 'One per cent of no assumption moves it.'))
  const rows = shown.map(
    ({ path, value, slope: { rank, derivative, perPercent, perPercentOf, averaged, elasticity, kink, stepped, set } }) => ({
      cells: [
        String(rank),
        withoutListNames(path),
        `${minus(value)}${pricesOf(set)}`,
        slopeText(found, derivative),
        `${isMoney(found) ? wholePounds(perPercent.value) : minus(perPercent.toString())}${perPercentOf === 'less' ? ' ‡' : ''}${kink === null ? '' : ' *'}${averaged ? ' #' : stepped ? ' +' : ''}`,
        elasticity === null ? '' : minus(elasticity.value.toFixed(2)),
      ],
    }),
  )
  const left = ranked.length - shown.length
  const columns: Column[] = [
    figures('Rank'),
    { heading: 'Assumption', side: 'left', most: pathWidth + 8 },
    figures('Value'),
    figures('For each one\nof its unit'),
    figures(shown.some(({ slope }) => slope.perPercentOf === 'less') ? 'For 1%\nmore, or ‡' : 'For 1%\nmore'),
    figures('Elasti-\ncity'),
  ]
  return part(pen, 'What a small change of each does, by what 1% of its value moves', [
    ...table(pen, columns, rows),
    ...(left === 0 ? [] : prose(pen, `… and ${left} more that move it less.`).map((line) => pen.colour('quiet', line))),
    ...(shown.some(({ slope }) => slope.kink !== null) ? prose(pen, '* A fall and a rise do different things; see below.') : []),
    ...(shown.some(({ slope }) => slope.perPercentOf === 'less') ? prose(pen, '‡ For 1% less, because 1% more is not legal.') : []),
    ...(shown.some(({ slope }) => slope.averaged)
      ? prose(
          pen,
          '# Whole steps make it jump: for each one of its unit leaves the jumps out, and for 1% is an average over a tenth of the value.',
        )
      : []),
    ...(shown.some(({ slope }) => slope.stepped && !slope.averaged)
      ? prose(pen, '+ Whole steps lie between: a larger change may make it jump.')
      : []),
  ])
}

function kinksPart(pen: Pen, found: Sensitive): string[] {
  const kinks = found.assumptions
    .flatMap(({ path, slope: { kink, rank } }) => (kink === null ? [] : [{ path, kink, rank: rank ?? Number.POSITIVE_INFINITY }]))
    .sort((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank))
  if (kinks.length === 0) return []
  const shown = kinks.slice(0, mostKinks)
  const whys = [...new Set(shown.map(({ kink }) => kink.why))]
  const lines = whys.flatMap((why) => [
    ...prose(pen, why),
    ...shown
      .filter(({ kink }) => kink.why === why)
      .flatMap(({ path, kink: { below, above } }) => {
        const side = (text: string | null) => (text === null ? 'not legal' : slopeText(found, text))
        return prose(pen, `${withoutListNames(path)}: a fall ${side(below)}, a rise ${side(above)} for each one of its unit`, { indent: 4 })
      }),
  ])
  const left = kinks.length - shown.length
  const more = left === 0 ? [] : prose(pen, `… and ${left} more.`)
  return part(pen, 'Where a fall and a rise do different things', [...lines, ...more])
}

/** The price year that the ends of a bar are in, where it is not that of a value which the case gives itself. */
function pricesOf(set: Record<string, string> | undefined): string {
  const year = Object.entries(set ?? {}).find(([path]) => path.endsWith('.priceYear'))?.[1]
  return year === undefined ? '' : `, prices of ${year}`
}

function isMoney({ measure }: Sensitive): boolean {
  return measure.unit.startsWith('pounds')
}

function worth(found: Sensitive): string {
  const { value, unit } = found.measure
  return isMoney(found) ? poundsAndPence(value.value) : `${minus(value.toString())} ${unit === 'ratio' ? '' : unit}`.trim()
}

function amount(found: Sensitive, value: Exact): string {
  return isMoney(found) ? wholePounds(value) : minus(value.toDecimalPlaces(4).toFixed())
}

function slopeText(found: Sensitive, text: string): string {
  const value = new Exact(text)
  if (isMoney(found) && (value.isZero() || value.abs().greaterThanOrEqualTo(100))) return pounds(value)
  return isMoney(found) && value.abs().greaterThanOrEqualTo('0.01') ? poundsAndPence(value) : minus(value.toSignificantDigits(3).toFixed())
}

function minus(text: string): string {
  return text.replace('-', '−')
}
