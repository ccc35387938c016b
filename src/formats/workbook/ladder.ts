import { type Exact, exactNumber, nearlyFloat } from '../../graph/exact.ts'
import type { Sheet, SheetRow } from '../../graph/sheet.ts'
import { lines } from '../../method/lines.ts'
import { settled } from './book-lines.ts'
import type { WorkbookContent } from './content.ts'
import { address, type Content, type Grid } from './grid.ts'
import type { Layout } from './layout.ts'
import { headlineName } from './names.ts'
import type { Step } from './waterfall.ts'

/** How many rows the table takes, its heading included. */
export const ladderHeight = settled.length + 2

/** Writes the table from gross avoided to cashable, and gives its rows as the steps of a chart. */
export function ladderTable({ method, exactOf }: WorkbookContent, sheet: Sheet, layout: Layout, grid: Grid, at: number): Step[] {
  const years = method.book.timeline.financialYears.length
  const rowOf = (id: string) => (sheet.rows.get(id) as SheetRow[])[0] as SheetRow
  const gross = exactOf(method.headline.grossAvoided)
  const grossCell = headlineName('grossAvoided')
  const rows: [string, Content, Exact][] = [
    [lines.grossAvoided.label, { formula: grossCell, value: nearlyFloat(gross) }, gross],
    ...settled.map((rung): [string, Content, Exact] => {
      const total = method.financial.rungs[rung].reduce<Exact>((sum, value) => sum.plus(exactOf(value)), exactNumber(0))
      return [lines[rung].label, { formula: `SUM(${layout.range(rowOf(`financial.${rung}`), years)})`, value: nearlyFloat(total) }, total]
    }),
  ]
  grid.put(at, 0, 'From avoided to cash', 'heading')
  grid.putRow(at, 1, ['Over the case, £', 'Share of gross', 'Still left, £'], 'period')
  let left = gross
  return rows.map(([label, value, exact], place): Step => {
    const row = at + 1 + place
    const isEnd = place === 0 || place === rows.length - 1
    grid.put(row, 0, label, isEnd ? 'total' : 'label')
    grid.put(row, 1, value, isEnd ? 'total' : 'wholePounds')
    const share = gross.isZero() ? 0 : nearlyFloat(exact.dividedBy(gross))
    grid.put(row, 2, { formula: `IF(${grossCell}=0,0,${address(row, 1)}/${grossCell})`, value: share }, 'share')
    if (isEnd)
      return { label: address(row, 0), words: label, amount: address(row, 1), exact, isEnd, left: address(at + 1, 1), leftExact: gross }
    const before = left
    left = before.minus(exact)
    const formula = `${place === 1 ? address(at + 1, 1) : address(row - 1, 3)}-${address(row, 1)}`
    grid.put(row, 3, { formula, value: nearlyFloat(left) }, 'wholePounds')
    return { label: address(row, 0), words: label, amount: address(row, 1), exact, isEnd, left: address(row, 3), leftExact: left }
  })
}
