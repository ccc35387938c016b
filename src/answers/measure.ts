import { count, type Figure, factor, money, ratio } from '../formats/figure.ts'
import { type Exact, exactNumber } from '../graph/exact.ts'
import type { Expression } from '../graph/graph.ts'
import { LineError } from './line-error.ts'
import { askedBy } from './line-id.ts'
import type { VariedCase } from './varied.ts'

/** A figure of the answer that is looked at while assumptions vary. */
export interface Measure {
  /** Its id, such as headline.netCashable. */
  id: string
  label: string
  unit: string
  /** What it is worked out as. */
  line: Expression
  /** A value of it as an answer shows such values. Throws where it is no finite number. */
  figure: (value: number | Exact) => Figure
}

/**
 * The measure that a word or a line id names: netCashable, headline.npv, financial.net@2028-29, demand.care.entriesAvoided. A flow without a period is
 * its sum over the horizon. Throws a LineError for an id that names no one number.
 */
export function measureOf(varied: VariedCase, name: string): Measure {
  const id = name.includes('.') ? name : `headline.${name}`
  const { meaning, from } = askedBy(varied.figures, id)
  const common = { id, label: meaning.label, unit: meaning.unit, figure: figureIn(meaning.unit, id) }
  if (from.is === 'line') return { ...common, line: from.line.values[from.place] as Expression }
  if (from.is === 'total') return { ...common, line: varied.total(from.of.map(({ line, place }) => line.values[place] as Expression)) }
  const expected = 'a line that is one number over the horizon, or in one month or year of it, such as headline.netCashable'
  throw new LineError(
    'unknown-line',
    `${id} is not one number that moves with the assumptions; give ${expected}.`,
    JSON.stringify(name),
    expected,
  )
}

/** How a value in some unit is shown. The function throws where a value is no finite number: it is a fault, and never a figure. */
export function figureIn(unit: string, id: string): (value: number | Exact) => Figure {
  const shown = unit.startsWith('pounds')
    ? money
    : unit === 'ratio'
      ? ratio
      : ['factor', 'index', 'proportion'].includes(unit)
        ? factor
        : count
  return (value) => {
    const exact = typeof value === 'number' ? exactNumber(value) : value
    if (!exact.isFinite()) throw new Error(`${id} came to ${value}, which is no number`)
    return shown(exact)
  }
}
