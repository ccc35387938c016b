import type { BrokenEven } from '../../answers/break-even.ts'
import type { Swings } from '../../answers/paper/swings.ts'
import { Exact } from '../../graph/exact.ts'
import { nameInSentence } from '../../method/lines.ts'
import { tornadoOf } from '../charts/question-data.ts'
import { tornadoChart } from '../charts/tornado.ts'
import { direction, pounds, wholePounds, withThousands } from '../sentences/amounts.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { type Block, chart, heading, note, row, state, table } from './document.ts'
import type { Paper } from './paper.ts'

const mostBars = 10

/** Sensitivity: what moves net cashable and the net present value, and what would have to be true for either to be nil. */
export function sensitivityPart(paper: Paper): Block[] {
  return [
    heading(2, 'Sensitivity and switching values', 'sensitivity'),
    ...moved(paper, paper.swings.netCashable, 'net-cashable'),
    ...moved(paper, paper.swings.npv, 'npv'),
    ...switchingValues(paper),
  ]
}

function moved({ titleOf }: Paper, { measure, tornado, withoutRange }: Swings, id: string): Block[] {
  const name = nameInSentence(measure.label)
  const hasRanges = tornado.length > 0
  const bars = (hasRanges ? tornado : withoutRange).filter(({ swing }) => !swing.value.isZero())
  const top = heading(3, `What moves ${name}`, `moves-${id}`)
  if (bars.length === 0) {
    const why = hasRanges ? `None of the ranges moves ${name}.` : `Nothing that a tenth more or less is taken of moves ${name}.`
    return [top, state([why])]
  }
  const words = hasRanges ? 'from the low end to the high end of its range' : 'with a tenth less and a tenth more of it'
  const rest = withoutRange.filter(({ swing }) => !swing.value.isZero())
  return [
    top,
    ...(hasRanges
      ? []
      : [note(['No assumption has a range, so each is moved by a tenth either way. A tenth says nothing of how unsure each is.'])]),
    chart(
      tornadoChart(`tornado-${id}`, tornadoOf({ measure, tornado: bars }, mostBars, titleOf)),
      `${measure.label.split(':')[0]} with one assumption at a time ${words}; ${pounds(measure.value.value)} at the central values.`,
    ),
    table(
      `${measure.label.split(':')[0]} ${words}`,
      ['Assumption', '#Low', '#Central', '#High', 'At low £', 'At high £'],
      bars
        .slice(0, mostBars)
        .map(({ path, low, central, high, atLow, atHigh }) =>
          row([
            titleOf(path),
            withThousands(low),
            withThousands(central),
            withThousands(high),
            wholePounds(atLow.value),
            wholePounds(atHigh.value),
          ]),
        ),
    ),
    ...(hasRanges && rest.length > 0
      ? [
          note([
            `Assumptions without a range move it too. A tenth either way of the one that moves it most, ${titleOf(rest[0]?.path ?? '')}, gives from ${pounds(rest[0]?.atLow.value ?? measure.value.value)} to ${pounds(rest[0]?.atHigh.value ?? measure.value.value)}.`,
          ]),
        ]
      : []),
  ]
}

function switchingValues({ switching, swings, titleOf }: Paper): Block[] {
  const top = heading(3, 'Switching values: what would have to be true', 'switching')
  if (switching.length === 0) return [top, state(['No assumption moves either figure, so there is no switching value.'])]
  const sentences: Sentence[][] = switching.flatMap(({ netCashable, npv }) => [
    ...(isNil(swings.netCashable.measure) ? [] : [[[netCashable.sentence]]]),
    ...(isNil(swings.npv.measure) ? [] : [[[npv.sentence]]]),
  ])
  return [
    top,
    table(
      'The value of one assumption, everything else as it stands, at which a figure is nil',
      ['Assumption', '#As it stands', 'Unit', 'Net cashable is nil at', 'NPV is nil at'],
      switching.map(({ path, netCashable, npv }) =>
        row([
          titleOf(path),
          shortly(netCashable.central),
          netCashable.unit,
          valuesOf(netCashable, swings.netCashable),
          valuesOf(npv, swings.npv),
        ]),
      ),
    ),
    ...(sentences.length === 0 ? [] : [{ is: 'list', items: sentences } satisfies Block]),
  ]
}

/** The values at which a figure is nil, or that there is none; one that is nil as the case stands has no value to switch at. */
function valuesOf({ crossings, stretches, jumps }: BrokenEven, { measure }: Swings): string {
  if (isNil(measure)) return 'nil as it stands'
  const at = [
    ...crossings.map(({ value }) => shortly(value)),
    ...stretches.map(({ from, to }) => `${shortly(from)} to ${shortly(to)}`),
    ...jumps.map(({ above }) => `${shortly(above.value)} (jumps over it)`),
  ]
  return at.length > 0 ? at.join('; ') : 'no value'
}

function isNil({ value }: Swings['measure']): boolean {
  return direction(value.value) === 0
}

/** Whole where it is large, and else to four significant digits. */
function shortly(value: string): string {
  const exact = new Exact(value)
  const rounded = exact.abs().lessThan(1000)
    ? exact.toSignificantDigits(4, Exact.ROUND_HALF_UP)
    : exact.toDecimalPlaces(0, Exact.ROUND_HALF_UP)
  return withThousands(rounded.toFixed())
}
