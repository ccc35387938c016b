import type { Appraised } from '../../answers/appraise.ts'
import { pounds, poundsAndPence, wholePounds } from '../sentences/amounts.ts'
import { type Pen, part, prose } from './pen.ts'
import { figures, table } from './table.ts'

/** The economic case: all funders, real money, discounted; with and without economic and social value. Source: method 7. */
export function economicCase(pen: Pen, { economic, conventions }: Appraised): string[] {
  const { fiscal, public: wider, pvFixed } = economic
  const columns = [{ heading: '', side: 'left' } as const, ...['Fiscal', 'Public'].map(figures)]
  const views = [fiscal, wider]
  const back = views.map(({ bcr }) => (bcr === null ? 'no cost' : poundsAndPence(bcr.value)))
  const rows = [
    { cells: ['Present value of benefits', ...views.map(({ pvBenefit }) => wholePounds(pvBenefit.value))] },
    { cells: ['Present value of costs', ...views.map(({ pvCost }) => wholePounds(pvCost.value))] },
    { cells: ['Net present value', ...views.map(({ npv }) => wholePounds(npv.value))], rule: true, tone: 'heading' as const },
    { cells: ['Benefits for each £1 of cost', ...back] },
  ]
  const beside = `Fiscal is every budget; public adds economic and social value.${
    pvFixed.value.isZero() ? '' : ` Fixed cost of ${pounds(pvFixed.value)}, which does not move, is in neither.`
  }`
  return part(pen, `Economic case, all funders, £ of ${conventions.priceBase}, discounted`, [
    ...table(pen, columns, rows),
    ...prose(pen, beside),
  ])
}
