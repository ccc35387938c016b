import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import { instructions } from './instructions.ts'
import { face, heading, textHeight } from './sheet-looks.ts'
import { instructionsName, tables } from './tables.ts'

/** The sheet that tells how to fill in the others. */
export function instructionsSheet(): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const heights = new Map<number, { height: number }>()
  const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
  const merges = []
  for (const [row, each] of instructions(tables).entries()) {
    if ('heading' in each) {
      cells.set(`${row},0`, { value: each.heading, style: heading(row === 0) })
      heights.set(row, { height: row === 0 ? 26 : 28 })
    } else if ('term' in each) {
      cells.set(`${row},0`, { value: each.term, style: { ...wrapped, font: { ...face, bold: true } } })
      cells.set(`${row},1`, { value: each.text, style: wrapped })
      heights.set(row, { height: textHeight(each.text, 105) })
    } else {
      merges.push({ startRow: row, endRow: row, startCol: 0, endCol: 1 })
      cells.set(`${row},0`, { value: each.text, style: wrapped })
      heights.set(row, { height: textHeight(each.text, 122) })
    }
  }
  return {
    name: instructionsName,
    columns: [{ width: 20 }, { width: 110 }],
    cells,
    rows: [],
    merges,
    rowDefs: heights,
    view: { showGridLines: false },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  }
}
