import type { Appraised } from '../../answers/appraise.ts'
import { caseOf } from '../case-of.ts'
import { people, total } from '../sentences/amounts.ts'
import { type Pen, part, prose } from './pen.ts'
import { figures, table } from './table.ts'

/** What would happen anyway, what is avoided of it, and how many children that leaves against those the budget pays for. */
export function demands(pen: Pen, answer: Appraised): string[] {
  const { demand } = answer
  const cases = caseOf(answer).demand
  if (demand.length === 0) return part(pen, 'Demand', prose(pen, 'The case has no demand: it rests on direct savings alone.'))
  return demand.flatMap(({ id, years }, at) => {
    const title = cases[at]?.title
    const columns = [
      { heading: '', side: 'left' } as const,
      ...['Entries', 'Entries\navoided', "At the year's end:\ndo nothing", '\nwith package', '\nbudgeted'].map(figures),
    ]
    const rows = years.map(({ year, entries, entriesAvoided, stockDoNothing, stockWithPackage, stockBudgeted }) => ({
      cells: [year, ...[entries, entriesAvoided, stockDoNothing, stockWithPackage, stockBudgeted].map(({ value }) => people(value))],
    }))
    const totals = [years.map(({ entries }) => entries.value), years.map(({ entriesAvoided }) => entriesAvoided.value)].map((values) =>
      people(total(values)),
    )
    const heading = title === undefined ? `Demand: ${id}, children` : `Demand: ${title} (${id}), children`
    return part(pen, heading, table(pen, columns, [...rows, { cells: ['Total', ...totals, '', '', ''], rule: true }]))
  })
}
