import { figure, figures, type ReferenceFigure, type ReferenceUnit } from '../reference/catalogue.ts'
import { nearest } from './nearest.ts'
import type { Unit } from './quantity.ts'

/*
 * How a field takes a built-in figure: which units fit it, and which way of paying an amount a figure goes with.
 */

// A field in plain pounds takes any amount of money here; rules/references.ts then holds it to the line's `per`.
const unitsTaken: Partial<Record<Unit, readonly ReferenceUnit[]>> = {
  pounds: ['pounds', 'pounds-an-event', 'pounds-a-week', 'pounds-a-month', 'pounds-a-year'],
  proportion: ['proportion'],
  'relative change': ['proportion'],
  'rate a year': ['rate-a-year'],
  months: ['months'],
  'children a year': ['entries-a-year'],
  children: ['children'],
  'per 10,000': ['rate-per-10000'],
}

const unitsPer: Record<string, readonly ReferenceUnit[]> = {
  week: ['pounds-a-week'],
  month: ['pounds-a-month'],
  year: ['pounds-a-year'],
}
const anEvent: readonly ReferenceUnit[] = ['pounds-an-event', 'pounds']

/** The units of the built-in figures that a field of this unit takes; none where no figure fits. */
export function figureUnitsFor(unit: Unit): readonly ReferenceUnit[] {
  return unitsTaken[unit] ?? []
}

/** The units of the built-in figures that an amount paid `per` week, year, entry … takes. */
export function figureUnitsPer(per: string): readonly ReferenceUnit[] {
  return unitsPer[per] ?? anEvent
}

/** The unit of a built-in figure in words: pounds a week. */
export function unitInWords(unit: ReferenceUnit): string {
  return unit === 'rate-per-10000' ? 'per 10,000' : unit.replaceAll('-', ' ')
}

/** The built-in figure of an id; undefined where there is none. */
export function publishedFigure(id: string): ReferenceFigure | undefined {
  return figure(id)
}

/** The id of a built-in figure that is written almost like this one. */
export function nearestFigure(id: string): string | undefined {
  return nearest(
    id,
    figures.map((each) => each.id),
  )
}
