import { writeXlsx } from 'hucre/xlsx'
import { Sheet, type SheetLine } from '../../graph/sheet.ts'
import { caseOf } from '../case-of.ts'
import { bookLines } from './book-lines.ts'
import { withChartsMended } from './chart-parts.ts'
import { checkLine, checksGrid, placeChecks } from './checks.ts'
import type { WorkbookContent } from './content.ts'
import { glossaryGrid } from './glossary.ts'
import { inputsGrid } from './inputs.ts'
import { Layout } from './layout.ts'
import { lineGrids } from './line-sheets.ts'
import { summaryGrid } from './summary.ts'

/** When every workbook says that it was written, so that the same answer gives the same bytes. */
const written = new Date(Date.UTC(1980, 0, 1))

/** Writes a workbook (XLSX) whose formulas are the method's own and whose cached values are the answer's. */
export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const { method, answer } = content
  const lines = bookLines(method)
  const sheetLines: SheetLine[] = [
    ...lines,
    ...method.checks.map(({ id, left, right }) => ({
      id: checkLine(id),
      owner: checkLine(id),
      sheet: 'Checks',
      period: 'case' as const,
      values: [left, right],
      onlyReads: true as const,
    })),
  ]
  const sheet = new Sheet(
    method.book.graph,
    sheetLines,
    method.book.timeline.financialYears.map(({ months }) => months),
  )
  const layout = new Layout(sheet, lines)
  placeChecks(content, sheet, layout)
  const inputs = inputsGrid(content)
  const summary = summaryGrid(content, sheet, layout)
  const grids = [
    summary.grid,
    inputs.grid,
    ...lineGrids(content, lines, sheet, layout),
    checksGrid(content, sheet, layout),
    glossaryGrid(content),
  ]
  const { title } = caseOf(answer)
  const workbook = await writeXlsx({
    sheets: grids.map((grid) => grid.finished()),
    namedRanges: [...summary.names, ...inputs.names, ...grids.flatMap((grid) => grid.printNames)],
    defaultFont: { name: 'Calibri', size: 10 },
    properties: {
      created: written,
      modified: written,
      creator: `${answer.model.name} ${answer.model.version}`,
      ...(title === undefined ? {} : { title }),
    },
  })
  return withChartsMended(workbook)
}
