import type { WorkbookContent } from './content.ts'
import { Grid } from './grid.ts'

/** What a longer time makes of a line, in words. */
const overTime = { sum: 'adds up', last: 'the last month or year', none: 'not added up' } as const
const periods = { month: 'by month', year: 'by financial year', case: 'over the case' } as const
/** How many characters fit beside each other where a long text is wrapped. */
const widths = { label: 46, formula: 92 } as const

/** The glossary sheet: what each line is called, measured in, how it is computed, and where the method defines it. */
export function glossaryGrid({ glossary }: WorkbookContent): Grid {
  const grid = new Grid('Glossary')
  grid.columns([48, 24, 24, 17, 22, 12, 96])
  grid.repeat('$4:$4')
  grid.freezeAt(4, 1)
  grid.put(0, 0, 'Glossary', 'title')
  grid.put(
    1,
    0,
    'Every named line, in the order of the method. The formulas are printed from the method as it runs, for a case that has every kind of line.',
    'subtitle',
  )
  grid.putRow(3, 0, ['Line', 'Name', 'Unit', 'Known', 'Over a longer time', 'Method', 'Formula in words'], 'heading')
  for (const [place, { id, label, unit, section, period, overTime: made, formula }] of glossary.entries()) {
    const row = 4 + place
    grid.putRow(
      row,
      0,
      [label, id, unit, periods[period], period === 'case' ? '' : overTime[made], `section ${section}`, formula],
      'wrapped',
    )
    grid.height(row, Math.max(1, Math.ceil(label.length / widths.label), Math.ceil(formula.length / widths.formula)))
  }
  return grid
}
