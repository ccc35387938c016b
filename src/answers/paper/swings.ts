import type { ReadCase } from '../../case/read-case.ts'
import { measureOf } from '../measure.ts'
import { Probe } from '../probe.ts'
import { quantitiesRead } from '../sensitivity/quantities.ts'
import { smoothProbe } from '../sensitivity/slopes.ts'
import { tornado, withoutRange } from '../sensitivity/tornado.ts'
import type { VariedCase } from '../varied.ts'

/** How far each assumption moves one figure: those with a range, and, a tenth either way, those without. */
export type Swings = ReturnType<typeof swingsOf>

/** The bars of a tornado of one figure, as the sensitivity of the case has them. Throws a LineError for a name that is no such figure. */
export function swingsOf(ready: ReadCase, varied: VariedCase, name: string) {
  const measure = measureOf(varied, name)
  const quantities = quantitiesRead(varied)
  const { id, label, unit, line, figure } = measure
  const paths = quantities.map(({ path }) => path)
  const readers = { ready, varied, pence: new Probe(varied, paths, [line], { pence: true }), smooth: smoothProbe(varied, line, quantities) }
  return {
    measure: { id, label, unit, value: figure(varied.figures.of(line)) },
    tornado: tornado(readers, measure, quantities),
    withoutRange: withoutRange(readers, measure, quantities),
  }
}
