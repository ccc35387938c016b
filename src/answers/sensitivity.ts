import type { ReadCase } from '../case/read-case.ts'
import { type Appraised, hashOf, type Workshop } from './appraise.ts'
import { measureOf } from './measure.ts'
import { forOption } from './option-error.ts'
import { Probe } from './probe.ts'
import { quantitiesRead } from './sensitivity/quantities.ts'
import { type Slope, shownSlopes } from './sensitivity/slope.ts'
import { smoothProbe } from './sensitivity/slopes.ts'
import { tornado, withoutRange } from './sensitivity/tornado.ts'
import { VariedCase } from './varied.ts'

/** How much a figure moves with every assumption, its figures still exact. */
export type Sensitive = ReturnType<typeof sensitivity>

/** The figure that is looked at where none is named. */
export const usualMeasure = 'netCashable'

/**
 * What every quantity of a case does to one figure of its answer: its slope at the centre, and the figure with the quantity at either end of its
 * range. `name` is as for `measureOf`. Throws an OptionError for a name that is no such figure, and CheckFailure, with no number,
 * where a check of the answer fails.
 */
export function sensitivity(ready: ReadCase, { model }: Pick<Workshop, 'model'>, name: string) {
  const varied = new VariedCase(ready)
  const measure = forOption('measure', name, () => measureOf(varied, name))
  const quantities = quantitiesRead(varied)
  const { id, label, unit, line, figure } = measure
  const paths = quantities.map(({ path }) => path)
  const readers = { ready, varied, pence: new Probe(varied, paths, [line], { pence: true }), smooth: smoothProbe(varied, line, quantities) }
  const slopes = shownSlopes(ready, varied, measure, quantities, readers.smooth)
  return {
    model: { ...model },
    caseHash: hashOf(ready.case),
    measure: { id, label, unit, value: figure(varied.figures.of(line)) },
    assumptions: quantities.map(({ assumption: { path, value, unit: own, origin, source, note, range } }, place) => ({
      path,
      value,
      unit: own,
      origin,
      source,
      note,
      range: range === undefined ? undefined : { ...range },
      slope: slopes[place] as Slope,
    })),
    tornado: tornado(readers, measure, quantities),
    withoutRange: withoutRange(readers, measure, quantities),
  }
}

/** An answer whose assumptions register says what each quantity does to one figure. Throws as `sensitivity` does. */
export function withSlopes(answer: Appraised, ready: ReadCase, name: string): Appraised {
  const varied = new VariedCase(ready)
  const measure = forOption('slopes', name, () => measureOf(varied, name))
  const quantities = quantitiesRead(varied)
  const shown = shownSlopes(ready, varied, measure, quantities)
  const slopes = new Map(quantities.map(({ path }, place) => [path, shown[place] as Slope]))
  return { ...answer, assumptions: answer.assumptions.map((each) => ({ ...each, slope: slopes.get(each.path) })) }
}
