import type { Assumption } from '../../case/complete.ts'
import type { WorkbookContent } from './content.ts'
import { address, Grid } from './grid.ts'
import { inputName } from './names.ts'

const headings = [
  'Assumption',
  'Value',
  'Unit',
  'Path',
  'Low',
  'High',
  'Shape',
  'Origin',
  'Source',
  'Note',
  'Legal from',
  'to',
  'Name of the cell',
] as const
const valueColumn = 1
/** How many characters fit beside each other where a long text is wrapped. */
const widths = { title: 62, path: 52, source: 58, note: 48 } as const

/** A name for a cell, for formulas to use. */
export interface CellName {
  name: string
  range: string
}

/** The inputs sheet: every assumption with its unit, range and source; the values that may be changed are cells that the book is computed from. */
export function inputsGrid({ method, register, limitsOf, titleOf }: WorkbookContent): { grid: Grid; names: CellName[] } {
  const grid = new Grid('Inputs')
  const names: CellName[] = []
  const inputs = new Set(method.book.graph.inputs)
  const assumptions = [...register.values()]
  /** The row in which each long source is said in full. */
  const said = new Map<string, number>()
  grid.columns([64, 14, 20, 50, 10, 10, 10, 11, 60, 50, 12, 14, 56])
  grid.freezeAt(4, 2)
  grid.put(0, 0, 'Inputs', 'title')
  grid.put(
    1,
    0,
    'Change a yellow cell and the whole book recalculates. Ranges are listed here and not used: the book shows the central values.',
    'subtitle',
  )
  grid.putRow(3, 0, headings, 'heading')
  grid.height(3, 1.4)
  grid.repeat('$4:$4')
  let row = 4
  for (const assumption of assumptions.filter(({ path }) => inputs.has(path))) {
    writeAssumption(assumption, row)
    const value = address(row, valueColumn)
    grid.put(row, valueColumn, Number(assumption.value), 'input')
    grid.put(row, 12, inputName(assumption.path), 'note')
    names.push({ name: inputName(assumption.path), range: `Inputs!$${value.replace(/(\d+)$/, '$$$1')}` })
    validate(assumption.path, value, row)
    row++
  }
  row++
  grid.put(row, 0, 'Fixed in this workbook', 'group')
  grid.put(row, 1, 'These shape its rows and columns. To change one, change the case and ask for another workbook.', 'note')
  row++
  for (const assumption of assumptions.filter(({ path }) => !inputs.has(path))) {
    writeAssumption(assumption, row)
    grid.put(row, valueColumn, assumption.value, 'fixed')
    row++
  }
  // Limits and names are for those who change a value on the screen.
  grid.printTo(row - 1, 9)
  return { grid, names }

  function writeAssumption({ path, unit, origin, source, note, range }: Assumption, at: number): void {
    const title = titleOf(path)
    grid.put(at, 0, title, 'wrapped')
    grid.put(at, 2, unit, 'unit')
    grid.put(at, 3, path, 'note')
    if (range !== undefined) {
      grid.putRow(at, 4, [Number(range.low), Number(range.high)])
      grid.put(at, 6, range.shape, 'unit')
    }
    grid.put(at, 7, origin)
    const cited = source === undefined ? undefined : citedOnce(source, at)
    const lengths = { title: title.length, path: path.length, source: cited?.length ?? 0, note: note?.length ?? 0 }
    grid.height(at, Math.max(1, ...(['title', 'path', 'source', 'note'] as const).map((what) => Math.ceil(lengths[what] / widths[what]))))
    if (cited !== undefined) grid.put(at, 8, cited, 'wrapped')
    if (note !== undefined) grid.put(at, 9, note, 'wrapped')
  }

  /** A source as it is written beside an assumption: one of several lines only where it stands first. */
  function citedOnce(source: string, at: number): string {
    const first = said.get(source)
    if (first !== undefined && source.length > widths.source) return `As in row ${first + 1}.`
    said.set(source, at)
    return source
  }

  function validate(path: string, range: string, at: number): void {
    const limits = limitsOf(path)
    const legal = limits === undefined ? 'A number.' : `A number from ${limits.minimum} to ${limits.maximum}.`
    if (limits !== undefined) grid.putRow(at, 10, [Number(limits.minimum), Number(limits.maximum)])
    grid.validate({
      type: 'decimal',
      operator: 'between',
      formula1: limits?.minimum ?? '-1000000000',
      formula2: limits?.maximum ?? '1000000000',
      allowBlank: false,
      showErrorMessage: true,
      errorTitle: 'Not a legal value',
      errorMessage: legal,
      errorStyle: 'stop',
      range,
    })
  }
}
