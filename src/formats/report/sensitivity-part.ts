import type { BrokenEven } from '../../answers/break-even.ts'
import type { Swings } from '../../answers/paper/swings.ts'
import { nameInSentence } from '../../method/lines.ts'
import { tornadoOf } from '../charts/question-data.ts'
import { tornadoChart } from '../charts/tornado.ts'
import { wholePounds } from '../sentences/amounts.ts'
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
      `${measure.label.split(':')[0]} with one assumption at a time ${words}; £${grouped(wholePounds(measure.value.value))} at the central values.`,
    ),
    table(
      `${measure.label.split(':')[0]} ${words}`,
      ['Assumption', '#Low', '#Central', '#High', 'At low £', 'At high £'],
      bars
        .slice(0, mostBars)
        .map(({ path, low, central, high, atLow, atHigh }) =>
          row([titleOf(path), low, central, high, wholePounds(atLow.value), wholePounds(atHigh.value)]),
        ),
    ),
    ...(hasRanges && rest.length > 0
      ? [
          note([
            `Assumptions without a range move it too. A tenth either way of the one that moves it most, ${titleOf(rest[0]?.path ?? '')}, gives from ${wholePounds(rest[0]?.atLow.value ?? measure.value.value)} to ${wholePounds(rest[0]?.atHigh.value ?? measure.value.value)}.`,
          ]),
        ]
      : []),
  ]
}

function switchingValues({ switching, titleOf }: Paper): Block[] {
  const top = heading(3, 'Switching values: what would have to be true', 'switching')
  if (switching.length === 0) return [top, state(['No assumption moves either figure, so there is no switching value.'])]
  return [
    top,
    table(
      'The value of one assumption, everything else as it stands, at which a figure is nil',
      ['Assumption', '#As it stands', 'Unit', 'Net cashable is nil at', 'NPV is nil at'],
      switching.map(({ path, netCashable, npv }) =>
        row([titleOf(path), netCashable.central, netCashable.unit, valuesOf(netCashable), valuesOf(npv)]),
      ),
    ),
    {
      is: 'list',
      items: switching.flatMap(({ netCashable, npv }) => [netCashable, npv].map(({ sentence }): Sentence[] => [[sentence]])),
    },
  ]
}

/** The values at which a figure is nil, or that there is none. */
function valuesOf({ crossings, stretches, jumps, bounds }: BrokenEven): string {
  const at = [
    ...crossings.map(({ value }) => shortly(value)),
    ...stretches.map(({ from, to }) => `${shortly(from)} to ${shortly(to)}`),
    ...jumps.map(({ above }) => `${shortly(above.value)} (jumps over it)`),
  ]
  return at.length > 0 ? at.join('; ') : `none within what is legal, ${grouped(bounds.low)} to ${grouped(bounds.high)}`
}

/** To four significant places after the point at the most. */
function shortly(value: string): string {
  const [whole = '', part = ''] = value.split('.')
  const places = part.slice(0, whole.replace('-', '').length > 3 ? 0 : 4).replace(/0+$/, '')
  return `${grouped(whole)}${places === '' ? '' : `.${places}`}`.replace('-', '−')
}

function grouped(text: string): string {
  return text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}
