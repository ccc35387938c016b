import type { Compared } from '../answers/compare.ts'
import { type CsvCell, csvText } from './csv-text.ts'
import { Figure } from './figure.ts'

const columns = ['column', 'id', 'title', 'line', 'year', 'value', 'difference'] as const

/** A comparison as tidy CSV: one row for each case, line and year, with the difference from the central case. */
export function comparisonCsv({ doNothing, central, variants }: Compared): string {
  const all = [
    { column: 'doNothing', id: '', title: '', shown: doNothing },
    { column: 'central', id: '', title: '', shown: central },
    ...variants.map((variant) => ({ column: 'variant', id: variant.id, title: variant.title ?? '', shown: variant })),
  ]
  const rows = all.flatMap(({ column, id, title, shown }) => rowsOf(shown).map((row) => [...[column, id, title].map(text), ...row]))
  return csvText([columns.map(text), ...rows])
}

type Shown = Compared['doNothing']

function rowsOf({ headline, difference, years, checksPassed }: Shown): CsvCell[][] {
  const { entriesAvoided, paybackMonth, paybackStatus, ...money } = headline
  const apart = difference as unknown as Record<string, Figure | null>
  const row = (line: string, year: string, value: Value, less?: Value): CsvCell[] => [text(line), text(year), cell(value), cell(less)]
  return [
    ...Object.entries(money).map(([name, value]) => row(`headline.${name}`, '', value, apart[name])),
    row('headline.paybackMonth', '', paybackMonth, difference.paybackMonths),
    row('headline.paybackStatus', '', paybackStatus),
    ...Object.entries(entriesAvoided).map(([id, value]) =>
      row(`demand.${id}.entriesAvoided`, '', value, difference.entriesAvoided[id] ?? null),
    ),
    ...years.flatMap(({ year, position, net, cumulative, difference: inYear }) => [
      ...Object.entries(position).map(([name, value]) => row(`position.${name}`, year, value, name === 'gap' ? inYear?.gap : undefined)),
      row('financial.net', year, net, inYear?.net),
      row('financial.cumulative', year, cumulative, inYear?.cumulative),
    ]),
    row('checksPassed', '', checksPassed),
  ]
}

type Value = Figure | string | number | null | undefined

function cell(value: Value): CsvCell {
  if (value === null || value === undefined) return undefined
  if (value instanceof Figure) return { number: value.toString() }
  return typeof value === 'number' ? { number: String(value) } : text(value)
}

function text(value: string): CsvCell {
  return { text: value }
}
