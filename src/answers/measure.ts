import { count, type Figure, factor, money, ratio } from '../formats/figure.ts'
import { exactNumber } from '../graph/exact.ts'
import type { Expression } from '../graph/graph.ts'
import { LineError } from './line-error.ts'
import { type Asked, askedBy } from './line-id.ts'
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
  figure: (value: number) => Figure
}

/**
 * The measure that a word or a line id names: netCashable, headline.npv, financial.net@2028-29, demand.care.entriesAvoided. A flow without a period is
 * its sum over the horizon. Throws a LineError for an id that names no one number.
 */
export function measureOf(varied: VariedCase, name: string): Measure {
  const id = name.includes('.') ? name : `headline.${name}`
  const { meaning, from } = askedFor(varied, id)
  const { graph } = varied.figures.method.book
  const common = { id, label: meaning.label, unit: meaning.unit, figure: figureIn(meaning.unit, id) }
  if (from.is === 'line') return { ...common, line: from.line.values[from.place] as Expression }
  if (from.is === 'total') return { ...common, line: graph.sum(from.of.map(({ line, place }) => line.values[place] as Expression)) }
  const expected = 'a line that is one number over the horizon, or in one month or year of it, such as headline.netCashable'
  throw new LineError(
    'unknown-line',
    `${id} is not one number that moves with the assumptions; give ${expected}.`,
    JSON.stringify(name),
    expected,
    'measure',
  )
}

function askedFor({ figures }: VariedCase, id: string): Asked {
  try {
    return askedBy(figures, id)
  } catch (error) {
    if (!(error instanceof LineError)) throw error
    throw new LineError(error.code, error.message, error.got, error.expected, 'measure')
  }
}

/** How a value in some unit is shown. The function throws where a value is no finite number: it is a fault, and never a figure. */
export function figureIn(unit: string, id: string): (value: number) => Figure {
  const shown = unit.startsWith('pounds')
    ? money
    : unit === 'ratio'
      ? ratio
      : ['factor', 'index', 'proportion'].includes(unit)
        ? factor
        : count
  return (value) => {
    if (!Number.isFinite(value)) throw new Error(`${id} came to ${value}, which is no number`)
    return shown(exactNumber(value))
  }
}
