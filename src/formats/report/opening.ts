import { monthInWords, numberOf } from '../sentences/amounts.ts'
import { type Block, heading, note, row, table } from './document.ts'
import { called } from './names.ts'
import type { Paper } from './paper.ts'

/** What was asked: whose cash, how long, which package, in which prices. */
export function opening({ complete, answer, figures, simulation }: Paper): Block[] {
  const { conventions } = answer
  const { months } = figures.method.book.timeline
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const included = complete.interventions.filter((each) => each.included)
  const left = complete.interventions.filter((each) => !each.included)
  const rows: [string, string][] = [
    ['Whose cash', complete.body],
    ['Horizon', `${monthInWords(first)} to ${monthInWords(last)}, ${numberOf(complete.years, 'year')}`],
    ['The package', included.length === 0 ? 'no intervention' : included.map(called).join('; ')],
    ...(left.length === 0 ? [] : [['Left out of it', left.map(called).join('; ')] as [string, string]]),
    ['Prices', `the financial case in the money of each year; the economic case in ${conventions.priceBase} prices`],
    ['Discounting', `${conventions.discountRate}, ${timings[complete.discounting.timing]}`],
    [
      'Ranges',
      'drawn' in simulation
        ? `${numberOf(simulation.drawn.ranges.length, 'assumption')} drawn ${count(simulation.drawn.simulation.draws)} times`
        : 'none drawn',
    ],
  ]
  return [
    heading(2, 'What was asked', 'asked'),
    table(
      'What the paper answers',
      ['Question', 'Asked for'],
      rows.map(([name, value]) => row([name, value])),
    ),
    note([
      'Costs and savings are both positive in their own columns; a net is benefits less costs. Figures are shown in whole pounds and held to the penny. Each figure that is a link leads to how it came about.',
    ]),
  ]
}

const timings = { start: 'from the start of each year', mid: 'from the middle of each year', end: 'from the end of each year' } as const

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
