import { plain } from '../sentences/sentence.ts'
import type { Row, Table } from './document.ts'

/** No column has a smaller part of the room than this, in letters; none counts for more. */
const fewest = 7
const most = 46

/** Shares out the width of a table among its columns by the longest text of each; a column of numbers gets what its numbers need. */
export function columnWidths(columns: Table['columns'], rows: readonly Row[], width: number): number[] {
  // A row that names a group stands across all columns.
  const own = rows.filter(({ look }) => look !== 'group')
  const letters = columns.map(({ heading, kind }, place) => {
    const longest = Math.max(0, ...own.map(({ cells }) => plain(cells[place] ?? []).length))
    const word = Math.max(...heading.split(' ').map(({ length }) => length))
    return Math.min(most, Math.max(fewest, word + 2, longest + (kind === 'number' ? 3 : 1)))
  })
  const all = letters.reduce((sum, each) => sum + each, 0)
  const widths = letters.map((each) => Math.floor((width * each) / all))
  // What rounding leaves goes to the first.
  return widths.map((each, place) => (place === 0 ? each + width - widths.reduce((sum, other) => sum + other, 0) : each))
}
