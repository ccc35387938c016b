import type { Sensitive } from '../answers/sensitivity.ts'
import { type CsvCell, csvText } from './csv-text.ts'
import type { Figure } from './figure.ts'

/** The columns of a sensitivity as CSV; `basis` says whether low and high are the ends of a range or a tenth either side. */
const columns = [
  'measure',
  'path',
  'unit',
  'value',
  'origin',
  'derivative',
  'perPercent',
  'perPercentOf',
  'averaged',
  'elasticity',
  'rank',
  'kinkBelow',
  'kinkAbove',
  'kinkWhy',
  'basis',
  'low',
  'high',
  'atLow',
  'atHigh',
  'swing',
  'oneWay',
  'setPriceYear',
] as const

/** A sensitivity as tidy CSV: one row for each assumption, in the order of the case, numbers plain. */
export function sensitivityCsv({ measure, assumptions, tornado, withoutRange }: Sensitive): string {
  const both = [...withoutRange.map((bar) => ({ bar, basis: 'tenth' })), ...tornado.map((bar) => ({ bar, basis: 'range' }))]
  const bars = new Map(both.map((each) => [each.bar.path, each]))
  const rows = assumptions.map(({ path, unit, value, origin, slope }): CsvCell[] => {
    const { bar, basis } = bars.get(path) ?? {}
    return [
      text(measure.id),
      text(path),
      text(unit),
      number(value),
      text(origin),
      number(slope.derivative),
      number(slope.perPercent),
      text(slope.perPercentOf),
      text(String(slope.averaged)),
      number(slope.elasticity),
      number(slope.rank),
      number(slope.kink?.below),
      number(slope.kink?.above),
      text(slope.kink?.why ?? ''),
      text(basis ?? ''),
      number(bar?.low),
      number(bar?.high),
      number(bar?.atLow),
      number(bar?.atHigh),
      number(bar?.swing),
      text(bar === undefined ? '' : String(bar.oneWay)),
      text(priceYearOf(slope.set) ?? ''),
    ]
  })
  return csvText([columns.map(text), ...rows])
}

/** The price year that has to be set with another value of a built-in figure. */
function priceYearOf(set: Record<string, string> | undefined): string | undefined {
  return Object.entries(set ?? {}).find(([path]) => path.endsWith('.priceYear'))?.[1]
}

function text(value: string): CsvCell {
  return { text: value }
}

function number(value: Figure | string | number | null | undefined): CsvCell {
  return value === null || value === undefined ? undefined : { number: value.toString() }
}
