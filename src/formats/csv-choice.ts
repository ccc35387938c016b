import type { Chosen } from '../answers/choose.ts'
import { type CsvCell, csvText } from './csv-text.ts'
import type { Figure } from './figure.ts'

const figureNames = ['measure', 'budgeted', 'npv', 'netCashable', 'cost', 'costAllFunders', 'peakFunding', 'p10'] as const
const columns = [
  'list',
  'place',
  'interventions',
  ...figureNames,
  'isWithinBudget',
  'standing',
  'bestShare',
  'bestStandardError',
  'withinBudgetShare',
]

/** A choice as tidy CSV: the packages by rank, then those on the frontier, one row each; the figures are those of the answer. */
export function choiceCsv({ ranked, frontier }: Chosen): string {
  const rows = [
    ...ranked.map((each) => rowOf('ranked', each.rank, each)),
    ...frontier.map((each, place) => rowOf('frontier', place + 1, each)),
  ]
  return csvText([columns.map((text) => ({ text })), ...rows])
}

function rowOf(list: string, place: number, each: Chosen['frontier'][number] | Chosen['ranked'][number]): CsvCell[] {
  return [
    { text: list },
    { number: String(place) },
    { text: each.interventions.join(' ') },
    ...figureNames.map((name) => number(each[name])),
    { text: String(each.isWithinBudget) },
    { text: each.standing },
    number(each.best?.share),
    number(each.best?.standardError),
    number(each.withinBudget?.share),
  ]
}

function number(figure: Figure | null | undefined): CsvCell {
  return figure === null || figure === undefined ? undefined : { number: figure.toString() }
}
