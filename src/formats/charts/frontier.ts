import * as Plot from '@observablehq/plot'
import { anchorAt, linesAcross, valueAxis } from './axis.ts'
import { drawn } from './drawing.ts'
import { type Bettered, betteredKey, betteredNamed, frontierKey } from './frontier-key.ts'
import { writtenAs } from './measured.ts'
import { inkOf, palette } from './palette.ts'
import { shortPounds, wholePounds } from './pounds.ts'
import { type ChartSize, sizes } from './size.ts'

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

/** A budget further out than so many times the dearest package would press all of them into a corner. */
const furthest = 1.5

/** Numbers nearer than this would touch. */
const apart = 18

/** Packages by what they take and what they give, with the efficient frontier through those that nothing betters, numbered, and named below. */
export function frontierChart(id: string, data: FrontierData, size: ChartSize = 'wide'): string {
  const { budgetedLabel, measureLabel, isPounds, points, budget } = data
  const { width, height, type } = sizes[size]
  const others = points.filter(({ standing }) => standing !== 'frontier')
  const writing = writtenAs(isPounds)
  const costs = points.map(({ budgeted }) => budgeted)
  const limit = budget !== undefined && budget <= furthest * Math.max(...costs) ? budget : undefined
  const across = valueAxis([0, ...costs, ...(limit === undefined ? [] : [limit])], writtenAs(true), size, 1)
  const up = valueAxis([0, ...points.map(({ measure }) => measure)], writing, size, isPounds ? 1 : 0)
  const best = numbered(onFrontier(data), ({ budgeted, measure }) => ({
    x: (budgeted / (across.scale.domain[1] - across.scale.domain[0])) * (width - up.margin - 28),
    y: (measure / (up.scale.domain[1] - up.scale.domain[0])) * (height - 92),
  }))
  const named = betteredNamed(others)
  const key = [...frontierKey(best, writing, size), ...betteredKey(named, others.length, writing, size)]
  const rows = key.reduce((sum, lines) => sum + lines.length, 0)
  const rowHeight = type * 1.35
  return drawn(
    { id, title: `What packages take and give: ${budgetedLabel} and ${measureLabel}`, description: described(data) },
    {
      height: height + rows * rowHeight + 10,
      marginTop: 44,
      insetLeft: 12,
      insetBottom: 12,
      marginLeft: up.margin,
      marginRight: Math.max(28, across.overhang[1]),
      marginBottom: 60 + rows * rowHeight,
      x: across.options,
      y: up.options,
      r: { type: 'identity' },
      marks: [
        linesAcross(up),
        Plot.ruleY([0], { stroke: palette.ink }),
        ...(limit === undefined ? [] : budgetMarks(limit, across.scale.domain)),
        Plot.line(best, { x: 'budgeted', y: 'measure', stroke: palette.whole, strokeWidth: 2 }),
        Plot.dot(others, { x: 'budgeted', y: 'measure', stroke: palette.other, fill: 'white', r: 4, symbol: 'diamond' }),
        Plot.dot(best, { x: 'budgeted', y: 'measure', fill: palette.whole, r: ({ isNumbered }: Numbered) => (isNumbered ? 8 : 3.5) }),
        Plot.text(
          best.filter(({ isNumbered }) => isNumbered),
          { x: 'budgeted', y: 'measure', text: 'number', fill: 'white', fontWeight: 'bold', fontSize: best.length > 9 ? 9 : 11 },
        ),
        Plot.text(
          named.filter(({ letter }) => letter !== undefined),
          {
            x: 'budgeted',
            y: 'measure',
            text: ({ letter }: Bettered) => letter,
            textAnchor: 'start',
            dx: 7,
            fontWeight: 'bold',
            fill: inkOf.other,
            stroke: 'white',
            strokeWidth: 3,
          },
        ),
        Plot.text([measureLabel], {
          frameAnchor: 'top-left',
          text: (words: string) => words,
          textAnchor: 'start',
          dx: 6 - up.margin,
          dy: -32,
        }),
        Plot.text([`${budgetedLabel} →`], {
          frameAnchor: 'bottom-right',
          text: (words: string) => words,
          textAnchor: 'end',
          dx: 20,
          dy: 36,
        }),
        Plot.text([key.flat().join('\n')], {
          frameAnchor: 'bottom-left',
          text: (words: string) => words,
          textAnchor: 'start',
          lineAnchor: 'top',
          lineHeight: rowHeight / type,
          dx: 8 - up.margin,
          dy: 50,
        }),
      ],
    },
    { size, legend: [...legend(others.length > 0)] },
  )
}

/** The packages on the frontier, the cheapest first. */
function onFrontier({ points }: FrontierData): FrontierPoint[] {
  return points.filter(({ standing }) => standing === 'frontier').toSorted((one, other) => one.budgeted - other.budgeted)
}

interface Numbered extends FrontierPoint {
  number: string
  isNumbered: boolean
}

/** Numbers the points in their order; one whose number would touch that of the point before it is a small dot, for the key to name. */
function numbered(points: readonly FrontierPoint[], placeOf: (point: FrontierPoint) => { x: number; y: number }): Numbered[] {
  let before: { x: number; y: number } | undefined
  return points.map((point, place) => {
    const at = placeOf(point)
    const isNumbered = before === undefined || Math.hypot(at.x - before.x, at.y - before.y) >= apart
    if (isNumbered) before = at
    return { ...point, number: String(place + 1), isNumbered }
  })
}

function budgetMarks(limit: number, domain: readonly [number, number]): Plot.Markish[] {
  return [
    Plot.ruleX([limit], { stroke: palette.loss, strokeWidth: 1.5, strokeDasharray: '4,3' }),
    Plot.text([limit], {
      x: (value: number) => value,
      frameAnchor: 'top',
      text: () => `budget ${shortPounds(limit)}`,
      textAnchor: anchorAt(limit, domain),
      dy: -16,
      fill: inkOf.loss,
      fontWeight: 'bold',
    }),
  ]
}

function legend(hasOthers: boolean) {
  return hasOthers
    ? [
        { name: 'on the frontier', stroke: palette.whole, fill: palette.whole, mark: 'dot' as const },
        { name: 'bettered by others', stroke: palette.other, fill: 'white', mark: 'diamond' as const },
      ]
    : []
}

function described(data: FrontierData): string {
  const { budgetedLabel, measureLabel, isPounds, lookedAt, points, budget } = data
  const { long } = writtenAs(isPounds)
  const told = onFrontier(data).map(({ label, budgeted, measure }) => `${label}: ${wholePounds(budgeted)} for ${long(measure)}`)
  const shown = points.length < lookedAt ? `${points.length} of ${lookedAt} packages` : `${points.length} packages`
  const limit = budget === undefined ? '' : ` The budget is ${wholePounds(budget)}.`
  return `${shown} by ${budgetedLabel} and ${measureLabel}. On the frontier: ${told.join('; ')}.${limit}`
}
