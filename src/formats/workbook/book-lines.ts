import type { Expression } from '../../graph/graph.ts'
import type { SheetLine } from '../../graph/sheet.ts'
import type { Appraisal } from '../../method/appraisal.ts'
import type { NamedLine } from '../../method/book.ts'
import type { Rung } from '../../method/ladder.ts'
import { type LineName, lines } from '../../method/lines.ts'
import { addsUp, type LineSheet, lookOf, sheetOf } from './places.ts'
import type { Look } from './styles.ts'

/** The way from gross to cash, in the order in which the method settles it. Source: method 4. */
export const settled: readonly Rung[] = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased', 'cashable']

/** A line as the book shows it: where, as what, and in what order. */
export interface BookLine extends SheetLine {
  sheet: LineSheet
  label: string
  unit: string
  look: Look
  addsUp: boolean
  /** Its id in answers; '' for a line that only the book has. */
  shownId: string
}

/** Every line of the book: the method's own, those of one owner in the order of settling, and the present values by year behind their sums. */
export function bookLines(method: Appraisal): BookLine[] {
  const named = method.book.lines
  const settledBy = new Map([...Map.groupBy(named.values(), ({ owner }) => owner)].map(([owner, list]) => [owner, inOrder(list).values()]))
  const own = [...named.values()].map((line) => {
    // Lines that have an order of their own take each other’s places; the rest stay where they are.
    const next = places.includes(line.name) ? settledBy.get(line.owner)?.next().value : undefined
    return shown(next ?? line, named)
  })
  return [...own, ...presentValues(method)]
}

function shown(line: NamedLine, named: ReadonlyMap<string, NamedLine>): BookLine {
  const { id, owner, name, period, values } = line
  const { unit } = lines[name]
  return {
    id,
    owner,
    period,
    values,
    sheet: sheetOf(line),
    label: labelOf(line, named),
    unit,
    look: lookOf(unit),
    addsUp: addsUp(name),
    shownId: id,
  }
}

/** What a line is called, with its kind of money where its owner has the same line in both. */
function labelOf({ id, name }: NamedLine, named: ReadonlyMap<string, NamedLine>): string {
  const { label } = lines[name]
  if (label.includes('in money of')) return label
  if (named.has(`${id}Real`)) return `${label}, cash`
  return id.endsWith('Real') && named.has(id.slice(0, -'Real'.length)) ? `${label}, in money of the base year` : label
}

const places: readonly LineName[] = ['grossAvoided', ...settled.flatMap((rung): LineName[] => [rung, `${rung}Real`])]

/** Gross before its parts and the rungs as they are settled, of the lines of an owner. */
function inOrder(list: readonly NamedLine[]): NamedLine[] {
  return list.filter(({ name }) => places.includes(name)).sort((one, other) => places.indexOf(one.name) - places.indexOf(other.name))
}

/** What each year comes to in present value: the terms of the economic case's sums. Source: method 7. */
function presentValues({ book, economic }: Appraisal): BookLine[] {
  const { discountFactors: factors, cost } = economic
  const line = (owner: string, name: string, label: string, values: readonly Expression[]): BookLine => ({
    id: `${owner} ${name}`,
    owner,
    period: 'year',
    values: values.map((value, year) => value.times(factors[year] as Expression)),
    sheet: 'Economic case',
    label,
    unit: lines.npv.unit,
    look: lookOf(lines.npv.unit),
    addsUp: true,
    shownId: '',
  })
  const ofView = (owner: string): BookLine[] => {
    const benefits = book.lines.get(`${owner}.benefitReal`)?.values ?? []
    const net = benefits.map((benefit, year) => benefit.minus(cost[year] as Expression))
    return [
      line(owner, 'benefits', 'Present value of the year’s benefits', benefits),
      line(owner, 'net', 'Present value of the year’s benefits less cost', net),
    ]
  }
  return [
    line('economic', 'cost', 'Present value of the year’s cost', cost),
    line('economic', 'fixed', 'Present value of the year’s fixed cost that frees nothing', economic.rungs.fixed),
    ...ofView('economic.fiscal'),
    ...ofView('economic.public'),
  ]
}
