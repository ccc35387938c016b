import * as Plot from '@observablehq/plot'
import { drawn } from './drawing.ts'
import { palette } from './palette.ts'
import { shortPounds, wholePounds } from './pounds.ts'

/** One package of interventions: what it takes of the budget, what it gives, and whether anything gives more for less. */
export interface FrontierPoint {
  label: string
  /** The ids of its interventions. */
  interventions: readonly string[]
  budgeted: number
  measure: number
  standing: 'frontier' | 'dominated' | 'extendedly-dominated'
}

/** The packages listed, in the words of their axes. */
export interface FrontierData {
  budgetedLabel: string
  measureLabel: string
  /** Whether the measure is pounds. */
  isPounds: boolean
  /** How many packages were looked at, listed or not. */
  lookedAt: number
  points: readonly FrontierPoint[]
  /** The limit of the budget, where there is one. */
  budget?: number
}

/** Every package by what it takes and what it gives, with the efficient frontier through those that nothing betters. */
export function frontierChart(id: string, { budgetedLabel, measureLabel, isPounds, points, budget }: FrontierData): string {
  const best = points.filter(({ standing }) => standing === 'frontier').toSorted((one, other) => one.budgeted - other.budgeted)
  const others = points.filter(({ standing }) => standing !== 'frontier')
  const measured = (value: number) => (isPounds ? shortPounds(value) : String(Number(value.toPrecision(3))))
  const told = best.map(
    ({ label, budgeted, measure }) => `${label}: ${wholePounds(budgeted)} for ${isPounds ? wholePounds(measure) : measured(measure)}`,
  )
  return drawn(
    {
      id,
      title: 'What each package takes and gives',
      description: `${points.length} packages by ${budgetedLabel} and ${measureLabel}. On the frontier: ${told.join('; ')}.`,
    },
    {
      marginRight: 150,
      marginBottom: 48,
      x: { label: `${budgetedLabel} →`, labelAnchor: 'center', tickFormat: shortPounds, ticks: 6, nice: true, zero: true },
      y: { label: `↑ ${measureLabel}`, tickFormat: measured, ticks: 6, nice: true, zero: true },
      marks: [
        Plot.gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: 6 }),
        Plot.ruleY([0], { stroke: palette.ink }),
        ...(budget === undefined ? [] : [Plot.ruleX([budget], { stroke: palette.loss, strokeDasharray: '4,3' })]),
        Plot.line(best, { x: 'budgeted', y: 'measure', stroke: palette.whole, strokeWidth: 2 }),
        Plot.dot(others, { x: 'budgeted', y: 'measure', stroke: palette.other, fill: 'white', r: 4, symbol: 'diamond' }),
        Plot.dot(best, { x: 'budgeted', y: 'measure', fill: palette.whole, r: 5 }),
        Plot.text(best, { x: 'budgeted', y: 'measure', text: 'label', textAnchor: 'start', dx: 9, fontWeight: 'bold', lineWidth: 12 }),
      ],
    },
  )
}
