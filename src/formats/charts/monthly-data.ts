import type { Figures } from '../../answers/figures.ts'
import { nearlyFloat } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import type { DemandData } from './demand.ts'
import type { ReferralsData } from './referrals.ts'

/** Places in use of every demand, month by month. Throws where the figures have let their values go. */
export function demandsOf(figures: Figures): readonly { id: string; data: DemandData }[] {
  const { book, demands } = figures.method
  return demands.map(({ avoided: { baseline, stockWithPackage } }) => {
    const { id, title, budget } = baseline.demand
    const data = {
      title: title ?? id,
      start: book.timeline.start,
      doNothing: floats(figures, baseline.stock),
      withPackage: floats(figures, stockWithPackage),
    }
    // A budget that follows demand pays for whatever comes: its line would lie on the other.
    return { id, data: budget.basis === 'demand' ? data : { ...data, budgeted: floats(figures, baseline.budgetedStock) } }
  })
}

/** Families referred, started and waiting, month by month, of every intervention of the package that takes referrals. Throws as `demandsOf`. */
export function referralsOf(figures: Figures): readonly { id: string; data: ReferralsData }[] {
  const { book, families } = figures.method
  return families.flatMap(({ intervention, referred, starts, waiting }) => {
    const { id, title, referrals } = intervention
    if (referrals === undefined) return []
    const data = {
      title: title ?? id,
      start: book.timeline.start,
      referred: floats(figures, referred),
      starts: floats(figures, starts),
      waiting: floats(figures, waiting),
    }
    return [{ id, data }]
  })
}

function floats(figures: Figures, series: readonly Expression[]): number[] {
  return series.map((month) => nearlyFloat(figures.of(month)))
}
