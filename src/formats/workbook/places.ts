import type { NamedLine } from '../../method/book.ts'
import type { LineName } from '../../method/lines.ts'
import { lines } from '../../method/lines.ts'
import type { Look } from './styles.ts'

/** The sheets that hold lines, in the order in which money comes about. */
export const lineSheets = ['Flows', 'Ladder', 'Ledger', 'Financial case', 'Budget position', 'Economic case'] as const
export type LineSheet = (typeof lineSheets)[number]

const positions: readonly LineName[] = ['budget', 'doNothing', 'withPackage', 'gap']

/** The sheet that a line stands on. */
export function sheetOf({ owner, name, period }: NamedLine): LineSheet {
  if (positions.includes(name)) return 'Budget position'
  if (owner === 'financial' || owner === 'headline') return 'Financial case'
  if (owner.startsWith('economic')) return 'Economic case'
  if (period === 'case' && owner.startsWith('interventions.')) return 'Financial case'
  if (period === 'year') return 'Ledger'
  return owner.includes('.costs.') && owner.startsWith('demand.') ? 'Ladder' : 'Flows'
}

/** How values in a unit look. */
export function lookOf(unit: string): Look {
  if (unit.startsWith('pounds')) return 'pounds'
  return unit === 'times' || unit === 'proportion' || unit === 'factor' || unit === 'index' || unit === 'ratio' ? 'factor' : 'number'
}

/** Whether the years of a line add up to something: flows of money do, prices and running totals do not. */
export function addsUp(name: LineName): boolean {
  return lines[name].unit.startsWith('pounds') && lines[name].overTime === 'sum'
}
