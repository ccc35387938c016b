import { type LineName, lines } from '../../method/lines.ts'
import { Grid } from './grid.ts'

/** The glossary sheet: what each line is called, measured in, and where the method defines it. */
export function glossaryGrid(): Grid {
  const grid = new Grid('Glossary')
  grid.columns([70, 26, 26, 12])
  grid.portrait()
  grid.repeat('$3:$3')
  grid.freezeAt(3, 0)
  grid.put(0, 0, 'Glossary', 'title')
  grid.putRow(2, 0, ['Line', 'Name', 'Unit', 'Method'], 'heading')
  for (const [place, name] of (Object.keys(lines) as LineName[]).entries()) {
    const { label, unit, section } = lines[name]
    grid.putRow(3 + place, 0, [label, name, unit, `section ${section}`], 'wrapped')
  }
  return grid
}
