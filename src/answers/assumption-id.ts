import type { Assumption } from '../case/complete.ts'
import type { Figures } from './figures.ts'
import { wrongPeriod } from './line-error.ts'

/**
 * The assumption whose path an id is; undefined where the id is not a path of the register, or is a line too. Throws a LineError where a
 * month or a year is asked of it, because an assumption is one value for the case.
 */
export function assumptionBy(figures: Figures, id: string): Assumption | undefined {
  const [path = ''] = id.split('@')
  const assumption = figures.method.book.lines.has(path) ? undefined : figures.register.get(path)
  if (assumption !== undefined && path !== id) throw wrongPeriod(figures, id, path, 'case')
  return assumption
}
